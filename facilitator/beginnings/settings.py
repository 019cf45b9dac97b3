"""What was settled about a block before the day, as it stands in a file: the wishes that would settle it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, get_type_hints

from facilitator.activities import Activity
from facilitator.convening.agenda import Block
from facilitator.convening.ground import GROUND
from facilitator.convening.ids import HOST, BlockId, WishId
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.words import Moment, Role, Wish, added

MOST = 50
"""A block with more settings is none of ours."""


def written_settings(records: Records, block: Block, activity: Activity | None) -> list[dict[str, Any]]:
    """Say what was settled about a block, in plain values; nothing for an activity that has no settings."""
    rules = activity.rules if activity is not None else None
    if rules is None or rules.settled is None:
        return []
    return [
        {"wish": type(wish).__name__, **{field.name: getattr(wish, field.name) for field in fields(wish)}}
        for wish in rules.settled(records, block.id)
    ]


def settings_from(written: Sequence[Any], activity: Activity | None) -> tuple[Wish, ...]:
    """Read them again: only wishes that settle something, each with what it needs and nothing else.

    For an activity that this house does not know, nothing. Raises KeyError, TypeError, ValueError, and Refusal for what
    the activity's own rules refuse.
    """
    if len(written) > MOST:
        raise ValueError(len(written))
    if activity is None:
        return ()
    known = {kind.__name__: kind for kind in activity.rules.settings}
    wishes = tuple(_wish(known[each["wish"]], each) for each in written)
    _refuse_unsound(wishes, activity)
    return wishes


def _wish(kind: type[Wish], written: dict[str, Any]) -> Wish:
    hints = {name: hint for name, hint in get_type_hints(kind).items() if name in written}
    if {*written} - {"wish"} != {*hints}:
        raise TypeError(kind.__name__)
    return kind(**{name: _value(written[name], hint) for name, hint in hints.items()})


def _value(written: Any, hint: object) -> Any:
    """What a wish is given; texts, such as the names of points, stand in a file as a list."""
    if hint == tuple[str, ...] and type(written) is list and all(type(each) is str for each in written):
        return tuple(written)
    if type(written) is not hint:
        raise TypeError(hint)
    return written


def _refuse_unsound(wishes: Sequence[Wish], activity: Activity) -> None:
    """Let the activity's rules look at each, one after the other, on a board that is new."""
    block = BlockId("block")
    records = Records(Rulebook(GROUND, {activity.name: activity.rules}).kinds)
    records = records.after((added(Block(block, activity.name, activity.name)),))
    for number, wish in enumerate(wishes):
        moment = Moment(HOST, Role.GUIDE, 0, block, WishId(f"look{number}"))
        records = records.after(activity.rules.decide(records, wish, moment).changes)

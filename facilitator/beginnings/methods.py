"""Methods: ways of working together, each with its steps, and the block that a method becomes. Source: practice, ME."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from facilitator.activities import Activity
from facilitator.convening.agenda import Block
from facilitator.convening.fitting import scaled
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.steps import Step, seconds_of
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.paths import resources

PLAIN = "plain"
"""What runs where there is no activity of its own."""

SEEING, DOING, BEING = "seeing", "doing", "being"
"""The three families that a day is weighed by. Source: practice, rule TM14."""

_CATEGORY = {
    "ideation_board": "think", "wicked_questions": "think", "canvas": "think", "matrix": "think", "network": "think",
    "statements": "think", "rotation": "gather", "marketplace": "act", "check_in": "gather", "form": "gather",
    "dot_vote": "decide", "pairwise": "decide", "budget": "decide", "ranking": "decide", "scale": "decide",
    "decision": "decide", "charter": "decide", "commitments": "act",
}  # fmt: skip
ICONS = {"gather": "chats-circle", "think": "users-three", "decide": "scales", "act": "handshake", "pause": "coffee"}
"""The icon of a block by its category, where its activity has none of its own."""

_CIRCLES = {"inner": "circle", "outer": "circle"}
_TURN = re.compile(r"(\w+) \d+\b")


@dataclass(frozen=True, slots=True)
class Method:
    """A way of working together, in the reader's language. `people` are the fewest and the most it is for.

    `collection` is the family the method comes from ("Liberating Structures"), `family` seeing, doing or being.
    `activity` is what runs it, `config` the groups it goes through ("solo>pairs>fours>all"), `grouping` who forms them.
    `steps` are as long as the method takes: its phases and rounds are in them. `credit` is "" if nobody is named.
    """

    key: str
    name: str
    collection: str
    family: str
    activity: str
    purpose: str
    when: str
    people: tuple[int, int]
    config: str
    grouping: str
    minutes: int
    steps: tuple[Step, ...]
    prompts: tuple[str, ...]
    outputs: str
    watch_out: str
    credit: str


@dataclass(frozen=True, slots=True)
class PlannedBlock:
    """A block as it will be added, with its steps, the private note that comes with it, and what is settled in it."""

    block: Block
    note: str = ""
    steps: tuple[Step, ...] = ()
    settings: tuple[Wish, ...] = ()


def methods() -> tuple[Method, ...]:
    """All methods, in the order of the library."""
    return tuple(_method(written) for written in _written().values())


def method(key: str) -> Method:
    """One method by its key. Raises KeyError."""
    return _method(_written()[key])


def shelf() -> tuple[str, ...]:
    """The keys of the methods that stand beside an agenda in preparation, in their order."""
    return tuple(_read("methods/shelf.json"))


def name_of(key: str) -> str:
    """What a method is called, in the reader's language; "" for one that is not in the library."""
    return _(_written()[key]["name"]) if key in _written() else ""


def steps_from(key: str, numbers: Sequence[int] = ()) -> tuple[Step, ...]:
    """The steps of a method, or only some of them (counted from 1, as the library does), each as long as it takes.

    Turns that follow the same rhythm are rounds of one step: Troika is one step of three rounds. Raises KeyError.
    """
    written = _written()[key]
    kept = [step for number, step in enumerate(written["steps"], 1) if not numbers or number in numbers]
    found: list[Step] = []
    for place, turns in enumerate(_rounds(kept), 1):
        # What the first turn says is about the first turn; what all of them are for is the method's purpose.
        text = turns[0]["text"] if len(turns) == 1 else written["purpose"]
        whole = replace(_step(turns[0], f"{place}"), text=_(text), rounds=len(turns))
        phases = enumerate(turns[0].get("phases") or (), 1)
        found += [whole, *(replace(_step(phase, f"{place}.{at}"), within=whole.id) for at, phase in phases)]
    return tuple(found)


def planned_from(
    key: str, activities: Mapping[str, Activity], *, title: str = "", minutes: int = 0, numbers: Sequence[int] = ()
) -> PlannedBlock:
    """The block that a method becomes: `minutes` 0 as long as its steps, `numbers` () all of them, `title` "" its name.

    Raises KeyError, Refusal step.no_room.
    """
    chosen, told = steps_from(key, numbers), method(key)
    length = minutes or -(-seconds_of(chosen) // 60)
    known = activities.get(told.activity)
    category = _CATEGORY.get(told.activity, "think")
    block = Block(
        BlockId(""),
        title or told.name,
        told.activity if known is not None else PLAIN,
        told.prompts[0] if told.prompts else title or told.name,
        length,
        category=category,
        icon=known.icon if known is not None else ICONS[category],
        goal=told.purpose,
        output=told.outputs,
        description=_("Watch out: {what}").format(what=told.watch_out) if told.watch_out else "",
        method=key,
        family=told.family,
    )
    note = "" if known is not None else _("Runs as a timer with the steps of “{method}”.").format(method=told.name)
    return PlannedBlock(block, note, scaled(chosen, length))


def _method(written: dict[str, Any]) -> Method:
    return Method(
        key=written["key"],
        name=_(written["name"]),
        collection=_(written["family"]),
        family=_family(written),
        activity=_read("methods/activities.json")[written["kind"]],
        purpose=_(written["purpose"]),
        when=_(written["when"]),
        people=(written["group_min"], written["group_max"]),
        config=written["config"],
        grouping=written["grouping"] or "",
        minutes=written["total_minutes"],
        steps=steps_from(written["key"]),
        prompts=tuple(_(prompt) for prompt in written["prompts"] or ()),
        outputs=_(written["outputs"] or ""),
        watch_out=_(written["watch_out"] or ""),
        credit=_(written["credit"] or ""),
    )


def _family(written: dict[str, Any]) -> str:
    """The family a day is weighed by: its own, or where the library puts a method of another collection."""
    families: dict[str, list[str]] = _read("methods/families.json")
    found = (family for family, keys in families.items() if written["key"] in keys or written["family"] == family)
    return next(found).lower()


def _step(written: dict[str, Any], name: str) -> Step:
    who = _CIRCLES.get(written["who"], written["who"])
    return Step(StepId(name), BlockId(""), _(written["text"]), written["minutes"] * 60, who=who)


def _rounds(steps: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The steps, those together that are turns in one rhythm: "Client 1", "Client 2" with the same phases."""
    found: list[list[dict[str, Any]]] = []
    for step in steps:
        if found and _turn(step) and (_turn(step), step["phases"]) == (_turn(found[-1][0]), found[-1][0].get("phases")):
            found[-1].append(step)
        else:
            found.append([step])
    return found


def _turn(step: dict[str, Any]) -> str:
    """Whose turn a step is: "Client" of "Client 2, same rhythm."; "" for a step that is nobody's or has no phases."""
    turn = _TURN.match(step["text"])
    return turn[1] if turn and step.get("phases") else ""


@cache
def _written() -> dict[str, dict[str, Any]]:
    return {method["key"]: method for method in _read("methods/methods.json")}


@cache
def _read(name: str) -> Any:
    return json.loads((resources() / name).read_text(encoding="utf-8"))

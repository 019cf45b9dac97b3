"""The zones of a canvas: what the room calls them, and in which order notes stand in those with rows."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.activities.ideation_board.rules.laying import Spot, in_zone, kept_layout, layout_of, spots
from facilitator.activities.ideation_board.rules.layouts import CANVAS, Zone
from facilitator.convening.cards import proper
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import Change, Decision, Moment, Refusal, Wish, changed

_LONGEST = 80
_SHARE = 40
"""Places side by side in a zone with rows, and one below the other."""


@dataclass(frozen=True, slots=True)
class NameZone(Wish):
    """Say what a zone is called here; an empty name gives it back its own."""

    zone: str
    name: str


@dataclass(frozen=True, slots=True)
class MoveInZone(Wish):
    """Let a note stand so many places later among the notes of its zone, earlier with fewer than none."""

    card: CardId
    places: int


WISHES: tuple[type[Wish], ...] = (NameZone, MoveInZone)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about a zone.

    Raises Refusal: layout.no_canvas, layout.no_such_zone, layout.not_placed, layout.at_edge, text.empty,
    text.too_long, wish.unknown.
    """
    match wish:
        case NameZone(zone, name):
            return _named(records, zone, name, moment)
        case MoveInZone(card, places):
            return _moved(records, card, places, moment)
    raise Refusal("wish.unknown")


def named_zones(records: Records, block: BlockId) -> tuple[NameZone, ...]:
    """What the zones of a board were called, where they do not bear the names of the layout."""
    there = kept_layout(records, block)
    said = (each.split("=", 1) for each in there.zone_names) if there is not None else ()
    return tuple(NameZone(zone, name) for zone, name in said)


def _named(records: Records, zone: str, name: str, moment: Moment) -> Decision:
    there, layout = kept_layout(records, moment.block), layout_of(records, moment.block)
    if there is None or layout.shape != CANVAS:
        raise Refusal("layout.no_canvas")
    if layout.zone(zone) is None:
        raise Refusal("layout.no_such_zone")
    said = " ".join(proper(name).split()) if name.strip() else ""
    if len(said) > _LONGEST:
        raise Refusal("text.too_long", longest=_LONGEST, length=len(said))
    others = [each for each in there.zone_names if not each.startswith(f"{zone}=")]
    names = (*others, f"{zone}={said}") if said else tuple(others)
    return Decision("ideation_board.zone_named", (changed(there, zone_names=names),))


def _moved(records: Records, card: CardId, places: int, moment: Moment) -> Decision:
    layout, found = layout_of(records, moment.block), spots(records, moment.block)
    zone = layout.zone(found[card].zone) if card in found else None
    if zone is None or not zone.snaps:
        raise Refusal("layout.not_placed")
    order = in_zone(found, zone.key)
    at = order.index(card)
    there = min(max(at + places, 0), len(order) - 1)
    if there == at:
        raise Refusal("layout.at_edge")
    order.insert(there, order.pop(at))
    changes: list[Change] = []
    for number, each in enumerate(order):
        x, y = _place(zone, number)
        spot = Spot(f"{each}:{layout.key}", each, moment.block, layout.key, zone.key, x, y)
        changes += stated(records, spot)
    return Decision("ideation_board.ideas_laid", tuple(changes))


def _place(zone: Zone, number: int) -> tuple[int, int]:
    """Where the note with this number stands, counted row by row; those that find no row any more stand in the last."""
    across, down = max(1, (zone.right - zone.left) // _SHARE), max(1, (zone.bottom - zone.top) // _SHARE)
    row, at = divmod(number, -(-(zone.right - zone.left) // across))
    return zone.left + at * across, min(zone.top + row * down, zone.bottom - 1)

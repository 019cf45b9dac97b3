"""Laying notes out: which layout a board has, where a note lies in it, and what the room calls the axes' ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.activities.ideation_board.rules.board import Placement, placement_of, the_board
from facilitator.activities.ideation_board.rules.layouts import (
    CANVAS,
    COLUMNS,
    STEP,
    WHOLE,
    Axis,
    Layout,
    Zone,
    read_layout,
    renamed,
)
from facilitator.convening.cards import Card, proper, resolved
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import (
    Change,
    Decision,
    Moment,
    Record,
    Refusal,
    Seen,
    Wish,
    changed,
    removed,
    table_of,
)

LEFT, RIGHT, BOTTOM, TOP = ENDS = ("left", "right", "bottom", "top")
"""The ends of the two axes."""

TODAY = Layout(COLUMNS, "", COLUMNS)
"""The layout of a board that nobody gave another one."""

_ACROSS, _DOWN = 4, 10
"""How many notes lie side by side on a canvas, and one below the other, before they touch."""
_LONGEST_END = 80


@dataclass(frozen=True, slots=True)
class LaidOut(Record[str]):
    """A layout as a board has it: its data, and what the room calls the ends of its axes, "" for their own names.

    The data stays with the board: it is laid out as before on a laptop that never heard of the layout. `zone_names`
    are "key=name" for each zone that the room calls otherwise.
    """

    board: BlockId
    drawn: str
    left: str = ""
    right: str = ""
    bottom: str = ""
    top: str = ""
    zone_names: tuple[str, ...] = ()

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"board": "block"}


@dataclass(frozen=True, slots=True)
class Spot(Record[str]):
    """Where the middle of a note lies in one layout of its board, from 0 to WHOLE each way; and in which zone."""

    card: CardId
    board: BlockId
    layout: str
    zone: str
    x: int
    y: int

    seen: ClassVar[Seen] = Seen.ROOM
    groups: ClassVar[tuple[tuple[str, ...], ...]] = (("zone", "x", "y"),)
    points_to: ClassVar[Mapping[str, str]] = {"card": "card", "board": "block"}
    bounds: ClassVar[Mapping[str, tuple[int, int]]] = {"x": (0, WHOLE), "y": (0, WHOLE)}


@dataclass(frozen=True, slots=True)
class LayOut(Wish):
    """Give the board a layout, as its JSON text. Every note keeps its place in every layout."""

    drawn: str


@dataclass(frozen=True, slots=True)
class NameEnd(Wish):
    """Say what an end of an axis is called here; an empty name gives it back its own."""

    end: str
    name: str


@dataclass(frozen=True, slots=True)
class PutInZone(Wish):
    """Lay cards into a zone of the layout, where there is room; "" takes them off it, back among the unsorted."""

    cards: tuple[str, ...]
    zone: str


@dataclass(frozen=True, slots=True)
class LayNotes(Wish):
    """Lay the first of these cards here, and the others close by."""

    cards: tuple[str, ...]
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class ShiftNotes(Wish):
    """Move cards on the canvas together, as far as all of them stay on it."""

    cards: tuple[str, ...]
    across: int
    down: int


WISHES: tuple[type[Wish], ...] = (LayOut, NameEnd, PutInZone, LayNotes, ShiftNotes)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about the layout. One wish is one fact, however many notes it moves. Source: practice, rule BD1.

    Raises Refusal: layout.unreadable, layout.zone_astray (zone), layout.zones_overlap (zone), layout.no_such_zone,
    layout.no_canvas, layout.not_placed, layout.at_edge, board.no_such_card, form.unreadable, text.empty,
    text.too_long, wish.unknown.
    """
    match wish:
        case LayOut(drawn):
            return _laid_out(records, drawn, moment)
        case NameEnd(end, name):
            return _named(records, end, name, moment)
        case PutInZone(cards, zone):
            return _put(records, _known(records, cards, moment), zone, moment)
        case LayNotes(cards, x, y):
            return _lay(records, _known(records, cards, moment), (_inside(x), _inside(y)), moment)
        case ShiftNotes(cards, across, down):
            return _shifted(records, _known(records, cards, moment), (across, down), moment)
    raise Refusal("wish.unknown")


def layout_of(records: Records, block: BlockId) -> Layout:
    """The layout of a board, its axes called as the room calls them; columns where it has none that can be read."""
    found = _read(records, block)
    if found is None:
        return TODAY
    there, layout = found
    across, upward = layout.across, layout.upward
    return replace(
        layout,
        zones=renamed(layout.zones, there.zone_names),
        across=across and Axis(there.left or across.low, there.right or across.high),
        upward=upward and Axis(there.bottom or upward.low, there.top or upward.high),
    )


def drawn_of(records: Records, block: BlockId) -> str:
    """The JSON text of a board's layout; "" for columns."""
    found = _read(records, block)
    return found[0].drawn if found is not None else ""


def kept_layout(records: Records, block: BlockId) -> LaidOut | None:
    """The layout of a board as it is kept; None for columns."""
    found = _read(records, block)
    return found[0] if found is not None else None


def named_ends(records: Records, block: BlockId) -> tuple[NameEnd, ...]:
    """What the ends of a board's axes were called, where they do not bear the names of the layout."""
    there = records[LaidOut].get(_id(block, the_board(records, block).layout))
    layout = layout_of(records, block)
    if there is None or layout.shape != CANVAS:
        return ()
    ends = ((layout.across, LEFT), (layout.across, RIGHT), (layout.upward, BOTTOM), (layout.upward, TOP))
    names = ((end, str(getattr(there, end))) for axis, end in ends if axis is not None)
    return tuple(NameEnd(end, name) for end, name in names if name)


def spots(records: Records, block: BlockId) -> dict[CardId, Spot]:
    """Where each note lies in the layout that the board has now; nothing where it is no canvas.

    A note that others were merged into and that has no place of its own lies where the first of them does.
    """
    layout = layout_of(records, block)
    if layout.shape != CANVAS:
        return {}
    cards, own, of_twins = records[Card], dict[CardId, Spot](), dict[CardId, Spot]()
    for spot in sorted(records[Spot].values(), key=lambda each: each.id):
        card = cards.get(spot.card)
        if spot.board != block or spot.layout != layout.key or card is None:
            continue
        found = _of_today(spot, layout)
        if card.merged_into:
            of_twins.setdefault(resolved(records, card.id), found)
        else:
            own[card.id] = found
    lies = records[Placement]
    return {
        card: spot
        for card, spot in (of_twins | own).items()
        if card in lies and lies[card].board == block and not lies[card].is_parked
    }


def in_zone(found: Mapping[CardId, Spot], zone: str) -> list[CardId]:
    """The notes of a zone ("" for those in none) in the order in which they are read: row by row."""
    there = [(spot.y, spot.x, card) for card, spot in found.items() if spot.zone == zone]
    return [card for _y, _x, card in sorted(there)]


def veil(records: Records) -> Iterable[tuple[str, str]]:
    """Hide where a note lies that the room does not see: how full a zone is would tell of it too."""
    lies = records[Placement]
    for spot in records[Spot].values():
        place = lies.get(spot.card)
        if place is None or place.is_held:
            yield table_of(Spot), spot.id


def _read(records: Records, block: BlockId) -> tuple[LaidOut, Layout] | None:
    """The layout of a board as it is kept and as it reads; None for columns, and for what came broken."""
    key = the_board(records, block).layout
    there = records[LaidOut].get(_id(block, key))
    if there is None:
        return None
    try:
        layout = read_layout(there.drawn)
    except Refusal:
        return None
    return (there, layout) if layout.key == key else None


def _id(block: BlockId, layout: str) -> str:
    return f"{block}:{layout}"


def _spot_id(layout: str, card: str) -> str:
    return f"{card}:{layout}"


def _inside(value: int) -> int:
    return min(WHOLE, max(0, value))


def _of_today(spot: Spot, layout: Layout) -> Spot:
    """A spot whose zone the layout knows: that of its place where the layout was drawn anew since."""
    if spot.zone and layout.zone(spot.zone) is not None:
        return spot
    return replace(spot, zone=layout.zone_at(spot.x, spot.y))


def _laid_out(records: Records, drawn: str, moment: Moment) -> Decision:
    layout = read_layout(drawn)
    board = the_board(records, moment.block)
    known = records[LaidOut].get(_id(board.id, layout.key))
    wanted = replace(known, drawn=drawn) if known else LaidOut(_id(board.id, layout.key), board.id, drawn)
    # A canvas has no clusters that could stand alone: what is large on the stage is let go with the layout it was in.
    lit = ClusterId("") if layout.shape == CANVAS else board.spotlight
    chosen = stated(records, replace(board, layout=layout.key, spotlight=lit))
    return Decision("ideation_board.laid_out", (*stated(records, wanted), *chosen))


def _named(records: Records, end: str, name: str, moment: Moment) -> Decision:
    layout = _canvas(records, moment)
    there = records[LaidOut][_id(moment.block, layout.key)]
    axis = layout.across if end in (LEFT, RIGHT) else layout.upward
    if end not in ENDS or axis is None:
        raise Refusal("form.unreadable")
    said = " ".join(proper(name).split()) if name.strip() else ""
    if len(said) > _LONGEST_END:
        raise Refusal("text.too_long", longest=_LONGEST_END, length=len(said))
    return Decision("ideation_board.axis_named", (changed(there, **{end: said}),))


def _canvas(records: Records, moment: Moment) -> Layout:
    layout = layout_of(records, moment.block)
    if layout.shape != CANVAS:
        raise Refusal("layout.no_canvas")
    return layout


def _known(records: Records, cards: Iterable[str], moment: Moment) -> list[Placement]:
    found = [placement_of(records, resolved(records, CardId(card)), moment) for card in dict.fromkeys(cards)]
    if not found:
        raise Refusal("board.no_such_card")
    return list({lies.id: lies for lies in found}.values())


def _put(records: Records, cards: Sequence[Placement], key: str, moment: Moment) -> Decision:
    layout = _canvas(records, moment)
    if not key:
        taken = {lies.id for lies in cards}
        # Without the places of all that were merged into them too they lie nowhere.
        whole = (card for card in records[Card] if card in taken or resolved(records, CardId(card)) in taken)
        own = (records[Spot].get(_spot_id(layout.key, card)) for card in whole)
        return Decision("ideation_board.ideas_taken_off", tuple(removed(spot) for spot in own if spot is not None))
    zone = layout.zone(key)
    if zone is None:
        raise Refusal("layout.no_such_zone")
    moving = {lies.id for lies in cards}
    there = [(s.x, s.y) for card, s in spots(records, moment.block).items() if s.zone == key and card not in moving]
    changes: list[Change] = []
    for lies in cards:
        place = _next_in(layout, zone, there)
        if zone.snaps:
            there.clear()  # in rows only the last one tells where the next one stands
        there.append(place)
        changes += _at(records, lies, layout, (key, *place), moment)
    return Decision("ideation_board.ideas_laid", tuple(changes))


def _lay(records: Records, cards: Sequence[Placement], at: tuple[int, int], moment: Moment) -> Decision:
    layout = _canvas(records, moment)
    changes: list[Change] = []
    for number, lies in enumerate(cards):
        # Those that come along lie like a hand of cards: each is seen under the next.
        x, y = _inside(at[0] + number * STEP), _inside(at[1] + number * STEP)
        changes += _at(records, lies, layout, (layout.zone_at(x, y), x, y), moment)
    return Decision("ideation_board.ideas_laid", tuple(changes))


def _shifted(records: Records, cards: Sequence[Placement], by: tuple[int, int], moment: Moment) -> Decision:
    layout, found = _canvas(records, moment), spots(records, moment.block)
    there = [(lies, found[lies.id]) for lies in cards if lies.id in found]
    if not there:
        raise Refusal("layout.not_placed")
    across, down = (
        min(max(by[0], -min(s.x for _lies, s in there)), WHOLE - max(s.x for _lies, s in there)),
        min(max(by[1], -min(s.y for _lies, s in there)), WHOLE - max(s.y for _lies, s in there)),
    )
    changes: list[Change] = []
    for lies, spot in there:
        x, y = spot.x + across, spot.y + down
        changes += _at(records, lies, layout, (layout.zone_at(x, y), x, y), moment)
    if not changes:
        # A fact without a change would be an undo that does nothing.
        raise Refusal("layout.at_edge")
    return Decision("ideation_board.ideas_laid", tuple(changes))


def _at(
    records: Records, lies: Placement, layout: Layout, place: tuple[str, int, int], moment: Moment
) -> tuple[Change, ...]:
    """Lay a note here; one that is laid on a board that the room sees is seen, and is parked no more."""
    zone, x, y = place
    spot = Spot(_spot_id(layout.key, lies.id), lies.id, lies.board, layout.key, zone, x, y)
    held = lies.is_held and not the_board(records, moment.block).is_revealed
    if (held, False) == (lies.is_held, lies.is_parked):
        return stated(records, spot)
    return (*stated(records, spot), changed(lies, is_held=held, is_parked=False))


def _next_in(layout: Layout, zone: Zone, there: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """A place in a zone for one more note: after the last in rows, else the first with room, read row by row."""
    if zone.snaps:
        return _next_in_rows(zone, there)
    wide, high = max(STEP, WHOLE // _ACROSS), max(STEP, WHOLE // _DOWN)
    grid = [
        (x, y)
        for y in range(zone.top + high // 2, max(zone.bottom - high // 2, zone.top + high // 2) + 1, high)
        for x in range(zone.left + wide // 2, max(zone.right - wide // 2, zone.left + wide // 2) + 1, wide)
        if layout.zone_at(x, y) == zone.key
    ] or [((zone.left + zone.right) // 2, (zone.top + zone.bottom) // 2)]
    free = [at for at in grid if not any(abs(at[0] - x) < wide and abs(at[1] - y) < high for x, y in there)]
    if free:
        return free[0]
    # Full: a hand of cards grows in each place, so that the one below is still seen.
    hand, at = divmod(len(there), len(grid))
    x, y = grid[at]
    return min(zone.right - 1, x + hand * STEP), min(zone.bottom - 1, y + hand * STEP)


def _next_in_rows(zone: Zone, there: Sequence[tuple[int, int]]) -> tuple[int, int]:
    across, down = max(1, (zone.right - zone.left) // 40), max(1, (zone.bottom - zone.top) // 40)
    if not there:
        return zone.left, zone.top
    y, x = max((y, x) for x, y in there)
    if x + across < zone.right:
        return x + across, y
    if y + down < zone.bottom:
        return zone.left, y + down
    return x, y

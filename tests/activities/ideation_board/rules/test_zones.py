"""The zones of a canvas: named by the room, and the notes in their rows put in order, one fact and one undo each."""

from __future__ import annotations

import json

import pytest

from facilitator.activities.ideation_board.rules import (
    LayOut,
    MoveInZone,
    NameZone,
    PutInZone,
    in_zone,
    layout_of,
    settled,
    spots,
)
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId
from facilitator.paths import resources
from tests.activities.ideation_board.boards import board
from tests.convening.given import BOARD, Room, refused

SHIPPED = {
    each["key"]: json.dumps(each)
    for each in json.loads((resources() / "templates/board_layouts.json").read_text("utf-8"))
}


def in_rows(count: int = 5) -> tuple[Room, list[CardId]]:
    room, cards = board(*(f"Idea {number}" for number in range(count)))
    room.when(LayOut(SHIPPED["stop_start_continue"]), at=BOARD.id)
    room.when(PutInZone(tuple(cards), "stop"), at=BOARD.id)
    return room, cards


def order(room: Room) -> list[str]:
    return [room.records[Card][card].text[-1] for card in in_zone(spots(room.records, BOARD.id), "stop")]


def test_a_note_goes_earlier_and_later_in_its_zone_and_comes_back_by_one_undo() -> None:
    room, cards = in_rows()

    room.when(MoveInZone(cards[3], -2), at=BOARD.id)
    assert "".join(order(room)) == "03124"
    room.when(MoveInZone(cards[0], 9), at=BOARD.id)
    assert "".join(order(room)) == "31240"

    room.undo()
    room.undo()
    assert "".join(order(room)) == "01234"


def test_notes_that_lie_on_one_another_get_an_order_too() -> None:
    room, cards = in_rows(200)
    where = spots(room.records, BOARD.id)
    last = in_zone(where, "stop")[-1]

    room.when(MoveInZone(last, -1), at=BOARD.id)

    found = spots(room.records, BOARD.id)
    assert in_zone(found, "stop")[-2] == last
    assert {spot.zone for spot in found.values()} == {"stop"}
    assert len(found) == len(cards)


def test_at_the_end_of_its_zone_a_note_stays_and_says_why() -> None:
    room, cards = in_rows()

    with refused("layout.at_edge"):
        room.when(MoveInZone(cards[0], -1), at=BOARD.id)
    with refused("layout.at_edge"):
        room.when(MoveInZone(cards[4], 1), at=BOARD.id)


def test_only_what_stands_in_rows_has_an_order() -> None:
    room, cards = board("One", "Two")
    with refused("layout.not_placed"):
        room.when(MoveInZone(cards[0], 1), at=BOARD.id)
    room.when(LayOut(SHIPPED["free"]), at=BOARD.id)
    room.when(PutInZone(tuple(cards), "canvas"), at=BOARD.id)

    with refused("layout.not_placed"):
        room.when(MoveInZone(cards[0], 1), at=BOARD.id)


def test_the_room_names_a_zone_and_another_layout_does_not_lose_the_name() -> None:
    room, _cards = in_rows()

    room.when(NameZone("stop", "  Let  go of = this "), at=BOARD.id)
    room.when(LayOut(SHIPPED["free"]), at=BOARD.id)
    room.when(LayOut(SHIPPED["stop_start_continue"]), at=BOARD.id)

    assert [zone.title for zone in layout_of(room.records, BOARD.id).zones] == ["Let go of = this", "Start", "Continue"]
    assert NameZone("stop", "Let go of = this") in settled(room.records, BOARD.id)
    room.when(NameZone("stop", ""), at=BOARD.id)
    assert layout_of(room.records, BOARD.id).zones[0].title == "Stop"
    room.undo()
    assert layout_of(room.records, BOARD.id).zones[0].title == "Let go of = this"


@pytest.mark.parametrize(
    ("layout", "zone", "name", "code"),
    [
        ("columns", "stop", "Now", "layout.no_canvas"),
        ("free", "stop", "Now", "layout.no_such_zone"),
        ("free", "canvas", "x" * 81, "text.too_long"),
    ],
)
def test_what_is_no_zone_or_too_long_is_refused(layout: str, zone: str, name: str, code: str) -> None:
    room, _cards = board("One")
    room.when(LayOut(SHIPPED[layout]), at=BOARD.id)

    with refused(code):
        room.when(NameZone(zone, name), at=BOARD.id)

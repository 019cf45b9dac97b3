"""One set of notes, many layouts: whatever is moved, chosen and undone, each note lies where it was put. Rule BD1."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from facilitator.activities.ideation_board.rules import (
    CANVAS,
    COLUMNS,
    STEP,
    WHOLE,
    AddIdeas,
    HoldIdea,
    LaidOut,
    LayNotes,
    LayOut,
    MergeIdeas,
    NameEnd,
    ParkIdea,
    Placement,
    PutInZone,
    RemoveIdea,
    RevealBoard,
    ShiftNotes,
    Spot,
    SpotlightCluster,
    cards_by_cluster,
    in_zone,
    layout_of,
    spots,
    the_board,
)
from facilitator.activities.ideation_board.rules.laying import drawn_of
from facilitator.convening.cards import Card
from facilitator.convening.facts import Fact, merged
from facilitator.convening.ids import HOST, CardId, WishId
from facilitator.convening.states import stated
from facilitator.convening.words import Moment, Refusal, Role, Wish, changed
from facilitator.paths import resources
from tests.activities.ideation_board.boards import board, cluster
from tests.convening.given import AMINA, BOARD, BOOK, WEI, Room, given, refused

SHIPPED = {
    each["key"]: json.dumps(each)
    for each in json.loads((resources() / "templates/board_layouts.json").read_text("utf-8"))
}
TEXTS = ("Money", "Data", "Time", "Trust", "Land")


def laid(layout: str, *texts: str) -> tuple[Room, list[CardId]]:
    room, cards = board(*(texts or TEXTS))
    room.when(LayOut(SHIPPED[layout]), at=BOARD.id)
    return room, cards


def where(room: Room) -> dict[str, tuple[str, int, int]]:
    found = spots(room.records, BOARD.id)
    return {room.records[Card][card].text: (spot.zone, spot.x, spot.y) for card, spot in found.items()}


def count(room: Room) -> int:
    return sum(map(len, cards_by_cluster(room.records, BOARD.id).values()))


def test_a_board_that_nobody_laid_out_has_columns() -> None:
    room, _cards = board("Money")

    assert layout_of(room.records, BOARD.id).shape == COLUMNS
    assert where(room) == {}
    with refused("layout.no_canvas"):
        room.when(PutInZone(("w1.1",), "stop"), at=BOARD.id)


def test_going_to_another_layout_and_back_finds_each_note_where_it_lay() -> None:
    room, (money, data, time, *_rest) = laid("impact_effort")
    first = cluster(room, "First", money)
    room.when(PutInZone((money, data), "quick_wins"), at=BOARD.id)
    room.when(LayNotes((time,), 9000, 100), at=BOARD.id)
    before = where(room)

    room.when(LayOut(SHIPPED["stop_start_continue"]), at=BOARD.id)
    assert where(room) == {}
    room.when(PutInZone((money,), "stop"), at=BOARD.id)
    room.when(LayOut(SHIPPED["columns"]), at=BOARD.id)
    assert room.records[Placement][money].cluster == first
    room.when(LayOut(SHIPPED["impact_effort"]), at=BOARD.id)

    assert where(room) == before
    assert before["Time"] == ("big_bets", 9000, 100)
    room.when(LayOut(SHIPPED["stop_start_continue"]), at=BOARD.id)
    assert where(room).keys() == {"Money"}


def test_a_cluster_that_is_large_on_the_stage_makes_room_for_a_canvas() -> None:
    room, (money, *_rest) = laid("columns")
    room.when(SpotlightCluster(cluster(room, "First", money)), at=BOARD.id)

    room.when(LayOut(SHIPPED["wall"]), at=BOARD.id)
    assert the_board(room.records, BOARD.id).spotlight
    room.when(LayOut(SHIPPED["free"]), at=BOARD.id)

    assert not the_board(room.records, BOARD.id).spotlight


def test_notes_in_rows_keep_the_order_in_which_they_were_put_there() -> None:
    room, cards = laid("stop_start_continue")
    room.when(PutInZone((cards[3],), "start"), at=BOARD.id)
    room.when(PutInZone((cards[0], cards[4]), "start"), at=BOARD.id)

    assert in_zone(spots(room.records, BOARD.id), "start") == [cards[3], cards[0], cards[4]]
    room.when(PutInZone((cards[3],), "start"), at=BOARD.id)
    assert in_zone(spots(room.records, BOARD.id), "start") == [cards[0], cards[4], cards[3]]


def test_many_notes_of_one_zone_do_not_lie_on_one_another_while_there_is_room() -> None:
    texts = tuple(f"Idea {number}" for number in range(20))
    room, cards = laid("impact_effort", *texts)

    room.when(PutInZone(tuple(cards), "quick_wins"), at=BOARD.id)

    places = [(x, y) for _zone, x, y in where(room).values()]
    assert len(set(places)) == 20
    assert all(x < WHOLE // 2 and y < WHOLE // 2 for x, y in places)


def test_moving_a_selection_is_one_fact_and_one_undo() -> None:
    room, cards = laid("free")
    room.when(PutInZone(tuple(cards), "canvas"), at=BOARD.id)
    before, facts = where(room), len(room.facts)

    room.when(ShiftNotes(tuple(cards), 3 * STEP, STEP), at=BOARD.id)

    assert len(room.facts) == facts + 1
    assert {text: (zone, x - 3 * STEP, y - STEP) for text, (zone, x, y) in where(room).items()} == before
    room.undo()
    assert where(room) == before


def test_a_selection_stays_as_it_lies_when_its_first_note_reaches_the_edge() -> None:
    room, (money, data, *_rest) = laid("free")
    room.when(LayNotes((money,), 100, 5000), at=BOARD.id)
    room.when(LayNotes((data,), 600, 9900), at=BOARD.id)

    room.when(ShiftNotes((money, data), -2000, 2000), at=BOARD.id)

    assert where(room) == {"Money": ("canvas", 0, 5100), "Data": ("canvas", 500, 10000)}


def test_crossing_the_middle_takes_a_note_into_the_next_zone() -> None:
    room, (money, *_rest) = laid("impact_effort")
    room.when(LayNotes((money,), WHOLE // 2 - STEP, 100), at=BOARD.id)
    assert where(room)["Money"][0] == "quick_wins"

    room.when(ShiftNotes((money,), STEP, 0), at=BOARD.id)

    assert where(room)["Money"] == ("big_bets", WHOLE // 2, 100)


def test_taken_off_the_canvas_a_note_is_on_the_board_still() -> None:
    room, (money, *_rest) = laid("free")
    room.when(PutInZone((money,), "canvas"), at=BOARD.id)

    room.when(PutInZone((money,), ""), at=BOARD.id)

    assert where(room) == {}
    assert count(room) == len(TEXTS)
    room.undo()
    assert where(room).keys() == {"Money"}
    with refused("layout.at_edge"):
        room.when(ShiftNotes((money,), 0, 0), at=BOARD.id)
    with refused("layout.not_placed"):
        room.when(ShiftNotes((_rest[0],), STEP, 0), at=BOARD.id)
    with refused("layout.no_such_zone"):
        room.when(PutInZone((money,), "nowhere"), at=BOARD.id)
    with refused("board.no_such_card"):
        room.when(PutInZone((), "canvas"), at=BOARD.id)


def test_a_merged_note_lies_where_the_first_of_its_notes_did() -> None:
    room, (money, data, *_rest) = laid("free")
    room.when(LayNotes((money,), 1000, 2000), at=BOARD.id)

    room.when(MergeIdeas((money, data), "Money and data"), at=BOARD.id)

    assert where(room) == {"Money and data": ("canvas", 1000, 2000)}
    made = next(card.id for card in room.records[Card].values() if card.text == "Money and data")
    room.when(ShiftNotes((made,), STEP, 0), at=BOARD.id)
    assert where(room) == {"Money and data": ("canvas", 1000 + STEP, 2000)}
    room.when(PutInZone((made,), ""), at=BOARD.id)
    assert where(room) == {}


def test_what_is_parked_or_removed_lies_nowhere_and_comes_back_to_its_place() -> None:
    room, (money, data, *_rest) = laid("free")
    room.when(PutInZone((money, data), "canvas"), at=BOARD.id)
    before = where(room)

    room.when(ParkIdea(money), at=BOARD.id)
    room.when(RemoveIdea(data), at=BOARD.id)

    assert where(room) == {}
    room.undo()
    room.undo()
    assert where(room) == before
    room.when(ParkIdea(money), at=BOARD.id)
    room.when(PutInZone((money,), "canvas"), at=BOARD.id)
    assert not room.records[Placement][money].is_parked


def test_the_room_sees_no_place_of_a_note_that_waits() -> None:
    room, (money, data, *_rest) = laid("free")
    room.when(PutInZone((money,), "canvas"), at=BOARD.id)
    assert spots(room.seen, BOARD.id) == {}
    assert not room.seen[Spot]

    room.when(RevealBoard(), at=BOARD.id)
    room.when(HoldIdea(data), at=BOARD.id)
    room.when(PutInZone((data,), "canvas"), at=BOARD.id)
    assert spots(room.seen, BOARD.id).keys() == {money, data}
    room.when(HoldIdea(money), at=BOARD.id)

    assert {spot.card for spot in room.seen[Spot].values()} == {data}
    assert layout_of(room.seen, BOARD.id).key == "free"


def test_the_room_names_the_ends_of_the_axes_and_takes_the_names_back() -> None:
    room, _cards = laid("impact_effort")
    room.when(NameEnd("left", "  Cheap \n and easy "), at=BOARD.id)
    room.when(NameEnd("top", "Changes lives"), at=BOARD.id)

    layout = layout_of(room.records, BOARD.id)
    assert layout.across is not None
    assert layout.upward is not None
    assert (layout.across.low, layout.across.high) == ("Cheap and easy", "Much effort")
    assert (layout.upward.low, layout.upward.high) == ("Little impact", "Changes lives")
    room.when(NameEnd("left", ""), at=BOARD.id)
    assert layout_of(room.records, BOARD.id).across == layout.across.__class__("Little effort", "Much effort")
    for end, name, code in (("middle", "x", "form.unreadable"), ("left", "x" * 81, "text.too_long")):
        with refused(code):
            room.when(NameEnd(end, name), at=BOARD.id)
    room.when(LayOut(SHIPPED["stop_start_continue"]), at=BOARD.id)
    with refused("form.unreadable"):
        room.when(NameEnd("left", "x"), at=BOARD.id)


def test_a_layout_from_elsewhere_that_cannot_be_read_leaves_the_board_in_columns() -> None:
    room, (money, *_rest) = laid("free")
    room.when(PutInZone((money,), "canvas"), at=BOARD.id)
    for told in ("", "{}", SHIPPED["free"].replace("[0, 0, 1, 1]", "[0, 0, 7, 1]")):
        strange = room.records.after(stated(room.records, LaidOut(f"{BOARD.id}:free", BOARD.id, told)))

        assert layout_of(strange, BOARD.id).shape == COLUMNS
        assert spots(strange, BOARD.id) == {}
        assert sum(map(len, cards_by_cluster(strange, BOARD.id).values())) == len(TEXTS)


def test_a_spot_whose_zone_is_gone_belongs_to_the_zone_it_lies_in() -> None:
    room, (money, *_rest) = laid("impact_effort")
    room.when(PutInZone((money,), "time_sinks"), at=BOARD.id)

    room.when(LayOut(SHIPPED["impact_effort"].replace("time_sinks", "never")), at=BOARD.id)

    assert where(room)["Money"][0] == "never"


def test_two_peoples_moves_and_names_are_both_kept_whatever_comes_first() -> None:
    room, (money, data, *_rest) = laid("impact_effort")
    room.when(PutInZone((money, data), "quick_wins"), at=BOARD.id)
    there = len(room.facts)
    records = room.records
    for wish in (LayNotes((money,), 9000, 9000), NameEnd("left", "Cheap"), NameEnd("right", "Dear")):
        room.when(wish, at=BOARD.id)
    room.when(ShiftNotes((data,), STEP, 0), at=BOARD.id)
    told = where(room)

    facts: list[Fact] = room.facts
    assert records is not room.records
    for order in permutations(facts[there:]):
        again = merged(BOOK.kinds, (*facts[:there], *order))
        seen = {again[Card][card].text: (s.zone, s.x, s.y) for card, s in spots(again, BOARD.id).items()}
        assert seen == told
        assert layout_of(again, BOARD.id) == layout_of(room.records, BOARD.id)


def test_a_place_is_written_whole_so_that_two_moves_of_one_note_never_mix() -> None:
    room, (money, *_rest) = laid("free")
    room.when(LayNotes((money,), 1000, 2000), at=BOARD.id)

    room.when(ShiftNotes((money,), STEP, 0), at=BOARD.id)

    (change,) = room.facts[-1].changes
    assert change.set == {"zone": "canvas", "x": 1000 + STEP, "y": 2000}


MOVES = st.one_of(
    st.builds(LayOut, st.sampled_from([*SHIPPED.values(), "{}"])),
    st.builds(
        PutInZone, st.just(()), st.sampled_from(["canvas", "stop", "start", "quick_wins", "big_bets", "what", ""])
    ),
    st.builds(LayNotes, st.just(()), st.integers(-99999, 99999), st.integers(-99999, 99999)),
    st.builds(ShiftNotes, st.just(()), st.integers(-99999, 99999), st.integers(-99999, 99999)),
    st.just("undo"),
    st.just("redo"),
)


@settings(deadline=None)
@drawn(st.lists(st.tuples(MOVES, st.sets(st.integers(0, 4), min_size=1), st.sampled_from([HOST, AMINA])), max_size=30))
def test_no_order_of_moves_layouts_and_undos_loses_a_note_or_lays_one_outside(said: list[Any]) -> None:
    room = given()
    # Whoever undoes here cannot undo these: they are somebody else's.
    for wish in (AddIdeas(TEXTS), LayOut(SHIPPED["impact_effort"])):
        room.when(wish, WEI, BOARD.id, Role.GUIDE)
    cards = [card.id for card in room.records[Card].values()]
    left: dict[str, dict[str, tuple[str, int, int]]] = {}

    for move, chosen, by in said:
        _say(room, move, tuple(cards[at] for at in chosen), by)
        layout, now = layout_of(room.records, BOARD.id), where(room)

        assert count(room) == len(TEXTS)
        assert all(0 <= x <= WHOLE and 0 <= y <= WHOLE for _zone, x, y in now.values())
        assert all(not zone or layout.zone(zone) for zone, _x, _y in now.values())
        if isinstance(move, LayOut) and layout.shape == CANVAS and layout.key in left:
            assert now == left[layout.key]
        if move in ("undo", "redo"):
            left.clear()
        left[layout.key] = now


def _say(room: Room, move: Wish | str, cards: tuple[CardId, ...], by: Any) -> None:
    try:
        if move == "undo":
            room.undo(by)
        elif move == "redo":
            room.redo(by)
        elif isinstance(move, PutInZone | LayNotes | ShiftNotes):
            room.when(replace(move, cards=cards), by, BOARD.id, Role.GUIDE)
        elif isinstance(move, LayOut):
            room.when(move, by, BOARD.id, Role.GUIDE)
    except Refusal:
        return


def test_a_layout_under_the_key_of_another_one_is_columns_and_no_rule_fails_on_it() -> None:
    """A file from elsewhere may say anything: a template of it does not carry what cannot be read."""
    room, cards = laid("impact_effort")
    there = room.records[LaidOut][f"{BOARD.id}:impact_effort"]
    for drawn_there in (SHIPPED["free"], "{}"):
        room.records = room.records.after((changed(there, drawn=drawn_there),))

        assert layout_of(room.records, BOARD.id).shape == COLUMNS
        assert drawn_of(room.records, BOARD.id) == ""
        for wish in (NameEnd("left", "Cheap"), PutInZone((cards[0],), "quick_wins"), LayNotes((cards[0],), 1, 1)):
            with refused("layout.no_canvas"):
                room.when(wish, at=BOARD.id)
    room.when(LayOut(SHIPPED["impact_effort"]), at=BOARD.id)
    assert layout_of(room.records, BOARD.id).shape == CANVAS


def seconds_for(count: int, zone: str) -> float:
    """What one wish for so many notes costs the processor; the best of three."""
    room, cards = laid("stop_start_continue", *(f"Note {number}" for number in range(count)))
    room.when(PutInZone(tuple(cards), "stop"), at=BOARD.id)
    moment = Moment(HOST, Role.GUIDE, 0, BOARD.id, WishId("w"))
    found = []
    for _ in range(3):
        before = time.process_time()
        BOOK.decide(room.records, PutInZone(tuple(cards), zone), moment)
        found.append(time.process_time() - before)
    return min(found)


@pytest.mark.parametrize("zone", ["start", ""])
def test_eight_times_the_notes_take_about_eight_times_as_long(zone: str) -> None:
    """The desk does nothing else meanwhile: were it the square, it would take sixty-four times as long."""
    assert seconds_for(4000, zone) < 24 * seconds_for(500, zone)

"""Focus: one note large, and the way from note to note."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import (
    AUTHOR,
    CLUSTER,
    AddIdea,
    FocusIdea,
    HoldIdea,
    MergeIdeas,
    ParkIdea,
    RemoveIdea,
    RevealBoard,
    SpotlightCluster,
    in_focus,
    the_board,
    walked,
    way,
)
from facilitator.convening.ids import CardId, PersonId
from tests.activities.ideation_board.boards import cluster
from tests.convening.given import AMINA, BOARD, TOMAS, Room, given, refused


def sent(*said: tuple[PersonId, str]) -> tuple[Room, list[CardId]]:
    room = given()
    return room, [CardId(room.when(AddIdea(text), by=by, at=BOARD.id)) for by, text in said]


def large(room: Room) -> str:
    card = in_focus(room.seen, BOARD.id)
    return card.text if card is not None else ""


def test_only_what_the_room_sees_is_shown_large() -> None:
    room, (money,) = sent((AMINA, "Money"))
    with refused("board.not_shown_yet"):
        room.when(FocusIdea(money), at=BOARD.id)
    with refused("board.no_such_card"):
        room.when(FocusIdea(CardId("nowhere")), at=BOARD.id)
    room.when(RevealBoard(), at=BOARD.id)

    room.when(FocusIdea(money), at=BOARD.id)

    assert large(room) == "Money"
    room.when(FocusIdea(CardId("")), at=BOARD.id)
    assert large(room) == ""


def test_what_is_held_removed_or_merged_meanwhile_is_followed() -> None:
    room, (money, data, time) = sent((AMINA, "Money"), (TOMAS, "Data"), (AMINA, "Time"))
    room.when(RevealBoard(), at=BOARD.id)
    room.when(FocusIdea(money), at=BOARD.id)

    room.when(MergeIdeas((data, money)), at=BOARD.id)
    assert large(room) == "Data"
    room.when(HoldIdea(data), at=BOARD.id)
    assert large(room) == ""
    room.when(FocusIdea(time), at=BOARD.id)
    room.when(RemoveIdea(time), at=BOARD.id)
    assert large(room) == ""


def test_a_cluster_in_the_spotlight_takes_the_stage_from_one_note() -> None:
    room, (money,) = sent((AMINA, "Money"))
    room.when(RevealBoard(), at=BOARD.id)
    first = cluster(room, "First", money)
    room.when(FocusIdea(money), at=BOARD.id)

    room.when(SpotlightCluster(first), at=BOARD.id)

    assert large(room) == ""
    assert the_board(room.records, BOARD.id).spotlight == first


def test_the_way_goes_through_a_cluster_the_unsorted_or_one_author_and_past_what_is_held() -> None:
    room, cards = sent((AMINA, "A1"), (TOMAS, "T1"), (AMINA, "A2"), (TOMAS, "T2"), (AMINA, "A3"))
    room.when(RevealBoard(), at=BOARD.id)
    cluster(room, "First", cards[0], cards[1])
    room.when(HoldIdea(cards[4]), at=BOARD.id)

    def texts(card: CardId, along: str) -> list[str]:
        known = dict(zip(cards, ("A1", "T1", "A2", "T2", "A3"), strict=True))
        return [known[each] for each in way(room.records, BOARD.id, card, along)]

    assert texts(cards[0], CLUSTER) == ["A1", "T1"]
    assert texts(cards[2], CLUSTER) == ["A2", "T2"]
    assert texts(cards[0], AUTHOR) == ["A1", "A2"]
    assert texts(cards[4], AUTHOR) == ["A1", "A2", "A3"]
    assert way(room.records, BOARD.id, CardId("nowhere"), CLUSTER) == []


def shown(*said: tuple[PersonId, str]) -> tuple[Room, list[CardId]]:
    room, cards = sent(*said)
    room.when(RevealBoard(), at=BOARD.id)
    return room, cards


def walk(room: Room, steps: int, along: str = CLUSTER) -> str:
    """Walk on as the facilitator does, and say what is large then."""
    room.when(FocusIdea(walked(room.records, BOARD.id, steps, along)), at=BOARD.id)
    return large(room)


def test_a_walk_goes_there_and_back_and_stays_at_the_ends() -> None:
    room, cards = shown((AMINA, "A1"), (TOMAS, "T1"), (AMINA, "A2"))
    before = walked(room.records, BOARD.id, 1, CLUSTER)
    room.when(FocusIdea(cards[0]), at=BOARD.id)

    assert before == ""
    assert [walk(room, step) for step in (1, 1, 1, -1, -1, -1)] == ["T1", "A2", "A2", "T1", "A1", "A1"]
    assert [walk(room, step, AUTHOR) for step in (1, 1, -1)] == ["A2", "A2", "A1"]


def test_what_is_parked_is_neither_shown_large_nor_walked_past() -> None:
    room, (money, data, time) = shown((AMINA, "Money"), (AMINA, "Data"), (AMINA, "Time"))
    room.when(FocusIdea(money), at=BOARD.id)
    room.when(ParkIdea(data), at=BOARD.id)

    assert (walk(room, 1), walked(room.records, BOARD.id, -1, AUTHOR)) == ("Time", money)
    with refused("board.is_parked"):
        room.when(FocusIdea(data), at=BOARD.id)
    room.when(ParkIdea(time), at=BOARD.id)
    assert large(room) == ""


def test_a_walk_goes_on_from_what_the_large_note_was_merged_into() -> None:
    room, (money, data, time) = shown((AMINA, "Money"), (TOMAS, "Data"), (AMINA, "Time"))
    room.when(FocusIdea(money), at=BOARD.id)

    room.when(MergeIdeas((data, money)), at=BOARD.id)

    assert large(room) == "Data"
    assert walked(room.records, BOARD.id, 1, CLUSTER) == time
    assert way(room.records, BOARD.id, money, CLUSTER) == [data, time]


def test_a_merged_note_is_on_the_way_of_everybody_whose_wording_it_holds() -> None:
    room, (money, data, time) = shown((AMINA, "Money"), (TOMAS, "Data"), (AMINA, "Time"))

    room.when(MergeIdeas((data, money)), at=BOARD.id)

    assert way(room.records, BOARD.id, time, AUTHOR) == [data, time]
    assert way(room.records, BOARD.id, data, AUTHOR) == [data]


def test_words_found_together_are_on_the_way_of_who_said_the_first_of_them() -> None:
    room, (money, data, time) = shown((AMINA, "Money"), (TOMAS, "Data"), (AMINA, "Time"))

    both = CardId(room.when(MergeIdeas((money, data), "Money and data"), at=BOARD.id))

    assert set(way(room.records, BOARD.id, both, AUTHOR)) == {both, time}


def test_after_the_large_note_was_taken_away_a_walk_begins_anew() -> None:
    room, (money, _) = shown((AMINA, "Money"), (AMINA, "Data"))
    room.when(FocusIdea(money), at=BOARD.id)

    room.when(RemoveIdea(money), at=BOARD.id)

    assert walked(room.records, BOARD.id, 1, CLUSTER) == ""

"""Showing: what waits is seen by nobody until it is shown."""

from __future__ import annotations

from hypothesis import given as tried_with
from hypothesis import strategies as st

from facilitator.activities.ideation_board.rules import (
    SHUFFLED,
    AddIdea,
    Board,
    GoToStep,
    HideArriving,
    HoldIdea,
    MergeIdeas,
    ParkIdea,
    PlaceIdea,
    Placement,
    ReleaseIdea,
    RevealAuthor,
    RevealBoard,
    RevealIdeas,
    ShowArriving,
    cards_by_cluster,
    count_for_room,
    the_board,
)
from facilitator.convening.ballots import Round
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, ClusterId, PersonId, RoundId
from tests.activities.ideation_board.boards import board, cluster
from tests.convening.given import AMINA, BOARD, TOMAS, WEI, Room, given, refused


def test_an_idea_waits_until_it_is_revealed() -> None:
    room = given()
    idea = CardId(room.when(AddIdea("Shorter meetings", "phone", "en"), by=AMINA, at=BOARD.id))

    assert room.records[Card][idea] == Card(idea, "Shorter meetings", "en", "phone", AMINA)
    assert room.records[Placement][idea] == Placement(idea, BOARD.id, is_held=True)
    room.when(RevealBoard(), at=BOARD.id)
    assert not room.records[Placement][idea].is_held
    late = CardId(room.when(AddIdea("Late"), at=BOARD.id))
    assert room.records[Placement][late].is_held


def test_when_arriving_is_shown_ideas_come_at_once_until_it_is_hidden() -> None:
    room, (waiting,) = board("Waiting")
    room.when(ShowArriving(), at=BOARD.id)
    assert not room.records[Placement][waiting].is_held
    at_once = CardId(room.when(AddIdea("At once"), at=BOARD.id))
    assert not room.records[Placement][at_once].is_held

    room.when(HideArriving(), at=BOARD.id)

    later = CardId(room.when(AddIdea("Later"), at=BOARD.id))
    assert room.records[Placement][later].is_held


def test_what_was_shown_cannot_be_unseen() -> None:
    for wish in (RevealBoard(), ShowArriving()):
        room = given()
        room.when(AddIdea("Money"), by=AMINA, at=BOARD.id)
        room.when(wish, at=BOARD.id)
        with refused("undo.nothing"):
            room.undo()


def test_steps_follow_and_a_strange_one_is_refused() -> None:
    room = given()
    room.when(GoToStep("cluster"), at=BOARD.id)
    assert room.records[Board][BOARD.id].step == "cluster"
    with refused("board.unknown_step"):
        room.when(GoToStep("dance"), at=BOARD.id)


def test_a_hidden_card_is_shown_once_the_room_is_asked_about_it() -> None:
    room, (money, data) = board("Money", "Data")
    assert [card.text for card in room.seen[Card].values()] == []

    asked = given(
        *room.records[Card].values(), *room.records[Placement].values(), Round(RoundId("r"), BOARD.id, options=(data,))
    )

    assert money in room.records[Card]
    assert [card.text for card in asked.seen[Card].values()] == ["Data"]


def sent(*said: tuple[PersonId, str]) -> tuple[Room, dict[str, CardId]]:
    room = given()
    return room, {text: CardId(room.when(AddIdea(text), by=by, at=BOARD.id)) for by, text in said}


def seen(room: Room) -> list[str]:
    return [card.text for cards in cards_by_cluster(room.seen, BOARD.id).values() for card in cards]


def test_ideas_are_shown_one_author_at_a_time_and_the_last_one_shows_the_board() -> None:
    room, ideas = sent((AMINA, "A1"), (TOMAS, "T1"), (AMINA, "A2"), (WEI, "W1"))
    assert seen(room) == []

    room.when(RevealAuthor(ideas["A2"]), at=BOARD.id)
    assert seen(room) == ["A1", "A2"]
    assert not the_board(room.records, BOARD.id).is_revealed
    with refused("undo.nothing"):
        room.undo()
    room.when(RevealAuthor(ideas["W1"]), at=BOARD.id)
    room.when(RevealAuthor(ideas["T1"]), at=BOARD.id)

    assert sorted(seen(room)) == ["A1", "A2", "T1", "W1"]
    assert the_board(room.records, BOARD.id).is_revealed


def test_an_idea_without_author_is_shown_alone() -> None:
    records = (Card(CardId("1"), "One"), Card(CardId("2"), "Two"))
    room = given(*records, *(Placement(card.id, BOARD.id, is_held=True) for card in records))

    room.when(RevealAuthor(CardId("1")), at=BOARD.id)

    assert seen(room) == ["One"]


def test_picked_ideas_are_shown_together_and_hidden_again_by_undo() -> None:
    room, ideas = sent((AMINA, "A1"), (TOMAS, "T1"), (AMINA, "A2"))

    room.when(RevealIdeas((ideas["A1"], ideas["T1"])), at=BOARD.id)

    assert seen(room) == ["A1", "T1"]
    room.undo()
    assert seen(room) == []
    for cards in ((), ("nowhere",)):
        with refused("board.no_such_card"):
            room.when(RevealIdeas(cards), at=BOARD.id)


def test_a_shuffled_board_shows_all_and_does_not_tell_who_was_first() -> None:
    texts = [f"Idea {number:02}" for number in range(40)]
    room, _ = board(*texts)
    first = cluster(room, "First", CardId("w1.1"))

    room.when(RevealBoard(SHUFFLED), at=BOARD.id)

    assert sorted(seen(room)) == texts
    assert seen(room) != texts
    assert room.records[Placement][CardId("w1.1")].cluster == first
    with refused("form.unreadable"):
        room.when(RevealBoard("by name"), at=BOARD.id)


WRITTEN = st.lists(st.tuples(st.sampled_from((AMINA, TOMAS, WEI)), st.integers(0, 99)), min_size=1, max_size=8)
SHOWN = st.lists(
    st.tuples(st.sampled_from(("one", "author", "picked", "place", "hold")), st.integers(0, 9)), max_size=8
)


@tried_with(WRITTEN, SHOWN)
def test_whatever_is_shown_the_room_has_no_word_of_what_still_waits(
    written: list[tuple[PersonId, int]], shown_: list[tuple[str, int]]
) -> None:
    """Check 4, in part: the room's records hold no text and no place of an idea that is held."""
    room, ideas = sent(*((by, f"secret-{at}-{word}") for at, (by, word) in enumerate(written)))
    cards = list(ideas.values())

    for act, number in shown_:
        card = cards[number % len(cards)]
        wishes = {
            "one": ReleaseIdea(card),
            "author": RevealAuthor(card),
            "picked": RevealIdeas((card, cards[0])),
            "place": PlaceIdea(card, ClusterId("")),
            "hold": HoldIdea(card),
        }
        room.when(wishes[act], at=BOARD.id)

    told = "\n".join(f"{key} {record}" for table in room.seen.kinds for key, record in room.seen.table(table).items())
    for text, card in ideas.items():
        assert (text in told or card in told) == (not room.records[Placement][card].is_held)


def test_the_room_is_told_a_count_once_the_board_was_shown_and_only_of_what_it_sees() -> None:
    room, (one, same, later, off) = board("Pay the repairs", "Pay for repairs", "A park", "Off the stage")
    room.when(ReleaseIdea(one), at=BOARD.id)
    assert count_for_room(room.seen, BOARD.id) == 0

    room.when(RevealBoard(), at=BOARD.id)
    assert count_for_room(room.seen, BOARD.id) == 4

    room.when(MergeIdeas((one, same)), at=BOARD.id)
    room.when(ParkIdea(later), at=BOARD.id)
    room.when(HoldIdea(off), at=BOARD.id)
    room.when(AddIdea("Late"), at=BOARD.id)
    assert count_for_room(room.seen, BOARD.id) == 1


def test_a_board_that_shows_ideas_as_they_arrive_counts_them() -> None:
    room = given()
    room.when(ShowArriving(), at=BOARD.id)
    room.when(AddIdea("At once"), at=BOARD.id)

    assert count_for_room(room.seen, BOARD.id) == 1

"""History: any moment again, as the room may see it now, and what can still be taken back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from facilitator.activities.ideation_board.rules import (
    AddCluster,
    AddIdea,
    Board,
    Cluster,
    EditIdea,
    HoldIdea,
    PlaceIdea,
    Placement,
    RemoveIdea,
    RevealBoard,
)
from facilitator.convening.agenda import AddBlock, RemoveBlock
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, RevealedBallot, Round
from facilitator.convening.cards import Card
from facilitator.convening.facts import merged
from facilitator.convening.gathering import CreateConvening
from facilitator.convening.history import EVERY, History
from facilitator.convening.ids import HOST, BlockId, CardId, ClusterId, PersonId, RoundId
from facilitator.convening.notes import Note, WriteNote
from facilitator.convening.people import AddPerson, Contact, Person, RemovePerson
from facilitator.convening.undo import UndoFact
from facilitator.convening.words import Receipt, Role, Wish
from facilitator.store.reading import facts
from tests.convening.given import AMINA, BLOCKS, BOOK, CONVENING, PEOPLE, Room
from tests.convening.wishes import spoken
from tests.desk.laptop import STREAM, Laptop, kept


def begun() -> Room:
    """A room whose every record came by a fact."""
    room = Room()
    room.when(CreateConvening(CONVENING))
    for block in BLOCKS:
        room.when(AddBlock(block))
    for person in PEOPLE:
        room.when(AddPerson(person, Contact(person.id)))
    return room


def board_of(room: Room) -> BlockId:
    return BlockId(next(iter(room.records.table("block"))))


def history_of(room: Room) -> History:
    history = History(BOOK)
    for fact in room.facts:
        history.add(fact)
    return history


@drawn(st.data())
def test_any_moment_is_what_a_fold_of_the_facts_before_it_gives(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = Laptop(Path(folder))
        room.prepare()
        for _ in range(data.draw(st.integers(1, 20))):
            said = spoken(data.draw, BOOK, room.records)
            room.say(said.wish, said.by, said.role, said.activity)
        log = list(facts(room.connection, STREAM))
        history = History(BOOK)
        for fact in log:
            history.add(fact)

        for place in (0, data.draw(st.integers(0, len(log))), len(log)):
            assert kept(history.records_at(place)) == kept(merged(BOOK.kinds, log[:place]))
        assert kept(history.records_at(len(history))) == kept(room.records)
        for fact in log:
            stands = history.undoable(fact, fact.by)
            answer = room.say(UndoFact(fact.id), fact.by, Role.GUIDE)
            assert stands == isinstance(answer, Receipt), fact
            if stands:
                break
        room.connection.close()


def test_moments_beyond_what_is_kept_along_the_way_are_right_too() -> None:
    room = begun()
    board = board_of(room)
    for number in range(2 * EVERY + 20):
        room.when(AddIdea(str(number)), at=board)
    history = history_of(room)
    first = len(room.facts) - 2 * EVERY - 20

    for place in (first, EVERY - 1, EVERY, EVERY + 1, 2 * EVERY, len(history)):
        assert len(history.records_at(place)[Card]) == max(0, place - first)


def test_facts_out_of_their_order_are_not_taken_in() -> None:
    room = begun()
    history = history_of(room)

    assert not history.is_next(room.facts[0])
    with pytest.raises(ValueError, match="came before"):
        history.add(room.facts[0])
    assert history.is_next(replace(room.facts[-1], hlc=room.facts[-1].hlc + 1))


def test_the_room_sees_of_the_past_only_what_it_saw_then_and_may_see_now() -> None:
    room = begun()
    board = board_of(room)
    waits, shown, gone, taken_off = (CardId(room.when(AddIdea(t), at=board)) for t in ("a", "b", "c", "d"))
    then_hidden = len(room.facts)
    room.when(RevealBoard(), at=board)
    then = len(room.facts)
    room.when(RemoveIdea(gone), at=board)
    room.when(HoldIdea(taken_off), at=board)
    history = history_of(room)

    seen = history.room_at(then, room.seen)
    assert set(seen[Card]) == set(seen[Placement]) == {waits, shown}
    assert set(history.records_at(then)[Card]) == {waits, shown, gone, taken_off}
    assert not history.room_at(then_hidden, room.seen)[Card]


def test_nothing_private_is_in_the_rooms_past() -> None:
    room = begun()
    board = board_of(room)
    room.when(WriteNote(board, "Halima first"))
    room.when(AddIdea("Money"), by=AMINA, at=board)
    room.when(RevealBoard(), at=board)
    seen = history_of(room).room_at(len(room.facts), room.seen)

    assert not seen[Note]
    assert not seen[Contact]
    assert [card.by for card in seen[Card].values()] == [""]
    assert history_of(room).records_at(len(room.facts))[Note]


def test_a_sealed_round_has_no_past_to_look_at() -> None:
    room = begun()
    board, vote = board_of(room), list(room.records.table("block"))[1]
    card = CardId(room.when(AddIdea("Money"), at=board))
    round_ = RoundId(room.when(OpenRound((card,)), at=vote))
    room.when(CastBallot(round_, 1, (card,)), by=PersonId(PEOPLE[0].id), at=vote)
    room.when(CloseRound(round_), at=vote)
    history = history_of(room)

    for place in range(len(history) + 1):
        seen = history.room_at(place, room.seen)
        assert not seen[RevealedBallot]
        assert not seen.table("turnout")
        assert all(not known.ballots for known in seen[Round].values())
    assert not any("choice" in change.set for fact in history.facts for change in fact.changes)


def test_who_is_off_the_list_and_what_is_off_the_agenda_are_not_in_the_past_either() -> None:
    room = begun()
    vote = BlockId(list(room.records.table("block"))[1])
    then = len(room.facts)
    room.when(RemovePerson(PEOPLE[0].id))
    room.when(RemoveBlock(vote))
    seen = history_of(room).room_at(then, room.seen)

    assert PEOPLE[0].id not in seen[Person]
    assert vote not in seen.table("block")


def test_what_lay_in_a_group_that_is_gone_lies_loose() -> None:
    room = begun()
    board = board_of(room)
    card = CardId(room.when(AddIdea("Money"), at=board))
    room.when(RevealBoard(), at=board)
    cluster = ClusterId(room.when(AddCluster("Group"), at=board))
    room.when(PlaceIdea(card, cluster), at=board)
    then = len(room.facts)
    room.undo()
    room.undo()
    seen = history_of(room).room_at(then, room.seen)

    assert not seen[Cluster]
    assert seen[Placement][card].cluster == ""
    assert next(iter(seen[Board].values())).is_revealed


@pytest.mark.parametrize(
    ("by", "wish", "is_so"),
    [(HOST, None, True), (AMINA, None, False), (HOST, EditIdea, False), (HOST, RevealBoard, False)],
)
def test_what_can_be_taken_back_now(by: PersonId, wish: type[Wish] | None, is_so: bool) -> None:
    room = begun()
    board = board_of(room)
    card = CardId(room.when(AddIdea("Money"), at=board))
    fact = room.facts[-1]
    if wish is EditIdea:
        room.when(EditIdea(card, "Money that lasts"), by=AMINA, role=Role.GUIDE, at=board)
    elif wish is RevealBoard:
        room.when(RevealBoard(), at=board)

    assert history_of(room).undoable(fact, by) is is_so

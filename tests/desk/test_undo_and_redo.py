"""Three people say anything, take back and do again any number of times in any order: what stands is always sound."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.activities.ideation_board.rules import AddIdea, AddIdeas, EditIdea, RemoveIdea
from facilitator.convening.agenda import AddBlock, Block, MoveBlock
from facilitator.convening.ballots import CLOSED, OPEN, RevealRound, Round
from facilitator.convening.cards import Card
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.facts import REDONE, UNDONE, Fact, merged
from facilitator.convening.ids import HOST, BlockId, CardId, PersonId
from facilitator.convening.notes import WriteNote
from facilitator.convening.undo import RedoLast, UndoFact, UndoLast
from facilitator.convening.words import Receipt, Refusal, Role, Undo, Wish, added
from facilitator.store.projection import rebuild
from facilitator.store.reading import facts
from tests.convening.given import AMINA, BOOK, LUNCH, TOMAS, refused
from tests.convening.wishes import spoken
from tests.desk.laptop import STREAM, Laptop, kept, loaded, rows
from tests.desk.room import opened

THREE = (HOST, AMINA, TOMAS)
REFUSALS = {
    "undo.nothing", "undo.changed_since", "undo.revealed", "undo.never", "undo.not_yours", "redo.nothing",
    "record.still_needed",
}  # fmt: skip


@contextmanager
def at_work(data: st.DataObject, most: int = 25) -> Iterator[Laptop]:
    """A laptop at which three people have said this and that, each as a guide who may do anything."""
    with tempfile.TemporaryDirectory() as folder:
        room = Laptop(Path(folder))
        room.prepare()
        for _ in range(data.draw(st.integers(0, most))):
            say_anything(room, data, data.draw(st.sampled_from(THREE)))
        yield room
        room.connection.close()


def log_of(room: Laptop) -> list[Fact]:
    return list(facts(room.connection, STREAM))


def say_anything(room: Laptop, data: st.DataObject, by: PersonId) -> None:
    """Any wish of the ground and of the four activities; now and then one that others say too."""
    if data.draw(st.integers(0, 2)) == 0:
        # What one of them adds, another moves or writes on.
        block = BlockId(next(reversed([*room.records[Block]]), "") or "nowhere")
        text = data.draw(st.sampled_from(("one", "two", "three")))
        clashing = (WriteNote(block, text), MoveBlock(block, text[0], FIRST_DAY), AddBlock(LUNCH))
        hear(room, data.draw(st.sampled_from(clashing)), by)
        return
    said = spoken(data.draw, BOOK, room.records)
    hear(room, said.wish, by, said.activity)


def hear(room: Laptop, wish: Wish, by: PersonId, activity: str = "room") -> Receipt | Refusal:
    answer = room.say(wish, by, Role.GUIDE, activity)
    assert isinstance(answer, Receipt | Refusal)
    assert not isinstance(answer, Refusal) or answer.code != "wish.failed", wish
    return answer


def take_back(room: Laptop, data: st.DataObject, by: PersonId) -> None:
    """Undo, redo, or undo any one fact: it is done, or refused with a sentence."""
    own = [fact.id for fact in log_of(room)]
    one_fact = st.sampled_from(own).map(UndoFact)
    answer = hear(room, data.draw(st.one_of(st.just(UndoLast()), st.just(RedoLast()), one_fact)), by)
    assert isinstance(answer, Receipt) or answer.code in REFUSALS


def is_sound(room: Laptop) -> bool:
    """Whether nothing is broken, and whatever is pointed to is there."""
    BOOK.check(room.records, [added(one) for name in BOOK.kinds for one in room.records.table(name).values()])
    return not [
        (table, one.id, field)
        for table, kind in BOOK.kinds.items()
        for one in room.records.table(table).values()
        for field, aim in kind.points_to.items()
        if (wanted := getattr(one, field)) and wanted not in room.records.table(aim)
    ]


def says_the_same_everywhere(room: Laptop) -> bool:
    """Whether memory, tables and a replay of the log agree."""
    before = rows(room.connection)
    rebuild(room.connection, BOOK.kinds)
    replayed = kept(merged(BOOK.kinds, log_of(room)))
    return loaded(room.connection) == kept(room.records) == replayed and rows(room.connection) == before


@given(st.data())
def test_whatever_three_people_say_and_take_back_stays_sound(data: st.DataObject) -> None:
    with at_work(data) as room:
        for _ in range(data.draw(st.integers(1, 25))):
            by = data.draw(st.sampled_from(THREE))
            data.draw(st.sampled_from((say_anything, take_back, take_back)))(room, data, by)
            assert is_sound(room)

        assert says_the_same_everywhere(room)


@given(st.data(), st.sampled_from(THREE), st.booleans())
def test_all_that_was_taken_back_is_there_again_once_it_is_done_again(
    data: st.DataObject, by: PersonId, restarts: bool
) -> None:
    with at_work(data) as room:
        before = kept(room.records)
        count = 0
        while isinstance(answer := hear(room, UndoLast(), by), Receipt):
            count += 1
        assert isinstance(answer, Refusal)
        assert answer.code in REFUSALS
        taken_back = kept(room.records)
        if restarts:
            room.start_again()
            assert kept(room.records) == taken_back

        for _ in range(count):
            assert isinstance(hear(room, RedoLast(), by), Receipt)

        assert kept(room.records) == before
        assert says_the_same_everywhere(room)


@settings(max_examples=60)
@given(st.data(), st.sampled_from(THREE), st.booleans())
def test_any_commands_are_undone_step_by_step(data: st.DataObject, by: PersonId, restarts: bool) -> None:
    """Fault 40. The facilitator errs, any number of times: undone as often, everything is as before, restart or not."""
    with at_work(data) as room:
        before, commands = kept(room.records), 0
        for _ in range(data.draw(st.integers(1, 15))):
            seq = room.log.seq()
            say_anything(room, data, by)
            if room.log.seq() == seq:
                continue
            commands += 1
            last = log_of(room)[-1]
            if last.undo is Undo.NO or last.kind in (UNDONE, REDONE):
                # What cannot be undone (a clock, the stage, a reveal) is where the way back ends.
                before, commands = kept(room.records), 0
        if restarts:
            room.start_again()

        for _ in range(commands):
            assert isinstance(hear(room, UndoLast(), by), Receipt)

        assert kept(room.records) == before
        assert says_the_same_everywhere(room)


def test_everything_deleted_and_a_round_closed_too_soon_come_back_after_a_restart(data_folder: Path) -> None:
    """Fault 40. All ideas deleted, one overwritten, a vote closed too soon, the app started again: all of it returns."""
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        board = next(iter(room.desk.news.records.table("block")))
        room.tell(AddIdeas(("Soil", "Seed")), board)
        before = kept(room.desk.news.records)
        extra = [CardId(card) for card in room.desk.news.records[Card] if card not in cards]
        room.tell(EditIdea(extra[0], "wrong"), board)
        for card in (*extra, *cards):
            room.tell(RemoveIdea(card), board)
        room.close_vote(vote, round_)
        assert not room.desk.news.records[Card]

    with opened(data_folder) as room:
        for _ in range(7):
            room.tell(UndoLast())

        assert kept(room.desk.news.records) == before
        assert room.desk.news.records[Round][round_].state == OPEN
        for _ in range(7):
            room.tell(RedoLast())
        assert not room.desk.news.records[Card]
        assert room.desk.news.records[Round][round_].state == CLOSED


def test_a_wrong_reveal_is_the_one_thing_that_stays(data_folder: Path) -> None:
    """Fault 40. A reveal has been seen: neither it nor what stood on the ballots is taken back, and a sentence says so."""
    with opened(data_folder) as room:
        vote, round_, _ = room.open_vote()
        room.close_vote(vote, round_)
        room.tell(RevealRound(round_), vote)
        shown = kept(room.desk.news.records)

        with refused("undo.revealed"):
            room.tell(UndoLast())
        assert kept(room.desk.news.records) == shown


def test_the_refusal_names_who_changed_it_since_after_a_restart_too(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        person = next(key for key, one in room.desk.news.records.table("person").items() if one.name == "Amina")  # type: ignore[attr-defined]
        card = CardId(room.hear(AddIdea("Money"), "phone0", board).id + ".1")
        room.tell(EditIdea(card, "Money, said the guide"), board)
        room.hear(EditIdea(card, "Money, said Amina"), "phone0", board)

    with opened(data_folder) as room, refused("undo.changed_since", by=person):
        room.tell(UndoLast())

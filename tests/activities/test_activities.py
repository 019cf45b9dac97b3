"""What holds for every activity, whatever is said: replay, tables and memory agree, and undo takes back exactly."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.activities import Activity, discover
from facilitator.convening.clock import EndConvening
from facilitator.convening.facts import Fact, merged, stamp_of
from facilitator.convening.ids import HOST
from facilitator.convening.room import RoomView
from facilitator.convening.undo import RedoLast, UndoLast
from facilitator.convening.words import Receipt, Refusal, Undo
from facilitator.store.projection import project_any, rebuild
from facilitator.store.reading import facts
from tests.convening.given import BOOK
from tests.convening.wishes import every_wish, spoken
from tests.desk.laptop import STREAM, Laptop, empty_file, kept, loaded, rows

MANY = 30


@contextmanager
def laptop(origin: str = "0a0a0a0a") -> Iterator[Laptop]:
    with tempfile.TemporaryDirectory() as folder:
        found = Laptop(Path(folder), origin)
        found.prepare()
        yield found
        found.connection.close()


def live_through(room: Laptop, data: st.DataObject, most: int = MANY) -> None:
    """Say any wishes, one after another; every answer is a receipt or a refusal in a code of the house."""
    for _ in range(data.draw(st.integers(1, most))):
        said = spoken(data.draw, BOOK, room.records)
        answer = room.say(said.wish, said.by, said.role, said.activity)
        assert isinstance(answer, Receipt | Refusal)
        assert not isinstance(answer, Refusal) or answer.code != "wish.failed", said


def log_of(room: Laptop) -> list[Fact]:
    return list(facts(room.connection, STREAM))


@given(st.data())
def test_replay_tables_and_memory_say_the_same(data: st.DataObject) -> None:
    with laptop() as room:
        live_through(room, data)

        assert loaded(room.connection) == kept(room.records)
        assert kept(merged(BOOK.kinds, log_of(room))) == kept(room.records)
        before = rows(room.connection)
        rebuild(room.connection, BOOK.kinds)
        assert rows(room.connection) == before


@settings(max_examples=30)
@given(st.data())
def test_any_order_of_facts_gives_the_same_tables(data: st.DataObject) -> None:
    with laptop("0a0a0a0a") as ours, laptop("0b0b0b0b") as theirs, laptop("0c0c0c0c") as others:
        for room in (ours, theirs, others):
            live_through(room, data, 12)
        told = [fact for room in (ours, theirs, others) for fact in log_of(room)]
        expected = kept(merged(BOOK.kinds, told))

        shuffled = data.draw(st.permutations(told))
        merged_file = empty_file()
        for fact in shuffled:
            project_any(merged_file, BOOK.kinds, STREAM, stamp_of(fact.hlc, fact.origin), fact.changes)

        assert loaded(merged_file) == expected


@given(st.data())
def test_facts_of_one_laptop_projected_from_afar_make_the_same_tables_as_here(data: st.DataObject) -> None:
    with laptop() as room:
        live_through(room, data)
        elsewhere = empty_file()

        for fact in (*data.draw(st.permutations(log_of(room))), *log_of(room)):
            project_any(elsewhere, BOOK.kinds, STREAM, stamp_of(fact.hlc, fact.origin), fact.changes)

        assert rows(elsewhere) == rows(room.connection)


@given(st.data())
def test_what_is_undone_is_as_before_and_what_is_redone_as_after(data: st.DataObject) -> None:
    with laptop() as room:
        live_through(room, data, 10)
        before = kept(room.records)
        said = spoken(data.draw, BOOK, room.records)
        count = room.log.seq()
        room.say(said.wish, said.by, said.role, said.activity)
        if room.log.seq() == count or log_of(room)[-1].undo is Undo.NO or log_of(room)[-1].target:
            return
        after = kept(room.records)

        assert isinstance(room.say(UndoLast(), said.by, said.role), Receipt)
        assert kept(room.records) == before
        assert isinstance(room.say(RedoLast(), said.by, said.role), Receipt)
        assert kept(room.records) == after


@given(st.data())
def test_undoing_everything_and_doing_it_all_again_ends_where_it_began(data: st.DataObject) -> None:
    with laptop() as room:
        room.say(EndConvening())
        live_through(room, data, 15)
        after = kept(room.records)

        undone = 0
        while isinstance(room.say(UndoLast(), HOST), Receipt):
            undone += 1
        for _ in range(undone):
            assert isinstance(room.say(RedoLast(), HOST), Receipt)

        assert kept(room.records) == after


@given(st.data())
def test_a_repeated_id_changes_nothing_and_gets_the_same_answer(data: st.DataObject) -> None:
    with laptop() as room:
        live_through(room, data, 10)
        said = spoken(data.draw, BOOK, room.records)
        first = room.say(said.wish, said.by, said.role, said.activity, id="again")
        before, where = rows(room.connection), room.log.seq()

        second = room.say(said.wish, said.by, said.role, said.activity, id="again")

        assert repr(second) == repr(first)
        assert (rows(room.connection), room.log.seq()) == (before, where)


@given(st.data())
def test_nothing_that_lives_points_to_what_is_gone(data: st.DataObject) -> None:
    with laptop() as room:
        live_through(room, data)

        for name, kind in BOOK.kinds.items():
            for field, table in kind.points_to.items():
                for record in room.records.table(name).values():
                    aim = getattr(record, field)
                    assert not aim or aim in room.records.table(table), f"{record} points to {table} {aim}"


@given(st.data())
def test_the_room_looked_at_step_by_step_is_the_room_looked_at_once(data: st.DataObject) -> None:
    with laptop() as room:
        patient = RoomView(BOOK.veils())
        for _ in range(10):
            live_through(room, data, 3)
            step = patient.of(room.records)

            fresh = RoomView(BOOK.veils()).of(room.records)
            assert {name: dict(step.table(name)) for name in fresh.kinds} == {
                name: dict(fresh.table(name)) for name in fresh.kinds
            }


def test_every_wish_of_the_house_is_drawn() -> None:
    assert len(every_wish(BOOK)) > 45


@pytest.mark.parametrize("activity", discover().values(), ids=discover())
def test_a_face_that_no_activity_can_have_is_an_error(activity: Activity) -> None:
    with pytest.raises(ValueError, match="no face"):
        activity.face("smell")

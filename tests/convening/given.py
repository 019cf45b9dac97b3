"""Stories of a room without a disk: given some records, when somebody says something, then the records say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from facilitator.activities import discover
from facilitator.convening.agenda import Block
from facilitator.convening.facts import Fact, stamp_of
from facilitator.convening.gathering import Convening
from facilitator.convening.ground import GROUND
from facilitator.convening.ids import HOST, ROOM, BlockId, ConveningId, PersonId, WishId
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.convening.room import RoomView
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.undo import Hindsight, cell_of, redo, undo, undo_fact
from facilitator.convening.words import (
    BreakSeals,
    Decision,
    Effect,
    Moment,
    NewKey,
    Record,
    Refusal,
    Role,
    Seal,
    Wish,
    added,
    group_of,
)

BOOK = Rulebook(GROUND, {name: activity.rules for name, activity in discover().items()})

AMINA, TOMAS, WEI = PersonId("amina"), PersonId("tomas"), PersonId("wei")
PEOPLE = tuple(Person(person, person.capitalize(), is_here=True) for person in (AMINA, TOMAS, WEI))

CONVENING = Convening(ConveningId("convening"), "From single fixes to one system")
BOARD = Block(BlockId("board"), "Ideas", "ideation_board", "What would help?", 40, "F")
VOTE = Block(BlockId("vote"), "Vote", "dot_vote", "Where do we begin?", 15, "K")
WICKED = Block(BlockId("wicked"), "Wicked", "wicked_questions", "", 25, "P")
LUNCH = Block(BlockId("lunch"), "Lunch", "plain", "", 60, "U")
BLOCKS = (BOARD, VOTE, WICKED, LUNCH)

MORNING = 1_800_000_000_000
"""When a story begins, in UTC milliseconds."""


class Room:
    """A room that remembers what was said and done in it."""

    def __init__(self, *records: Record[Any]) -> None:
        self.records = Records(BOOK.kinds).after(added(record) for record in records)
        self.facts: list[Fact] = []
        self.sealed: dict[str, dict[str, tuple[int, tuple[str, ...]]]] = {}
        self.now = MORNING
        self._view = RoomView(BOOK.veils())
        self._stamps: dict[tuple[str, str, str], str] = {}

    @property
    def seen(self) -> Records:
        """What the room may see now."""
        return self._view.of(self.records)

    def when(self, wish: Wish, by: PersonId = HOST, at: str = ROOM, role: Role | None = None) -> str:
        """Say a wish to a block; give the id of the first record it makes."""
        part = role or (Role.GUIDE if by == HOST else Role.PARTICIPANT)
        key = WishId(f"w{len(self.facts) + 1}")
        moment = Moment(
            by, part, self.now, at, key, 7, lambda round_: tuple(c for _, c in self.sealed[round_].values())
        )
        self._apply(key, moment, BOOK.decide(self.records, wish, moment))
        return f"{key}.1"

    def later(self, milliseconds: int) -> None:
        """Let time pass."""
        self.now += milliseconds

    def undo(self, by: PersonId = HOST) -> None:
        """Take back what somebody did last."""
        self._take_back(*undo(by, self._hindsight()), by)

    def undo_fact(self, fact: str, by: PersonId = HOST) -> None:
        """Take back one thing that somebody did, by its fact's id."""
        self._take_back(*undo_fact(by, fact, self._hindsight()), by)

    def redo(self, by: PersonId = HOST) -> None:
        """Do again what somebody took back last."""
        self._take_back(*redo(by, self._hindsight()), by)

    def stamp(self, table: str, key: str, cell: str) -> str:
        """The stamp of a cell as it stands now."""
        return self._stamps.get((table, key, cell), "")

    def writer(self, stamp: str) -> Fact | None:
        """The fact with this stamp."""
        return next((fact for fact in self.facts if stamp_of(fact.hlc, fact.origin) == stamp), None)

    def own(self, by: str) -> Iterator[Fact]:
        """One person's facts, newest first."""
        return (fact for fact in reversed(self.facts) if fact.by == by)

    def _hindsight(self) -> Hindsight:
        return Hindsight(self.records, self, BOOK.reveals())

    def _take_back(self, decision: Decision, target: Fact, by: PersonId) -> None:
        key = WishId(f"w{len(self.facts) + 1}")
        self._apply(key, Moment(by, Role.GUIDE, self.now, ROOM, key), decision, target.id)

    def _apply(self, key: WishId, moment: Moment, decision: Decision, target: str = "") -> None:
        changes = (*decision.changes, *decision.memory)
        records = self.records.after(changes)
        BOOK.check(records, changes)
        self.records = records
        for effect in decision.effects:
            self._effect(effect)
        number = len(self.facts) + 1
        fact = Fact(
            number, key, "stream", "0a0a0a0a", number, number, moment.at, moment.by, moment.activity, decision.kind, 1,
            decision.changes, decision.undo, target,
        )  # fmt: skip
        self.facts.append(fact)
        for change in decision.changes:
            for name in change.set:
                cell = cell_of(group_of(BOOK.kinds[change.table], name))
                self._stamps[change.table, change.id, cell] = stamp_of(fact.hlc, fact.origin)

    def _effect(self, effect: Effect) -> None:
        match effect:
            case NewKey(round_):
                self.sealed[round_] = {}
            case Seal(round_, voter, number, choice):
                self.sealed[round_][voter] = number, choice
            case BreakSeals(round_):
                del self.sealed[round_]
            case _:
                pass


def given(*records: Record[Any]) -> Room:
    """A room with its convening, four blocks, three people who are here, and these records."""
    return Room(CONVENING, *BLOCKS, *PEOPLE, *records)


@contextmanager
def refused(code: str, **values: object) -> Iterator[None]:
    """Expect a no, because of this code and with these values."""
    with pytest.raises(Refusal) as caught:
        yield
    assert caught.value.code == code
    assert {name: caught.value.values[name] for name in values} == values

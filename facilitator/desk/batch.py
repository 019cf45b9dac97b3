"""One batch of wishes: decided one after another on a working copy, each in a savepoint, then one commit."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from secrets import randbits

from facilitator.convening.ballots import CastBallot, CastPaper
from facilitator.convening.facts import Fact
from facilitator.convening.hlc import wall_ms
from facilitator.convening.ids import PersonId, WishId
from facilitator.convening.people import Join, Rejoin
from facilitator.convening.records import Working
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.undo import Hindsight, RedoLast, UndoFact, UndoLast, redo, undo, undo_fact
from facilitator.convening.words import (
    BreakSeals,
    Decision,
    Effect,
    FreeSeat,
    Moment,
    MoveDevices,
    NewKey,
    Receipt,
    Refusal,
    Role,
    Seal,
    SeatDevice,
    Unseat,
    Wish,
)
from facilitator.store.forgetting import owe, unseat
from facilitator.store.kept import devices, free_seat, move_devices, seat_device, seat_of
from facilitator.store.log import BAD_WISH, DISK_ERRORS, Log
from facilitator.store.sealed import SealedBallots
from facilitator.store.writings import Writings

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Said:
    """A wish as it was said: by whom, in what part, from which device, to which activity.

    Who speaks from a device is looked up by its seat; `by` is for the laptop itself.
    """

    wish: Wish
    id: WishId
    by: PersonId
    role: Role
    device: str
    activity: str
    answer: Future[Receipt]


@dataclass(slots=True)
class Batch:
    """What a batch did so far; nobody hears of it before the commit."""

    log: Log
    sealed: SealedBallots
    book: Rulebook
    working: Working
    wall: Callable[[], int] = wall_ms
    facts: list[Fact] = field(default_factory=list)
    seated: list[tuple[str, str]] = field(default_factory=list)
    voted: list[str] = field(default_factory=list)
    revealed: list[str] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    answers: list[tuple[Future[Receipt], Receipt | Refusal]] = field(default_factory=list)

    def take(self, said: Said) -> None:
        """Answer one wish. A bad one fails alone; an error of the disk fails all."""
        self.answers.append((said.answer, self._answer(said)))

    def _answer(self, said: Said) -> Receipt | Refusal:
        if said.device:
            said = replace(said, by=PersonId(seat_of(self.log.connection, said.device, self.log.stream)))
        known = self.log.answered(said.id, {said.by, said.device} - {""})
        if isinstance(known, Refusal):
            return known
        if known is not None:
            return Receipt(said.id, known)
        try:
            with self.log.savepoint():
                return self._decide(said)
        except Refusal as refusal:
            with self.log.savepoint():
                self.log.remember(said.id, said.by or said.device, refusal, _round_of(said.wish))
            return refusal
        except BAD_WISH:
            logger.exception("The file cannot keep %s", type(said.wish).__name__)
        except DISK_ERRORS:
            raise
        except Exception:
            logger.exception("A rule failed on %s", type(said.wish).__name__)
        return Refusal("wish.failed")

    def _decide(self, said: Said) -> Receipt:
        moment = Moment(said.by, said.role, self.wall(), said.activity, said.id, randbits(64), self.sealed.shuffled)
        decision, target = self._decision(said, moment)
        changes = (*decision.changes, *decision.memory)
        before = self.working.held(changes)
        self.working.put(changes)
        try:
            self.book.check(self.working, changes)
            seats = self._seats_of(decision)
            for effect in decision.effects:
                self._effect(effect, said)
            receipt = self._keep(said, decision, target, moment.at)
        except BaseException:
            self.working.restore(before)
            raise
        for effect in decision.effects:
            self._note(effect, said)
        self.seated += seats
        return receipt

    def _seats_of(self, decision: Decision) -> list[tuple[str, str]]:
        """The devices that are about to lose their seat ("") or to have another one."""
        gone = {
            effect.person: effect.to if isinstance(effect, MoveDevices) else ""
            for effect in decision.effects
            if isinstance(effect, Unseat | FreeSeat | MoveDevices)
        }
        if not gone:
            return []
        seats = devices(self.log.connection, self.log.stream)
        return [(device, gone[PersonId(person)]) for device, person in seats.items() if person in gone]

    def _decision(self, said: Said, moment: Moment) -> tuple[Decision, str]:
        if said.device and not said.by and not isinstance(said.wish, Join | Rejoin):
            raise Refusal("person.none_such")
        if isinstance(said.wish, UndoLast | RedoLast | UndoFact):
            decision, fact = self._taken_back(said.wish, said.by)
            return decision, fact.id
        return self.book.decide(self.working, said.wish, moment), ""

    def _taken_back(self, wish: UndoLast | RedoLast | UndoFact, by: PersonId) -> tuple[Decision, Fact]:
        seen = Hindsight(self.working, Writings(self.log), self.book.reveals())
        match wish:
            case UndoFact(fact):
                return undo_fact(by, fact, seen)
            case RedoLast():
                return redo(by, seen)
        return undo(by, seen)

    def _keep(self, said: Said, decision: Decision, target: str, at: int) -> Receipt:
        seated = [effect.person for effect in decision.effects if isinstance(effect, SeatDevice)]
        by = seated[0] if seated else said.by
        if not decision.kind or not (decision.changes or decision.effects):
            seq = self.log.seq()
            self.log.remember(said.id, by or said.device, seq, _round_of(said.wish))
            return Receipt(said.id, seq)
        fact = self.log.append(
            Fact(0, said.id, "", "", 0, 0, at, by, said.activity, decision.kind, 1, decision.changes,
                 decision.undo, target)
        )  # fmt: skip
        self.facts.append(fact)
        return Receipt(said.id, fact.seq)

    def _effect(self, effect: Effect, said: Said) -> None:
        match effect:
            case Seal():
                self.sealed.put(effect)
            case NewKey(round_):
                self.sealed.new_key(round_)
            case BreakSeals(round_):
                self.sealed.break_seals(round_)
            case SeatDevice(person):
                if said.device:
                    seat_device(self.log.connection, said.device, self.log.stream, person)
            case FreeSeat(person):
                free_seat(self.log.connection, self.log.stream, person)
            case MoveDevices(person, to):
                move_devices(self.log.connection, self.log.stream, person, to)
            case Unseat(person):
                unseat(self.log.connection, self.log.stream, person)
                owe(self.log.connection)

    def _note(self, effect: Effect, said: Said) -> None:
        match effect:
            case Seal():
                self.voted.append(effect.voter)
            case BreakSeals(round_):
                self.revealed.append(round_)
            case SeatDevice(person):
                if said.device:
                    self.seated.append((said.device, person))
            case Unseat(person):
                self.forgotten.append(person)
            case NewKey() | FreeSeat() | MoveDevices():
                pass


def _round_of(wish: Wish) -> str:
    """The round whose reveal also destroys what is remembered of this wish."""
    return wish.round if isinstance(wish, CastBallot | CastPaper) else ""

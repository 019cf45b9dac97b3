"""The desk: one thread, one door. Wishes queue; whatever came during the last commit becomes one transaction."""

from __future__ import annotations

import logging
import queue
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

import uuid_utils

from facilitator.convening.ballots import InterruptRound
from facilitator.convening.hlc import wall_ms
from facilitator.convening.ids import HOST, ROOM, PersonId, WishId
from facilitator.convening.room import RoomView
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.words import NotSaved, Receipt, Refusal, Role, Wish
from facilitator.desk.batch import Batch, Said
from facilitator.desk.forgetting import finish_forgetting
from facilitator.desk.news import News
from facilitator.desk.saving import Saving
from facilitator.desk.turnout import lost_rounds, recounted, unsealed_with_key
from facilitator.store.answers import first_answer_to
from facilitator.store.footing import TRIED_BYTES, Gone
from facilitator.store.kept import set_setting
from facilitator.store.log import BAD_WISH, DISK_ERRORS
from facilitator.store.reading import facts
from facilitator.store.workspace import Workspace

logger = logging.getLogger(__name__)

SWITCH_SECONDS = 0.001

MOST_IN_A_BATCH = 256
"""How many wishes share a commit at most."""

Answer = TypeVar("Answer")
Listener = Callable[[News], None]


@dataclass(frozen=True, slots=True)
class _Errand:
    """Something done on the desk's thread with its own connection, between two batches."""

    work: Callable[[Workspace], Any]
    answer: Future[Any]


class Desk:
    """The door to one convening. Listeners are told on the desk's thread, after the commit, and may not speak."""

    def __init__(self, workspace: Workspace, stream: str, book: Rulebook, wall: Callable[[], int] = wall_ms) -> None:
        """Load the convening and begin to listen. Rounds whose key is lost are closed as interrupted.

        `wall` reads the clock that people read, in UTC milliseconds.
        """
        self._workspace = workspace
        self.stream = stream
        self._book, self._wall = book, wall
        self._room_view = RoomView(book.veils())
        self._log = workspace.log(stream)
        self._newest = self._log.newest()
        self._sealed = workspace.sealed()
        self._saving = Saving()
        loaded = workspace.load(stream)
        self._lost = lost_rounds(loaded, self._sealed)
        self._is_journal_owed = self._forget(unsealed_with_key(loaded, self._sealed))
        self._records = loaded.after(recounted(loaded, self._sealed))
        self._news = News(self._records, self._room_view.of(self._records), self._log.seq())
        self._listeners: tuple[Listener, ...] = ()
        self._is_telling = threading.local()
        self._door = threading.Lock()
        self._is_closed = False
        self._queue: queue.SimpleQueue[Said | _Errand | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="desk", daemon=True)

    def start(self) -> None:
        """Begin to work."""
        # With the default of 5 ms a thread that computes keeps the desk waiting that long after every commit.
        sys.setswitchinterval(SWITCH_SECONDS)
        self._thread.start()
        for round_ in self._lost:
            self.say(InterruptRound(round_.id), by=HOST, role=Role.GUIDE, activity=round_.block)

    def stop(self) -> None:
        """Finish what was said, then end. The workspace stays open for whoever opened it."""
        with self._door:
            self._is_closed = True
            self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join()
        self._turn_away()
        if self._is_journal_owed:
            self._is_journal_owed = not self._sealed.empty_journal()

    def listen(self, listener: Listener) -> News:
        """Tell a listener from now on, and give it how things stand."""
        with self._door:
            self._listeners = (*self._listeners, listener)
            return self._news

    def leave(self, listener: Listener) -> None:
        """Tell a listener no more."""
        with self._door:
            self._listeners = tuple(other for other in self._listeners if other != listener)

    @property
    def wall(self) -> Callable[[], int]:
        """The clock of this room, which people read: UTC milliseconds."""
        return self._wall

    @property
    def news(self) -> News:
        """How things stand after the last commit."""
        return self._news

    @property
    def saving(self) -> Saving:
        """Whether the disk takes what is said, as far as was tried."""
        return self._saving

    def try_disk(self) -> Future[None]:
        """Find out whether the disk takes again what a few ideas need; `saving` tells."""
        return self.errand(self._write_something)

    def say(
        self,
        wish: Wish,
        *,
        by: PersonId = HOST,
        role: Role = Role.GUIDE,
        device: str = "",
        activity: str = ROOM,
        id: str = "",
    ) -> Future[Receipt]:
        """Ask for something. The future gives a Receipt once it is on disk, or raises Refusal or NotSaved.

        `device` is the hash of a phone's token, and then `by` is whoever has its seat; `activity` is the id of the
        block that is spoken to; the same `id` from the same speaker gets the same answer. After `stop`: NotSaved.
        """
        answer: Future[Receipt] = _promise()
        self._hand_in(Said(wish, WishId(id or new_wish_id()), by, role, device, activity, answer))
        return answer

    def errand(self, work: Callable[[Workspace], Answer]) -> Future[Answer]:
        """Do something with the open workspace on the desk's thread, between two batches."""
        answer: Future[Answer] = _promise()
        self._hand_in(_Errand(work, answer))
        return answer

    def ballot_of(self, round_: str, voter: str) -> Future[tuple[int, tuple[str, ...]]]:
        """What one person chose in a round that is sealed, for that person only: (number, choice)."""
        return self.errand(lambda _: self._sealed.of(round_, voter))

    def first_answer(self, wish: str, device: str) -> Future[int | Refusal | None]:
        """What a device was told when it first said this wish: the seq, or the refusal; None when it is new."""
        return self.errand(lambda open_: first_answer_to(open_.connection, wish, device, self.stream))

    def _hand_in(self, job: Said | _Errand) -> None:
        if getattr(self._is_telling, "now", False):
            raise RuntimeError("a listener may not speak while it is told")
        with self._door:
            if not self._is_closed:
                self._queue.put(job)
                return
        job.answer.set_exception(NotSaved("room.closed"))

    def _turn_away(self) -> None:
        """Nobody waits for ever for a desk that never began."""
        while not self._queue.empty():
            job = self._queue.get()
            if job is not None:
                job.answer.set_exception(NotSaved("room.closed"))

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            if isinstance(job, _Errand):
                self._run_errand(job)
                continue
            jobs, then = self._drain(job)
            self._take(jobs)
            if isinstance(then, _Errand):
                self._run_errand(then)
            elif then is not None:
                return

    def _drain(self, first: Said) -> tuple[list[Said], _Errand | str | None]:
        jobs = [first]
        while len(jobs) < MOST_IN_A_BATCH:
            try:
                job = self._queue.get_nowait()
            except queue.Empty:
                return jobs, None
            if job is None:
                return jobs, "stop"
            if isinstance(job, _Errand):
                return jobs, job
            jobs.append(job)
        return jobs, None

    def _take(self, jobs: list[Said]) -> None:
        try:
            self._stand()
            batch = Batch(self._log, self._sealed, self._book, self._records.edit(), self._wall)
            self._log.begin()
            for job in jobs:
                batch.take(job)
            self._log.commit()
        except Exception as error:  # noqa: BLE001 - whatever failed, nobody may be acknowledged
            logger.warning("The disk did not take %d wishes: %r", len(jobs), error)
            self._give_up(jobs, self._workspace.why(error))
            return
        self._records = batch.working.publish()
        if batch.facts:
            self._newest = batch.facts[-1].id
        if batch.facts or batch.voted:  # what writes nothing proves nothing
            self._saving = Saving()
        self._is_journal_owed |= self._forget(batch.revealed)
        if self._is_journal_owed:
            self._is_journal_owed = not self._sealed.empty_journal()
        has_news = bool(batch.facts or batch.voted or batch.seated) and self._make_news(batch)
        # Whoever has the answer finds it in the news.
        for answer, said in batch.answers:
            if isinstance(said, Receipt):
                answer.set_result(said)
            else:
                answer.set_exception(said)
        if has_news:
            self._tell()
        if batch.forgotten:
            self._records, is_done = finish_forgetting(self._workspace, self._sealed, self._records, self.stream)
            self._is_journal_owed |= not is_done

    def _forget(self, rounds: list[str]) -> bool:
        """Destroy the keys of rounds that are over; tell whether the journal has to be emptied now."""
        try:
            if rounds:
                self._sealed.forget_keys(rounds)
        except OSError:
            logger.exception("A key could not be destroyed; the next start tries again")
        return bool(rounds)

    def _stand(self) -> None:
        """Make sure that the file is where it was. One that came back was opened anew, and is read anew."""
        self._workspace.stand(self._newest)
        if self._log.connection is self._workspace.connection:
            return
        log, self._sealed = self._workspace.log(self.stream), self._workspace.sealed()
        loaded = self._workspace.load(self.stream)
        self._records = loaded.after(recounted(loaded, self._sealed))
        new = tuple(facts(log.connection, self.stream, self._news.seq))
        self._log, self._newest = log, log.newest()
        self._news = News(self._records, self._room_view.of(self._records), log.seq(), new)
        self._tell()

    def _write_something(self, workspace: Workspace) -> None:
        self._stand()
        # A disk with room for a few letters only would be called well, and full again with the next idea.
        for text in ("." * TRIED_BYTES, ""):
            set_setting(workspace.connection, "tried", text)
        self._saving = Saving()

    def _give_up(self, jobs: list[Said], why: str) -> None:
        try:
            self._log.roll_back()
        except Exception:
            logger.exception("The transaction could not be rolled back")
        self._saving = self._saving.failed(why, self._wall)
        for job in jobs:
            job.answer.set_exception(NotSaved(why))

    def _make_news(self, batch: Batch) -> bool:
        seq = batch.facts[-1].seq if batch.facts else self._news.seq
        try:
            room = self._room_view.of(self._records)
        except Exception:
            logger.exception("What the room may see is not known: nobody is told")
            return False
        self._news = News(self._records, room, seq, tuple(batch.facts), tuple(batch.seated), tuple(batch.voted))
        return True

    def _tell(self) -> None:
        self._is_telling.now = True
        try:
            for listener in self._listeners:
                try:
                    listener(self._news)
                except Exception:
                    logger.exception("A listener failed")
        finally:
            self._is_telling.now = False

    def _run_errand(self, errand: _Errand) -> None:
        try:
            self._stand()
        except Exception as error:  # noqa: BLE001 - reading goes on from what is still open
            self._saving = self._saving.failed(self._workspace.why(error), self._wall)
        try:
            errand.answer.set_result(errand.work(self._workspace))
        except Exception as error:  # noqa: BLE001 - the asker hears of it, the desk goes on
            self._end_errand(error)
            errand.answer.set_exception(error)

    def _end_errand(self, error: Exception) -> None:
        try:
            self._log.roll_back()
        except DISK_ERRORS:
            logger.exception("The transaction could not be rolled back")
        if isinstance(error, (Gone, *DISK_ERRORS)) and not isinstance(error, BAD_WISH):
            self._saving = self._saving.failed(self._workspace.why(error), self._wall)


def _promise() -> Future[Any]:
    """Make an answer that cannot be called off: what was said will be decided."""
    answer: Future[Any] = Future()
    answer.set_running_or_notify_cancel()
    return answer


def new_wish_id() -> str:
    """Mint a wish's id, a uuid7."""
    return str(uuid_utils.uuid7())

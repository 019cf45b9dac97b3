"""The desk: one door, one commit for what queued, and nobody hears of anything before it is on disk."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.convening.agenda import AddBlock
from facilitator.convening.cards import Card
from facilitator.convening.facts import merged
from facilitator.convening.gathering import CreateConvening
from facilitator.convening.ids import HOST, PersonId
from facilitator.convening.notes import Note, WriteNote
from facilitator.convening.people import Join
from facilitator.convening.rulebook import Rulebook, Rules
from facilitator.convening.stage_state import BlankStage, ShowOnStage, Stage
from facilitator.convening.words import Decision, Moment, NotSaved, Receipt, Refusal, Undo, Wish
from facilitator.desk.desk import Desk, new_wish_id
from facilitator.desk.news import News
from facilitator.store.reading import facts
from facilitator.store.workspace import Workspace
from tests.convening.given import AMINA, BOOK, CONVENING, VOTE, refused
from tests.desk.laptop import kept
from tests.desk.room import STREAM, OpenDesk, opened


class FailingDisk(sqlite3.Connection):
    """A connection whose next commits are not taken by the disk."""

    failing = 0
    rollback_fails = False

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if statement == "commit" and self.failing:
            self.failing -= 1
            raise sqlite3.OperationalError("database or disk is full")
        if statement == "rollback" and self.rollback_fails:
            self.rollback_fails = False
            raise sqlite3.OperationalError("disk I/O error")
        return super().execute(statement, *values)


def failing_disk(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False, factory=FailingDisk)


class Held:
    """Keeps a desk's thread busy, so that what is said meanwhile queues."""

    def __init__(self, desk: Desk) -> None:
        self._go, self._waiting = threading.Event(), threading.Event()
        self._errand = desk.errand(self._wait)
        assert self._waiting.wait(20)

    def _wait(self, workspace: Workspace) -> None:
        self._waiting.set()
        self._go.wait(20)

    def let_go(self) -> None:
        self._go.set()
        self._errand.result(20)


def idea(room: OpenDesk, text: str, board: str, id: str = "") -> Future[Receipt]:
    return room.desk.say(AddIdea(text), activity=board, id=id)


def commits(room: OpenDesk) -> list[str]:
    found: list[str] = []
    room.desk.errand(lambda open_: open_.connection.set_trace_callback(found.append)).result(20)
    return found


def test_wishes_that_queued_share_one_commit_and_a_bad_one_fails_alone(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        said = commits(room)
        held = Held(room.desk)

        answers = [idea(room, text, board) for text in ("Money", "", "Data")]
        held.let_go()

        assert isinstance(answers[0].result(20), Receipt)
        with refused("text.empty"):
            answers[1].result(20)
        assert isinstance(answers[2].result(20), Receipt)
        assert [card.text for card in room.desk.news.records[Card].values()] == ["Money", "Data"]
        assert sum(statement == "commit" for statement in said) == 1
        assert sum(statement == "savepoint wish" for statement in said) >= 3


def test_a_receipt_comes_only_after_the_commit(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        reader = sqlite3.connect(room.workspace.path)
        seen: list[int] = []

        def look(done: Future[Receipt]) -> None:
            seen.append(reader.execute("select count(*) from fact where id = ?", (done.result().id,)).fetchone()[0])

        reader.close()
        reader = sqlite3.connect(room.workspace.path, check_same_thread=False)
        held = Held(room.desk)
        for number in range(5):
            idea(room, f"idea {number}", board).add_done_callback(look)
        held.let_go()
        room.desk.errand(lambda _: None).result(20)
        reader.close()

        assert seen == [1] * 5


def test_whoever_has_the_answer_finds_it_in_the_news(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        missing: list[str] = []

        def look(done: Future[Receipt]) -> None:
            if f"{done.result().id}.1" not in room.desk.news.records[Card]:
                missing.append(done.result().id)

        for number in range(50):
            idea(room, f"idea {number}", board).add_done_callback(look)
        room.desk.errand(lambda _: None).result(20)

        assert not missing


def test_500_wishes_and_500_retries_make_500_facts_without_a_gap(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        before = room.desk.news.seq

        first = [idea(room, f"idea {number}", board, f"wish{number}") for number in range(500)]
        again = [idea(room, f"idea {number}", board, f"wish{number}") for number in range(500)]

        assert [answer.result(20) for answer in again] == [answer.result(20) for answer in first]
        assert room.desk.news.seq == before + 500
        log = room.desk.errand(lambda open_: list(facts(open_.connection, STREAM))).result(20)
        assert [fact.oseq for fact in log] == list(range(1, len(log) + 1))
        assert [fact.hlc for fact in log] == sorted({fact.hlc for fact in log})


def test_when_the_disk_takes_nothing_everybody_hears_it_and_records_fall_back(data_folder: Path) -> None:
    with opened(data_folder, failing_disk) as room:
        board, _ = room.prepare()
        before = room.desk.news
        disk = room.workspace.connection
        assert isinstance(disk, FailingDisk)

        held = Held(room.desk)
        disk.failing, disk.rollback_fails = 1, True
        lost = [idea(room, text, board, text) for text in ("Money", "Data")]
        held.let_go()

        for answer in lost:
            with pytest.raises(NotSaved):
                answer.result(20)
        assert room.desk.news is before
        with pytest.raises(NotSaved):
            idea(room, "Time", board, "Time").result(20)
        for text in ("Money", "Data", "Time"):
            idea(room, text, board, text).result(20)
        assert [card.text for card in room.desk.news.records[Card].values()] == ["Money", "Data", "Time"]
        log = room.desk.errand(lambda open_: list(facts(open_.connection, STREAM))).result(20)
        assert [fact.oseq for fact in log] == list(range(1, len(log) + 1))
        assert kept(merged(BOOK.kinds, log)) == kept(room.desk.news.records)


def test_a_listener_may_not_speak_while_it_is_told(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        caught: list[Exception] = []

        def speak(news: News) -> None:
            for attempt in (lambda: room.desk.say(BlankStage()), lambda: room.desk.errand(lambda _: None)):
                try:
                    attempt()
                except RuntimeError as error:
                    caught.append(error)

        room.desk.listen(speak)
        idea(room, "Money", board).result(20)
        room.desk.leave(speak)
        room.desk.errand(lambda _: None).result(20)
        idea(room, "Data", board).result(20)

        assert len(caught) == 2


def test_a_listener_that_fails_stops_neither_the_desk_nor_the_next_listener(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        told: list[int] = []

        def fail(news: News) -> None:
            raise ZeroDivisionError

        room.desk.listen(fail)
        assert room.desk.listen(lambda news: told.append(news.seq)) is room.desk.news
        first, second = (idea(room, text, board).result(20).seq for text in ("Money", "Data"))
        room.desk.errand(lambda _: None).result(20)

        assert told == [first, second]


def test_news_say_which_phone_got_a_seat_and_what_happened(data_folder: Path) -> None:
    with opened(data_folder) as room:
        room.prepare(0)
        told: list[News] = []
        room.desk.listen(told.append)

        receipt = room.hear(Join("Amina"), "phone")
        room.desk.errand(lambda _: None).result(20)

        assert told[-1].seated == (("phone", AMINA),)
        assert [(fact.kind, fact.by, fact.seq) for fact in told[-1].facts] == [("person.joined", AMINA, receipt.seq)]


def test_everything_said_before_the_end_is_done_and_what_is_said_after_is_not_saved(data_folder: Path) -> None:
    room = OpenDesk(data_folder)
    board, _ = room.prepare()
    held = Held(room.desk)
    before = [idea(room, f"idea {number}", board) for number in range(300)]
    errand = room.desk.errand(lambda _: "done")
    stopping = threading.Thread(target=room.stop)
    stopping.start()
    held.let_go()
    stopping.join(20)

    assert all(isinstance(answer.result(20), Receipt) for answer in before)
    assert errand.result(20) == "done"
    with pytest.raises(NotSaved):
        idea(room, "too late", board).result(20)
    room.desk.stop()


def test_nobody_waits_for_a_desk_that_never_began(data_folder: Path) -> None:
    workspace = Workspace(data_folder, BOOK.kinds)
    desk = Desk(workspace, STREAM, BOOK)
    answer = desk.say(CreateConvening(CONVENING))

    desk.stop()
    workspace.close()

    with pytest.raises(NotSaved) as refused:
        answer.result(20)
    assert refused.value.why == "room.closed"


def test_what_was_said_cannot_be_called_off(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        held = Held(room.desk)
        answer = idea(room, "Money", board)

        assert not answer.cancel()
        held.let_go()
        assert isinstance(answer.result(20), Receipt)


def test_an_errand_that_fails_tells_only_who_sent_it_and_leaves_no_transaction(data_folder: Path) -> None:
    def fail(workspace: Workspace) -> None:
        workspace.connection.execute("begin immediate")
        raise ZeroDivisionError

    with opened(data_folder) as room:
        board, _ = room.prepare()

        with pytest.raises(ZeroDivisionError):
            room.desk.errand(fail).result(20)

        assert isinstance(idea(room, "Money", board).result(20), Receipt)


def test_an_errand_between_two_wishes_sees_the_first_and_not_the_second(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        held = Held(room.desk)
        idea(room, "Money", board)
        count = room.desk.errand(
            lambda open_: open_.connection.execute("select count(*) from card where here").fetchone()[0]
        )
        last = idea(room, "Data", board)
        held.let_go()
        last.result(20)

        assert count.result(20) == 1


def test_a_rule_that_fails_refuses_its_own_wish_only(data_folder: Path) -> None:
    @dataclass(frozen=True, slots=True)
    class Stumble(Wish):
        how: str

    def decide(records: Any, wish: Wish, moment: Moment) -> Decision:
        assert isinstance(wish, Stumble)
        if wish.how == "rule":
            raise ZeroDivisionError
        return Decision("odd", BOOK.decide(records, WriteNote(board, "x"), moment).changes[:0], Undo.NO, (Ellipsis,))  # type: ignore[arg-type]

    odd = Rulebook((*BOOK.ground, Rules("odd", (), (Stumble,), decide)), BOOK.activities)
    with opened(data_folder) as room:
        board, _ = room.prepare()
    workspace = Workspace(data_folder, odd.kinds)
    desk = Desk(workspace, STREAM, odd)
    desk.start()

    with refused("wish.failed"):
        desk.say(Stumble("rule")).result(20)
    with refused("wish.failed"):
        desk.say(WriteNote(board, 2**70)).result(20)  # type: ignore[arg-type]
    with refused("wish.failed"):
        desk.say(ShowOnStage("thanks"), by=PersonId(b"no text")).result(20)  # type: ignore[arg-type]
    assert not desk.news.records[Note]
    assert not desk.news.records[Stage]
    assert isinstance(desk.say(WriteNote(board, "remember")).result(20), Receipt)
    desk.stop()
    workspace.close()


def test_wish_ids_rise(data_folder: Path) -> None:
    made = [new_wish_id() for _ in range(100)]

    assert made == sorted(set(made))


def test_a_veil_that_fails_tells_nobody_and_the_desk_goes_on(data_folder: Path) -> None:
    is_torn = threading.Event()

    def torn(records: Any) -> list[tuple[str, str]]:
        if is_torn.is_set():
            raise ZeroDivisionError
        return []

    book = Rulebook((*BOOK.ground, Rules("torn", (), (), lambda *_: Decision(""), torn)), BOOK.activities)
    workspace = Workspace(data_folder, book.kinds)
    desk = Desk(workspace, STREAM, book)
    desk.start()
    told: list[News] = []
    desk.listen(told.append)
    desk.say(CreateConvening(CONVENING)).result(20)
    before = desk.news
    is_torn.set()

    desk.say(BlankStage()).result(20)
    assert desk.news is before
    is_torn.clear()
    desk.say(AddBlock(VOTE), by=HOST).result(20)
    desk.stop()
    workspace.close()

    assert len(told) == 2
    assert desk.news.room[Stage]


def test_an_unknown_error_is_not_taken_for_a_refusal() -> None:
    assert not issubclass(NotSaved, Refusal)

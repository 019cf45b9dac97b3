"""The log is read and folded a little at a time, kept up to what happens, and put in order when others' facts come."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.console.history.unrolling import Unrolling
from facilitator.convening.facts import Fact
from tests.console.conftest import Room
from tests.console.history.told import empty_chronicle, log_of, morning


@pytest.fixture
def host() -> QObject:
    """Who owns what unrolls."""
    return QObject()


def test_a_long_log_comes_whole_and_what_happens_meanwhile_too(room: Room, qtbot: QtBot, host: QObject) -> None:
    board = morning(room)
    for number in range(160):
        room.say(AddIdea(str(number)), board)
    unrolling = Unrolling(room.looking().read, lambda: empty_chronicle(room), host)
    with qtbot.waitSignal(unrolling.ready):
        unrolling.look()
        unrolling.look()
    assert [entry.id for entry in unrolling.chronicle.entries] == [fact.id for fact in log_of(room)]

    with qtbot.waitSignal(unrolling.grew):
        receipt = room.say(AddIdea("late"), board)
        unrolling.look()
    assert unrolling.chronicle.entries[-1].id == receipt.id


def test_facts_of_another_laptop_take_their_place_among_ours(room: Room, qtbot: QtBot, host: QObject) -> None:
    morning(room)
    ours = log_of(room)
    theirs = replace(
        ours[4], id="theirs", hlc=ours[4].hlc + 1, origin="0b0b0b0b", seq=99, changes=(), kind="note.written"
    )
    told: list[list[Fact]] = [ours, [], [theirs], []]

    def read(_after: int) -> Future[tuple[Fact, ...]]:
        done: Future[tuple[Fact, ...]] = Future()
        done.set_result(tuple(told.pop(0)))
        return done

    unrolling = Unrolling(read, lambda: empty_chronicle(room), host)
    with qtbot.waitSignal(unrolling.ready):
        unrolling.look()
    with qtbot.waitSignal(unrolling.ready):
        unrolling.look()

    assert [entry.id for entry in unrolling.chronicle.entries] == [
        *(fact.id for fact in ours[:5]), "theirs", *(fact.id for fact in ours[5:]),
    ]  # fmt: skip


def test_a_log_that_cannot_be_read_is_said_so(
    room: Room, qtbot: QtBot, host: QObject, caplog: pytest.LogCaptureFixture
) -> None:
    def read(_after: int) -> Future[tuple[Fact, ...]]:
        failed: Future[tuple[Fact, ...]] = Future()
        failed.set_exception(OSError("the disk is gone"))
        return failed

    unrolling = Unrolling(read, lambda: empty_chronicle(room), host)

    with qtbot.waitSignal(unrolling.failed):
        unrolling.look()
    assert "could not be read" in caplog.text


def test_a_fact_that_cannot_be_told_is_tried_once(
    room: Room, qtbot: QtBot, host: QObject, caplog: pytest.LogCaptureFixture
) -> None:
    morning(room)
    broken = replace(log_of(room)[0], changes=(None,))  # type: ignore[arg-type]  # as a damaged file might have it
    told: list[list[Fact]] = [[broken], []]

    def read(_after: int) -> Future[tuple[Fact, ...]]:
        done: Future[tuple[Fact, ...]] = Future()
        done.set_result(tuple(told.pop(0)))
        return done

    unrolling = Unrolling(read, lambda: empty_chronicle(room), host)
    with qtbot.waitSignal(unrolling.failed):
        unrolling.look()

    with qtbot.assertNotEmitted(unrolling.failed, wait=50):
        pass
    assert caplog.text.count("could not be told") == 1

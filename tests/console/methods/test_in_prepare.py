"""Methods beside an agenda in preparation: opened by a key, and what is chosen goes below the chosen block."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from facilitator.beginnings.methods import method
from facilitator.console.methods.columns import MethodRow
from facilitator.console.methods.words import Times, TimeTaken
from facilitator.console.prepare import Prepare
from facilitator.convening.agenda import agenda
from facilitator.convening.steps import seconds_of, steps_of
from tests.console.conftest import Room, do, doubled, names, press, unnamed


def answer(times: Times) -> Future[Times]:
    read: Future[Times] = Future()
    read.set_result(times)
    return read


@pytest.fixture
def prepare(room: Room, shown: Callable[[QWidget], None]) -> Prepare:
    for title in ("Arrive", "Ideas", "Lunch"):
        room.block(title, minutes=15)
    times = {"one_two_four_all": TimeTaken(12, 17)}
    made = Prepare(replace(room.opened(), times_taken=lambda: answer(times)))
    room.follow(made.show_records)
    shown(made)
    made.take_focus()
    made.agenda.choose(agenda(room.records)[1].id)
    return made


def titles(room: Room) -> list[str]:
    return [block.title for block in agenda(room.records)]


def test_a_method_of_all_goes_below_the_chosen_block_with_its_steps(prepare: Prepare, room: Room) -> None:
    do(prepare, "Ctrl 3")
    assert prepare.methods.is_seen()
    prepare.methods.page().seek(method("one_two_four_all"))

    do(prepare, "Enter")

    room.until(lambda: titles(room) == ["Arrive", "Ideas", "1-2-4-All", "Lunch"])
    added = agenda(room.records)[2]
    assert seconds_of(steps_of(room.records, added.id)) == added.minutes * 60
    assert not prepare.methods.is_seen()
    room.until(lambda: prepare.agenda.chosen() == added.id)


def test_escape_goes_back_and_nothing_is_added(prepare: Prepare, room: Room, qtbot: QtBot) -> None:
    press(qtbot, prepare, prepare.agenda.library.every.accessibleName())
    assert prepare.methods.is_seen()

    do(prepare, "Esc")

    assert prepare.agenda.list.hasFocus()
    assert titles(room) == ["Arrive", "Ideas", "Lunch"]


def test_what_a_method_took_before_stands_on_its_card(prepare: Prepare, room: Room, qtbot: QtBot) -> None:
    """TM13: planned minutes learn from what they took."""
    do(prepare, "Ctrl 3")
    # The focus chooses a method too: this one is chosen after it.
    qtbot.waitUntil(lambda: any(row.hasFocus() for row in prepare.methods.page().findChildren(MethodRow)))
    prepare.methods.page().seek(method("one_two_four_all"))

    qtbot.waitUntil(lambda: any("planned 12" in each for each in names(prepare)), timeout=4000)


def test_everything_has_a_name_of_its_own(prepare: Prepare) -> None:
    do(prepare, "Ctrl 3")

    assert not unnamed(prepare)
    assert not doubled(prepare)


def test_a_convening_that_was_closed_meanwhile_hears_no_times(room: Room, qtbot: QtBot) -> None:
    late: Future[Times] = Future()
    gone = Prepare(replace(room.opened(), times_taken=lambda: late))
    do(gone, "Ctrl 3")
    page = gone.methods.page()
    heard: list[str] = []
    gone.methods.destroyed.connect(lambda: heard.append("gone"))

    gone.deleteLater()
    qtbot.waitUntil(lambda: heard == ["gone"])
    with qtbot.captureExceptions() as failed:
        late.set_result({"triz": TimeTaken(1, 2)})
        QTimer.singleShot(100, lambda: heard.append("later"))
        qtbot.waitUntil(lambda: "later" in heard)

    assert not isValid(page)
    assert not failed

"""A method goes onto the agenda that is open, or begins a day of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.app.windows import Windows
from facilitator.beginnings.methods import method
from facilitator.console.methods.page import MethodsPage
from facilitator.console.prepare import Prepare
from facilitator.convening.agenda import Block, agenda
from facilitator.convening.gathering import the_convening
from facilitator.convening.steps import steps_of
from facilitator.kit.qt.dress import dress
from tests.app.conftest import windows_of
from tests.console.conftest import do, names, press

PATIENCE_MS = 20_000
IN_2031 = 1_932_000_000_000


def page(windows: Windows, key: str) -> MethodsPage:
    """The library, with a method chosen by its name."""
    do(windows.console.home, "Ctrl 3")
    found = windows.console.home.methods.page()
    windows.console.home.methods.page().seek(method(key))
    return found


def last(windows: Windows) -> Block:
    return agenda(windows.records())[-1]


def words(windows: Windows) -> str:
    return " / ".join(label.text() for label in windows.console.home.trouble.findChildren(QLabel))


def test_without_a_convening_a_day_begins_with_the_method(windows: Windows, qtbot: QtBot) -> None:
    do(page(windows, "troika"), "Enter")

    qtbot.waitUntil(lambda: windows.room is not None and bool(agenda(windows.records())), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(windows.console.findChildren(Prepare)), timeout=PATIENCE_MS)
    assert (last(windows).method, last(windows).minutes) == ("troika", 30)
    assert [step.rounds for step in steps_of(windows.records(), last(windows).id)][:1] == [3]


def test_the_convening_that_was_just_left_takes_it_at_its_end(windows: Windows, qtbot: QtBot) -> None:
    windows.open_sample()
    windows.console.prepare()
    before = len(agenda(windows.records()))
    windows.console.go_home()

    do(page(windows, "one_two_four_all"), "Enter")

    qtbot.waitUntil(lambda: len(agenda(windows.records())) == before + 1, timeout=PATIENCE_MS)
    assert last(windows).method == "one_two_four_all"
    qtbot.waitUntil(lambda: "is on the agenda of" in words(windows), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "See it" in names(windows.console.home), timeout=PATIENCE_MS)
    press(qtbot, windows.console.home, "See it")
    assert windows.console.findChildren(Prepare)[0].isVisible()


def test_a_day_that_begins_with_a_method_is_dated_by_the_room_s_clock(
    data_folder: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    dress(qapp)
    with windows_of(data_folder, lambda: IN_2031) as windows:
        do(page(windows, "troika"), "Enter")

        qtbot.waitUntil(lambda: windows.room is not None and bool(agenda(windows.records())), timeout=PATIENCE_MS)
        assert the_convening(windows.records()).date[:4] == "2031"

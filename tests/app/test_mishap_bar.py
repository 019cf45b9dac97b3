"""A mistake of ours is told in the console, with its details, and what was being written stays."""

from __future__ import annotations

import faulthandler
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.mishap_bar import MishapBar
from facilitator.app.mishaps import Mishaps
from facilitator.app.windows import Windows
from facilitator.kit.qt.dress import dress
from tests.app.left import leave_the_sample_live

SECONDS = 15_000


@pytest.fixture
def windows(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Windows]:
    dress(qapp)
    leave_the_sample_live(data_folder)
    made = Windows(data_folder, house.Doors(ports=(0,)))
    made.show()
    mishaps = Mishaps(data_folder, MishapBar(made.console).tell)
    mishaps.begin()
    made.open_sample()
    yield made
    made.close()
    mishaps.end()
    faulthandler.enable(2)
    made.console.close()
    made.console.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(windows: Windows, name: str) -> list[QWidget]:
    return [
        each for each in windows.console.findChildren(QWidget) if each.accessibleName() == name and each.isVisible()
    ]


def fail() -> None:
    raise LookupError("a slot has failed")


def test_a_mistake_is_told_while_everything_that_is_being_written_stays(windows: Windows, qtbot: QtBot) -> None:
    """Fault 4. An exception in a slot: one line with details; the text being edited stays, the stage is unchanged."""
    room = windows.room
    assert room is not None
    qtbot.waitUntil(lambda: room.stage.picture.seq >= room.room.desk.news.seq, timeout=SECONDS)
    stage = room.stage.painted_text()
    line = next(each for each in windows.console.findChildren(QPlainTextEdit) if each.isVisible())
    windows.console.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus, timeout=SECONDS)
    QTest.keyClicks(line, "rain tanks on ev")

    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: bool(seen(windows, "Something went wrong. Your board is safe.")), timeout=SECONDS)
    QTest.keyClicks(line, "ery school")

    assert line.toPlainText() == "rain tanks on every school"
    assert room.stage.painted_text() == stage
    assert "LookupError" not in room.stage.painted_text()


def test_the_details_open_and_close_beside_the_desk(windows: Windows, data_folder: Path, qtbot: QtBot) -> None:
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: bool(seen(windows, "Details")), timeout=SECONDS)

    QTest.mouseClick(seen(windows, "Details")[0], Qt.MouseButton.LeftButton)

    (text,) = seen(windows, "What happened")
    assert isinstance(text, QPlainTextEdit)
    assert "LookupError: a slot has failed" in text.toPlainText()
    QTest.mouseClick(seen(windows, "Copy all")[0], Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == text.toPlainText()
    QTest.keyClick(seen(windows, "Close the details")[0], Qt.Key.Key_Escape)
    assert not seen(windows, "What happened")

    QTest.mouseClick(seen(windows, "All right")[0], Qt.MouseButton.LeftButton)

    assert not seen(windows, "Something went wrong. Your board is safe.")

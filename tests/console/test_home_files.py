"""A convening comes in as a file: chosen by key, or dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.home_files import HomeFiles
from facilitator.kit.qt.widgets.label import Tone
from tests.console.conftest import press

Show = Callable[[QWidget], None]
WHERE, COPY = QPoint(50, 50), Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def files(shown: Show) -> HomeFiles:
    made = HomeFiles()
    shown(made)
    return made


def mime(*names: str) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(name) for name in names])
    return made


def test_a_file_is_chosen_and_told(files: HomeFiles, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "room.convene").write_text("x")
    press(qtbot, files, "Bring in a file")
    dialog = next(iter(files.findChildren(QFileDialog)))
    qtbot.waitUntil(dialog.isVisible)
    name = next(iter(dialog.findChildren(QLineEdit)))
    name.setText(str(tmp_path / "room.convene"))

    with qtbot.waitSignal(files.wanted) as wanted:
        QTest.keyClick(name, Qt.Key.Key_Return)

    assert wanted.args == [str(tmp_path / "room.convene")]
    assert files.act().key == "Ctrl O"


def test_a_convening_that_is_dropped_is_told_once(files: HomeFiles) -> None:
    told: list[str] = []
    files.wanted.connect(told.append)
    files.hear_drops(files)
    dropped = mime("/somewhere/room.convene")

    enter = QDragEnterEvent(WHERE, COPY, dropped, LEFT, NONE)
    QApplication.sendEvent(files, enter)
    QApplication.sendEvent(files, QDragMoveEvent(WHERE, COPY, dropped, LEFT, NONE))
    assert enter.isAccepted()
    assert told == []
    QApplication.sendEvent(files, QDropEvent(QPointF(WHERE), COPY, dropped, LEFT, NONE))

    assert told == ["/somewhere/room.convene"]


def test_anything_else_that_is_dropped_is_left_alone(files: HomeFiles) -> None:
    told: list[str] = []
    files.wanted.connect(told.append)
    files.hear_drops(files)

    for dropped in (mime("/a.pdf"), mime("/a.convene", "/b.convene"), QMimeData()):
        enter = QDragEnterEvent(WHERE, COPY, dropped, LEFT, NONE)
        QApplication.sendEvent(files, enter)
        assert not enter.isAccepted()
        QApplication.sendEvent(files, QDropEvent(QPointF(WHERE), COPY, dropped, LEFT, NONE))

    assert told == []


def test_what_became_of_it_is_said_in_a_line(files: HomeFiles) -> None:
    assert not [label for label in files.findChildren(QLabel) if label.isVisible()]

    files.show_told("This file is damaged.", Tone.OVER)

    assert [label.text() for label in files.findChildren(QLabel) if label.isVisible()] == ["This file is damaged."]

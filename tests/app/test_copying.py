"""A copy of the open convening, saved while the room goes on."""

from __future__ import annotations

import time
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import RevealBoard
from facilitator.app.windows import Windows
from facilitator.console.copy_saver import AGENDA, BOARD, Copy
from facilitator.console.live import Live
from facilitator.console.prepare import Prepare
from facilitator.convening.agenda import agenda


@pytest.fixture
def windows(windows: Windows) -> Windows:
    windows.open_sample()
    windows.console.prepare()
    return windows


def words(windows: Windows) -> str:
    bar = windows.console.findChildren(Prepare)[0].trouble
    return " / ".join(label.text() or label.accessibleName() for label in bar.findChildren(QLabel))


def test_a_copy_is_saved_and_whose_it_is_is_said(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    windows.console.copy_wanted.emit(Copy(str(tmp_path / "mine.xlsx")))

    assert "The copy is being saved." in words(windows)
    qtbot.waitUntil(lambda: "The copy is saved." in words(windows), timeout=30_000)
    assert "It is your own" in words(windows)
    assert openpyxl.load_workbook(tmp_path / "mine.xlsx")["Ideas"].max_row > 40


def test_what_cannot_be_saved_is_said_with_its_name(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    """Fault 10. The folder does not take an export: the bar names the file, and the room goes on."""
    windows.console.copy_wanted.emit(Copy(str(tmp_path / "gone" / "mine.xlsx")))

    qtbot.waitUntil(lambda: "There is no copy yet." in words(windows), timeout=30_000)
    assert str(tmp_path / "gone" / "mine.xlsx") in words(windows)
    assert windows.room is not None


def test_a_second_copy_is_not_begun_while_one_is_being_saved(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    began = time.monotonic()
    windows.console.copy_wanted.emit(Copy(str(tmp_path / "mine.xlsx")))
    windows.console.copy_wanted.emit(Copy(str(tmp_path / "second.md")))
    took = time.monotonic() - began

    assert "Another copy is still being saved." in words(windows)
    assert took < 1.0
    qtbot.waitUntil(lambda: "The copy is saved." in words(windows), timeout=30_000)
    assert not (tmp_path / "second.md").exists()
    windows.console.copy_wanted.emit(Copy(str(tmp_path / "second.md")))
    qtbot.waitUntil((tmp_path / "second.md").exists, timeout=30_000)
    qtbot.waitUntil(lambda: "The copy is saved." in words(windows), timeout=30_000)


def test_the_agenda_is_ready_to_print_and_can_be_opened(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    windows.console.copy_wanted.emit(Copy(str(tmp_path / "wall.pdf"), AGENDA, "a3"))

    qtbot.waitUntil(lambda: "The agenda is ready to print." in words(windows), timeout=30_000)
    with pypdfium2.PdfDocument(tmp_path / "wall.pdf") as pdf:
        assert round(pdf[0].get_width()) == 842
    bar = windows.console.findChildren(Prepare)[0].trouble
    assert "Open it" in [button.accessibleName() or button.text() for button in bar.findChildren(QAbstractButton)]


def test_a_board_is_saved_as_a_drawing_of_what_the_room_may_see(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    assert windows.room is not None
    room = windows.room.room
    board = next(block.id for block in agenda(room.desk.news.records) if block.activity == "ideation_board")

    windows.console.copy_wanted.emit(Copy(str(tmp_path / "board.svg"), BOARD, block=board, size="1920x1080"))
    qtbot.waitUntil(lambda: "There is no copy yet." in words(windows), timeout=30_000)
    assert "There are no ideas to show on this board yet." in words(windows)
    room.tell(RevealBoard(), activity=board)
    windows.console.copy_wanted.emit(Copy(str(tmp_path / "board.svg"), BOARD, block=board, size="1920x1080"))

    qtbot.waitUntil(lambda: "The copy is saved." in words(windows), timeout=30_000)
    assert "It is your own" not in words(windows)
    assert "Pool repair funds" in (tmp_path / "board.svg").read_text(encoding="utf-8")


def test_the_board_is_saved_by_its_key_while_the_room_is_led(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    assert windows.room is not None
    room, console = windows.room.room, windows.console
    board = next(block.id for block in agenda(room.desk.news.records) if block.activity == "ideation_board")
    room.tell(RevealBoard(), activity=board)
    console.lead()
    live = console.findChildren(Live)[0]

    QTest.keyClick(console, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = live.findChildren(QFileDialog)[0]
    qtbot.waitUntil(dialog.isVisible)
    dialog.fileSelected.emit(str(tmp_path / "board.svg"))
    dialog.reject()

    def told() -> str:
        return " ".join(label.text() or label.accessibleName() for label in live.trouble.findChildren(QLabel))

    qtbot.waitUntil(lambda: "The copy is saved." in told(), timeout=30_000)
    assert "<svg" in (tmp_path / "board.svg").read_text(encoding="utf-8")

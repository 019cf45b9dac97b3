"""The summary and copies of what is open, told in the bar."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.app.windows import Windows
from facilitator.console.copy_saver import Copy

PATIENCE_MS = 30_000


@pytest.fixture
def windows(windows: Windows) -> Windows:
    windows.open_sample()
    return windows


def is_told(windows: Windows, words: str) -> bool:
    seen = (each for each in windows.console.findChildren(QWidget) if each.isVisible())
    return any(words in each.accessibleName() for each in seen)


def test_a_copy_is_saved_where_it_was_wanted_and_told(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    windows.console.copy_wanted.emit(Copy(str(tmp_path / "Clean Water.md")))

    qtbot.waitUntil(lambda: is_told(windows, "The copy is saved."), timeout=PATIENCE_MS)

    assert (tmp_path / "Clean Water.md").read_text("utf-8").startswith("# Clean Water")


def test_the_summary_is_made_by_its_key_and_told(windows: Windows, data_folder: Path, qtbot: QtBot) -> None:
    QTest.keyClick(windows.console, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: is_told(windows, "The summary is ready."), timeout=PATIENCE_MS)

    (made,) = (data_folder / "summaries").glob("*.pdf")
    with pypdfium2.PdfDocument(made) as pdf:
        assert len(pdf) > 1

"""Saving a copy: a good name is there already, and its ending says the shape."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.copy_saver import AGENDA, BOARD, Copy, CopySaver

Show = Callable[[QWidget], None]


def opened(qtbot: QtBot, saver: CopySaver, page: QWidget) -> tuple[QFileDialog, QLineEdit]:
    saver.choose("Clean / Water: 2035", "2027-03-18")
    dialog = next(iter(page.findChildren(QFileDialog)))
    qtbot.waitUntil(dialog.isVisible)
    return dialog, next(iter(dialog.findChildren(QLineEdit)))


def test_a_name_is_there_already_and_gets_the_ending_of_the_shape(shown: Show, tmp_path: Path, qtbot: QtBot) -> None:
    page = QWidget()
    shown(page)
    saver = CopySaver(page)
    dialog, name = opened(qtbot, saver, page)
    assert Path(name.text()).name.startswith("Clean Water 2035 2027-03-18")
    shape = next(each for each in dialog.nameFilters() if "*.md" in each)
    dialog.selectNameFilter(shape)
    dialog.filterSelected.emit(shape)
    name.setText(str(tmp_path / "mine"))

    with qtbot.waitSignal(saver.wanted) as wanted:
        QTest.keyClick(name, Qt.Key.Key_Return)

    assert wanted.args == [Copy(str(tmp_path / "mine.md"))]


def test_every_shape_of_the_house_is_offered(shown: Show, qtbot: QtBot) -> None:
    page = QWidget()
    shown(page)
    dialog, _name = opened(qtbot, CopySaver(page), page)

    offered = [each.rpartition("*")[2].rstrip(")") for each in dialog.nameFilters()]

    assert set(offered) == {".pdf", ".convene", ".json", ".csv", ".xlsx", ".md"}


@pytest.mark.parametrize(("paper", "words"), [("a3", "A3"), ("a4", "A4")])
def test_the_agenda_is_printed_on_the_paper_that_is_chosen(
    shown: Show, tmp_path: Path, qtbot: QtBot, paper: str, words: str
) -> None:
    page = QWidget()
    shown(page)
    saver = CopySaver(page)
    saver.choose_agenda("Clean / Water: 2035", "2027-03-18")
    dialog = next(iter(page.findChildren(QFileDialog)))
    qtbot.waitUntil(dialog.isVisible)
    name = next(iter(dialog.findChildren(QLineEdit)))
    assert "agenda" in Path(name.text()).name
    dialog.selectNameFilter(next(each for each in dialog.nameFilters() if words in each))
    name.setText(str(tmp_path / "wall"))

    with qtbot.waitSignal(saver.wanted) as wanted:
        QTest.keyClick(name, Qt.Key.Key_Return)

    assert wanted.args == [Copy(str(tmp_path / "wall.pdf"), AGENDA, paper)]


@pytest.mark.parametrize(
    ("words", "ending", "size", "paper"),
    [
        ("3840", ".png", "3840x2160", "a4"),
        ("1920", ".png", "1920x1080", "a4"),
        ("Drawing", ".svg", "3840x2160", "a4"),
        ("participants, A4", ".pdf", "3840x2160", "a4"),
        ("participants, A3", ".pdf", "3840x2160", "a3"),
        ("spreadsheets", ".csv", "3840x2160", "a4"),
        ("Markdown", ".md", "3840x2160", "a4"),
    ],
)
def test_a_board_is_saved_in_the_shape_and_size_that_is_chosen(
    shown: Show, tmp_path: Path, qtbot: QtBot, words: str, ending: str, size: str, paper: str
) -> None:
    page = QWidget()
    shown(page)
    saver = CopySaver(page)
    saver.choose_board("Ideas: ten years", "2027-03-18", "b1")
    dialog = next(iter(page.findChildren(QFileDialog)))
    qtbot.waitUntil(dialog.isVisible)
    name = next(iter(dialog.findChildren(QLineEdit)))
    assert Path(name.text()).name.startswith("Ideas ten years 2027-03-18")
    shape = next(each for each in dialog.nameFilters() if words in each)
    dialog.selectNameFilter(shape)
    dialog.filterSelected.emit(shape)
    name.setText(str(tmp_path / "board"))

    with qtbot.waitSignal(saver.wanted) as wanted:
        QTest.keyClick(name, Qt.Key.Key_Return)

    assert wanted.args == [Copy(str(tmp_path / f"board{ending}"), BOARD, paper, "b1", size)]

"""Saving a copy: a good name is there already, and its ending says the shape."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.copy_saver import CopySaver

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

    assert wanted.args == [str(tmp_path / "mine.md")]


def test_every_shape_of_the_house_is_offered(shown: Show, qtbot: QtBot) -> None:
    page = QWidget()
    shown(page)
    dialog, _name = opened(qtbot, CopySaver(page), page)

    offered = [each.rpartition("*")[2].rstrip(")") for each in dialog.nameFilters()]

    assert set(offered) == {".pdf", ".convene", ".json", ".csv", ".xlsx", ".md"}

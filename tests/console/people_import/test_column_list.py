"""The columns of a table and the choice of what each means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.people_import.column_list import ColumnList
from facilitator.console.people_import.columns import Meaning

Show = Callable[[QWidget], None]


def columns(shown: Show) -> ColumnList:
    made = ColumnList()
    made.show_columns(
        ("Who", ""), [("Amina", ""), ("Tomás", ""), ("Wei", ""), ("Noor", "")], (Meaning.NAME, Meaning.IGNORE)
    )
    shown(made)
    return made


def test_each_column_shows_its_heading_and_what_it_holds(shown: Show) -> None:
    made = columns(shown)

    assert [label.text() for label in made.findChildren(QLabel)] == [
        "Column 1: Who",
        "Amina · Tomás · Wei",
        "Column 2",
        "Empty",
    ]
    assert made.meanings() == (Meaning.NAME, Meaning.IGNORE)


def test_a_meaning_moves_from_one_column_to_another_and_is_told_once(shown: Show, qtbot: QtBot) -> None:
    made = columns(shown)
    told: list[tuple[Meaning, ...]] = []
    made.changed.connect(lambda: told.append(made.meanings()))
    second = made.findChildren(QComboBox)[1]

    second.setCurrentIndex(second.findData("name"))

    assert told == [(Meaning.IGNORE, Meaning.NAME)]


def test_the_focus_goes_to_the_first_column(shown: Show) -> None:
    made = columns(shown)

    made.take_focus()

    assert QApplication.focusWidget() is made.findChildren(QComboBox)[0]

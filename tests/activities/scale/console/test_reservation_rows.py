"""Rows of reservations."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.reservation_rows import ReservationList, Spoken
from facilitator.kit.qt.dress import dress

SHORT = Spoken("a", "Who pays for the server in year three?", "phone, without a name")
LONG = Spoken("b", "Herders’ routes could be read from the map. " * 8, "said aloud")


@pytest.fixture
def rows(qtbot: QtBot, qapp: QApplication) -> ReservationList:
    dress(qapp)
    made = ReservationList("Reservations")
    qtbot.addWidget(made)
    made.resize(430, 400)
    made.show()
    return made


def high(rows: ReservationList, at: int) -> int:
    return rows.visualRect(rows.model().index(at, 0)).height()


def test_each_row_is_as_high_as_its_words(rows: ReservationList, qapp: QApplication) -> None:
    rows.show_rows([SHORT, LONG])
    qapp.processEvents()
    narrow = high(rows, 1)

    rows.resize(900, 400)
    qapp.processEvents()

    assert high(rows, 0) < high(rows, 1) < narrow


def test_a_row_is_said_with_where_it_came_from() -> None:
    met = Spoken("a", "Blur the routes first.", "said aloud", "taken in: blurred to the district")

    assert met.said() == "Blur the routes first., said aloud, taken in: blurred to the district"


def test_keys_go_on_with_the_row_that_took_the_place_of_one_taken_away(rows: ReservationList) -> None:
    third = Spoken("c", "March would be kinder.", "said aloud")
    rows.show_rows([SHORT, LONG, third])
    rows.go_to("b")

    rows.show_rows([SHORT, third])

    assert rows.current_id() == "c"


def test_letters_are_left_to_commands(rows: ReservationList) -> None:
    rows.show_rows([SHORT, LONG])
    rows.go_to("a")

    QTest.keyClick(rows, Qt.Key.Key_H)
    QTest.keyClick(rows, Qt.Key.Key_Down)

    assert rows.current_id() == "b"


def test_five_hundred_rows_are_shown_and_reached(rows: ReservationList, qapp: QApplication) -> None:
    rows.show_rows([Spoken(str(at), f"Word {at}. " * (at % 9 + 1), "said aloud") for at in range(500)])
    qapp.processEvents()
    rows.go_to("0")

    QTest.keyClick(rows, Qt.Key.Key_End)

    assert rows.current_id() == "499"
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()).center())

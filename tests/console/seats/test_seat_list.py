"""The seats, two across."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.console.seats.seat_list import SeatList
from facilitator.console.seats.seat_rows import SeatRow, Standing

SEATS = tuple(SeatRow(f"p{number}", f"Person {number}", Standing.HERE) for number in range(6))


def test_arrows_move_across_and_down(qtbot: QtBot) -> None:
    seats = SeatList()
    qtbot.addWidget(seats)
    seats.resize(400, 300)
    seats.show()
    seats.fill(SEATS)
    seats.go_to("p0")

    QTest.keyClick(seats, Qt.Key.Key_Right)
    across = seats.current_id()
    QTest.keyClick(seats, Qt.Key.Key_Down)

    assert (across, seats.current_id()) == ("p1", "p3")


def test_who_is_chosen_stays_so_when_the_seats_are_shown_anew(qtbot: QtBot) -> None:
    seats = SeatList()
    qtbot.addWidget(seats)
    seats.fill(SEATS)
    seats.go_to("p4")

    seats.fill((SeatRow("new", "Abeba", Standing.HERE), *SEATS))

    assert seats.current_id() == "p4"


def test_a_narrow_list_has_one_column(qtbot: QtBot) -> None:
    seats = SeatList()
    qtbot.addWidget(seats)
    seats.resize(240, 300)
    seats.show()
    seats.fill(SEATS)
    seats.go_to("p0")

    QTest.keyClick(seats, Qt.Key.Key_Down)

    assert seats.current_id() == "p1"


def test_a_language_of_its_own_stands_beside_a_globe(qtbot: QtBot) -> None:
    seats = SeatList()
    qtbot.addWidget(seats)
    seats.resize(400, 100)
    seats.show()
    code, language = (SeatRow("p", "Amina", Standing.HERE, "fr", is_language=is_so) for is_so in (False, True))

    seats.fill((code,))
    before = seats.grab().toImage()
    seats.fill((language,))
    after = seats.grab().toImage()

    painted = [
        x for x in range(before.width()) for y in range(before.height()) if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert painted
    assert 100 < min(painted) < max(painted) < min(painted) + 20 * before.devicePixelRatio()

"""Who is still to answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.still import Awaited, AwaitedList, By, awaited
from facilitator.convening.ballots import CastPaper, Round
from facilitator.convening.seats import TakeSeat
from facilitator.kit.qt.dress import dress
from tests.activities.scale.console.answered import PaperRoom
from tests.activities.scale.console.asked_room import KEY


@pytest.fixture
def room(tmp_path: Path) -> Iterator[PaperRoom]:
    opened = PaperRoom(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def people(qtbot: QtBot, qapp: QApplication) -> AwaitedList:
    dress(qapp)
    made = AwaitedList("Still to answer")
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def said(room: PaperRoom, round_: str) -> list[str]:
    records = room.everything()
    return [each.said() for each in awaited(records, next(r for r in records[Round].values() if r.id == round_))]


def test_phones_come_first_then_paper_each_by_name(room: PaperRoom) -> None:
    round_ = room.open()

    assert said(room, round_) == [
        "Aïssatou Ndiaye, phone",
        "Kiptoo Cheruiyot, phone",
        "Nomsa Dube, phone",
        "Wambũi Kariuki, phone",
        "Halima Abdi, paper",
        "Ousmane Diallo, paper",
    ]


def test_who_answered_or_left_is_not_waited_for_and_typed_paper_stands_last(room: PaperRoom) -> None:
    round_ = room.open()
    room.phone("Nomsa Dube", 1, "4")
    room.say(TakeSeat(room.called("Kiptoo Cheruiyot")))
    room.say(CastPaper(round_, room.called("Halima Abdi"), ("2",)), KEY)

    assert said(room, round_) == [
        "Aïssatou Ndiaye, phone",
        "Wambũi Kariuki, phone",
        "Ousmane Diallo, paper",
        "Halima Abdi, paper, typed",
    ]


def test_a_row_that_goes_leaves_its_place_to_the_next_and_tells_it(people: AwaitedList, qtbot: QtBot) -> None:
    rows = [Awaited(key, f"P {key}", By.PAPER) for key in "abc"]
    people.show_rows(rows)
    people.go_to("b")

    with qtbot.waitSignal(people.moved) as moved:
        people.show_rows([rows[0], rows[2]])

    assert moved.args == ["c"]
    assert people.current() == rows[2]


def test_rows_that_come_and_go_around_it_are_no_move(people: AwaitedList, qtbot: QtBot) -> None:
    rows = [Awaited(key, f"P {key}", By.PAPER) for key in "abc"]
    people.show_rows(rows)
    people.go_to("b")

    with qtbot.assertNotEmitted(people.moved):
        people.show_rows([Awaited("0", "P 0", By.PHONE), *rows[1:]])

    assert people.current() == rows[1]


def test_digits_are_left_to_the_window_where_no_slips_are_taken(people: AwaitedList, qtbot: QtBot) -> None:
    people.show_rows([Awaited("a", "P a", By.PAPER)])
    people.take_slips(is_open=False)
    with qtbot.assertNotEmitted(people.digit):
        QTest.keyClick(people, Qt.Key.Key_3)

    people.take_slips(is_open=True)
    with qtbot.waitSignal(people.digit) as typed:
        QTest.keyClick(people, Qt.Key.Key_3)

    assert typed.args == ["3"]


def test_five_hundred_people_are_reached_by_arrows(people: AwaitedList, qapp: QApplication) -> None:
    people.show_rows([Awaited(str(at), f"Person {at}", By.PHONE) for at in range(500)])
    people.go_to("0")

    QTest.keyClick(people, Qt.Key.Key_End)
    qapp.processEvents()

    assert people.current() == Awaited("499", "Person 499", By.PHONE)
    assert people.viewport().rect().contains(people.visualRect(people.currentIndex()).center())


def test_names_stand_where_reading_begins(people: AwaitedList, qapp: QApplication) -> None:
    people.show_rows([Awaited("a", "ليلى الحدّاد", By.PAPER)])
    left = people.grab().toImage()

    people.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.processEvents()

    assert people.grab().toImage() != left

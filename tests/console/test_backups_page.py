"""The page of backups: everything by key and by mouse, and nothing that is not so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.backup_rows import BackupsShown
from facilitator.console.backups_page import BackupsPage
from facilitator.kit.qt.reading import Reading
from tests.console.backup_samples import ROWS, SHOWN
from tests.console.conftest import NINE, button, do, doubled, names, press, unnamed

Show = Callable[[QWidget], None]


@pytest.fixture
def page(shown: Show, qtbot: QtBot) -> BackupsPage:
    made = BackupsPage(lambda: Reading(NINE, UTC))
    made.show_backups(SHOWN)
    shown(made)
    return made


def words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_each_row_is_said_with_time_contents_reason_and_place(page: BackupsPage) -> None:
    face = QAccessible.queryAccessibleInterface(page.list)
    said = [face.child(number).text(QAccessible.Text.Name) for number in range(face.childCount())]

    assert said[0] == "Today 08:58, 43 ideas · 2 convenings, While live · 3.2 MB · Laptop and second folder"
    assert said[4].startswith("Thu 11 March 09:00, Damaged")
    assert "5 copies of everything on this laptop. Looking at one changes nothing here." in words(page)


def test_the_newest_is_chosen_and_the_arrows_choose_others(page: BackupsPage) -> None:
    page.take_focus()
    assert page.list.current_id() == "five.db"
    assert "43 ideas · 2 convenings" in words(page)

    QTest.keyClick(page.list, Qt.Key.Key_Down)

    assert page.list.current_id() == "four.db"
    assert "41 ideas · 2 convenings" in words(page)


def test_enter_on_a_row_and_the_button_ask_for_a_copy(page: BackupsPage, qtbot: QtBot) -> None:
    page.take_focus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    asked: list[str] = []
    page.copy_wanted.connect(asked.append)

    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert asked == ["four.db"]

    press(qtbot, page, "Restore as a copy")
    assert asked == ["four.db", "four.db"]


def test_a_double_press_on_a_row_asks_for_a_copy_of_it(page: BackupsPage, qtbot: QtBot) -> None:
    asked: list[str] = []
    page.copy_wanted.connect(asked.append)
    middle = page.list.visualRect(page.list.model().index(1, 0)).center()

    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert asked == []
    QTest.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert asked == ["four.db"]


def test_a_damaged_one_is_not_offered(page: BackupsPage, qtbot: QtBot) -> None:
    page.list.go_to("one.db")

    assert not button(page, "Restore as a copy").isEnabled()
    with qtbot.assertNotEmitted(page.copy_wanted, wait=20):
        QTest.keyClick(page.list, Qt.Key.Key_Return)


def test_one_is_made_by_key_and_by_mouse_but_not_while_one_is_being_made(page: BackupsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.made_wanted):
        do(page, "B")
    with qtbot.waitSignal(page.made_wanted):
        press(qtbot, page, "Back up now")

    page.show_backups(replace(SHOWN, is_busy=True))

    assert not button(page, "Back up now").isEnabled()
    assert not [act for act in page.acts() if act.is_enabled()]


def test_the_choice_stays_while_the_list_changes(page: BackupsPage) -> None:
    page.list.go_to("three.db")

    page.show_backups(replace(SHOWN, rows=(replace(ROWS[0], name="six.db"), *ROWS)))

    assert page.list.current_id() == "three.db"


def test_while_a_copy_is_looked_at_the_two_ways_to_end_it_are_there(page: BackupsPage, qtbot: QtBot) -> None:
    assert "Use this instead" not in names(page)

    page.show_backups(replace(SHOWN, looking_at=ROWS[0].at))

    assert "This is the copy: Today 08:58." in words(page)
    assert not button(page, "Restore as a copy").isEnabled()
    with qtbot.waitSignal(page.use_wanted):
        press(qtbot, page, "Use this instead")
    with qtbot.waitSignal(page.back_wanted):
        press(qtbot, page, "Back to my desk")


def test_before_the_first_one_the_page_says_when_there_will_be_one(page: BackupsPage) -> None:
    page.show_backups(BackupsShown())

    assert "No backup yet. One is made by itself when something was said, and when you ask." in words(page)
    assert not page.list.isVisible()
    assert [act.key for act in page.acts() if act.is_enabled()] == ["B"]
    page.take_focus()
    assert button(page, "Back up now").hasFocus()


def test_why_something_could_not_be_done_is_said_and_goes(page: BackupsPage) -> None:
    page.show_backups(replace(SHOWN, refusal="That folder is not there."))
    assert "That folder is not there." in words(page)

    page.show_backups(SHOWN)
    assert "That folder is not there." not in words(page)


def test_everything_has_a_name_of_its_own(page: BackupsPage) -> None:
    page.show_backups(replace(SHOWN, second="", sticks=("/media/nomsa/ONE", "/media/nomsa/TWO"), looking_at=NINE))

    assert not unnamed(page)
    assert not doubled(page)

"""The list of people."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.asking import refusals_of
from facilitator.console.people_page import PeoplePage
from facilitator.convening.ids import ROOM
from facilitator.convening.people import Contact, Person
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room, button, do, press

Show = Callable[[QWidget], None]


@pytest.fixture
def page(room: Room, shown: Show) -> PeoplePage:
    numbers = count()
    made = PeoplePage(Asking(room.say_to(ROOM), refusals_of(room.activities)), lambda: f"p{next(numbers)}")
    made.show_records(room.records)
    room.follow(made.show_records)
    shown(made)
    return made


def people(room: Room) -> list[str]:
    return sorted(person.name for person in room.records[Person].values())


def test_a_pasted_list_becomes_people(page: PeoplePage, room: Room, qtbot: QtBot) -> None:
    page.paste.show_text("")
    page.paste.input.insertPlainText("Halima Abdi\tHerders’ Council\tKenya\tsw\thalima@example.org\nÀkọ́sílẹ̀")  # type: ignore[union-attr]  # made for many lines
    assert button(page, "Add 2 people").isEnabled()

    press(qtbot, page, "Add 2 people")

    room.until(lambda: people(room) == ["Halima Abdi", "Àkọ́sílẹ̀"])
    assert [contact.email for contact in room.records[Contact].values()] == ["halima@example.org", ""]
    assert page.paste.text() == ""


def test_nothing_pasted_adds_nobody(page: PeoplePage) -> None:
    assert not button(page, "Add").isEnabled()


def test_the_chosen_person_is_removed(page: PeoplePage, room: Room, qtbot: QtBot) -> None:
    room.person("Halima")
    room.person("José")
    room.until(lambda: page.list.model().rowCount() == 2)
    page.list.setCurrentIndex(page.list.model().index(0, 0))

    press(qtbot, page, "Remove")

    room.until(lambda: people(room) == ["José"])


def test_a_name_that_is_too_long_is_refused_beside_the_field(page: PeoplePage, room: Room, qtbot: QtBot) -> None:
    page.paste.input.insertPlainText("x" * 81)  # type: ignore[union-attr]  # made for many lines

    press(qtbot, page, "Add 1 person")

    room.until(lambda: page.paste.refusal().text() == "Up to 80 letters, please.")


def test_a_file_is_chosen_looked_at_and_added_by_keys(
    page: PeoplePage, room: Room, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name;E-mail\nNoor;n@example.org\n", encoding="utf-16")
    do(page, "Ctrl O")
    dialog = next(iter(page.findChildren(QFileDialog)))
    name = next(iter(dialog.findChildren(QLineEdit)))
    qtbot.waitUntil(dialog.isVisible)
    name.setText(str(file))
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(page.table.isVisible)

    do(page, "Ctrl Enter")

    room.until(lambda: people(room) == ["Noor"])
    qtbot.waitUntil(lambda: not page.table.isVisible())


def test_a_pasted_table_is_matched_and_kept_when_that_is_cancelled(page: PeoplePage, room: Room, qtbot: QtBot) -> None:
    page.paste.input.insertPlainText("Country\tName\nKenya\tNoor")  # type: ignore[union-attr]  # made for many lines
    press(qtbot, page, "Match columns")
    do(page, "Esc")
    assert page.paste.text() == "Country\tName\nKenya\tNoor"

    press(qtbot, page, "Match columns")
    press(qtbot, page, "Add 1 person")

    room.until(lambda: people(room) == ["Noor"])
    qtbot.waitUntil(lambda: page.paste.text() == "")


def test_a_file_that_is_dropped_is_looked_at(page: PeoplePage, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name\nNoor\n")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    where, copy = QPoint(50, 50), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, copy, mime, left, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()

    QApplication.sendEvent(page, QDropEvent(QPointF(where), copy, mime, left, none))

    assert button(page, "Add 1 person").isEnabled()
    assert page.table.isVisible()


def test_a_file_that_cannot_be_read_is_said_under_the_field(page: PeoplePage, tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"PK nothing")

    page.read_file(str(tmp_path / "list.xlsx"))

    assert page.paste.refusal().text().startswith("This table cannot be read.")
    assert not page.table.isVisible()

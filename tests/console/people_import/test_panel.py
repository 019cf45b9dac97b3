"""A table of people before they are added: by key and by mouse, with the words that a screen reader finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.asking import refusals_of
from facilitator.console.people_import.panel import Ended, ImportPanel
from facilitator.convening.ids import ROOM
from facilitator.convening.people import Contact, Person
from facilitator.convening.undo import UndoLast
from facilitator.kit.qt.asking import Asking
from facilitator.kit.tables import table_in
from tests.console.conftest import Room, button, do, doubled, press, unnamed

Show = Callable[[QWidget], None]
TEXT = "Nom;Prénom;Organisme;Courriel\nAbdi;Halima;Herders;h@example.org\nKhan;Noor;Pumps;n@example.org\n;;x;\nAbdi;Halima;Herders;h@example.org"


@pytest.fixture
def panel(room: Room, shown: Show) -> ImportPanel:
    made = ImportPanel(Asking(room.say_to(ROOM), refusals_of(room.activities)))
    made.show_records(room.records)
    room.follow(made.show_records)
    shown(made)
    made.show_table(table_in(TEXT), "people.csv")
    return made


def choice(panel: ImportPanel, name: str) -> QComboBox:
    return next(each for each in panel.findChildren(QComboBox) if each.accessibleName() == name)


def words(panel: ImportPanel) -> str:
    return " / ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def listed(panel: ImportPanel) -> list[str]:
    model = panel.people.model()
    return [model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())]


def people(room: Room) -> list[str]:
    return sorted(person.name for person in room.records[Person].values())


def test_what_needs_a_look_comes_first_and_everything_is_counted(panel: ImportPanel) -> None:
    assert listed(panel) == [
        "Line 4, No name, x",
        "Line 5, Halima Abdi, Herders, h@example.org, Same as line 2",
        "Line 2, Halima Abdi, Herders, h@example.org, New",
        "Line 3, Noor Khan, Pumps, n@example.org, New",
    ]
    assert "2 new · 1 twice in the table · 1 left out, see below" in words(panel)
    assert button(panel, "Add 2 people").isEnabled()


def test_one_act_adds_them_and_one_undo_takes_them_back(panel: ImportPanel, room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closed) as closed:
        do(panel, "Ctrl Enter")
    room.until(lambda: people(room) == ["Halima Abdi", "Noor Khan"])
    assert closed.args == [Ended.ADDED]
    assert {contact.email for contact in room.records[Contact].values()} == {"h@example.org", "n@example.org"}

    room.say(UndoLast())

    assert people(room) == []


def test_a_column_gets_another_meaning_by_key_and_leaves_the_one_that_had_it(panel: ImportPanel) -> None:
    column = choice(panel, "Column 3: Organisme")
    column.setFocus()
    assert column.currentText() == "Organisation"

    QTest.keyClick(column, Qt.Key.Key_Down)

    assert column.currentText() == "Country"
    QTest.keyClick(column, Qt.Key.Key_Down)
    assert column.currentText() == "E-mail"
    assert choice(panel, "Column 4: Courriel").currentText() == "Leave out"
    assert "This is no e-mail address" in listed(panel)[0]


def test_without_a_heading_the_first_line_is_somebody(panel: ImportPanel) -> None:
    heading = button(panel, "The first line is a heading")
    heading.setFocus()

    QTest.keyClick(heading, Qt.Key.Key_Space)

    assert choice(panel, "Column 1").currentText() == "Last name"
    assert any(row.startswith("Line 1, Prénom Nom") for row in listed(panel))


def test_who_is_on_the_list_is_left_or_updated_as_chosen(panel: ImportPanel, room: Room, qtbot: QtBot) -> None:
    do(panel, "Ctrl Enter")
    room.until(lambda: len(people(room)) == 2)
    panel.show_table(table_in("Name;E-mail;Country\nHalima A.;h@example.org;Kenya"), "again.csv")
    room.until(lambda: "1 on the list already" in words(panel))
    assert not button(panel, "Nobody to add").isEnabled()
    known = choice(panel, "Who is on the list already")
    known.setFocus()

    QTest.keyClick(known, Qt.Key.Key_Down)
    press(qtbot, panel, "Add or update 1 person")

    room.until(lambda: people(room) == ["Halima A.", "Noor Khan"])
    assert {person.country for person in room.records[Person].values()} == {"", "Kenya"}


def test_somebody_who_comes_meanwhile_is_known(panel: ImportPanel, room: Room) -> None:
    room.person("Somebody")
    assert "on the list already" not in words(panel).split("Who is")[0]
    panel.show_table(table_in("Name\nHalima\nNoor"), "b.csv")

    room.person("Noor")

    room.until(lambda: "1 new · 1 on the list already" in words(panel))


def test_an_answer_that_comes_late_does_not_close_the_next_table(panel: ImportPanel, room: Room, qtbot: QtBot) -> None:
    ended: list[Ended] = []
    panel.closed.connect(ended.append)
    do(panel, "Ctrl Enter")
    panel.show_table(table_in("Name\nWei"), "next.csv")

    room.until(lambda: "1 new" in words(panel) and len(people(room)) == 2)
    with qtbot.waitSignal(panel.closed):
        do(panel, "Ctrl Enter")

    assert ended == [Ended.ADDED]
    assert "Wei" in people(room)


def test_cancelling_adds_nobody(panel: ImportPanel, room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closed) as closed:
        do(panel, "Esc")

    assert closed.args == [Ended.CANCELLED]
    assert people(room) == []


def test_five_hundred_people_are_looked_at_and_added(panel: ImportPanel, room: Room) -> None:
    panel.show_table(
        table_in("\n".join(["Name;Organisation", *(f"Person {n};Org {n}" for n in range(500))])), "many.csv"
    )
    assert panel.people.model().rowCount() == 500

    do(panel, "Ctrl Enter")

    room.until(lambda: len(people(room)) == 500)


def test_a_table_with_a_heading_alone_adds_nobody(panel: ImportPanel) -> None:
    panel.show_table(table_in("Name;E-mail"), "empty.csv")

    assert listed(panel) == []
    assert not button(panel, "Nobody to add").isEnabled()


def test_everything_has_a_name_of_its_own(panel: ImportPanel) -> None:
    assert unnamed(panel) == []
    assert doubled(panel) == []

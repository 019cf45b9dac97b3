"""One block while it is prepared."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.asking import refusals_of
from facilitator.console.inspector import Inspector
from facilitator.console.picture_frame import PictureFrame
from facilitator.console.preparing.on_stage import OnStage
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.convening.agenda import Block
from facilitator.convening.ids import ROOM, BlockId
from facilitator.convening.notes import Note
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.widgets.field import Field
from tests.console.conftest import Room

Show = Callable[[QWidget], None]


@pytest.fixture
def block(room: Room) -> BlockId:
    room.person("Tomás")
    return room.block("Ideas", "ideation_board", 40, "think", "What would help?")


@pytest.fixture
def inspector(room: Room, shown: Show, block: BlockId) -> Inspector:
    made = Inspector(
        Asking(room.say_to(ROOM), refusals_of(room.activities)),
        room.activities,
        room.say_to,
        OnStage(room.looking(), room.clock),
    )
    made.show_block(room.records, block)
    room.follow(lambda records: made.show_block(records, block))
    shown(made)
    return made


def write(qtbot: QtBot, field: Field, text: str) -> None:
    field.input.setFocus()
    field.input.selectAll()
    QTest.keyClicks(field.input, text)
    if isinstance(field.input, QLineEdit):
        QTest.keyClick(field.input, Qt.Key.Key_Return)
    else:
        field.input.clearFocus()


def test_the_fields_show_the_block(inspector: Inspector) -> None:
    assert (inspector.title.text(), inspector.prompt.text(), inspector.minutes.text()) == (
        "Ideas",
        "What would help?",
        "40",
    )
    assert inspector.prompt.input.accessibleName() == "Question the room answers"


def test_a_field_asks_when_it_is_left(inspector: Inspector, room: Room, block: BlockId, qtbot: QtBot) -> None:
    write(qtbot, inspector.title, "Ten years of water")

    room.until(lambda: room.records[Block][block].title == "Ten years of water")


def test_a_refusal_is_said_under_its_field(inspector: Inspector, room: Room, qtbot: QtBot) -> None:
    write(qtbot, inspector.minutes, "0")

    room.until(lambda: inspector.minutes.refusal().text() == "Between 1 minute and a day, please.")


def test_a_fixed_start_is_written_as_a_time(inspector: Inspector, room: Room, block: BlockId, qtbot: QtBot) -> None:
    write(qtbot, inspector.pinned, "12.30")
    room.until(lambda: room.records[Block][block].pinned == 12 * 60 + 30)

    write(qtbot, inspector.pinned, "noon")

    assert inspector.pinned.refusal().text() == "Write a time like 12:30, or nothing."


def test_whoever_is_on_the_list_can_lead(inspector: Inspector, room: Room, block: BlockId) -> None:
    inspector.lead.setCurrentText("Tomás")
    inspector.lead.activated.emit(inspector.lead.currentIndex())

    room.until(lambda: room.records[Block][block].guide == "tomás")


def test_private_notes_are_kept(inspector: Inspector, room: Room, block: BlockId, qtbot: QtBot) -> None:
    write(qtbot, inspector.notes, "Silence first")

    room.until(lambda: block in room.records[Note])
    assert room.records[Note][block].text == "Silence first"


def test_what_is_being_written_is_kept_when_another_block_is_chosen(
    inspector: Inspector, room: Room, block: BlockId, qtbot: QtBot
) -> None:
    other = room.block("Lunch")
    inspector.title.input.setFocus()
    inspector.title.input.selectAll()
    QTest.keyClicks(inspector.title.input, "Half a wor")

    inspector.show_block(room.records, other)

    assert inspector.title.text() == "Lunch"
    room.until(lambda: room.records[Block][block].title == "Half a wor")


def test_without_a_block_there_is_one_sentence(room: Room, shown: Show) -> None:
    empty = Inspector(
        Asking(room.say_to(ROOM), refusals_of(room.activities)),
        room.activities,
        room.say_to,
        OnStage(room.looking(), room.clock),
    )

    shown(empty)

    assert not empty.title.isVisible()


def test_private_notes_hide_while_the_room_sees_this_desk_and_it_says_why(
    inspector: Inspector, room: Room, block: BlockId
) -> None:
    why = "The room can see this desk, so private notes are hidden."

    def lines() -> list[str]:
        return [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]

    inspector.show_surroundings(Surroundings(Projector.MIRRORED))
    assert not inspector.notes.isVisible()
    assert why in lines()
    inspector.show_block(room.records, block)
    assert not inspector.notes.isVisible()

    inspector.show_surroundings(Surroundings(Projector.READY))
    assert inspector.notes.isVisible()
    assert why not in lines()


def test_a_field_that_is_left_takes_nothing_back_that_was_said_in_another_one(
    inspector: Inspector, room: Room, block: BlockId, qtbot: QtBot
) -> None:
    """On a slow disk the records come late: those that do not hold the last field yet are shown in between."""
    late = room.records
    write(qtbot, inspector.title, "Ten years of water")
    room.until(lambda: room.records[Block][block].title == "Ten years of water")
    inspector.show_block(late, block)

    write(qtbot, inspector.minutes, "50")

    room.until(lambda: room.records[Block][block].minutes == 50)
    assert room.records[Block][block].title == "Ten years of water"


def test_it_scrolls_up_and_down_and_never_sideways(inspector: Inspector, qtbot: QtBot, qapp: QApplication) -> None:
    """Tab from field to field, and a bar beside them, moved all of them aside by a few dots."""
    dress(qapp)
    inspector.window().resize(inspector.width(), 420)
    area = inspector.findChild(QScrollArea)
    assert area is not None

    qtbot.waitUntil(area.verticalScrollBar().isVisible)

    assert area.horizontalScrollBar().maximum() == 0


def test_the_picture_of_the_stage_is_as_wide_as_the_fields(inspector: Inspector, qtbot: QtBot) -> None:
    frame = inspector.findChildren(PictureFrame)[0]
    inspector.window().resize(inspector.width(), 1400)

    qtbot.waitUntil(frame.isVisible)

    assert frame.width() == inspector.width() - 2 * 16

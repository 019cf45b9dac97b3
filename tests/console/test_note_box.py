"""Private notes of the live block."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.note_box import NoteBox
from facilitator.convening.ids import BlockId
from facilitator.convening.notes import WriteNote
from facilitator.convening.words import Wish
from tests.console.conftest import Room, button, names


@pytest.fixture
def block(room: Room) -> BlockId:
    made = room.block("Arrive")
    room.say(WriteNote(made, "[x] Silence first\n[ ] Ask Halima\nIf energy drops: stand."))
    return made


@pytest.fixture
def asked() -> list[Wish]:
    return []


@pytest.fixture
def box(room: Room, block: BlockId, asked: list[Wish], shown: Callable[[QWidget], None]) -> NoteBox:
    made = NoteBox(asked.append, room.drafts)
    made.show_note(room.records, block)
    shown(made)
    return made


def test_lines_to_tick_are_boxes_and_the_others_words(box: NoteBox) -> None:
    assert {"Silence first", "Ask Halima"} <= set(names(box))
    assert "If energy drops: stand." in [label.text() for label in box.findChildren(QLabel)]


def test_escape_leaves_the_note_as_it_was(box: NoteBox, asked: list[Wish], qtbot: QtBot) -> None:
    box.write()
    QTest.keyClicks(button(box, "Private notes"), "never mind")

    QTest.keyClick(button(box, "Private notes"), Qt.Key.Key_Escape)

    assert not asked
    assert "Ask Halima" in names(box)


def test_what_is_being_typed_is_kept_each_second(box: NoteBox, room: Room, block: BlockId, qtbot: QtBot) -> None:
    box.write()

    QTest.keyClicks(button(box, "Private notes"), " Tea")

    room.until(lambda: room.drafts.kept(f"note:{block}").endswith("stand. Tea"))


def test_a_draft_left_by_a_crash_is_found_again(room: Room, block: BlockId, shown: Callable[[QWidget], None]) -> None:
    room.drafts.keep(f"note:{block}", "half a thou")

    fresh = NoteBox(str, room.drafts)
    fresh.show_note(room.records, block)
    shown(fresh)

    assert button(fresh, "Private notes").property("plainText") == "half a thou"


def test_another_block_keeps_what_was_written_about_this_one(
    box: NoteBox, room: Room, block: BlockId, asked: list[Wish], qtbot: QtBot
) -> None:
    other = room.block("Lunch")
    box.write()
    QTest.keyClicks(button(box, "Private notes"), " Tea")

    box.show_note(room.records, other)

    assert asked == [WriteNote(block, "[x] Silence first\n[ ] Ask Halima\nIf energy drops: stand. Tea")]

"""The faces of activities."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.console.faces import INSPECTOR, PANEL, as_face, face_of
from facilitator.convening.agenda import Block
from facilitator.convening.ids import BlockId
from tests.console.conftest import Room


def test_every_activity_that_has_a_console_face_shows_its_block(room: Room, qtbot: QtBot) -> None:
    for name in room.activities:
        key = room.block("A block", name, prompt="What would help?")
        block = room.records[Block][key]
        for kind in (PANEL, INSPECTOR):
            made = face_of(kind, block, room.activities, room.say_to)
            if made is not None:
                qtbot.addWidget(made)
                as_face(made).show_records(room.records)
                assert all(act.title for act in as_face(made).acts())


def test_an_activity_nobody_knows_has_no_face(room: Room) -> None:
    assert face_of(PANEL, Block(BlockId("b"), "Later", "canvas"), room.activities, room.say_to) is None

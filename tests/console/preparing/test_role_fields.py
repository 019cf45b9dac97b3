"""Who does what in a block. Source: practice, HV1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from facilitator.console.preparing.role_fields import RoleFields
from facilitator.convening.agenda import GUIDE, SCRIBE, Block, ChangeBlock
from tests.console.conftest import Room


def test_hv1_each_role_is_a_choice_and_who_has_another_keeps_it(room: Room, shown: Callable[[QWidget], None]) -> None:
    """HV1."""
    amina, tomas = room.person("Amina"), room.person("Tomás")
    block = room.block("Ideas")
    room.say(ChangeBlock(replace(room.records[Block][block], guide=amina, roles=(f"guide:{tomas}", "timekeeper:wei"))))
    told: list[tuple[str, ...]] = []
    fields = RoleFields(told.append)
    fields.show_block(room.records, room.records[Block][block])
    shown(fields)
    assert fields.choices[GUIDE].currentText() == "Tomás"
    assert fields.words() == "Tomás"

    scribe = fields.choices[SCRIBE]
    scribe.setCurrentText("Amina")
    scribe.activated.emit(scribe.currentIndex())
    guide = fields.choices[GUIDE]
    guide.setCurrentText("Nobody else")
    guide.activated.emit(guide.currentIndex())

    assert told == [
        (f"guide:{tomas}", "timekeeper:wei", f"scribe:{amina}"),
        ("timekeeper:wei", f"scribe:{amina}"),
    ]

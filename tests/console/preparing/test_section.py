"""A part that folds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.preparing.section import Section
from facilitator.kit.qt.widgets.field import Field
from tests.console.conftest import button, press


def test_it_opens_and_closes_by_a_press_and_says_which_and_what_is_in_it(
    shown: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    field = Field("Goal")
    section = Section("Purpose", field)
    section.show_summary("Decide")
    shown(section)
    head = button(section, "Purpose")
    assert (field.isVisible(), head.accessibleDescription()) == (False, "closed, Decide")

    press(qtbot, section, "Purpose")
    assert (field.isVisible(), head.accessibleDescription()) == (True, "open, Decide")

    press(qtbot, section, "Purpose")
    assert not field.isVisible()

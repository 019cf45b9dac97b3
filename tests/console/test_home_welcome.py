"""The first day of the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.home_welcome import Welcome
from tests.console.conftest import press


def test_there_are_two_ways_to_begin(shown: Callable[[QWidget], None], qtbot: QtBot) -> None:
    begun: list[str] = []
    welcome = Welcome(lambda: begun.append("template"), lambda: begun.append("blank"))
    shown(welcome)

    press(qtbot, welcome, "Choose a template")
    press(qtbot, welcome, "Blank day")

    assert begun == ["template", "blank"]

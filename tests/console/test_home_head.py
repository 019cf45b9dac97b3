"""The head of the desk at home."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.home_head import HomeHead
from tests.console.conftest import names, press

Show = Callable[[QWidget], None]


def test_it_greets_or_tells_what_was_found_with_more_room_for_the_words(shown: Show) -> None:
    head = HomeHead(lambda: None)
    shown(head)
    head.greet("Good morning")
    narrow = head.field.width()
    assert "Good morning" in names(head)

    head.tell("12 results in 4 convenings", "Searched 11 convenings")

    assert {"12 results in 4 convenings", "Searched 11 convenings"} <= set(names(head))
    assert head.field.maximumWidth() > narrow
    head.greet("Good evening")
    assert "Searched 11 convenings" not in names(head)


def test_a_press_begins_a_convening(shown: Show, qtbot: QtBot) -> None:
    begun: list[str] = []
    head = HomeHead(lambda: begun.append("new"))
    shown(head)

    press(qtbot, head, "New convening")

    assert begun == ["new"]

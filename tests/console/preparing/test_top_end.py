"""The end of the top bar of Prepare."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.prepare import Prepare
from facilitator.console.preparing.top_end import TopEnd
from facilitator.convening.days import Day
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import DayId
from facilitator.convening.planning import AddDay
from facilitator.kit.qt.widgets.button import Button, Kind
from tests.console.conftest import Room, button, doubled, press


@pytest.mark.parametrize("days", [1, 2, 4])
@pytest.mark.parametrize("width", [1280, 1440])
def test_no_word_in_the_top_bar_is_cut(
    room: Room, shown: Callable[[QWidget], None], qtbot: QtBot, days: int, width: int
) -> None:
    """Beside two days there stood "Print agen…" once the room was live."""
    for _day in range(days - 1):
        room.say(AddDay(Day(DayId(""))))
    room.block("Arrive", minutes=15)
    room.say(GoLive())
    prepare = Prepare(room.opened())
    shown(prepare)
    prepare.resize(width, 720)

    def is_whole(name: str) -> bool:
        wanted = button(prepare, name)
        return wanted.width() >= wanted.sizeHint().width()

    qtbot.waitUntil(lambda: all(is_whole(name) for name in ("Print agenda", "To the room", "Save a copy")))
    assert not doubled(prepare)


def test_printing_says_its_words_where_there_is_room(shown: Callable[[QWidget], None], qtbot: QtBot) -> None:
    done: list[str] = []
    live = Button("Go live", key="Ctrl L", icon="play-fill", kind=Kind.PRIMARY)
    end = TopEnd(bool, lambda: done.append("printed"), live)
    shown(end)
    widths = []

    for room in (600, 300):
        end.resize(room, 56)
        widths.append(button(end, "Print agenda").width())
        press(qtbot, end, "Print agenda")
    live.show_text("To the room where all are waiting")
    end.resize(420, 56)

    assert (widths[0] > 100, widths[1] < 40) == (True, True)
    assert done == ["printed", "printed"]
    qtbot.waitUntil(lambda: button(end, "Print agenda").width() < 40)

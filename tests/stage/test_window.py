"""The stage window on a real, if invisible, screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdea, ShowArriving
from facilitator.convening.ids import PersonId
from facilitator.convening.words import Role
from facilitator.kit.qt.theme import Motion, Theme
from facilitator.stage.joining import JoinAddress
from facilitator.stage.show import StageShow
from facilitator.stage.window import StageWindow
from tests.stage.sample_room import SampleRoom, seen


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def window(room: SampleRoom, qtbot: QtBot) -> StageWindow:
    show = StageShow(joining=JoinAddress("10.42.0.1:8080", "HTTP://10.42.0.1:8080/J/K7QX93PF"))
    show.wear(Theme(motion=Motion.REDUCED))
    made = StageWindow(show)
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    show.show_news(room.records, room.seq)
    return made


def test_it_tells_when_news_has_been_painted(room: SampleRoom, window: StageWindow, qtbot: QtBot) -> None:
    window.show()
    room.start("ideas")
    room.say(ShowArriving(), "ideas")
    wish = AddIdea("Name a keeper for every tap", "phone")
    room.join(1)
    device = f"phone-{room.sample['people'][0]['name']}"
    idea = room.desk.say(wish, by=PersonId(""), role=Role.PARTICIPANT, device=device, activity=room.blocks["ideas"])
    seq = idea.result().seq

    with qtbot.waitSignal(window.painted, check_params_cb=lambda painted: painted == seq):
        window.shown.show_news(room.records, seq)

    assert "Name a keeper for every tap" in window.painted_text()


def test_the_codes_are_read_from_the_window(window: StageWindow) -> None:
    grey = seen(window).convertToFormat(QImage.Format.Format_Grayscale8)

    lines = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))

    assert len(zxingcpp.read_barcodes(lines)) == 2


def test_f11_fills_the_screen_and_gives_it_back(window: StageWindow, qtbot: QtBot) -> None:
    window.show()

    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()

    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_escape_never_closes_the_stage(window: StageWindow, qtbot: QtBot) -> None:
    window.show()

    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert window.isVisible()


def test_a_change_of_scene_fades_and_then_stands_still(room: SampleRoom, window: StageWindow, qtbot: QtBot) -> None:
    window.show()
    qtbot.waitUntil(lambda: "are here" in window.painted_text())
    fading: list[bool] = []
    window.painted.connect(lambda _seq: fading.append(window.picture.is_fading))

    room.start("tea")
    window.shown.show_news(room.records, room.seq)

    qtbot.waitUntil(lambda: True in fading and not window.picture.is_fading)
    assert seen(window).pixelColor(10, 900) == window.shown.scene.theme.inks.paper


def test_many_news_in_one_turn_are_one_paint(room: SampleRoom, window: StageWindow, qtbot: QtBot) -> None:
    window.show()
    qtbot.waitUntil(lambda: "are here" in window.painted_text())
    told: list[int] = []
    window.painted.connect(told.append)

    for _ in range(20):
        room.join(22)
        room.start("tea")
        window.shown.show_news(room.records, room.seq)

    qtbot.waitUntil(lambda: bool(told))
    assert told == [room.seq]

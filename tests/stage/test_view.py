"""A view paints when there is news, and tells a screen reader what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.convening.stage_state import ShowOnStage
from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.reading import Reading
from facilitator.stage.show import StageShow
from facilitator.stage.view import StageView
from tests.stage.sample_room import SampleRoom, seen


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


def test_what_is_painted_is_its_accessible_description(room: SampleRoom, qtbot: QtBot) -> None:
    room.start("tea")
    show = StageShow(lambda: Reading(room.records[Timebox][room.blocks["tea"]].began))
    view = StageView(show, "Stage")
    qtbot.addWidget(view)

    show.show_news(room.records, room.seq)
    seen(view)

    assert view.accessibleName() == "Stage: Tea and a walk"
    assert view.accessibleDescription() == view.painted_text()
    assert "Take a walk with somebody you have not met yet." in view.accessibleDescription()


def test_a_clock_that_runs_is_painted_again_by_itself(room: SampleRoom, qtbot: QtBot) -> None:
    room.start("tea")
    room.say(ShowOnStage("timer"))
    box = room.records[Timebox][room.blocks["tea"]]
    now = [box.started + box.length_ms - 60_010]
    show = StageShow(lambda: Reading(now[0]))
    view = StageView(show, "Stage")
    qtbot.addWidget(view)
    view.resize(640, 360)
    show.show_news(room.records, room.seq)
    view.show()
    qtbot.waitUntil(lambda: "1:01" in view.painted_text())

    now[0] += 20

    qtbot.waitUntil(lambda: "1:00" in view.painted_text(), timeout=2000)


def test_the_scene_is_letterboxed_with_its_own_ground(room: SampleRoom, qtbot: QtBot) -> None:
    room.start("tea")
    show = StageShow(lambda: Reading(0))
    view = StageView(show, "Stage")
    qtbot.addWidget(view)
    view.resize(800, 800)
    show.show_news(room.records, room.seq)

    image = seen(view)

    assert image.pixelColor(400, 20) == image.pixelColor(400, 780) == show.scene.ground()

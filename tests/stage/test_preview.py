"""The small picture is the stage itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.convening.stage_state import FreezeStage
from facilitator.kit.qt.reading import Reading
from facilitator.stage.preview import StagePreview
from facilitator.stage.show import StageShow
from facilitator.stage.window import StageWindow
from tests.stage.sample_room import SampleRoom, seen


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


def test_it_says_what_the_stage_says(room: SampleRoom, qtbot: QtBot) -> None:
    show = StageShow(lambda: Reading(0))
    stage, preview = StageWindow(show), StagePreview(show)
    qtbot.addWidget(stage)
    qtbot.addWidget(preview)
    room.start("tea")

    show.show_news(room.records, room.seq)
    seen(stage)
    large = stage.painted_text()
    seen(preview)

    assert preview.painted_text() == large
    assert "Take a walk" in preview.accessibleDescription()
    assert (preview.width(), preview.height()) == (304, 171)


def test_a_frozen_stage_has_a_frame_that_only_the_console_sees(room: SampleRoom, qtbot: QtBot) -> None:
    show = StageShow(lambda: Reading(0))
    stage, preview = StageWindow(show), StagePreview(show)
    qtbot.addWidget(stage)
    qtbot.addWidget(preview)
    room.start("tea")
    show.show_news(room.records, room.seq)

    room.say(FreezeStage())
    show.show_news(room.records, room.seq)

    assert seen(preview).pixelColor(1, 90) == show.scene.theme.inks.warn
    assert seen(stage).pixelColor(1, 400) == show.scene.theme.inks.paper

"""The stage finds its projector by what it is, hides when it goes, and comes back by itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.stage.screens import StageScreens, Standing, identity, is_mirrored

PLUGGING = Path(__file__).with_name("plugging.py")


def test_without_a_second_screen_the_stage_stands_nowhere(qtbot: QtBot) -> None:
    console, stage = QWidget(), QWidget()
    qtbot.addWidget(console)
    qtbot.addWidget(stage)
    screens = StageScreens(console, stage)

    screens.place()

    assert screens.standing is Standing.NOWHERE
    assert not stage.isVisible()
    assert not screens.projector


def test_on_one_screen_it_may_have_a_window_of_its_own(qtbot: QtBot) -> None:
    console, stage = QWidget(), QWidget()
    qtbot.addWidget(console)
    qtbot.addWidget(stage)
    screens = StageScreens(console, stage)

    screens.open_window()
    assert screens.standing is Standing.WINDOW
    assert stage.isVisible()
    assert not stage.isFullScreen()

    screens.close_window()
    assert not stage.isVisible()


def test_one_screen_is_not_mirrored(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()

    assert not is_mirrored(screen)
    assert identity(screen).count("|") == 3


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="plugs of the offscreen platform are tried on Linux")
def test_a_projector_is_found_lost_and_found_again(tmp_path: Path) -> None:
    setting_file = tmp_path / "screens.json"
    laptop = {"name": "LAPTOP", "x": 0, "y": 0, "width": 1440, "height": 900}
    projector = {"name": "HDMI", "x": 1440, "y": 0, "width": 1920, "height": 1080}
    more = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    setting = {"synchronousWindowSystemEvents": True, "windowFrameMargins": False}
    setting_file.write_text(
        json.dumps({**setting, "screens": [{**projector, **more}, {**laptop, **more}]}), encoding="utf-8"
    )
    house = str(Path(__file__).parents[2])
    surroundings = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={setting_file}", "PYTHONPATH": house}

    done = subprocess.run(
        [sys.executable, str(PLUGGING), str(setting_file)],
        capture_output=True, text=True, timeout=50, check=False, env=surroundings,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["at first"] == ["HDMI", True, 1440]
    assert told["at once after the loss"] == [False, "nowhere"]
    assert told["settled after the loss"] == [False, "nowhere"]
    assert told["plugged in again"] == ["HDMI", True, 1440]
    assert told["another size"] == [1280, 720]
    assert told["mirrored"] == [False, "nowhere"]

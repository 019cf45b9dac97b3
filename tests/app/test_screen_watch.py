"""A mirrored desk is known from the first moment, without a room."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.screen_watch import ScreenWatch
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.console.window import ConsoleWindow
from facilitator.kit.qt.reading import Reading
from tests.console.conftest import names

MIRRORING = Path(__file__).with_name("mirroring.py")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="plugs of the offscreen platform are tried on Linux")
def test_private_notes_hide_on_a_mirrored_laptop_before_any_room_is_live(tmp_path: Path) -> None:
    more = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, "x": 0, "y": 0, "width": 1440, "height": 900}
    setting = {"synchronousWindowSystemEvents": True, "windowFrameMargins": False}
    screens = [{"name": "LAPTOP", **more}, {"name": "HDMI", **more}]
    setting_file = tmp_path / "screens.json"
    setting_file.write_text(json.dumps({**setting, "screens": screens}), encoding="utf-8")
    house_ = str(Path(__file__).parents[2])
    surroundings = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={setting_file}", "PYTHONPATH": house_}

    done = subprocess.run(
        [sys.executable, str(MIRRORING), str(setting_file), str(tmp_path / "data")],
        capture_output=True, text=True, timeout=50, check=False, env=surroundings,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["at home"] == [True, False, False]
    assert told["preparing"] == [False, True, False]
    assert told["extended"] == [False, False, True]
    assert told["mirrored again"] == [False, True, False]
    assert told["home again"] == [True, False, False]


def test_on_screens_of_their_own_the_room_says_what_is_plugged_in(qtbot: QtBot) -> None:
    console = ConsoleWindow(house.activities(), lambda: Reading(0))
    qtbot.addWidget(console)
    console.show()
    watch = ScreenWatch(console)
    assert "No second screen yet" in names(console)

    watch.show_around(Surroundings(Projector.READY, "1920 × 1080"))
    assert "Projector ready" in names(console)

    watch.show_around(Surroundings(Projector.MIRRORED))
    assert "No second screen yet" in names(console)

"""The life of the app: it says that it is there for as long as it is, and no longer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app.life import Life
from facilitator.app.mark import MARK
from facilitator.convening.hlc import wall_ms


def test_it_says_again_and_again_that_it_is_there(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.app.life.BEAT_MS", 20)
    life = Life(tmp_path, wall_ms)
    life.begin()
    first = json.loads((tmp_path / MARK).read_text())["seen"]

    qtbot.waitUntil(lambda: json.loads((tmp_path / MARK).read_text())["seen"] > first, timeout=5000)

    life.end()
    qtbot.wait(60)
    assert not (tmp_path / MARK).exists()


def test_it_knows_that_the_last_one_crashed_and_only_that_one(tmp_path: Path, qapp: QApplication) -> None:
    crashed = Life(tmp_path, wall_ms)
    crashed.begin()
    crashed.note("clean-water")

    life = Life(tmp_path, wall_ms)
    life.begin()

    assert life.crashed is not None
    assert life.crashed.convening == "clean-water"
    life.end()
    third = Life(tmp_path, wall_ms)
    third.begin()
    assert third.crashed is None

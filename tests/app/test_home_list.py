"""The list on the desk at home."""

from __future__ import annotations

import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.home_list import HomeList
from facilitator.store.reading import Listed


def test_an_answer_that_was_overtaken_is_not_shown(data_folder: Path, qtbot: QtBot) -> None:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    shown: list[list[str]] = []
    home = HomeList(lambda listed: shown.append([one.title for one in listed]))
    going_on = threading.Event()
    room.desk.errand(lambda _: going_on.wait(10))

    home.ask(room.desk)
    home.show(list[Listed]())
    going_on.set()
    home.ask(room.desk)

    qtbot.waitUntil(lambda: len(shown) > 1, timeout=10_000)
    assert shown == [[], ["Clean Water by 2035"]]
    room.close()
    workspace.close()

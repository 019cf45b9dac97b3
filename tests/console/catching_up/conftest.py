"""A late day in the real console, on one clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.console.conftest import ClockedRoom
from tests.console.late import Late, open_late


@pytest.fixture
def room(data_folder: Path, qtbot: QtBot) -> Iterator[ClockedRoom]:
    made = ClockedRoom(data_folder, qtbot)
    yield made
    made.close()


@pytest.fixture
def late(room: ClockedRoom, qtbot: QtBot) -> Iterator[Late]:
    made = open_late(room, qtbot)
    yield made
    made.window.close_convening()

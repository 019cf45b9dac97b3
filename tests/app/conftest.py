"""The app with its windows, before a data folder: one that is empty, or one that a test has filled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.windows import Windows
from facilitator.convening.hlc import wall_ms
from facilitator.kit.qt.dress import dress


@contextmanager
def windows_of(folder: Path, wall: Callable[[], int] = wall_ms) -> Iterator[Windows]:
    """The app before a data folder, and its clean end."""
    made = Windows(folder, house.Doors(ports=(0,)), wall)
    made.show()
    try:
        yield made
    finally:
        made.close()
        made.console.close()
        made.console.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def windows(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Windows]:
    dress(qapp)
    with windows_of(data_folder) as made:
        yield made

"""A widget that a test shows by itself is dressed as the window is in which people see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.dress import dress_window


class DressingBot(QtBot):
    """The robot of pytest-qt, that dresses what it is given to close after the test."""

    def addWidget(self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None) -> None:
        if not widget.styleSheet():
            dress_window(widget)
        super().addWidget(widget, before_close_func=before_close_func)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return DressingBot(request)

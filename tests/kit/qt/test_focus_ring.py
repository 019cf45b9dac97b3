"""The focus ring: round whatever has the focus, never cut off, gone when the focus goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.focus_ring import FocusRing, ring_radius
from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets import Button, Field, column


@pytest.fixture
def ring(qapp: QApplication, theme: Theme) -> FocusRing:
    found = qapp.findChildren(FocusRing)
    assert len(found) == 1
    return found[0]


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    return made


def shown(qtbot: QtBot, window: QWidget, focus: QWidget) -> None:
    window.show()
    window.activateWindow()
    focus.setFocus()
    qtbot.waitUntil(focus.hasFocus)


def test_the_ring_lies_round_the_button_with_the_focus(
    qtbot: QtBot, window: QWidget, ring: FocusRing, theme: Theme
) -> None:
    button = Button("Pause")
    column(window, button, padding=(40, 40, 40, 40))

    shown(qtbot, window, button)

    frame = ring.frame()
    assert frame is not None
    assert frame.geometry() == button.geometry().adjusted(-5, -5, 5, 5)
    picture = window.grab().toImage()
    assert picture.pixelColor(button.geometry().left() - 3, button.geometry().center().y()) == theme.inks.focus


def test_the_ring_is_whole_where_the_field_fills_its_host(qtbot: QtBot, window: QWidget, ring: FocusRing) -> None:
    field = Field("Title")
    column(window, field, padding=(40, 40, 40, 40))

    shown(qtbot, window, field.input)

    frame = ring.frame()
    assert frame is not None
    assert frame.parentWidget() is window
    assert frame.pos() == field.input.mapTo(window, QPoint()) - QPoint(5, 5)


def test_the_ring_stays_with_what_moves(qtbot: QtBot, window: QWidget, ring: FocusRing) -> None:
    host = QWidget(window)
    field = QLineEdit(host)
    host.setGeometry(50, 50, 200, 40)
    field.setGeometry(0, 0, 200, 40)
    shown(qtbot, window, field)

    host.move(80, 120)

    frame = ring.frame()
    assert frame is not None
    assert frame.pos() == QPoint(75, 115)


def test_the_ring_goes_with_the_focus(qtbot: QtBot, window: QWidget, ring: FocusRing) -> None:
    button = Button("Pause")
    column(window, button, padding=(40, 40, 40, 40))
    shown(qtbot, window, button)

    button.clearFocus()

    assert ring.frame() is None


def test_a_widget_deleted_with_the_focus_takes_its_ring_along(qtbot: QtBot, window: QWidget, ring: FocusRing) -> None:
    button = Button("Pause")
    column(window, button, padding=(40, 40, 40, 40))
    shown(qtbot, window, button)

    button.deleteLater()
    qtbot.waitUntil(lambda: ring.frame() is None)

    assert ring.frame() is None


def test_words_alone_have_no_ring(theme: Theme) -> None:
    assert ring_radius(QLabel("Today")) == -1
    assert ring_radius(Button("Pause")) == 6


def test_windows_nobody_holds_any_more_end_without_harm(qapp: QApplication, theme: Theme, ring: FocusRing) -> None:
    for _ in range(5):
        host = QWidget()
        button = Button("Pause")
        column(host, button)
        host.show()
        host.activateWindow()
        button.setFocus()
        qapp.processEvents()
        del host, button
        qapp.processEvents()

    assert ring.frame() is None or QApplication.focusWidget() is not None

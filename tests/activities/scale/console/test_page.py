"""One page of a scale."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.page import Page, heading
from facilitator.activities.scale.console.strip import ScaleStrip
from facilitator.kit.qt.widgets import STRETCH, Card, Label


def test_a_low_window_scrolls_the_body_and_keeps_the_foot(qtbot: QtBot) -> None:
    page, last, foot = Page(), Label("The end"), QPushButton("Go on")
    tall = Card()
    tall.setMinimumHeight(600)
    page.lay_out(tall, last, foot=foot)
    qtbot.addWidget(page)
    page.resize(500, 300)
    page.show()
    QApplication.processEvents()
    assert foot.mapTo(page, QPoint(0, foot.height())).y() <= 300
    assert last.mapTo(page, QPoint(0, 0)).y() > 300

    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    assert last.mapTo(page, QPoint(0, last.height())).y() <= 300 - foot.height()

    page.show_from_the_top()
    assert bar.value() == 0


def test_a_heading_says_its_words(qtbot: QtBot) -> None:
    made = heading("Decision rule")
    qtbot.addWidget(made)

    assert made.text() == "Decision rule"


def test_a_part_gets_the_height_that_its_width_asks_for(qtbot: QtBot) -> None:
    page, strip = Page(), ScaleStrip()
    page.lay_out(strip, STRETCH, foot=QPushButton("Go on"))
    qtbot.addWidget(page)
    page.resize(360, 400)
    page.show()
    QApplication.processEvents()

    assert strip.heightForWidth(strip.width()) > strip.sizeHint().height()
    assert strip.height() == strip.heightForWidth(strip.width())


def test_whoever_is_taken_somewhere_by_a_key_sees_where(qtbot: QtBot) -> None:
    page, tall, field, foot = Page(), Card(), QLineEdit(), QPushButton("Go on")
    tall.setMinimumHeight(900)
    page.lay_out(tall, field, foot=foot)
    qtbot.addWidget(page)
    page.resize(500, 300)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    foot.setFocus()
    page.show_from_the_top()
    assert field.visibleRegion().isEmpty()

    field.setFocus()

    assert field.visibleRegion().boundingRect().height() == field.height()

"""Grounds and arrangement: panels, cards, hairlines, rows and columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets import STRETCH, Card, Ground, Hairline, Label, Panel, Rule, column, row
from facilitator.kit.qt.widgets.frames import colour_of


@pytest.mark.parametrize("ground", list(Ground))
def test_a_panel_lies_on_its_ground(qtbot: QtBot, theme: Theme, ground: Ground) -> None:
    panel = Panel()
    qtbot.addWidget(panel)

    panel.show_ground(ground)

    assert panel.grab().toImage().pixelColor(9, 9) == colour_of(ground, theme)


@pytest.mark.parametrize(
    ("rule", "at"), [(Rule.TOP, (50, 0)), (Rule.BOTTOM, (50, 39)), (Rule.LEFT, (0, 20)), (Rule.RIGHT, (99, 20))]
)
def test_a_panel_meets_its_neighbour_at_a_hairline(qtbot: QtBot, theme: Theme, rule: Rule, at: tuple[int, int]) -> None:
    panel = Panel(Ground.SURFACE, rule)
    qtbot.addWidget(panel)
    panel.resize(100, 40)

    assert panel.grab().toImage().pixelColor(*at) == theme.inks.line


def test_the_card_that_matters_now_has_an_accent_line(qtbot: QtBot, theme: Theme) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.resize(100, 60)
    plain = card.grab().toImage().pixelColor(0, 30)

    card.mark_chosen()
    chosen = card.grab().toImage().pixelColor(0, 30)
    card.mark_plain()

    assert (plain, chosen) == (theme.inks.line, theme.inks.accent_line)
    assert card.grab().toImage().pixelColor(0, 30) == theme.inks.line


def test_a_hairline_is_one_pixel_high(qtbot: QtBot, theme: Theme) -> None:
    line = Hairline()
    qtbot.addWidget(line)

    assert line.grab().toImage().pixelColor(1, 0) == theme.inks.line
    assert line.sizeHint().height() == 1


def test_a_column_puts_things_under_one_another_and_a_row_side_by_side(qtbot: QtBot, theme: Theme) -> None:
    host, first, second, third = QWidget(), Label("one"), Label("two"), Label("three")
    qtbot.addWidget(host)
    column(host, first, 20, row(None, second, STRETCH, third, gap=0), STRETCH, gap=4, padding=(10, 8, 6, 12))
    host.resize(300, 200)
    host.show()

    assert (first.x(), first.y()) == (12, 10)
    assert second.y() >= first.geometry().bottom() + 24
    assert second.y() == third.y()
    assert third.geometry().right() == 300 - 8 - 1


def test_the_rule_of_a_panel_lies_where_reading_begins(qtbot: QtBot, theme: Theme) -> None:
    panel = Panel(rule=Rule.LEFT)
    qtbot.addWidget(panel)
    panel.resize(100, 20)

    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert panel.grab().toImage().pixelColor(99, 10) == theme.inks.line
    assert panel.grab().toImage().pixelColor(0, 10) != theme.inks.line


def test_room_around_things_lies_on_the_other_side_where_reading_begins_at_the_right(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    left = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        host, child = QWidget(), QWidget()
        column(host, child, padding=(0, 30, 0, 10))
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        qtbot.addWidget(host)
        host.resize(200, 20)
        host.grab()
        left.append(child.x())

    assert left == [10, 30]

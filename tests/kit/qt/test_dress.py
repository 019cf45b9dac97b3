"""Dressing the application: letters, palette and sheet, light and dark, while windows are open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.dress import dress, dress_window, palette, sheet
from facilitator.kit.qt.theme import Motion, Theme, theme_in_use
from facilitator.kit.qt.widgets import Label, Panel, column
from facilitator.kit.theme import Mode


def test_a_dressed_application_speaks_in_the_bundled_letters(qapp: QApplication, theme: Theme) -> None:
    assert qapp.font().families()[0] == "Atkinson Hyperlegible Next"
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.inks.paper


def test_open_windows_follow_when_the_mode_changes(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    window, panel, label = QMainWindow(), Panel(), Label("Today")
    qtbot.addWidget(window)
    column(panel, label, padding=(30, 30, 30, 30))
    window.setCentralWidget(panel)
    dress_window(window)
    window.show()

    dark = dress(qapp, Mode.DARK)

    assert theme_in_use() is dark
    assert panel.grab().toImage().pixelColor(3, 3) == dark.inks.surface
    assert label.palette().color(QPalette.ColorRole.WindowText) == dark.inks.ink


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_a_dressed_window_dresses_its_fields_menus_and_tips_and_follows_the_mode(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    window, field, before = QMainWindow(), QLineEdit(), QLineEdit()
    qtbot.addWidget(window)
    window.setCentralWidget(before)
    dress_window(window)
    window.setCentralWidget(field)
    menu = QMenu(window)
    menu.addAction("Harvest")
    window.resize(300, 200)
    window.show()
    field.setEnabled(False)
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    QToolTip.showText(window.mapToGlobal(QPoint(0, 0)), "Gather cards (G)", field)
    (tip,) = [each for each in qapp.topLevelWidgets() if each.inherits("QTipLabel") and each.isVisible()]

    def seen() -> list[QColor]:
        return [each.grab().toImage().pixelColor(6, 4) for each in (field, menu, tip)]

    assert seen() == [theme.inks.sunken, theme.inks.raised, theme.inks.raised]

    dark = dress(qapp, Mode.DARK).inks

    assert seen()[:2] == [dark.sunken, dark.raised]
    menu.close()
    QToolTip.hideText()


def test_motion_can_be_reduced(qapp: QApplication, theme: Theme) -> None:
    assert dress(qapp, Mode.LIGHT, Motion.REDUCED).milliseconds("move") == 0


def test_what_is_disabled_is_faint(theme: Theme) -> None:
    disabled = palette(theme.inks).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)

    assert disabled == theme.inks.ink_3


def test_the_style_sheet_names_only_colours_of_the_theme(theme: Theme) -> None:
    known = {getattr(theme.tokens.colours, name) for name in theme.tokens.colours.__slots__}

    named = {word.strip(";") for word in sheet(theme).split() if word.startswith("#")}

    assert named <= known

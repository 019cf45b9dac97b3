"""Dressing the application: letters, palette and sheet, light and dark, while windows are open."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.dress import dress, palette, sheet
from facilitator.kit.qt.theme import Motion, Theme, theme_in_use
from facilitator.kit.qt.widgets import Label, Panel
from facilitator.kit.theme import Mode


def test_a_dressed_application_speaks_in_the_bundled_letters(qapp: QApplication, theme: Theme) -> None:
    assert qapp.font().families()[0] == "Atkinson Hyperlegible Next"
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.inks.paper


def test_open_windows_follow_when_the_mode_changes(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    panel, label = Panel(), Label("Today")
    for widget in (panel, label):
        qtbot.addWidget(widget)
        widget.show()

    dark = dress(qapp, Mode.DARK)

    assert theme_in_use() is dark
    assert panel.grab().toImage().pixelColor(3, 3) == dark.inks.surface
    assert label.palette().color(QPalette.ColorRole.WindowText) == dark.inks.ink


def test_motion_can_be_reduced(qapp: QApplication, theme: Theme) -> None:
    assert dress(qapp, Mode.LIGHT, Motion.REDUCED).milliseconds("move") == 0


def test_what_is_disabled_is_faint(theme: Theme) -> None:
    disabled = palette(theme.inks).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)

    assert disabled == theme.inks.ink_3


def test_the_style_sheet_names_only_colours_of_the_theme(theme: Theme) -> None:
    known = {getattr(theme.tokens.colours, name) for name in theme.tokens.colours.__slots__}

    named = {word.strip(";") for word in sheet(theme).split() if word.startswith("#")}

    assert named <= known

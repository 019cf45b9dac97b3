"""Dresses the application and its windows: letters, palette, the narrow style sheet, the focus ring, light or dark."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from facilitator.kit.qt.focus_ring import FocusRing
from facilitator.kit.qt.theme import Inks, Motion, Theme, theme_in_use, wear
from facilitator.kit.theme import Mode

_RING, _DRESSED = "facilitator_focus_ring", "facilitator_dressed"


def dress(app: QApplication, mode: Mode = Mode.LIGHT, motion: Motion = Motion.FULL) -> Theme:
    """Dress an application before its first window, and again whenever the mode changes; gives the theme it wears.

    Widgets already shown repaint by themselves: Qt tells them that the palette changed. A window is dressed for itself.
    """
    theme = Theme(mode, motion)
    wear(theme)
    app.setStyle("Fusion")
    app.setFont(theme.font("console", "body"))
    QToolTip.setFont(theme.font("console", "small"))
    app.setPalette(palette(theme.inks))
    for window in app.topLevelWidgets():
        if window.property(_DRESSED):
            dress_window(window)
    if app.property(_RING) is None:
        app.setProperty(_RING, FocusRing(app))
    return theme


def dress_window(window: QWidget) -> None:
    """Put the style sheet on a window, and by that on everything in it and on every menu and tip that it opens.

    Never on the application: then Qt would style each widget anew whenever it, or anything around it, is put into
    something else, and a window that is made from the inside out would take three times as long to make.
    """
    window.setProperty(_DRESSED, True)
    window.setStyleSheet(sheet(theme_in_use()))


def palette(inks: Inks) -> QPalette:
    """Qt's own colour roles in our inks."""
    made = QPalette()
    role = QPalette.ColorRole
    pairs: tuple[tuple[QPalette.ColorRole, QColor], ...] = (
        (role.Window, inks.paper),
        (role.WindowText, inks.ink),
        (role.Base, inks.raised),
        (role.AlternateBase, inks.surface),
        (role.Text, inks.ink),
        (role.PlaceholderText, inks.ink_3),
        (role.Button, inks.raised),
        (role.ButtonText, inks.ink),
        (role.Highlight, inks.accent),
        (role.HighlightedText, inks.on_accent),
        (role.Link, inks.accent),
        (role.LinkVisited, inks.accent),
        (role.ToolTipBase, inks.raised),
        (role.ToolTipText, inks.ink),
        (role.Light, inks.raised),
        (role.Midlight, inks.surface),
        (role.Mid, inks.line),
        (role.Dark, inks.line_strong),
        (role.Shadow, inks.ink_3),
        (role.BrightText, inks.over),
        (role.Accent, inks.accent),
    )
    for which, colour in pairs:
        made.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, inks.ink_3)
    return made


def sheet(theme: Theme) -> str:
    """The style sheet: fields, menus, scroll bars and tips, where painting by hand would gain nothing."""
    c, radius = theme.tokens.colours, theme.tokens.radius["control"]
    return f"""
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {{
        background: {c.raised}; color: {c.ink}; border: 1px solid {c.line_strong}; border-radius: {radius}px;
        padding: 0 10px; selection-background-color: {c.accent}; selection-color: {c.on_accent};
    }}
    QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: 34px; }}
    QLineEdit, QAbstractSpinBox {{ padding: 0 8px; }}
    QPlainTextEdit, QTextEdit {{ padding: 6px 6px; }}
    QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover {{ border-color: {c.ink_3}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {c.sunken}; color: {c.ink_3}; }}
    QComboBox::drop-down {{ border: none; width: 28px; }}
    QComboBox::down-arrow {{ image: none; }}
    QComboBox QAbstractItemView {{
        background: {c.raised}; color: {c.ink}; border: 1px solid {c.line_strong}; outline: none; padding: 4px;
        selection-background-color: {c.accent_soft}; selection-color: {c.accent};
    }}
    QMenu {{ background: {c.raised}; color: {c.ink}; border: 1px solid {c.line_strong}; padding: 6px; }}
    QMenu::item {{ padding: 7px 28px 7px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.accent_soft}; color: {c.accent}; }}
    QMenu::item:disabled {{ color: {c.ink_3}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 6px 4px; }}
    QToolTip {{ background: {c.raised}; color: {c.ink}; border: 1px solid {c.line_strong}; padding: 4px 6px; }}
    QScrollArea {{ background: transparent; border: none; }}
    QScrollBar {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ width: 12px; }}
    QScrollBar:horizontal {{ height: 12px; }}
    QScrollBar::handle {{ background: {c.line_strong}; border-radius: 3px; margin: 3px; }}
    QScrollBar::handle:hover {{ background: {c.ink_3}; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: none; border: none; width: 0; height: 0;
    }}
    """

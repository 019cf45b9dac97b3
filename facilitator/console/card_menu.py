"""The menu of a convening's card on the desk at home: what its keys do, for the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from facilitator.console.home_cards import DayCard, NextCard
from facilitator.i18n import _
from facilitator.kit.qt.acts import key_words

Ask = Callable[[str], object]


def card_at(home: QWidget, place: QPoint) -> QWidget | None:
    """The convening's card at a place of the screen, or around what has the focus there; None for none."""
    found = home.childAt(home.mapFromGlobal(place)) or QApplication.focusWidget()
    while found is not None and not isinstance(found, DayCard | NextCard):
        found = found.parentWidget()
    return found


def card_menu(home: QWidget, convening: str, lead: Ask, prepare: Ask, delete: Ask) -> QMenu:
    """Make the menu; it is gone once it is closed."""
    menu = QMenu(home)
    menu.addAction(_line(_("Open console"), "Enter"), lambda: lead(convening))
    menu.addAction(_line(_("Prepare"), "E"), lambda: prepare(convening))
    menu.addAction(_line(_("Delete…"), "Del"), lambda: delete(convening))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _line(words: str, key: str) -> str:
    return f"{words}\t{key_words(key)}"

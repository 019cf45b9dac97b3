"""The menu of the board: every act that is possible now, with its key, those of one kind together."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, key_words

MENU_KEY = "Shift F10"
"""Opens the menu where a keyboard has no key for it."""

_OF_IDEA = ("M", "Shift M", "O", "E", "*", "P", "Y", "Del", "Ctrl Space")
_OF_STAGE = ("X", "S", "Shift S", "]", "[", "}", "{", "Ctrl Enter", "Alt Enter", "Shift Enter", "Shift O", "Alt O")
_OF_WRITING = ("I", "Shift I", "Q")
_OF_CLUSTER = ("R", "A", "Shift G", "Alt G", "Alt Left", "Alt Right", "Shift X")


def open_act_menu(host: QWidget, acts: Iterable[Act], at: QPoint) -> None:
    """Open the menu at a point of the screen, its first act chosen; a menu that is open already stays alone."""
    if QApplication.activePopupWidget() is not None:
        return
    menu = QMenu(host)
    possible = [act for act in acts if act.is_enabled() and act.key != MENU_KEY]
    idea = [act for act in possible if act.key in _OF_IDEA]
    places = [act for act in possible if act.key.isdigit()]
    stage = [act for act in possible if act.key in _OF_STAGE]
    writing = [act for act in possible if act.key in _OF_WRITING]
    cluster = [act for act in possible if act.key in _OF_CLUSTER]
    grouped = (*idea, *places, *stage, *cluster, *writing)
    board = [act for act in possible if act not in grouped]
    entries = _fill(menu, idea)
    for title, kind in (
        (_("Place"), places),
        (_("On the stage"), stage),
        (_("Clusters"), cluster),
        (_("Write"), writing),
        (_("This board"), board),
    ):
        if kind:
            _fill(menu.addMenu(title), kind)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    # Not a menu within it: that would open at once.
    if entries:
        menu.setActiveAction(entries[0])


def _fill(menu: QMenu, acts: Iterable[Act]) -> list[QAction]:
    return [menu.addAction(f"{act.title}\t{key_words(act.key)}", act.do) for act in acts]

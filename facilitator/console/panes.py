"""Going from pane to pane with F6: each takes the focus where it had it, or at its first control."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_to_pane(panes: Sequence[QWidget], step: int) -> None:
    """Give the focus to the next pane (-1: the one before) that has a control to take it."""
    focus = panes[0].window().focusWidget()
    here = next((at for at, pane in enumerate(panes) if pane.isAncestorOf(focus)), -1)
    if here < 0:
        here = -1 if step > 0 else 0
    for away in range(1, len(panes) + 1):
        stop = first_stop(panes[(here + step * away) % len(panes)])
        if stop is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def first_stop(pane: QWidget) -> QWidget | None:
    """The first control of a pane that Tab would come to; None if there is none."""
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget) and _takes_focus(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _takes_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isEnabled() and widget.isVisible()

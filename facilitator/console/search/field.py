"""Where one types what to find: arrows choose among what was found meanwhile, and Esc leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.field import SearchField
from facilitator.kit.qt.widgets.keycap import cap_width, paint_cap

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FindField(SearchField):
    """`moved` and `group_moved` ask for another hit, `left` to leave; `entered` tells that somebody is about to type.

    Enter is told by `returnPressed`, as of every field. Tab goes to the next kind only while `has_found`; without
    anything found it goes on as everywhere.
    """

    moved = Signal(int)
    group_moved = Signal(int)
    left = Signal()
    entered = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__(hint)
        self.has_found = False

    def event(self, event: QEvent) -> bool:
        # Qt gives the focus away on Tab before the field hears of the key.
        if self.has_found and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if event.key() == Qt.Key.Key_Tab and bare:
                self.group_moved.emit(1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _STEPS:
            self.moved.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # Where one reads from the right, the words begin at the end that the key would take.
        if not self.text() or self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return
        theme = theme_in_use()
        with QPainter(self) as painter:
            left = self.width() - 10 - cap_width("Esc", theme)
            paint_cap(painter, left, self.height() / 2, "Esc", theme.inks.ink_2, theme.inks.line_strong, theme)

"""The heads of the board's columns: letter, name, count and a rule in the colour; they stay while notes scroll."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.kit.qt.board_layout import BoardColumn, BoardLayout
from facilitator.kit.qt.direction import is_mirrored
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, Upright, text_style
from facilitator.kit.qt.marks import paint_tag
from facilitator.kit.qt.theme import Theme, theme_in_use

HEAD_HEIGHT = 31
_TAG = 18
_RULE = 3
_LEAST_FOR_NAME = 60


class BoardHeads(QWidget):
    """Painted over the top margin of a board, column by column, at full size whatever the board's scale."""

    def __init__(self, board: QWidget) -> None:
        super().__init__(board)
        self._layout = BoardLayout()
        self._scale = 1.0
        self._left = 0.0
        self.text = Lettering()

    def show_layout(self, layout: BoardLayout, scale: float, left: float) -> None:
        """Show the heads of a layout; `left` is the board unit at the left edge. The same again paints nothing."""
        if layout is self._layout and (scale, left) == (self._scale, self._left):
            return
        self._layout, self._scale, self._left = layout, scale, left
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        self.text.start()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.inks.paper)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for placed in self._layout.columns:
                box = QRectF((placed.left - self._left) * self._scale, 0, placed.width * self._scale, HEAD_HEIGHT)
                if box.right() >= 0 and box.left() <= self.width():
                    paint_head(painter, box, placed.column, theme, self.text, is_mirrored=is_mirrored(self))


def paint_head(
    painter: QPainter,
    box: QRectF,
    column: BoardColumn,
    theme: Theme,
    text: Lettering,
    *,
    is_mirrored: bool = False,
) -> None:
    """The head of one column, letter first; a column that is none of the room's clusters has no letter."""
    near, away = (Align.RIGHT, Align.LEFT) if is_mirrored else (Align.LEFT, Align.RIGHT)
    inks = theme.note(column.colour)
    painter.fillRect(QRectF(box.left(), box.bottom() - _RULE, box.width(), _RULE), inks.edge)
    words = box.adjusted(0, 0, 0, -_RULE)
    indent = 0
    if column.letter:
        indent = _TAG + 6
        tag = QRectF(words.right() - _TAG if is_mirrored else words.left(), words.center().y() - _TAG / 2, _TAG, _TAG)
        paint_tag(painter, tag, column.letter, inks, text, theme)
    if words.width() < _LEAST_FOR_NAME:
        return
    count = text_style(theme, "console", "caption", theme.inks.ink_2).placed(away, Upright.MIDDLE)
    took = text.write(painter, words, str(len(column.notes)), count)
    before, after = (took.width() + 6, indent) if is_mirrored else (indent, took.width() + 6)
    room = words.adjusted(before, 0, -after, 0)
    name = TextStyle(theme.sized(13, 600, -0.1), theme.inks.ink, 16, near, Upright.MIDDLE)
    if text.line_count(column.name, room.width(), name) > 1:
        name = TextStyle(theme.sized(12, 600, -0.1), theme.inks.ink, 14, near, Upright.MIDDLE, lines=2)
        # Two lines of a script with high letters would lie over the rule.
        if text.measure(column.name, room.width(), name).height() > words.height():
            name = name.limited(1)
    text.write(painter, room, column.name, name)

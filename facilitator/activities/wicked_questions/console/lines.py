"""Lines of a wicked question's lists: truths with how many sent them, and pairs with the word between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal

from facilitator.activities.wicked_questions.console.line_painter import LinePainter
from facilitator.kit.qt.rows import PressView, RowModel


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a truth, or the two halves of a pair with the joint between; words and an icon at its end.

    `is_on` tints it and gives it a tick: a truth in use, the question that was chosen.
    """

    id: str
    first: str
    joint: str = ""
    second: str = ""
    number: str = ""
    end: str = ""
    icon: str = ""
    whole: str = ""
    is_on: bool = False

    def shown(self) -> str:
        """The text of the line: of a pair, its whole question."""
        return self.whole or self.first

    def said(self) -> str:
        """The line for those who do not see it."""
        return ", ".join(part for part in (self.shown(), self.end) if part)


class LineList(PressView[Line]):
    """A list of lines. Enter, Space or a press tells the line's id by `pressed_line`; `moved` tells the current one."""

    pressed_line = Signal(str)
    moved = Signal(str)

    def __init__(self, said: str, height: int) -> None:
        super().__init__(RowModel(lambda line: line.id, Line.said, Line.shown), said, height)
        self.setItemDelegate(LinePainter(self, height))
        self.pressed_row.connect(self.pressed_line)
        self.selectionModel().currentChanged.connect(lambda _now: self.moved.emit(self.current()))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the current one stays current while it is here."""
        self.fill(lines)
        self.updateGeometry()

    def lines(self) -> tuple[Line, ...]:
        """The lines as they are shown."""
        return self.rows()

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.row_height)

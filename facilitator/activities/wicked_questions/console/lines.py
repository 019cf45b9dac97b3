"""Lines of a wicked question's lists: truths with how many sent them, and pairs with the word between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView

from facilitator.activities.wicked_questions.console.line_painter import LinePainter
from facilitator.kit.qt.focus_ring import RING_RADIUS

_Index = QModelIndex | QPersistentModelIndex


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


class LineModel(QAbstractListModel):
    """The lines in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines; what only changed keeps its place, the same again does nothing."""
        before, after = self.lines, tuple(lines)
        if before == after:
            return
        if [line.id for line in before] == [line.id for line in after]:
            self.lines = after
            self.dataChanged.emit(self.index(0), self.index(len(after) - 1))
            return
        self.beginResetModel()
        self.lines = after
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        whole = line.whole or line.first
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return whole
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (whole, line.end) if part)
        return line if role == Qt.ItemDataRole.UserRole else None


class LineList(QListView):
    """A list of lines. Enter, Space or a press tells the line's id by `pressed_line`; `moved` tells the current one."""

    pressed_line = Signal(str)
    moved = Signal(str)

    def __init__(self, said: str, height: int) -> None:
        super().__init__()
        self._model = LineModel()
        self.line_height = height
        self.setModel(self._model)
        self.setItemDelegate(LinePainter(self, height))
        self.setAccessibleName(said)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setProperty(RING_RADIUS, -1)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._press)
        self.selectionModel().currentChanged.connect(lambda _now: self.moved.emit(self.current()))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the current one stays current while it is here."""
        kept = self.current()
        self._model.show(lines)
        self.go_to(kept)
        self.updateGeometry()

    def lines(self) -> tuple[Line, ...]:
        """The lines as they are shown."""
        return self._model.lines

    def current(self) -> str:
        """The id of the current line, "" for none."""
        index = self.currentIndex()
        return self._model.lines[index.row()].id if index.isValid() else ""

    def go_to(self, line: str) -> None:
        """Make a line the current one, if it is here."""
        at = next((place for place, each in enumerate(self._model.lines) if each.id == line), -1)
        if at >= 0 and at != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(at))

    def sizeHint(self) -> QSize:
        return QSize(200, len(self._model.lines) * self.line_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.line_height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._press(self.currentIndex())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _press(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pressed_line.emit(self._model.lines[index.row()].id)

"""Rows of a vote: ideas on the ballot, people who have dots left, ranks; each a line with what stands at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView

from facilitator.activities.dot_vote.console.row_painter import RowPainter
from facilitator.kit.qt.focus_ring import RING_RADIUS

_Index = QModelIndex | QPersistentModelIndex


class Check(Enum):
    """Whether a row can be ticked, and is."""

    NONE = "none"
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what leads it, its title, dots given of dots possible, and words at its end.

    `is_tied` brackets it with its neighbours of the same lead; `is_cut` draws the suggested cut above it.
    """

    id: str
    title: str
    lead: str = ""
    end: str = ""
    placed: int = 0
    of: int = 0
    check: Check = Check.NONE
    is_tied: bool = False
    is_cut: bool = False

    def said(self) -> str:
        """The row for those who do not see it."""
        lead = f"{self.lead}. " if self.lead else ""
        return f"{lead}{self.title}{f', {self.end}' if self.end else ''}"


class RowModel(QAbstractListModel):
    """The rows in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; the same again does nothing, and what only changed keeps the place in the list."""
        before, after = self.rows, tuple(rows)
        if before == after:
            return
        if [row.id for row in before] == [row.id for row in after]:
            self.rows = after
            self.dataChanged.emit(self.index(0), self.index(len(after) - 1))
            return
        self.beginResetModel()
        self.rows = after
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said()
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.CheckStateRole and row.check is not Check.NONE:
            return (Qt.CheckState.Checked if row.check is Check.ON else Qt.CheckState.Unchecked).value
        return None


class RowList(QListView):
    """A list of rows of one height; Space, Enter or a press tells a row's id.

    `end_width` keeps that much for the words at the end, so that dots before them stand in a column; 0 as needed.
    """

    pressed_row = Signal(str)

    def __init__(self, said: str, height: int, end_width: int = 0) -> None:
        super().__init__()
        self._model = RowModel()
        self.row_height = height
        self.setModel(self._model)
        self.setItemDelegate(RowPainter(self, height, end_width))
        self.setAccessibleName(said)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setProperty(RING_RADIUS, -1)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._press)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the current one stays current while it is here."""
        kept = self.current()
        self._model.show(rows)
        at = next((place for place, row in enumerate(rows) if row.id == kept), -1)
        if at >= 0 and at != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(at))

    def rows(self) -> tuple[Row, ...]:
        """The rows as they are shown."""
        return self._model.rows

    def current(self) -> str:
        """The id of the current row, "" for none."""
        index = self.currentIndex()
        return self._model.rows[index.row()].id if index.isValid() else ""

    def sizeHint(self) -> QSize:
        return QSize(200, len(self._model.rows) * self.row_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.row_height * 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._press(self.currentIndex())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _press(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pressed_row.emit(self._model.rows[index.row()].id)

"""Rows of a list: what is said of each, which one is current, and a view that keeps it current by its id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from facilitator.kit.qt.focus_ring import RING_RADIUS

Shown = TypeVar("Shown")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowModel(QAbstractListModel, Generic[Shown]):
    """Immutable rows in their order, each known by its id.

    `said` puts a row in words for those who do not see it. `shown` is the one text of a row that may be cut off,
    and so its tip too; rows without one show what is said, and have no tip.
    """

    def __init__(
        self,
        id_of: Callable[[Shown], str],
        said: Callable[[Shown], str],
        shown: Callable[[Shown], str] = lambda _row: "",
    ) -> None:
        super().__init__()
        self._id_of, self._said, self._shown = id_of, said, shown
        self._rows: tuple[Shown, ...] = ()

    @property
    def rows(self) -> tuple[Shown, ...]:
        """The rows as they are shown."""
        return self._rows

    def show(self, rows: Sequence[Shown]) -> None:
        """Show these rows; those that are the same stay untouched, so that nothing loses its place."""
        before, after = self._rows, tuple(rows)
        if before == after:
            return
        if [self._id_of(row) for row in before] != [self._id_of(row) for row in after]:
            self.beginResetModel()
            self._rows = after
            self.endResetModel()
            return
        self._rows = after
        for at, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def row_at(self, index: _Index) -> Shown:
        """The row behind an index."""
        return self._rows[index.row()]

    def id_at(self, index: _Index) -> str:
        """The id of the row behind an index, "" for none."""
        return self._id_of(self.row_at(index)) if index.isValid() else ""

    def place_of(self, row_id: str) -> int:
        """The place of a row by its id, -1 for one that is not here."""
        return next((at for at, row in enumerate(self._rows) if self._id_of(row) == row_id), -1)

    def check_of(self, row: Shown) -> Qt.CheckState | None:
        """Whether a row is ticked; None for one that cannot be."""
        return None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row) or self._said(row)
            case Qt.ItemDataRole.ToolTipRole:
                return self._shown(row) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(row)
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.CheckStateRole:
                check = self.check_of(row)
                return None if check is None else check.value
        return None


class RowView(QListView, Generic[Shown]):
    """A list without a frame or a ground of its own, whose rows show themselves which one has the focus."""

    def __init__(self, model: RowModel[Shown], said: str) -> None:
        super().__init__()
        self._model = model
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(said)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setProperty(RING_RADIUS, -1)
        self.viewport().setAutoFillBackground(False)

    def fill(self, rows: Sequence[Shown]) -> None:
        """Show these rows; the current one stays current while it is here."""
        kept = self.current_id()
        self._model.show(rows)
        self.go_to(kept)

    def rows(self) -> tuple[Shown, ...]:
        """The rows as they are shown."""
        return self._model.rows

    def current_id(self) -> str:
        """The id of the current row, "" for none."""
        return self._model.id_at(self.currentIndex())

    def go_to(self, row_id: str) -> None:
        """Make a row the current one, if it is here."""
        at = self._model.place_of(row_id)
        if at >= 0 and at != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(at))


class PressView(RowView[Shown]):
    """A list of rows of one height; Space, Enter or a press tells a row's id."""

    pressed_row = Signal(str)

    def __init__(self, model: RowModel[Shown], said: str, height: int) -> None:
        super().__init__(model, said)
        self.row_height = height
        self.setUniformItemSizes(True)
        self.clicked.connect(self._press)

    def current(self) -> str:
        """The id of the current row, "" for none."""
        return self.current_id()

    def sizeHint(self) -> QSize:
        return QSize(200, len(self._model.rows) * self.row_height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) or (event.key() == Qt.Key.Key_Space and not event.isAutoRepeat()):
            self._press(self.currentIndex())
        elif is_writing(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _press(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pressed_row.emit(self._model.id_at(index))


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter, pressed and not held."""
    return event.key() in _ENTER and not event.isAutoRepeat()


def is_writing(event: QKeyEvent) -> bool:
    """Whether a key writes a letter: most lists leave it to the keys of commands, and search no row by it."""
    return bool(event.text()) and event.text().isprintable()

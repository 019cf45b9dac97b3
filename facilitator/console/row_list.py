"""Rows of a list as Qt asks for them: what is said of each, and which one is where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Shown = TypeVar("Shown")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowList(QAbstractListModel, Generic[Shown]):
    """Rows shown in a list view. `said` puts a row in words, for a screen reader and for its tip."""

    def __init__(self, said: Callable[[Shown], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said = said
        self._rows: tuple[Shown, ...] = ()

    @property
    def rows(self) -> tuple[Shown, ...]:
        """The rows as they are shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Shown]) -> None:
        """Show these rows; those that are the same stay untouched, so that nothing loses its place."""
        fresh = tuple(rows)
        if fresh == self._rows:
            return
        if len(fresh) == len(self._rows):
            before, self._rows = self._rows, fresh
            for at, (old, new) in enumerate(zip(before, fresh, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def row_at(self, index: _Index) -> Shown:
        """The row behind an index."""
        return self._rows[index.row()]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and index.isValid():
            return self._said(self._rows[index.row()])
        return None

"""The waiting ideas as a list that Qt can show, grow and drag from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from facilitator.activities.ideation_board.console.columns import Waiting

IDEA_MIME = "application/x-facilitator-idea"
"""What a dragged idea is called: its card's id."""

_Index = QModelIndex | QPersistentModelIndex


class WaitingModel(QAbstractListModel):
    """The waiting ideas in their order. What was appended is inserted, so that a growing list does not jump."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: tuple[Waiting, ...] = ()

    def show(self, waiting: Sequence[Waiting]) -> None:
        """Show these ideas; the same again does nothing."""
        before, after = self._waiting, tuple(waiting)
        if before == after:
            return
        if [idea.id for idea in before] == [idea.id for idea in after]:
            self._waiting = after
            self.dataChanged.emit(self.index(0), self.index(len(after) - 1))
        elif before and after[: len(before)] == before:
            self.beginInsertRows(QModelIndex(), len(before), len(after) - 1)
            self._waiting = after
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._waiting = after
            self.endResetModel()

    def waiting(self) -> tuple[Waiting, ...]:
        """The ideas as they were shown."""
        return self._waiting

    def row_of(self, card: str) -> int:
        """The row of an idea, -1 for one that is not here."""
        return next((row for row, idea in enumerate(self._waiting) if idea.id == card), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._waiting)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        idea = self._waiting[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return idea.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{idea.text}. {idea.caption()}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [IDEA_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        if indexes:
            carried.setData(IDEA_MIME, QByteArray(self._waiting[indexes[0].row()].id.encode()))
        return carried

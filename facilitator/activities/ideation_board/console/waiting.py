"""The waiting ideas as a list that Qt can show, grow and drag from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from facilitator.activities.ideation_board.console.columns import Waiting
from facilitator.kit.qt.board_voices import cluster_words
from facilitator.kit.qt.rows import RowModel

IDEA_MIME = "application/x-facilitator-idea"
"""What a dragged idea is called: its card's id."""

_Index = QModelIndex | QPersistentModelIndex


class WaitingModel(RowModel[Waiting]):
    """The waiting ideas in their order. What was appended is inserted, so that a growing list does not jump."""

    def __init__(self) -> None:
        super().__init__(lambda idea: idea.id, _said, lambda idea: idea.text)

    def show(self, rows: Sequence[Waiting]) -> None:
        """Show these ideas; the same again does nothing."""
        before, after = self._rows, tuple(rows)
        if not before or after == before or after[: len(before)] != before:
            super().show(after)
            return
        self.beginInsertRows(QModelIndex(), len(before), len(after) - 1)
        self._rows = after
        self.endInsertRows()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [IDEA_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        if indexes:
            carried.setData(IDEA_MIME, QByteArray(self.id_at(indexes[0]).encode()))
        return carried


def _said(idea: Waiting) -> str:
    return f"{idea.text}. {', '.join(filter(None, (idea.caption(), cluster_words(idea.cluster))))}"

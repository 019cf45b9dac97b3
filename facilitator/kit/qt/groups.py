"""Rows in groups, as a tree of two levels: what changes is told row by row, so that nothing loses its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt


class Sayable(Protocol):
    """What stands in a line: its id, the text of it that may be cut off, and what is said of it to who sees none."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def said(self) -> str: ...


Head = TypeVar("Head", bound=Sayable)
Row = TypeVar("Row", bound=Sayable)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_OF_HEADS = 0
_HEAD_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_ROW_FLAGS = _HEAD_FLAGS | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True)
class Group(Generic[Head, Row]):
    """A head and the rows under it. Ids are unique among all heads and rows of a model."""

    head: Head
    rows: tuple[Row, ...] = ()


class GroupModel(QAbstractItemModel, Generic[Head, Row]):
    """Groups in their order. An index keeps the number of its group, which stays the same while others come and go."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[Group[Head, Row]] = []
        self._numbers: dict[str, int] = {}
        self._places: dict[int, int] = {}
        self._row_places: dict[str, tuple[str, int]] = {}

    def groups(self) -> tuple[Group[Head, Row], ...]:
        """The groups as they are shown."""
        return tuple(self._groups)

    def show(self, groups: Sequence[Group[Head, Row]]) -> None:
        """Show these groups; the same again does nothing."""
        if list(groups) == self._groups:
            return
        before, after = [each.head.id for each in self._groups], [each.head.id for each in groups]
        first, gone, come = _changed_span(before, after)
        if gone:
            self.beginRemoveRows(_NOWHERE, first, first + gone - 1)
            del self._groups[first : first + gone]
            self._number()
            self.endRemoveRows()
        if come:
            self.beginInsertRows(_NOWHERE, first, first + come - 1)
            self._groups[first:first] = groups[first : first + come]
            self._number()
            self.endInsertRows()
        for at, group in enumerate(groups):
            if not first <= at < first + come:
                self._show_group(at, group)
        self._row_places = {row.id: (group.head.id, at) for group in self._groups for at, row in enumerate(group.rows)}

    def at(self, index: _Index) -> Head | Row:
        """The head or the row behind an index."""
        if index.internalId() == _OF_HEADS:
            return self._groups[index.row()].head
        return self._groups[self._places[index.internalId()]].rows[index.row()]

    def id_at(self, index: _Index) -> str:
        """The id behind an index, "" for none."""
        return self.at(index).id if index.isValid() else ""

    def index_of(self, wanted: str) -> QModelIndex:
        """Where a head or a row is by its id; an invalid index for one that is not here."""
        if wanted in self._row_places:
            head, at = self._row_places[wanted]
            return self.createIndex(at, 0, self._numbers[head])
        place = self._places.get(self._numbers.get(wanted, -1), -1)
        return self.createIndex(place, 0, _OF_HEADS) if place >= 0 else QModelIndex()

    def head_of(self, wanted: str) -> str:
        """The id of the head over a row; that of a head itself; "" for what is not here."""
        if wanted in self._row_places:
            return self._row_places[wanted][0]
        return wanted if self._numbers.get(wanted, -1) in self._places else ""

    def ids(self) -> Iterator[str]:
        """The ids of all rows in the order they are read."""
        return (row.id for group in self._groups for row in group.rows)

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        number = self._numbers[self._groups[parent.row()].head.id] if parent.isValid() else _OF_HEADS
        return self.createIndex(row, 0, number)

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, child: _Index) -> QModelIndex: ...
    def parent(self, child: _Index | None = None) -> QObject | QModelIndex | None:
        if child is None:
            return super().parent()
        if not child.isValid() or child.internalId() == _OF_HEADS:
            return QModelIndex()
        return self.createIndex(self._places[child.internalId()], 0, _OF_HEADS)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].rows) if parent.internalId() == _OF_HEADS else 0

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        # The hidden header would be read out as "1".
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        # Qt asks this twice of every row after each change: it costs nothing to answer.
        if index.internalId() != _OF_HEADS:
            return _ROW_FLAGS
        return _HEAD_FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.at(index).text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.at(index).said
            case Qt.ItemDataRole.UserRole:
                return self.at(index)
        return None

    def _number(self) -> None:
        for group in self._groups:
            self._numbers.setdefault(group.head.id, len(self._numbers) + 1)
        self._places = {self._numbers[group.head.id]: at for at, group in enumerate(self._groups)}

    def _show_group(self, at: int, group: Group[Head, Row]) -> None:
        shown = self._groups[at]
        if shown == group:
            return
        head = self.index(at, 0)
        first, gone, come = _changed_span([row.id for row in shown.rows], [row.id for row in group.rows])
        if gone:
            self.beginRemoveRows(head, first, first + gone - 1)
            shown = Group(shown.head, (*shown.rows[:first], *shown.rows[first + gone :]))
            self._groups[at] = shown
            self.endRemoveRows()
        if come:
            self.beginInsertRows(head, first, first + come - 1)
            shown = Group(shown.head, (*shown.rows[:first], *group.rows[first : first + come], *shown.rows[first:]))
            self._groups[at] = shown
            self.endInsertRows()
        self._groups[at] = group
        if shown.head != group.head:
            self.dataChanged.emit(head, head)
        others = [row for row, (old, new) in enumerate(zip(shown.rows, group.rows, strict=True)) if old != new]
        if others:
            self.dataChanged.emit(self.index(others[0], 0, head), self.index(others[-1], 0, head))


def _changed_span(before: Sequence[str], after: Sequence[str]) -> tuple[int, int, int]:
    """Where two orders of ids begin to differ, how many are gone from there, and how many came in their place."""
    shorter = min(len(before), len(after))
    first = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    same = next((at for at in range(shorter - first) if before[-1 - at] != after[-1 - at]), shorter - first)
    return first, len(before) - first - same, len(after) - first - same

"""A list of rows in groups that fold: walked by arrows, its current line kept by id whatever comes and goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Generic

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTreeView

from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.groups import Group, GroupModel, Head, Row
from facilitator.kit.qt.rows import is_enter, is_writing

_FLAG = QItemSelectionModel.SelectionFlag
_LEFT_TO_OTHERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GroupView(QTreeView, Generic[Head, Row]):
    """Shows groups, all unfolded at first. Left and Right fold, unfold, and go between a row and its head.

    The lines a delegate paints all have one height, so that ten thousand of them scroll as one does.
    """

    went_to = Signal(str)
    """The id of the line that is current now, "" for none; not told while lines are shown anew."""

    entered = Signal(str)
    """Enter, or a double click, on the line with this id."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self._model: GroupModel[Head, Row] = GroupModel()
        self._model.setParent(self)
        self._folded: set[str] = set()
        self._picked: tuple[str, ...] = ()
        self._is_showing = False
        self.setModel(self._model)
        self.setAccessibleName(said)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setProperty(RING_RADIUS, -1)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._went)
        self.collapsed.connect(self._fold)
        self.expanded.connect(self._unfold)
        self.doubleClicked.connect(lambda index: self.entered.emit(self._model.id_at(index)))

    def fill(self, groups: Sequence[Group[Head, Row]]) -> None:
        """Show these groups; the current line stays current while it is here, and what was folded stays folded."""
        kept = self.current_id()
        with self._shown_anew():
            self._model.show(groups)
            for at, group in enumerate(groups):
                self.setExpanded(self._model.index(at, 0), group.head.id not in self._folded)
            self.go_to(kept)
        if self.current_id() != kept:
            self.went_to.emit(self.current_id())

    def groups(self) -> tuple[Group[Head, Row], ...]:
        """The groups as they are shown."""
        return self._model.groups()

    def current_id(self) -> str:
        """The id of the current line, "" for none."""
        return self._model.id_at(self.currentIndex())

    def current_head(self) -> str:
        """The id of the head of the group that the current line is in, "" for none."""
        return self._model.head_of(self.current_id())

    def go_to(self, wanted: str) -> None:
        """Make a line the current one, if it is here; a folded group unfolds for it."""
        index = self._model.index_of(wanted)
        if index.isValid() and index != self.currentIndex():
            self.setExpanded(index.parent(), True)
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        self._mark()

    def pick(self, picked: Collection[str]) -> None:
        """Show these rows as picked, beside the current line."""
        self._picked = tuple(picked)
        self._mark()

    def picked(self) -> tuple[str, ...]:
        """The rows that are picked."""
        return self._picked

    def row_ids(self) -> list[str]:
        """The ids of all rows in the order they are read."""
        return list(self._model.ids())

    def is_row(self, wanted: str) -> bool:
        """Whether an id is that of a row, not of a head."""
        return self._model.head_of(wanted) not in ("", wanted)

    def line_at(self, point: QPoint) -> str:
        """The id of the line under a point of the viewport, "" for none."""
        return self._model.id_at(self.indexAt(point))

    def place_of(self, wanted: str) -> QRect:
        """Where a line lies in the viewport; empty for one that is folded away or not here."""
        return self.visualRect(self._model.index_of(wanted))

    def is_open(self, wanted: str) -> bool:
        """Whether the rows of this head are shown."""
        return self.isExpanded(self._model.index_of(wanted))

    def fold(self, wanted: str) -> None:
        """Fold the group of this head, or unfold it."""
        index = self._model.index_of(wanted)
        self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self.current_id():
            self.entered.emit(self.current_id())
        elif is_writing(event) or event.key() in _LEFT_TO_OTHERS or event.matches(QKeySequence.StandardKey.SelectAll):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        # What is selected follows from what is current and what is picked, never from how a key or a click came.
        return _FLAG.NoUpdate

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.selectionModel().setCurrentIndex(self._model.index(0, 0), _FLAG.NoUpdate)

    def _went(self, now: QModelIndex) -> None:
        if not self._is_showing:
            self._mark()
            self.went_to.emit(self._model.id_at(now))

    def _mark(self) -> None:
        """Select what is picked and what is current: a screen reader tells both."""
        wanted = QItemSelection()
        for index in (*map(self._model.index_of, self._picked), self.currentIndex()):
            if index.isValid():
                wanted.select(index, index)
        self.selectionModel().select(wanted, _FLAG.ClearAndSelect)

    def _fold(self, index: QModelIndex) -> None:
        if not self._is_showing:
            self._folded.add(self._model.id_at(index))

    def _unfold(self, index: QModelIndex) -> None:
        if not self._is_showing:
            self._folded.discard(self._model.id_at(index))

    @contextmanager
    def _shown_anew(self) -> Iterator[None]:
        self._is_showing = True
        try:
            yield
        finally:
            self._is_showing = False

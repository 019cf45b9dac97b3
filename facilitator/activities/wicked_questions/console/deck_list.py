"""The cards of the deck as they lie on the table, three beside one another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.activities.wicked_questions.console.deck import DeckCard
from facilitator.activities.wicked_questions.console.pair_painter import CARD, paint_pair
from facilitator.activities.wicked_questions.console.stems import stem_words
from facilitator.activities.wicked_questions.rules import STEMS
from facilitator.i18n import _
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.lettering import Lettering
from facilitator.kit.qt.marks import paint_ring
from facilitator.kit.qt.theme import theme_in_use

_HEIGHT, _GAP, _NARROWEST, _ROOM = 158, 14, 210, 5
_Index = QModelIndex | QPersistentModelIndex


class DeckModel(QAbstractListModel):
    """The cards found, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: tuple[DeckCard, ...] = ()

    def show(self, cards: Sequence[DeckCard]) -> None:
        """Show these cards."""
        if tuple(cards) != self.cards:
            self.beginResetModel()
            self.cards = tuple(cards)
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.cards[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return stem_words(STEMS[0]).whole(card.first, card.second)
        return None


class DeckList(QListView):
    """Cards, read across. `started` tells that one was pressed twice, or Enter was."""

    started = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = DeckModel()
        self.setModel(self._model)
        self.setItemDelegate(_CardPainter(self))
        self.setAccessibleName(_("Cards of the deck"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setProperty(RING_RADIUS, -1)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(lambda _index: self.started.emit())

    def show_cards(self, cards: Sequence[DeckCard]) -> None:
        """Show these cards; the first is the current one."""
        self._model.show(cards)
        if cards and not self.currentIndex().isValid():
            self.go_to(0)

    def cards(self) -> tuple[DeckCard, ...]:
        """The cards as they are shown."""
        return self._model.cards

    def current(self) -> int:
        """The place of the current card among those shown, -1 for none."""
        return self.currentIndex().row() if self.currentIndex().isValid() else -1

    def go_to(self, place: int) -> None:
        """Make a card the current one and bring it into view."""
        self.setCurrentIndex(self._model.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.started.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = max(1, self.viewport().width() // _NARROWEST)
        wanted = QSize((self.viewport().width() - 1) // beside, _HEIGHT + _GAP)
        if wanted != self.gridSize():
            self.setGridSize(wanted)


class _CardPainter(QStyledItemDelegate):
    """Paints one card of the deck."""

    def __init__(self, cards: DeckList) -> None:
        super().__init__(cards)
        self._cards = cards
        self._text = Lettering()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._cards.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = theme_in_use()
        card = self._cards.cards()[index.row()]
        box = QRectF(option.rect).adjusted(_ROOM, _ROOM, _ROOM - _GAP, _ROOM - _GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pair(painter, box, stem_words(STEMS[0]), (card.first, card.second), CARD, theme, self._text)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_ring(painter, box, theme.tokens.radius["control"], theme)
        painter.restore()

"""The cards of the deck as they lie on the table, three beside one another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.activities.wicked_questions.console.deck import DeckCard
from facilitator.activities.wicked_questions.console.pair_painter import CARD, paint_pair
from facilitator.activities.wicked_questions.console.stems import stem_words
from facilitator.activities.wicked_questions.rules import STEMS
from facilitator.i18n import _
from facilitator.kit.qt.lettering import Lettering
from facilitator.kit.qt.marks import paint_ring
from facilitator.kit.qt.rows import RowModel, RowView, is_enter, is_writing
from facilitator.kit.qt.theme import theme_in_use

_HEIGHT, _GAP, _NARROWEST, _ROOM = 158, 14, 210, 5
_Index = QModelIndex | QPersistentModelIndex


class DeckList(RowView[DeckCard]):
    """Cards, read across. `started` tells that one was pressed twice, or Enter was."""

    started = Signal()

    def __init__(self) -> None:
        super().__init__(RowModel(_id_of, _whole, _whole), _("Cards of the deck"))
        self.setItemDelegate(_CardPainter(self))
        self.setFlow(RowView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(RowView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.doubleClicked.connect(lambda _index: self.started.emit())

    def show_cards(self, cards: Sequence[DeckCard]) -> None:
        """Show these cards; the first of others than before is the current one."""
        self._model.show(cards)
        if cards and not self.currentIndex().isValid():
            self.go_to_place(0)

    def cards(self) -> tuple[DeckCard, ...]:
        """The cards as they are shown."""
        return self.rows()

    def current(self) -> int:
        """The place of the current card among those shown, -1 for none."""
        return self.currentIndex().row() if self.currentIndex().isValid() else -1

    def go_to_place(self, place: int) -> None:
        """Make a card the current one and bring it into view."""
        self.setCurrentIndex(self._model.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.started.emit()
        elif is_writing(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = max(1, self.viewport().width() // _NARROWEST)
        wanted = QSize((self.viewport().width() - 1) // beside, _HEIGHT + _GAP)
        if wanted != self.gridSize():
            self.setGridSize(wanted)


def _id_of(card: DeckCard) -> str:
    """A card of the deck never changes: it is known by all that stands on it."""
    return f"{card.theme}\n{card.first}\n{card.second}"


def _whole(card: DeckCard) -> str:
    return stem_words(STEMS[0]).whole(card.first, card.second)


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

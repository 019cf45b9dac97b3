"""The board as a list: for whoever works by keys alone, or hears it instead of seeing it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.activities.ideation_board.console.idea_rows import PARKED, UNSORTED, ClusterLine, IdeaLine, Listing
from facilitator.activities.ideation_board.console.in_place import InPlace
from facilitator.activities.ideation_board.console.picked_rings import paint_tick
from facilitator.activities.ideation_board.console.whole_words import WholeWords
from facilitator.i18n import _
from facilitator.kit.qt.direction import mirrored_in
from facilitator.kit.qt.group_view import GroupView
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, Upright
from facilitator.kit.qt.marks import paint_tag
from facilitator.kit.qt.theme import Theme, theme_in_use
from facilitator.kit.qt.widgets.keycap import cap_width, paint_cap

LINE_HIGH = 46
_START, _WORDS, _END = 26.0, 38.0, 12.0
_TAG, _RULE, _EDGE, _DISC = 20.0, 3.0, 3.0, 18.0
_CARET = (QPointF(-3.5, -1.8), QPointF(0, 1.8), QPointF(3.5, -1.8))
_Index = QModelIndex | QPersistentModelIndex


class IdeaList(GroupView[ClusterLine, IdeaLine]):
    """Clusters as heads, ideas as rows. Enter edits an idea, renames a cluster, and folds what is neither."""

    note_selected = Signal(str)
    """The id of the idea that is current, "" where a head is."""

    edit_requested = Signal(str)
    rename_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Ideas as a list"))
        self._note_editor = InPlace(self.viewport(), _("Edit this idea"))
        self._head_editor = InPlace(self.viewport(), _("Rename this cluster"))
        self.setItemDelegate(_LinePainter(self))
        self.went_to.connect(lambda _line: self.note_selected.emit(self.selected()))
        self.entered.connect(self._enter)
        self.whole = WholeWords()
        self.went_to.connect(self._read)

    def show_listing(self, lines: Listing) -> None:
        """Show the board as it stands."""
        self.fill(lines)
        self._read()

    def selected(self) -> str:
        """The id of the current idea, "" for none."""
        current = self.current_id()
        return current if self.is_row(current) else ""

    def select(self, card: str) -> None:
        """Go to an idea; "" stays where the list is."""
        if card:
            self.go_to(card)

    def cluster(self) -> str:
        """The cluster that the current line is or lies in, "" for none."""
        head = self.current_head()
        return "" if head in (UNSORTED, PARKED) else head

    def note_at(self, point: QPoint) -> str:
        """The id of the idea under a point of the viewport, "" for none."""
        line = self.line_at(point)
        return line if self.is_row(line) else ""

    def write_over_idea(self, card: str, text: str, keep: Callable[[str], object]) -> None:
        """Write over an idea where it stands; `keep` hears the new text."""
        self._write_over(self._note_editor, card, text, keep)

    def write_over_name(self, cluster: str, name: str, keep: Callable[[str], object]) -> None:
        """Write over the name of a cluster where it stands."""
        self._write_over(self._head_editor, cluster, name, keep)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.whole.show_words("")

    def _read(self, *_went: object) -> None:
        """Let the current row be read below the list where it does not fit its line."""
        index = self._model.index_of(self.selected())
        words = self._model.at(index).text if index.isValid() else ""
        room = self.viewport().width() - _WORDS - _END
        is_cut = QFontMetricsF(theme_in_use().sized(14, 500)).horizontalAdvance(words) > room or "\n" in words
        was = self.whole.words()
        self.whole.show_words(words if is_cut and self.isVisible() else "")
        if was != self.whole.words():
            # The list is lower now, or higher: the current row stays in sight.
            QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))

    def _write_over(self, editor: InPlace, line: str, text: str, keep: Callable[[str], object]) -> None:
        self.scrollTo(self._model.index_of(line))
        place = self.place_of(line)
        words = mirrored_in(
            place.width(), QRectF(_START, 0, place.width() - _START, place.height()), is_mirrored=self.isRightToLeft()
        )
        editor.open(QRect(words.toAlignedRect().translated(place.topLeft())), text, keep)

    def _enter(self, line: str) -> None:
        if self.is_row(line):
            self.edit_requested.emit(line)
        elif self.cluster():
            self.rename_requested.emit(line)
        else:
            self.fold(line)


class _LinePainter(QStyledItemDelegate):
    """Paints heads and rows, each as high as the others."""

    def __init__(self, ideas: IdeaList) -> None:
        super().__init__(ideas)
        self._ideas = ideas
        self._text = Lettering()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, LINE_HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        self._text.start()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(option.rect.topLeft())
        room = QRectF(0, 0, option.rect.width(), option.rect.height())
        self._paint_ground(painter, option, room)
        if isinstance(line, ClusterLine):
            self._paint_head(painter, room, line, is_open=self._ideas.is_open(line.id))
        elif isinstance(line, IdeaLine):
            self._paint_idea(painter, room, line)
        if self._ideas.hasFocus() and index == self._ideas.currentIndex():
            theme = theme_in_use()
            painter.setPen(QPen(theme.inks.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 5, 5)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, room: QRectF) -> None:
        theme = theme_in_use()
        is_chosen = option.state & QStyle.StateFlag.State_Selected
        if not is_chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.inks.accent_soft if is_chosen else theme.inks.sunken)
        painter.drawRoundedRect(room.adjusted(0, 0, 0, -1), 5, 5)

    def _paint_head(self, painter: QPainter, room: QRectF, line: ClusterLine, *, is_open: bool) -> None:
        theme = theme_in_use()
        inks, middle = theme.note(line.colour), room.center().y() - _RULE / 2
        rule = theme.note(line.colour).edge if line.letter else theme.inks.line_strong
        painter.fillRect(QRectF(0, room.bottom() - _RULE - 1, room.width(), _RULE), rule)
        self._paint_caret(painter, self._placed(room, QRectF(4, middle - 8, 16, 16)), theme, is_open=is_open)
        sign = self._placed(room, QRectF(_START, middle - _TAG / 2, _TAG, _TAG))
        if line.letter:
            paint_tag(painter, sign, line.letter, inks, self._text, theme)
        else:
            icon = "archive" if line.id == PARKED else "tray"
            paint_icon(painter, sign.adjusted(1, 1, -1, -1), icon, theme.inks.ink_2)
        end = room.width() - _END
        end -= self._write_end(painter, room, end, str(line.count), theme)
        if line.key:
            wide = cap_width(line.key, theme)
            cap = self._placed(room, QRectF(end - 10 - wide, middle - 10, wide, 20))
            paint_cap(painter, cap.left(), middle, line.key, theme.inks.ink_2, theme.inks.line_strong, theme)
            end -= wide + 20
        box = QRectF(_START + _TAG + 8, 0, end - _START - _TAG - 8, room.height() - _RULE)
        name = TextStyle(theme.sized(14, 600), theme.inks.ink, 20, self._side(), Upright.MIDDLE, lines=1)
        took = self._text.write(painter, self._placed(room, box), line.text, name).width()
        quiet = TextStyle(theme.sized(12, 400), theme.inks.ink_2, 16, self._side(), Upright.MIDDLE, lines=1)
        rest = box.adjusted(took + 12, 1, 0, 1)
        if rest.width() > 40:
            self._text.write(painter, self._placed(room, rest), " · ".join(line.marks), quiet)

    def _write_end(self, painter: QPainter, room: QRectF, end: float, words: str, theme: Theme) -> float:
        away = Align.LEFT if self._ideas.isRightToLeft() else Align.RIGHT
        style = TextStyle(theme.sized(13, 400), theme.inks.ink_2, 18, away, Upright.MIDDLE, lines=1)
        box = self._placed(room, QRectF(end - 60, 0, 60, room.height() - _RULE))
        return self._text.write(painter, box, words, style).width()

    def _paint_idea(self, painter: QPainter, room: QRectF, line: IdeaLine) -> None:
        theme = theme_in_use()
        edge = self._placed(room, QRectF(_START, 5, _EDGE, room.height() - 11))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.inks.line_strong if line.colour == "grey" else theme.note(line.colour).edge)
        painter.drawRoundedRect(edge, 1.5, 1.5)
        painter.fillRect(
            self._placed(room, QRectF(_WORDS, room.height() - 1, room.width() - _WORDS, 1)), theme.inks.line
        )
        is_picked = line.id in self._ideas.picked()
        end = _END + (_DISC + 8 if is_picked else 0)
        box = QRectF(_WORDS, 4, room.width() - _WORDS - end, room.height() - 9)
        ink = theme.inks.ink_2 if line.is_off_stage else theme.inks.ink
        upright = Upright.TOP if line.marks else Upright.MIDDLE
        style = TextStyle(theme.sized(14, 500), ink, 20, self._side(), upright, lines=1)
        self._text.write(painter, self._placed(room, box), line.text, style)
        quiet = TextStyle(theme.sized(12, 400), theme.inks.ink_2, 16, self._side(), Upright.BOTTOM, lines=1)
        self._text.write(painter, self._placed(room, box), " · ".join(line.marks), quiet)
        if is_picked:
            disc = QRectF(room.width() - _END - _DISC, room.center().y() - _DISC / 2 - 0.5, _DISC, _DISC)
            paint_tick(painter, self._placed(room, disc), theme)

    def _paint_caret(self, painter: QPainter, box: QRectF, theme: Theme, *, is_open: bool) -> None:
        painter.save()
        painter.translate(box.center())
        if not is_open:
            painter.rotate(90 if self._ideas.isRightToLeft() else -90)
        painter.setPen(QPen(theme.inks.ink_2, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(_CARET)
        painter.restore()

    def _placed(self, room: QRectF, box: QRectF) -> QRectF:
        return mirrored_in(room.width(), box, is_mirrored=self._ideas.isRightToLeft())

    def _side(self) -> Align:
        return Align.RIGHT if self._ideas.isRightToLeft() else Align.LEFT

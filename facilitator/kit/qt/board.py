"""The board: a thousand notes in columns, panned, zoomed, dragged, and worked by keys alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessibleInterface, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from facilitator.kit.qt.board_above import (
    paint_hovered,
    paint_lifted,
    paint_remembered,
    paint_selected,
    paint_target,
)
from facilitator.kit.qt.board_access import install_board_access
from facilitator.kit.qt.board_hands import BoardHands
from facilitator.kit.qt.board_heads import HEAD_HEIGHT, BoardHeads
from facilitator.kit.qt.board_layout import (
    BoardColumn,
    BoardLayout,
    PlacedNote,
    lay_full_width,
    lay_whole,
    seen_from_right,
)
from facilitator.kit.qt.board_notes import NoteHeights, NotePictures
from facilitator.kit.qt.board_sheet import Sheet
from facilitator.kit.qt.board_steps import neighbour
from facilitator.kit.qt.into_view import way_into_view
from facilitator.kit.qt.saying import Saying
from facilitator.kit.qt.theme import NoteInks, Theme, theme_in_use

_SETTLE_MS = 120
_SMALLEST, _LARGEST = 0.05, 3.0
_MARGIN = 5
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


class View(Enum):
    """How the board is laid out: as wide as the window and scrolled, or all of it in sight until it is zoomed."""

    FULL_WIDTH = "full_width"
    WHOLE = "whole"
    ZOOMED = "zoomed"


class BoardCanvas(QAbstractScrollArea):
    """Shows columns of notes. What people do comes out as signals; what is true comes in by `show_columns`.

    Arrows select, Enter asks to edit, the mouse drags; Ctrl and the wheel zoom, the middle button pans.
    """

    note_selected = Signal(str)
    """The id of the note selected now, "" for none."""

    note_dropped = Signal(str, int)
    """A note was dragged to the column at this index; it stays where it is until the records say otherwise."""

    edit_requested = Signal(str)
    """Enter or a double click on a note."""

    def __init__(self) -> None:
        super().__init__()
        self.access: QAccessibleInterface | None = None
        self._columns: tuple[BoardColumn, ...] = ()
        self._layout = BoardLayout()
        self._view = View.FULL_WIDTH
        self._scale = self._shape = 1.0
        self._selected = ""
        self._dress(theme_in_use())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(0, HEAD_HEIGHT, 0, 0)
        self._heads = BoardHeads(self)
        self._hands = BoardHands(self)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.viewport().installEventFilter(self._hands)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._end_zoom)
        self._go_on = QTimer(self)
        self._go_on.setSingleShot(True)
        self._go_on.setInterval(0)
        self._go_on.timeout.connect(lambda: self.viewport().update(self._sheet.next_place()))
        self._saying = Saying(self)
        install_board_access()

    def show_columns(self, columns: Sequence[BoardColumn]) -> None:
        """Show these columns; showing the same twice does nothing. A selected note that went is selected no more."""
        if tuple(columns) == self._columns:
            return
        self._columns = tuple(columns)
        self._lay()
        if self._selected and self._selected not in self._layout.by_id:
            self._selected = ""
            self.note_selected.emit("")

    def columns(self) -> tuple[BoardColumn, ...]:
        """The columns as they were shown."""
        return self._columns

    def selected(self) -> str:
        """The id of the selected note, "" for none."""
        return self._selected

    def select(self, note: str) -> None:
        """Select a note and bring it into view; "" selects none. Tells only when it changed."""
        if note == self._selected or (note and note not in self._layout.by_id):
            return
        self.update_note(self._selected)
        self._selected = note
        if note:
            self._bring_into_view(self._layout.by_id[note])
            self._saying.moved()
        self.update_note(note)
        self.note_selected.emit(note)

    def notes_in_order(self) -> list[PlacedNote]:
        """All notes, column by column, as a screen reader counts them."""
        return [placed for column in self._layout.columns for placed in column.reading_order()]

    def note_at(self, point: QPointF) -> str:
        """The id of the note under a point of the viewport, "" for none."""
        left, top = self._origin()
        return self._layout.note_at(left + point.x() / self._scale, top + point.y() / self._scale)

    def note_place(self, note: str) -> QRect:
        """Where a note lies in the viewport, in pixels; empty for an unknown one."""
        placed = self._layout.by_id.get(note)
        return self._place(placed.box).toAlignedRect() if placed else QRect()

    def column_at(self, point: QPointF) -> int:
        """The index of the column under, or nearest to, a point of the viewport; -1 on an empty board."""
        return self._layout.column_at(self._origin()[0] + point.x() / self._scale)

    def column_of(self, note: str) -> int:
        """The index of the column a note lies in; -1 for an unknown one."""
        placed = self._layout.by_id.get(note)
        return placed.column if placed else -1

    def column_place(self, index: int) -> QRect:
        """Where a column lies in the viewport, from top to bottom of it: a drop anywhere in it counts."""
        column = self._layout.columns[index]
        place = self._place(QRectF(column.left, 0, column.width, 1))
        return QRect(round(place.left()), 0, round(place.width()), self.viewport().height())

    def corner(self, note: str) -> str:
        """Nothing more than its column is to be said of where a note lies."""
        return ""

    def scale(self) -> float:
        """Pixels for one board unit."""
        return self._scale

    def show_full_width(self) -> None:
        """Lay the columns out over the width of the window, at full size; the board scrolls down."""
        self._view, self._scale = View.FULL_WIDTH, 1.0
        self._lay()

    def show_whole(self) -> None:
        """Lay everything out so that all of it is in sight."""
        self._view = View.WHOLE
        self._lay()

    def is_whole(self) -> bool:
        """Whether everything is laid out so that all of it is in sight."""
        return self._view is View.WHOLE

    def pan(self, across: int, down: int) -> None:
        """Move the view over the board, in pixels."""
        self._scroll_across(self._across() + across)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down)

    def zoom(self, scale: float, around: QPointF | None = None) -> None:
        """Show the board at another scale; the point (of the viewport) stays where it is."""
        wanted = min(_LARGEST, max(_SMALLEST, scale))
        if wanted == self._scale:
            return
        point = around or QPointF(self.viewport().rect().center())
        if self._view is View.WHOLE:
            self._view = View.ZOOMED  # scroll bars come, and what fits in the room that is left must not undo it
        self._settle.start()
        left, top = self._origin()
        kept = QPointF(left + point.x() / self._scale, top + point.y() / self._scale)
        self._scale = wanted
        self._range()
        self._scroll_across(round(kept.x() * wanted - point.x()) + _MARGIN)
        self.verticalScrollBar().setValue(round(kept.y() * wanted - point.y()) + _MARGIN)
        self.viewport().update()

    @property
    def is_complete(self) -> bool:
        """Whether every note in view is painted in full: false for some frames after many have come."""
        return self._sheet.is_complete

    @property
    def picture_bytes(self) -> int:
        """How many bytes the kept pictures of notes take."""
        return self._sheet.pictures.kept_bytes

    def paint_anew(self) -> None:
        """Paint everything in view again, from the pictures that are kept."""
        self._sheet.spoil_all()
        self.viewport().update()

    def update_note(self, note: str) -> None:
        """Paint again what is above a note: ring and edge."""
        if note:
            self.viewport().update(self.note_place(note).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))

    def spoil_note(self, note: str) -> None:
        """Paint the place of a note again, with or without it."""
        self._sheet.spoil(self.note_place(note))
        self.update_note(note)

    def sizeHint(self) -> QSize:
        return QSize(760, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEAD_HEIGHT + 80)

    def _dress(self, theme: Theme) -> None:
        self._theme = theme
        self._pictures = NotePictures(theme, is_mirrored=self.isRightToLeft())
        self._heights = NoteHeights(theme, self._pictures.lettering)
        self._sheet = Sheet(self._pictures)

    def _lay(self) -> None:
        before = self._layout
        self._update_above()
        width, height = self.viewport().width() - 2 * _MARGIN, self.viewport().height() - 2 * _MARGIN
        if self._view is View.ZOOMED:
            self._layout = lay_whole(self._columns, self._shape, self._heights)
        elif self._view is View.WHOLE:
            self._shape = height / max(1, width)
            self._layout = lay_whole(self._columns, self._shape, self._heights)
            fits = min(width / max(1.0, self._layout.width), height / max(1.0, self._layout.height))
            self._scale = min(1.0, max(_SMALLEST, fits))
        else:
            self._layout = lay_full_width(self._columns, width, self._heights)
        if self.isRightToLeft():
            self._layout = seen_from_right(self._layout)
        is_kept = self._sheet.is_at(self._scale) and not self._settle.isActive()
        self._range()
        if is_kept:
            self.viewport().update(self._sheet.change(before, self._layout, self._origin()))
            self._update_above()
        else:
            self._end_zoom()

    def _update_above(self) -> None:
        """Paint again what is above the sheet, wherever that is now."""
        for note in (self._selected, self._hands.hovered):
            self.update_note(note)
        if self._hands.lifted:
            self.viewport().update()

    def _range(self) -> None:
        for bar, long, room in (
            (self.horizontalScrollBar(), self._layout.width, self.viewport().width()),
            (self.verticalScrollBar(), self._layout.height, self.viewport().height()),
        ):
            bar.setRange(0, max(0, round(long * self._scale) + 2 * _MARGIN - room))
            bar.setPageStep(max(1, room - 60))
            bar.setSingleStep(48)
        self._show_heads()

    def _show_heads(self) -> None:
        self._heads.show_layout(self._layout, self._scale, self._origin()[0])

    def _origin(self) -> tuple[float, float]:
        down = self.verticalScrollBar().value()
        return (self._across() - _MARGIN) / self._scale, (down - _MARGIN) / self._scale

    def _across(self) -> int:
        """How many pixels of the board lie left of the view; fewer than none where it is kept at the right."""
        return self._from_side(self.horizontalScrollBar().value())

    def _scroll_across(self, across: int) -> None:
        self.horizontalScrollBar().setValue(self._from_side(across))

    def _from_side(self, along: int) -> int:
        """Pixels from the one side for pixels from the other: where people read from the right, so do scroll bars."""
        if not self.isRightToLeft():
            return along
        return round(self._layout.width * self._scale) + 2 * _MARGIN - self.viewport().width() - along

    def _place(self, box: QRectF) -> QRectF:
        return self._sheet.place(box, self._origin(), self._scale)

    def _inks(self, placed: PlacedNote) -> NoteInks:
        return self._theme.note(self._columns[placed.column].colour)

    def _bring_into_view(self, placed: PlacedNote) -> None:
        self.pan(*way_into_view(self._place(placed.box), self.viewport().rect(), _MARGIN))

    def _end_zoom(self) -> None:
        self._settle.stop()
        self.paint_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the sheet, then paint what is above it: ring, lifted note, its place, the note under the pointer."""
        if self._theme is not theme_in_use():
            self._dress(theme_in_use())
        changed = QRegion()
        with QPainter(self.viewport()) as painter:
            if self._settle.isActive() and not self._sheet.is_blank:
                self._paint_zooming(painter)
            else:
                self._sheet.resize(self.viewport().size(), self.viewport().devicePixelRatioF())
                ground = self._theme.inks.paper
                changed = self._sheet.refresh(self._layout, self._origin(), self._scale, ground, self._hands.lifted)
                self._sheet.blit(painter)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            self._paint_above(painter)
        elsewhere = changed - event.region()
        if not elsewhere.isEmpty():
            self.viewport().update(elsewhere)
        if not self._sheet.is_complete:
            self._go_on.start()

    def _paint_zooming(self, painter: QPainter) -> None:
        view = QRegion(self.viewport().rect())
        covered = self._sheet.blit_scaled(painter, self._origin(), self._scale)
        painter.setClipRegion(view - covered)
        painter.fillRect(self.viewport().rect(), self._theme.inks.paper)
        painter.setClipRegion(view)

    def _paint_above(self, painter: QPainter) -> None:
        lifted = self._layout.by_id.get(self._hands.lifted)
        if lifted:
            self._paint_lifted(painter, lifted)
            return
        hovered, chosen = self._layout.by_id.get(self._hands.hovered), self._layout.by_id.get(self._selected)
        if hovered:
            paint_hovered(painter, self._place(hovered.box), self._inks(hovered), self._scale, self._pictures.measures)
        if chosen and self.hasFocus():
            paint_selected(painter, self._place(chosen.box), self._scale, self._theme)
        elif chosen:
            paint_remembered(painter, self._place(chosen.box), self._theme)

    def _paint_lifted(self, painter: QPainter, lifted: PlacedNote) -> None:
        if self._hands.target >= 0:
            paint_target(painter, QRectF(self.column_place(self._hands.target)), self._theme)
        place = self._hands.place_in_hand()
        paint_lifted(painter, self._place(lifted.box), place, self._inks(lifted), self._theme, self._pictures.measures)
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(self._scale, self._scale)
        box = QRectF(0, 0, lifted.box.width(), lifted.box.height())
        self._pictures.paint(painter, lifted.note, self._columns[lifted.column].colour, box)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._heads.setGeometry(self.viewport().x(), 0, self.viewport().width(), HEAD_HEIGHT)
        self._lay()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self._settle.isActive():
            self._sheet.move(self._origin(), self._scale)
        self._show_heads()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.select(neighbour(self._layout, self._selected, key))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected and not event.isAutoRepeat():
            self.edit_requested.emit(self._selected)
        elif key is Qt.Key.Key_Escape and self._hands.lifted:
            self._hands.put_back()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._selected and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.select(neighbour(self._layout, "", Qt.Key.Key_Home))
        self._saying.arrived()
        self.update_note(self._selected)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update_note(self._selected)

    def changeEvent(self, event: QEvent) -> None:
        is_turned = event.type() is QEvent.Type.LayoutDirectionChange
        if is_turned or (event.type() is QEvent.Type.PaletteChange and self._theme is not theme_in_use()):
            self._dress(theme_in_use())
            self._lay()
        super().changeEvent(event)

"""The canvas that a facilitator works on: notes where somebody put them, moved by keys and by hand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessibleInterface,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame

from facilitator.kit.qt.board_above import paint_lifted, paint_remembered, paint_selected
from facilitator.kit.qt.board_access import install_board_access
from facilitator.kit.qt.board_layout import BoardColumn
from facilitator.kit.qt.board_notes import NoteHeights, NotePictures
from facilitator.kit.qt.canvas_ground import ENDS, Canvas, CanvasNote, Ground, GroundMeasures
from facilitator.kit.qt.canvas_lens import SMALLEST, STEP, Lens, within
from facilitator.kit.qt.canvas_paint import GroundLook, paint_frame, paint_ground
from facilitator.kit.qt.canvas_steps import ARROWS, step_from
from facilitator.kit.qt.canvas_words import corner_of, zones_read
from facilitator.kit.qt.into_view import way_into_view
from facilitator.kit.qt.lettering import TextStyle
from facilitator.kit.qt.saying import Saying
from facilitator.kit.qt.theme import Theme, theme_in_use

MEASURES = GroundMeasures(beside=92, below=24, band=24, gap=6, note=148)
_EDGE = 4
_ROOMY = 1.6
"""How much more room than their own size notes need to be fanned out near to where they are wanted."""


class CanvasView(QAbstractScrollArea):
    """Shows a canvas; what people do comes out as signals, what is true comes in by `show_canvas`.

    Arrows select in their direction, Enter asks to edit, the mouse drags; Ctrl and the wheel zoom, a drag on the ground
    or with the middle button pans. Smaller, the canvas has more room; larger, it is looked at part by part.
    """

    note_selected = Signal(str)
    """The id of the note selected now, "" for none."""

    note_moved = Signal(str, float, float)
    """A note was dragged to this place, in fractions of the canvas; it stays until the records say otherwise."""

    note_brought = Signal(str, float, float)
    """A note was brought here from elsewhere in the window."""

    edit_requested = Signal(str)
    end_requested = Signal(str)
    """A double click on the name of an end of an axis."""

    zone_requested = Signal(str)
    """A double click on the title of a zone."""

    def __init__(self, mime: str = "") -> None:
        super().__init__()
        self.access: QAccessibleInterface | None = None
        self._mime = mime
        self._canvas = Canvas()
        self._zones: tuple[BoardColumn, ...] = ()
        self._boxes: dict[str, QRectF] = {}
        self._selected, self._lifted, self._pressed = "", "", ""
        self._pressed_at, self._at = QPointF(), QPointF()
        self._scale = 1.0
        self._panned_from: QPointF | None = None
        self._dress(theme_in_use())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAcceptDrops(bool(mime))
        self.viewport().setAcceptDrops(bool(mime))
        self._saying = Saying(self)
        install_board_access()

    def show_canvas(self, canvas: Canvas) -> None:
        """Show this canvas; showing the same twice does nothing. A selected note that went is selected no more."""
        if canvas == self._canvas:
            return
        self._canvas, self._zones = canvas, zones_read(canvas)
        self._lay()
        if self._selected and self._selected not in self._boxes:
            self._selected = ""
            self.note_selected.emit("")

    def canvas(self) -> Canvas:
        """The canvas as it was shown."""
        return self._canvas

    def columns(self) -> tuple[BoardColumn, ...]:
        """Its zones as they are read, each with its notes."""
        return self._zones

    def column_place(self, index: int) -> QRect:
        """Where a zone lies in the viewport; the whole canvas for what lies in none."""
        zones = self._canvas.zones
        box = self._ground.zone_box(zones[index]) if index < len(zones) else self._ground.area
        return self._lens().seen(box).toAlignedRect()

    def corner(self, note: str) -> str:
        """Say where a note lies in its zone; "" for one that stands in rows, and for an unknown one."""
        each = next((each for each in self._canvas.notes if each.note.id == note), None)
        if each is None:
            return ""
        zone = next((zone for zone in self._canvas.zones if zone.key == each.zone), None)
        if zone is not None and zone.snaps:
            return ""
        return corner_of(self._boxes[note], self._ground.inner(zone) if zone else self._ground.area)

    def selected(self) -> str:
        """The id of the selected note, "" for none."""
        return self._selected

    def select(self, note: str) -> None:
        """Select a note and bring it into view; "" or an unknown one selects none. Tells only when it changed."""
        wanted = note if note in self._boxes else ""
        if wanted == self._selected:
            return
        self._selected = wanted
        if wanted:
            self._bring_into_view(self._boxes[wanted])
            self._saying.moved()
        self.viewport().update()
        self.note_selected.emit(wanted)

    def ids(self) -> list[str]:
        """All notes as they are read: row by row."""
        return [each.note.id for each in self._canvas.notes]

    def note_at(self, point: QPointF) -> str:
        """The id of the note under a point of the viewport, "" for none; the selected one lies on top."""
        at = self._lens().under(point)
        if self._selected and self._boxes[self._selected].contains(at):
            return self._selected
        return next((note for note in reversed(self._boxes) if self._boxes[note].contains(at)), "")

    def note_place(self, note: str) -> QRect:
        """Where a note lies in the viewport; empty for an unknown one."""
        box = self._boxes.get(note)
        return self._lens().seen(box).toAlignedRect() if box else QRect()

    def end_place(self, end: str) -> QRect:
        """Where the name of an end of an axis stands in the viewport."""
        return self._lens().seen(self._ground.end_box(end)).toAlignedRect()

    def title_place(self, zone: str) -> QRect:
        """Where the title of a zone stands in the viewport."""
        box = self._ground.zone_box(next(each for each in self._canvas.zones if each.key == zone))
        box.setHeight(MEASURES.band)
        return self._lens().seen(box).toAlignedRect()

    def place_at(self, point: QPointF) -> tuple[float, float]:
        """The place of the canvas under a point of the viewport, in fractions."""
        return self._ground.fraction(self._lens().under(point))

    def scale(self) -> float:
        """Pixels for one unit of the canvas: 1 at full size."""
        return self._scale

    def pan(self, across: int, down: int) -> None:
        """Look further on, in pixels."""
        self._look_from(self._lens().left + across, self._lens().top + down)

    def zoom(self, scale: float, around: QPointF | None = None) -> None:
        """Look at it larger or smaller; the place under the point stays there, or the selected note is still seen."""
        wanted = within(scale)
        if wanted == self._scale:
            return
        chosen = self._boxes.get(self._selected)
        middle = QPointF(self.viewport().rect().center())
        at = around or (self._lens().seen(chosen).center() if chosen is not None else middle)
        x, y = self.place_at(at)
        self._scale = wanted
        self._lay()
        zone = next((zone for zone in self._canvas.zones if zone.holds(x, y)), None)
        there = self._ground.point(x, y, zone) * wanted
        self._look_from(round(there.x() - at.x()), round(there.y() - at.y()))
        if around is None and chosen is not None:
            self._bring_into_view(self._boxes[self._selected])

    def show_whole(self) -> None:
        """Look at all of it at once, as large as that can be."""
        self.zoom(1.0)
        while self.verticalScrollBar().maximum() and self._scale > SMALLEST:
            self.zoom(self._scale / STEP)

    def _dress(self, theme: Theme) -> None:
        self._theme = theme
        self._pictures = NotePictures(theme, is_mirrored=self.isRightToLeft())
        self._heights = NoteHeights(theme, self._pictures.lettering)
        title = TextStyle(theme.sized(13, 600, -0.1), theme.inks.ink_2, 16)
        end = TextStyle(theme.sized(12, 600), theme.inks.ink_2, 14)
        self._look = GroundLook(title, end, 1)
        self._lay()

    def _lay(self) -> None:
        # Smaller than full size there is more room, in which notes lie freer; larger, the same room is seen in parts.
        seen = QSizeF(self.viewport().size()) / min(1.0, self._scale)
        room = QRectF(QPointF(), seen).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self._ground = self._ground_of(room)
        high = max([room.height(), *(self._needed(zone.key) for zone in self._canvas.zones)])
        self._ground = self._ground_of(QRectF(room.left(), room.top(), room.width(), high))
        found = self._ground.place(self._canvas.notes, self._heights)
        by_key = {zone.key: zone for zone in self._canvas.zones}
        for each in self._canvas.notes:
            if each.note.id not in found:
                # One that found no room lies on others: it is there all the same, and the arrows find it.
                at = self._ground.point(each.x, each.y, by_key.get(each.zone))
                tall = self._heights(each.note, MEASURES.note)
                found[each.note.id] = QRectF(at.x() - MEASURES.note / 2, at.y() - tall / 2, MEASURES.note, tall)
        self._boxes = {each.note.id: found[each.note.id] for each in self._canvas.notes}
        for bar, long, wide in (
            (self.horizontalScrollBar(), seen.width(), self.viewport().width()),
            (self.verticalScrollBar(), high + 2 * _EDGE, self.viewport().height()),
        ):
            bar.setRange(0, max(0, round(long * self._scale) - wide))
            bar.setPageStep(max(1, wide - 60))
            bar.setSingleStep(48)
        self.viewport().update()

    def _ground_of(self, box: QRectF) -> Ground:
        return Ground(self._canvas, box, MEASURES, is_mirrored=self.isRightToLeft())

    def _needed(self, key: str) -> float:
        """How high the canvas must be for the notes of a zone."""
        zone = next(zone for zone in self._canvas.zones if zone.key == key)
        there = [each for each in self._canvas.notes if each.zone == key]
        room, gap = self._ground.inner(zone), MEASURES.gap
        heights = [self._heights(each.note, MEASURES.note) + gap for each in there]
        took, tallest = sum(heights), max(heights, default=0.0)
        lanes = max(1.0, (room.width() + gap) / (MEASURES.note + gap))
        if zone.snaps:
            wanted = took / int(lanes) + tallest
        else:
            wanted = max(took / lanes * _ROOMY, -(-len(there) // int(lanes)) * tallest)
        return (wanted + MEASURES.band + gap) / (zone.bottom - zone.top) + MEASURES.below

    def _lens(self) -> Lens:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        left = across.maximum() - across.value() if self.isRightToLeft() else across.value()
        return Lens(self._scale, left, down.value())

    def _look_from(self, left: int, top: int) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.maximum() - left if self.isRightToLeft() else left)
        self.verticalScrollBar().setValue(top)
        self.viewport().update()

    def _bring_into_view(self, box: QRectF) -> None:
        self.pan(*way_into_view(self._lens().seen(box), self.viewport().rect(), _EDGE))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is not theme_in_use() or self._pictures.measures.is_mirrored is not self.isRightToLeft():
            self._dress(theme_in_use())
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._theme.inks.paper)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            self._pictures.begin(self._scale, self.devicePixelRatioF(), float("inf"))
            lens, seen = self._lens(), QRectF(event.rect())
            painter.save()
            painter.translate(-lens.left, -lens.top)
            painter.scale(lens.scale, lens.scale)
            paint_ground(painter, self._ground, self._look, self._theme, self._pictures.lettering)
            painter.restore()
            last: CanvasNote | None = None
            for each in self._canvas.notes:
                if each.note.id in (self._selected, self._lifted):
                    last = each
                elif (place := lens.seen(self._boxes[each.note.id])).intersects(seen):
                    self._paint_note(painter, each, place)
            if last is not None:
                self._paint_chosen(painter, last)

    def _paint_note(self, painter: QPainter, each: CanvasNote, place: QRectF) -> None:
        box = self._boxes[each.note.id]
        picture = self._pictures.picture(each.note, each.colour, QRectF(0, 0, box.width(), box.height()))
        if picture is not None:
            size = QSizeF(picture.size()) / self.devicePixelRatioF()
            painter.drawPixmap(QRectF(QPointF(place.topLeft().toPoint()), size), picture, QRectF(picture.rect()))

    def _paint_chosen(self, painter: QPainter, each: CanvasNote) -> None:
        lens = self._lens()
        box = lens.seen(self._boxes[each.note.id])
        if each.note.id == self._lifted:
            held = box.translated(self._at - self._pressed_at)
            x, y = self.place_at(held.center())
            zone = next((zone for zone in self._canvas.zones if zone.holds(x, y)), None)
            if zone is not None:
                paint_frame(painter, lens.seen(self._ground.zone_box(zone)), self._theme)
            paint_lifted(painter, box, held, self._theme.note(each.colour), self._theme, self._pictures.measures)
            self._paint_note(painter, each, held)
            return
        self._paint_note(painter, each, box)
        if self.hasFocus():
            paint_selected(painter, box, self._scale, self._theme)
        else:
            paint_remembered(painter, box, self._theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(self._scale * STEP ** (event.angleDelta().y() / 120), event.position())
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            self.select(step_from(self._boxes, self._selected, key))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected and not event.isAutoRepeat():
            self.edit_requested.emit(self._selected)
        elif key is Qt.Key.Key_Escape and self._lifted:
            self._lifted = self._pressed = ""
            self.viewport().update()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        note = self.note_at(event.position())
        if event.button() is Qt.MouseButton.MiddleButton:
            self._panned_from = event.position()
            return
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._pressed_at = note, event.position()
            self._panned_from = None if note else event.position()
        self.select(note)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._panned_from is not None:
            step = (self._panned_from - event.position()).toPoint()
            self._panned_from = event.position()
            self.pan(step.x(), step.y())
        if not self._pressed:
            return
        far = (event.position() - self._pressed_at).manhattanLength()
        if self._lifted or far >= QApplication.startDragDistance():
            self._lifted, self._at = self._pressed, event.position()
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        lifted, self._lifted, self._pressed = self._lifted, "", ""
        self._panned_from = None
        if lifted:
            middle = self._lens().seen(self._boxes[lifted]).translated(event.position() - self._pressed_at).center()
            self.note_moved.emit(lifted, *self.place_at(middle))
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        note = self.note_at(event.position())
        if note:
            self.edit_requested.emit(note)
            return
        at = event.position().toPoint()
        for end in ENDS:
            if end in self._canvas.ends and self.end_place(end).contains(at):
                self.end_requested.emit(end)
        for zone in self._canvas.zones:
            if len(self._canvas.zones) > 1 and self.title_place(zone.key).contains(at):
                self.zone_requested.emit(zone.key)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(event.mimeData().hasFormat(self._mime))

    def dropEvent(self, event: QDropEvent) -> None:
        note = event.mimeData().data(self._mime).toStdString()
        if note:
            event.acceptProposedAction()
            self.note_brought.emit(note, *self.place_at(event.position()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._selected and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.select(next(iter(self.ids()), ""))
        self._saying.arrived()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

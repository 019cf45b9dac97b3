"""Working on a canvas: what keys and hands do to its notes and to the names of its axes becomes a wish."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.activities.ideation_board.console.bars import Ask
from facilitator.activities.ideation_board.console.columns import SortedBoard
from facilitator.activities.ideation_board.console.in_place import InPlace
from facilitator.activities.ideation_board.console.picked_rings import paint_picked
from facilitator.activities.ideation_board.console.picking import Pickable, PickHands, Picking
from facilitator.activities.ideation_board.console.waiting import IDEA_MIME
from facilitator.activities.ideation_board.rules import (
    ENDS,
    STEP,
    WALL,
    WHOLE,
    EditIdea,
    LayNotes,
    MoveInZone,
    NameEnd,
    NameZone,
    PutInZone,
    ShiftNotes,
    Zone,
)
from facilitator.convening.ids import CardId
from facilitator.i18n import _
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_access import PICKED
from facilitator.kit.qt.canvas_view import CanvasView
from facilitator.kit.qt.theme import theme_in_use

_LARGER, _FURTHER = 1.25, 120
"""How much larger one step of a key is, and how many pixels further."""


class OnCanvas(QObject):
    """The canvas beside the columns: one of the two is seen. What is chosen in one is chosen in the other."""

    def __init__(self, columns: BoardCanvas, picking: Picking, ask: Ask) -> None:
        super().__init__(columns)
        self.view = CanvasView(IDEA_MIME)
        self.view.hide()
        self._columns, self._picking, self._ask = columns, picking, ask
        self._seen: SortedBoard | None = None
        self._end, self._named_last = -1, ""
        self._note = InPlace(self.view.viewport(), _("Edit this idea on the canvas"))
        self._name = InPlace(self.view.viewport(), _("Name this end of the axis"))
        self._zone = InPlace(self.view.viewport(), _("Name this part of the canvas"))
        self.view.note_selected.connect(columns.select)
        columns.note_selected.connect(self.view.select)
        self.view.edit_requested.connect(columns.edit_requested)
        self.view.note_moved.connect(self._moved)
        self.view.note_brought.connect(self._brought)
        self.view.end_requested.connect(self.name)
        self.view.zone_requested.connect(self.name_zone)
        view = self.view
        PickHands(
            Pickable(view, lambda at: view.note_at(at.toPointF()), view.selected, columns.select, view.ids), picking
        )
        _Rings(view, picking)

    def show_board(self, seen: SortedBoard) -> None:
        """Show the canvas of a board, if that is its layout; its columns are those of a wall if it is one."""
        self._seen = seen
        is_wall = seen.layout.shape == WALL
        if is_wall != bool(self._columns.property("isWall")):
            self._columns.setProperty("isWall", is_wall)
            (self._columns.show_whole if is_wall else self._columns.show_full_width)()
        if self.is_in_use():
            self._columns.setFocusProxy(self.view)
        elif self._columns.focusProxy() is not None:
            self._columns.setFocusProxy(cast(QWidget, None))
        if seen.canvas is not None:
            self.view.show_canvas(seen.canvas)
            self.view.setAccessibleName(_("Canvas: {title}").format(title=_(seen.layout.title)))
            self.view.select(self._columns.selected())

    def is_in_use(self) -> bool:
        """Whether notes lie on a canvas now."""
        return self._seen is not None and self._seen.canvas is not None

    def show_view(self, *, is_seen: bool) -> None:
        """Show the canvas where it is in use, unless the board is read as a list."""
        self.view.setVisible(is_seen and self.is_in_use())

    def zoom(self, steps: int) -> None:
        """Look at the canvas, or the columns, larger by so many steps; smaller with fewer than none."""
        seen = self.view if self.is_in_use() else self._columns
        seen.zoom(seen.scale() * _LARGER**steps)

    def show_full_size(self) -> None:
        """Look at the canvas, or the columns, at full size again."""
        if self.is_in_use():
            self.view.zoom(1.0)
        else:
            self._columns.show_full_width()

    def switch_whole(self) -> None:
        """Look at all notes at once, or at full size again."""
        is_whole = self.view.scale() != 1 if self.is_in_use() else self._columns.is_whole()
        if is_whole:
            self.show_full_size()
        else:
            (self.view if self.is_in_use() else self._columns).show_whole()

    def look(self, across: int, down: int) -> None:
        """Look further on by so many steps."""
        (self.view if self.is_in_use() else self._columns).pan(across * _FURTHER, down * _FURTHER)

    def has_placed(self) -> bool:
        """Whether what is chosen lies on the canvas."""
        return self.is_in_use() and bool(self.view.selected())

    def put(self, cards: tuple[str, ...], zone: str) -> None:
        """Lay notes into a zone, "" for off the canvas."""
        self._ask(PutInZone(cards, zone))

    def nudge(self, across: int, down: int) -> None:
        """Move what is picked, or chosen, by so many steps of a fortieth; from rows into the next zone that way."""
        cards = self._cards()
        across = -across if self.view.isRightToLeft() else across
        zone = self._zone_of(cards[0])
        if zone is not None and zone.snaps:
            beside = self._beside(zone, across, down)
            if beside:
                self.put(cards, beside)
            return
        self._ask(ShiftNotes(cards, across * STEP, down * STEP))

    def edit(self, card: str, text: str) -> None:
        """Write over a note where it lies."""
        self._note.open(self.view.note_place(card), text, lambda said: self._ask(EditIdea(CardId(card), said)))

    def ends(self) -> tuple[str, ...]:
        """The ends of the axes there are."""
        canvas = self._seen.canvas if self._seen is not None else None
        return tuple(end for end in ENDS if canvas is not None and end in canvas.ends)

    def name(self, end: str) -> None:
        """Write over the name of an end of an axis."""
        self._end = ENDS.index(end)
        place = self.view.end_place(end)
        self._name.open(place, self.view.canvas().ends[end], partial(self._named, end))

    def name_next(self) -> None:
        """Write over the name of one end of an axis after the other."""
        there = self.ends()
        later = [end for end in there if ENDS.index(end) > self._end]
        self.name((later or list(there))[0])

    def has_zones(self) -> bool:
        """Whether the canvas has parts with names that are seen."""
        return self.is_in_use() and len(self.view.canvas().zones) > 1

    def name_zone(self, zone: str) -> None:
        """Write over the name of a zone."""
        title = next(each.title for each in self.view.canvas().zones if each.key == zone)
        self._named_last = zone
        self._zone.open(self.view.title_place(zone), title, lambda said: self._ask(NameZone(zone, said)))

    def name_this_zone(self) -> None:
        """Write over the name of the zone in which the chosen note lies; with none chosen, of one after the other."""
        keys = [each.key for each in self.view.canvas().zones]
        here = {each.note.id: each.zone for each in self.view.canvas().notes}.get(self.view.selected(), "")
        later = keys.index(self._named_last) + 1 if self._named_last in keys else 0
        self.name_zone(here if here in keys else keys[later % len(keys)])

    def is_in_rows(self) -> bool:
        """Whether the chosen note stands in a zone with rows."""
        zone = self._zone_of(self.view.selected()) if self.has_placed() else None
        return zone is not None and zone.snaps

    def move_in_zone(self, places: int) -> None:
        """Let the chosen note stand later in its zone by so many places."""
        self._ask(MoveInZone(CardId(self.view.selected()), places))

    def _named(self, end: str, name: str) -> None:
        self._ask(NameEnd(end, name))

    def _cards(self) -> tuple[str, ...]:
        return self._picking.ids() or (self.view.selected(),)

    def _zone_of(self, card: str) -> Zone | None:
        keys = {each.note.id: each.zone for each in self.view.canvas().notes}
        return self._seen.layout.zone(keys.get(card, "")) if self._seen is not None else None

    def _beside(self, zone: Zone, across: int, down: int) -> str:
        """The zone next to this one in a direction, "" at the edge."""
        x = (zone.left + zone.right) // 2 if not across else zone.right + STEP if across > 0 else zone.left - STEP
        y = (zone.top + zone.bottom) // 2 if not down else zone.bottom + STEP if down > 0 else zone.top - STEP
        is_inside = 0 <= x <= WHOLE and 0 <= y <= WHOLE
        return self._seen.layout.zone_at(x, y) if self._seen is not None and is_inside else ""

    def _moved(self, card: str, x: float, y: float) -> None:
        picked = self._picking.ids()
        cards = picked if card in picked else (card,)
        if self._into_rows(cards, x, y):
            return
        here = next(each for each in self.view.canvas().notes if each.note.id == card)
        self._ask(ShiftNotes(cards, round((x - here.x) * WHOLE), round((y - here.y) * WHOLE)))

    def _brought(self, card: str, x: float, y: float) -> None:
        picked = self._picking.ids()
        cards = picked if card in picked else (card,)
        if not self._into_rows(cards, x, y):
            self._ask(LayNotes(cards, round(x * WHOLE), round(y * WHOLE)))
        self._picking.clear()

    def _into_rows(self, cards: tuple[str, ...], x: float, y: float) -> bool:
        """Put notes at the end of a zone with rows, if they were let go over one."""
        layout = self._seen.layout if self._seen is not None else None
        zone = layout.zone(layout.zone_at(round(x * WHOLE), round(y * WHOLE))) if layout is not None else None
        if zone is None or not zone.snaps:
            return False
        self.put(cards, zone.key)
        return True


class _Rings(QWidget):
    """The marks of the picked notes, laid over the canvas; the mouse goes through them."""

    def __init__(self, view: CanvasView, picking: Picking) -> None:
        super().__init__(view.viewport())
        self._view, self._picking = view, picking
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.viewport().installEventFilter(self)
        picking.changed.connect(self._follow)

    def _follow(self) -> None:
        self._view.setProperty(PICKED, list(self._picking.ids()))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what is seen of the canvas."""
        if self.size() != self._view.viewport().size():
            self.setGeometry(QRect(self._view.viewport().rect()))
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for card in self._picking.ids():
                place = self._view.note_place(card)
                if not place.isEmpty():
                    paint_picked(painter, place.toRectF(), theme_in_use())

"""A canvas in words: its zones as lists of notes, and where in its zone a note lies by sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.i18n import N_, _
from facilitator.kit.qt.board_layout import BoardColumn
from facilitator.kit.qt.canvas_ground import Canvas

_CORNERS = (
    (N_("upper left"), N_("upper middle"), N_("upper right")),
    (N_("middle left"), N_("in the middle"), N_("middle right")),
    (N_("lower left"), N_("lower middle"), N_("lower right")),
)


def zones_read(canvas: Canvas) -> tuple[BoardColumn, ...]:
    """The zones of a canvas with their notes, as columns are read; what lies in none of them comes last."""
    titles = {zone.key: zone.title for zone in canvas.zones}
    columns = [
        BoardColumn(key, "", title, "grey", tuple(each.note for each in canvas.notes if each.zone == key))
        for key, title in titles.items()
    ]
    loose = tuple(each.note for each in canvas.notes if each.zone not in titles)
    return (*columns, BoardColumn("", "", _("Elsewhere on the canvas"), "grey", loose)) if loose else tuple(columns)


def corner_of(box: QRectF, room: QRectF) -> str:
    """In which ninth of a room the middle of a box lies, as it is seen, also where people read from the right."""
    at = box.center()
    return _(_CORNERS[_third(at.y() - room.top(), room.height())][_third(at.x() - room.left(), room.width())])


def _third(along: float, long: float) -> int:
    return min(2, max(0, int(along * 3 / max(1.0, long))))

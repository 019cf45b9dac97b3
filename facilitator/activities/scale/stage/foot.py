"""The quiet line at the foot of the stage: what the room may know, and at its other end where phones join."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.activities.scale.stage.margins import write_last
from facilitator.i18n import _
from facilitator.kit.qt.direction import mirrored_in
from facilitator.kit.qt.lettering import Align, Spans, TextStyle, Upright, baseline
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene

_TOP, _HIGH = 988.0, 44.0
_APART, _ICON = 60.0, 50.0


def paint_foot(
    painter: QPainter, scene: StageScene, words: str, icon: str = "", address: str = "", *, is_mirrored: bool
) -> None:
    """Write the line after an icon, in two lines where it is long, and the address where people type one."""
    soft = scene.theme.inks.ink_2
    left, wide = float(SIDE), float(WIDTH - 2 * SIDE)
    if icon:
        box = mirrored_in(WIDTH, QRectF(left, _TOP + 2, 40, 40), is_mirrored=is_mirrored)
        scene.icon(painter, box, icon, soft)
        left, wide = left + 54, wide - 54
    spans = _joining(scene, address)
    took = scene.text.line_width(spans) + _ICON if address else 0.0
    room = wide - took - (_APART if address else 0)
    small = scene.style("small", soft).balanced(2)
    top = _TOP - (6 if scene.text.line_count(words, room, small) > 1 else 0)
    place = mirrored_in(WIDTH, QRectF(left, top, room, _HIGH), is_mirrored=is_mirrored)
    begin = Align.RIGHT if is_mirrored else Align.NATURAL
    scene.text.write(painter, place, words, small.placed(begin, Upright.MIDDLE))
    if address:
        write_last(painter, scene, spans, _TOP + baseline(small), is_mirrored=is_mirrored)
        box = mirrored_in(WIDTH, QRectF(WIDTH - SIDE - took, _TOP + 4, 36, 36), is_mirrored=is_mirrored)
        scene.icon(painter, box, "device-mobile", soft)


def _joining(scene: StageScene, address: str) -> Spans:
    """Where to join, the address in letters that are found at a glance."""
    inks = scene.theme.inks
    small, strong = scene.style("small", inks.ink_2), TextStyle(scene.theme.sized(36, 700), inks.ink, 44)
    return [(_("Join:"), small), (" ", small), (address, strong)]

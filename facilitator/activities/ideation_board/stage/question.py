"""The question alone on the stage, until the first idea is shown: how long there is, and where to join."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.convening.timebox import Timebox
from facilitator.i18n import _
from facilitator.kit.qt.bands import Band, band_for
from facilitator.kit.qt.lettering import Align, Spans, TextStyle, Upright
from facilitator.kit.qt.reading import Reading, time_left
from facilitator.kit.qt.scene import HEIGHT, SIDE, WIDTH, StageScene

_TOP, _HIGH = 156.0, 730
_PROMISE = HEIGHT - 190


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what the room is told with it. `promise` says why no idea is seen; "" for nothing."""

    prompt: str = ""
    promise: str = ""
    address: str = ""
    box: Timebox | None = None
    is_mirrored: bool = False


def paint_question(painter: QPainter, asked: Question, clock: Reading, scene: StageScene) -> None:
    """Paint the question as large as it may be, with the time and the address at the foot."""
    inks, box, wide = scene.theme.inks, asked.box, WIDTH - 2 * SIDE
    high = _HIGH - (60 if asked.promise else 0)
    sizes = [scene.style("wicked"), scene.style("h2"), scene.style("h3"), scene.style("body")]
    fits = (size.balanced() for size in sizes if scene.text.measure(asked.prompt, wide, size).height() <= high)
    style = next(fits, sizes[-1].limited(12 if high == _HIGH else 11)).placed(Align.NATURAL, Upright.MIDDLE)
    scene.text.write(painter, QRectF(SIDE, _TOP, wide, high), asked.prompt, style)
    soft, strong = scene.style("body", inks.ink_2), TextStyle(scene.theme.sized(48, 700), inks.ink, 58)
    said = scene.style("small", inks.ink_2).limited(1).placed(Align.RIGHT if asked.is_mirrored else Align.LEFT)
    scene.text.write(painter, QRectF(SIDE, _PROMISE, wide, 44), asked.promise, said)
    left: Spans = ()
    if box is not None and box.started:
        remaining = box.left(clock.wall_ms)
        band = band_for(remaining) if box.is_running or remaining <= 0 else Band.PAUSED
        _paint_band(painter, asked, 1 - remaining / box.length_ms if box.length_ms else 1.0, band, scene)
        over = remaining <= -1000
        left = [(time_left(remaining), strong), (" " + (_("over") if over else _("left")), soft)]
    join: Spans = [(_("Join:") + " ", soft), (asked.address, strong)] if asked.address else ()
    scene.footer(painter, left, join)


def _paint_band(painter: QPainter, asked: Question, share: float, band: Band, scene: StageScene) -> None:
    painter.save()
    if asked.is_mirrored:
        painter.translate(WIDTH, 0)
        painter.scale(-1, 1)
    scene.time_band(painter, share, band)
    painter.restore()

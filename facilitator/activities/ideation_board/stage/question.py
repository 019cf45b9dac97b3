"""The question alone on the stage, until the first idea is shown: how long there is, and where to join."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.convening.countdown import Countdown
from facilitator.i18n import _
from facilitator.kit.qt.countdown_look import band_of
from facilitator.kit.qt.lettering import Align, Spans, TextStyle, Upright
from facilitator.kit.qt.reading import Reading, time_left
from facilitator.kit.qt.scene import HEIGHT, SIDE, WIDTH, StageScene
from facilitator.kit.step_words import heading_of

_TOP, _HIGH = 156.0, 730
_PROMISE = HEIGHT - 190
_STEP = 84.0


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what the room is told with it. `promise` says why no idea is seen; "" for nothing."""

    prompt: str = ""
    promise: str = ""
    address: str = ""
    counts: Countdown | None = None
    is_mirrored: bool = False


def paint_question(painter: QPainter, asked: Question, clock: Reading, scene: StageScene) -> None:
    """Paint the question as large as it may be, with the time and the address at the foot."""
    inks, counts, wide = scene.theme.inks, asked.counts, WIDTH - 2 * SIDE
    high = _HIGH - (60 if asked.promise else 0)
    sizes = [scene.style("wicked"), scene.style("h2"), scene.style("h3"), scene.style("body")]
    fits = (size.balanced() for size in sizes if scene.text.measure(asked.prompt, wide, size).height() <= high)
    style = next(fits, sizes[-1].limited(12 if high == _HIGH else 11)).placed(Align.NATURAL, Upright.MIDDLE)
    scene.text.write(painter, QRectF(SIDE, _TOP, wide, high), asked.prompt, style)
    soft, strong = scene.style("body", inks.ink_2), TextStyle(scene.theme.sized(48, 700), inks.ink, 58)
    said = scene.style("small", inks.ink_2).limited(1).placed(Align.RIGHT if asked.is_mirrored else Align.LEFT)
    scene.text.write(painter, QRectF(SIDE, _PROMISE, wide, 44), asked.promise, said)
    left: Spans = ()
    if counts is not None:
        remaining = counts.left(clock.wall_ms)
        band = band_of(counts, clock.wall_ms)
        scene.time_band(painter, counts.share(clock.wall_ms), band, is_mirrored=asked.is_mirrored)
        _paint_step(painter, asked, counts, clock, scene)
        over = remaining <= -1000
        left = [(time_left(remaining), strong), (" " + (_("over") if over else _("left")), soft)]
    join: Spans = [(_("Join:") + " ", soft), (asked.address, strong)] if asked.address else ()
    scene.footer(painter, left, join)


def _paint_step(painter: QPainter, asked: Question, counts: Countdown, clock: Reading, scene: StageScene) -> None:
    """The instruction of the step that runs, over the question: it is what the time is for."""
    standing = counts.standing(clock.wall_ms)
    if standing is None or counts.is_past_steps(clock.wall_ms):
        return
    style = scene.style("body", scene.theme.inks.ink_2).limited(1)
    side = Align.RIGHT if asked.is_mirrored else Align.LEFT
    words = heading_of(standing.leg.inner)
    scene.text.write(painter, QRectF(SIDE, _STEP, WIDTH - 2 * SIDE, 58), words, style.placed(side))

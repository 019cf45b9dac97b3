"""How a clock looks to the room: its band, the colour of its digits, and a sign for what is out of the ordinary."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from facilitator.convening.agenda import Block
from facilitator.convening.countdown import Countdown
from facilitator.convening.gathering import Convening
from facilitator.convening.records import Records
from facilitator.convening.timebox import MINUTE
from facilitator.i18n import _, is_right_to_left
from facilitator.kit.qt.bands import Band
from facilitator.kit.qt.direction import mirrored_in
from facilitator.kit.qt.lettering import TextStyle
from facilitator.kit.qt.lines import reads_from_right
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene

_OVER_MS = -1000
_HAS_LAST_MINUTE = 3 * MINUTE


@dataclass(frozen=True, slots=True)
class Sign:
    """A word beside the digits, with its icon."""

    icon: str
    words: str
    ink: QColor


def band_of(clock: Countdown, now: int) -> Band:
    """The band of a clock: a step that waits for its guide is not over time, it only stands; so does a paused clock."""
    left = clock.left(now)
    if left <= 0:
        return Band.PAUSED if clock.waits_over(now) else Band.OVER
    if not clock.is_running:
        return Band.PAUSED
    # What is shorter than three minutes has no last one: the band would say so from the start.
    is_last = left <= MINUTE and clock.length_ms(now) >= _HAS_LAST_MINUTE
    return Band.LAST_MINUTE if is_last else Band.RUNNING


def digits_ink(scene: StageScene, clock: Countdown, now: int) -> QColor:
    """The colour of the digits: over time, standing still or waiting, or running."""
    inks = scene.theme.inks
    if clock.waits_over(now):
        return inks.ink_2
    if is_over(clock, now):
        return inks.over
    return inks.ink if clock.is_running else inks.ink_3


def sign_of(scene: StageScene, clock: Countdown, now: int) -> Sign | None:
    """The sign of a clock that is over, waits or stands; None for one that runs. Source: practice, TM5, AC3."""
    inks = scene.theme.inks
    if is_over(clock, now):
        return Sign("bell-ringing", _("Time is up"), inks.over)
    if not clock.is_running:
        return Sign("pause-fill", _("Paused"), inks.ink_2)
    return Sign("bell-ringing", _("We go on together"), inks.ink_2) if clock.waits_over(now) else None


def paint_sign(painter: QPainter, sign: Sign, top: float, scene: StageScene, *, is_mirrored: bool) -> None:
    """Paint a sign where the room begins to read, its icon before its words."""
    style = TextStyle(scene.theme.sized(48, 700), sign.ink, 58)
    took = scene.text.line_width([(sign.words, style)])
    icon = mirrored_in(WIDTH, QRectF(SIDE, top + 1, 56, 56), is_mirrored=is_mirrored)
    words = mirrored_in(WIDTH, QRectF(SIDE + 76, top, took + 1, 58), is_mirrored=is_mirrored)
    scene.icon(painter, icon, sign.icon, sign.ink)
    scene.text.write(painter, words, sign.words, style)


def is_over(clock: Countdown, now: int) -> bool:
    """Whether it counts over, and nobody is being waited for."""
    return clock.left(now) <= _OVER_MS and not clock.waits_over(now)


def reads_mirrored(room: Records, block: Block | None) -> bool:
    """Whether the room reads a block from right to left: the convening's language says so, or the block's question."""
    language = next((convening.language for convening in room[Convening].values()), "")
    asks = (block.prompt or block.title) if block is not None else ""
    return is_right_to_left(language) or reads_from_right(asks)

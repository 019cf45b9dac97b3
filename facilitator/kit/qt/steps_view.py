"""A block with steps as the room sees it: where it is, what to do now, how long, and what follows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from facilitator.convening.agenda import Block
from facilitator.convening.countdown import Countdown
from facilitator.convening.steps import Standing
from facilitator.i18n import _
from facilitator.kit.qt.countdown_look import Sign, band_of, digits_ink, sign_of
from facilitator.kit.qt.digits import fitted_digits
from facilitator.kit.qt.direction import mirrored_in
from facilitator.kit.qt.lettering import Align, TextStyle, Upright
from facilitator.kit.qt.letters_fit import begun, fitting
from facilitator.kit.qt.reading import Reading, time_left
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene
from facilitator.kit.qt.step_bars import bars_for, paint_bars
from facilitator.kit.step_words import bars_of, detail_of, heading_of, next_words, round_words

_TOP, _ALONE_TOP, _FOOT = 440.0, 104.0, 936.0
_CLOCK, _CLOCK_BASE, _CLOCK_WIDE = 300.0, 712.0, 800.0
_APART, _BELOW = 80.0, 8.0
_SIZES = ((112, 120), (84, 96), (64, 74), (48, 58))
_KICKERS = ((48, 58), (44, 52), (36, 44))
_LINE, _BETWEEN = 58.0, 28.0
_NEXT_TOP, _NEXT_HIGH, _AFTER_NEXT = 958.0, 100.0, 24.0
_NEXT = ((48, 58), (44, 50), (40, 46), (36, 44))
"""What follows is read from the last row too: never under a thirtieth of the height. Source: budgets, section 6."""


@dataclass(frozen=True, slots=True)
class StepsView:
    """What is painted: a block, its clock, and from which side it is read. `ending` says when the day ends, or ""."""

    block: Block
    clock: Countdown
    is_mirrored: bool = False
    ending: str = ""


def paint_steps(painter: QPainter, view: StepsView, standing: Standing, reading: Reading, scene: StageScene) -> None:
    """Paint the whole scene of a block with steps."""
    clock, now = view.clock, reading.wall_ms
    is_past = clock.is_past_steps(now)
    scene.time_band(painter, clock.share(now), band_of(clock, now), is_mirrored=view.is_mirrored)
    steps, running = bars_of(standing)
    is_alone = len(steps) == 1
    if not is_alone:
        paint_bars(painter, bars_for(steps, len(steps) if is_past else running), scene, is_mirrored=view.is_mirrored)
    wide = _paint_clock(painter, view, reading, scene)
    kicker = round_words(standing) or (view.block.title if is_alone else "")
    said = (kicker, heading_of(standing.leg.inner), detail_of(standing.leg, view.block))
    if is_past:
        said = ("", view.block.prompt or view.block.title, "")
    _paint_words(painter, view, said, wide, _ALONE_TOP if is_alone else _TOP, scene)
    if view.ending:
        paint_ending(painter, view.ending, scene, is_mirrored=view.is_mirrored)
    step_footer(painter, view, "" if is_past else next_words(standing), reading, scene)


def step_footer(painter: QPainter, view: StepsView, following: str, reading: Reading, scene: StageScene) -> None:
    """What follows within the block, and when the block ends; never what comes after it. Source: ST1, ST2."""
    inks = scene.theme.inks
    soft, strong = scene.style("body", inks.ink_2), TextStyle(scene.theme.sized(48, 600), inks.ink, 58)
    is_over = view.clock.box.left(reading.wall_ms) <= -1000
    word = _("planned end") if is_over else _("ends at")
    is_shown = view.clock.is_running
    ends = [(word, soft), ("  ", soft), (reading.time_at(view.clock.ends), strong)] if is_shown else []
    scene.footer(painter, *((ends[::-1], ()) if view.is_mirrored else ((), ends)))
    if following:
        _paint_following(painter, view, following, WIDTH - SIDE - scene.text.line_width(ends) - _APART, scene)


def _paint_following(painter: QPainter, view: StepsView, following: str, until: float, scene: StageScene) -> None:
    """What follows, after a quiet "Next", up to `until`: in smaller letters and two lines before a word is cut."""
    inks = scene.theme.inks
    soft = scene.style("body", inks.ink_2)
    begin = Align.RIGHT if view.is_mirrored else Align.LEFT
    label = QRectF(SIDE, _NEXT_TOP, scene.text.line_width([(_("Next"), soft)]) + 1, _NEXT_HIGH)
    box = QRectF(label.right() + _AFTER_NEXT, _NEXT_TOP, until - label.right() - _AFTER_NEXT, _NEXT_HIGH)
    least = TextStyle(scene.theme.sized(_NEXT[-1][0], 600), inks.ink, _NEXT[-1][1])
    says = begun(scene, following, box.width(), box.height(), least)
    style = fitting(scene, says, box.width(), box.height(), _NEXT, inks.ink, 600)
    for place, text, letters in ((label, _("Next"), soft), (box, says, style)):
        there = mirrored_in(WIDTH, place, is_mirrored=view.is_mirrored)
        scene.text.write(painter, there, text, letters.placed(begin, Upright.MIDDLE))


def paint_ending(painter: QPainter, ending: str, scene: StageScene, *, is_mirrored: bool) -> None:
    """When the day likely ends, above the footer: only for a room that was told to see it. Source: ST2."""
    style = scene.style("body", scene.theme.inks.ink_2).limited(1)
    place = Align.LEFT if is_mirrored else Align.RIGHT
    scene.text.write(painter, QRectF(SIDE, 890, WIDTH - 2 * SIDE, 58), ending, style.placed(place))


def _paint_clock(painter: QPainter, view: StepsView, reading: Reading, scene: StageScene) -> float:
    """The digits at the side where reading ends, as wide as they ever are in this step; gives their room."""
    now = reading.wall_ms
    left = view.clock.left(now)
    widest = max(time_left(view.clock.length_ms(now)), time_left(left), key=len)
    style = TextStyle(fitted_digits(scene.theme, widest, _CLOCK, _CLOCK_WIDE), digits_ink(scene, view.clock, now), 280)
    wide = scene.text.line_width([(widest, style)])
    took = scene.text.line_width([(time_left(left), style)])
    at = SIDE if view.is_mirrored else WIDTH - SIDE - took
    scene.text.write_line(painter, QPointF(at, _CLOCK_BASE), [(time_left(left), style)])
    if (sign := sign_of(scene, view.clock, now)) is not None:
        _paint_sign(painter, view, sign, scene)
    return wide


def _paint_sign(painter: QPainter, view: StepsView, sign: Sign, scene: StageScene) -> None:
    """What the clock does, below its digits: a change of colour is never told by colour alone."""
    style = TextStyle(scene.theme.sized(48, 700), sign.ink, 58)
    took = scene.text.line_width([(sign.words, style)])
    icon = QRectF(WIDTH - SIDE - took - 72, 764, 56, 56)
    words = QRectF(WIDTH - SIDE - took, 763, took + 1, 58)
    scene.icon(painter, mirrored_in(WIDTH, icon, is_mirrored=view.is_mirrored), sign.icon, sign.ink)
    scene.text.write(painter, mirrored_in(WIDTH, words, is_mirrored=view.is_mirrored), sign.words, style)


def _paint_words(
    painter: QPainter, view: StepsView, said: tuple[str, str, str], clock_wide: float, top: float, scene: StageScene
) -> None:
    """The round, the instruction as large as it may be, and what belongs to it, one below the other."""
    inks = scene.theme.inks
    kicker, heading, detail = said
    wide = WIDTH - 2 * SIDE - clock_wide - _APART
    begin = Align.RIGHT if view.is_mirrored else Align.LEFT
    if kicker:
        style = fitting(scene, kicker, wide, 104, _KICKERS, inks.ink_2).placed(begin)
        top = scene.text.write(painter, _box(view, top, wide, 0), kicker, style).bottom() + _BELOW
    soft = scene.style("body", inks.ink_2)
    lines = min(2, scene.text.line_count(detail, wide, soft)) if detail else 0
    foot = _FOOT - (_LINE if view.ending else 0)
    room = foot - top - (lines * _LINE + _BETWEEN if lines else 0)
    large = fitting(scene, heading, wide, room, _SIZES, inks.ink).placed(begin, Upright.TOP)
    below = scene.text.write(painter, _box(view, top, wide, 0), heading, large).bottom() + _BETWEEN
    if detail:
        fits = max(1, int((foot - below) / _LINE))
        scene.text.write(painter, _box(view, below, wide, 0), detail, soft.balanced(fits).placed(begin))


def _box(view: StepsView, top: float, wide: float, high: float) -> QRectF:
    return mirrored_in(WIDTH, QRectF(SIDE, top, wide, high), is_mirrored=view.is_mirrored)

"""The bars of a block's steps: who works with whom in each, what is done, and which one runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from facilitator.convening.steps import Step
from facilitator.kit.qt.direction import mirrored_in
from facilitator.kit.qt.lettering import Align, TextStyle, Upright
from facilitator.kit.qt.marks import paint_dot, paint_hollow
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene
from facilitator.kit.step_words import length_words, step_words, who_sign, who_words

MOST_BARS = 8
"""As many bars as can be read; more of them only show how far the room is."""

_TOP, _BAR, _GAP = 96.0, 16.0, 24.0
_DOTS_TOP, _DOTS_HIGH = 138.0, 104.0
_SIGN_TOP, _WORDS_TOP = 256.0, 322.0
_DOT, _CLOSE = 44.0, 12.0
_SIGN_SIZES = (60, 48, 40)
_TICK, _TICK_GAP = 44 / 60, 16 / 60
"""The tick of a step that is done and what is between it and its sign, by the size of the letters."""

_GRIDS = {"solo": (1, 1), "pairs": (2, 1), "trios": (3, 1), "fours": (4, 1), "all": (6, 2)}
_CLUSTERS = {"groups": (2, 2), "stations": (3, 1)}
"""Groups as clusters: how many, and how many dots across each; all of them stand two high."""

_RING = 8


class State(Enum):
    """Where a step stands."""

    DONE = "done"
    NOW = "now"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Bar:
    """One step as the room sees it: a sign ("4", "All"), a few words, and who works together."""

    sign: str
    words: str
    who: str
    state: State


def bars_for(steps: Sequence[Step], running: int) -> tuple[Bar, ...]:
    """The bars of these steps, of which one runs; `running` beyond the last when all are done.

    They are told apart by who works together, as in 1-2-4-All; where that does not tell them apart, by their number
    and by their title or length.
    """
    whos = [step.who for step in steps]
    tells = len(steps) > 1 and len(set(whos)) == len(whos) and all(who_sign(who) for who in whos)
    return tuple(
        Bar(
            who_sign(step.who) if tells else str(at + 1),
            who_words(step.who) if tells else step.title or length_words(step.seconds),
            step.who,
            State.DONE if at < running else State.NOW if at == running else State.COMING,
        )
        for at, step in enumerate(steps)
    )


def paint_bars(painter: QPainter, bars: Sequence[Bar], scene: StageScene, *, is_mirrored: bool) -> None:
    """Paint the bars across the top of the stage, under the time band."""
    gap = _GAP if len(bars) <= MOST_BARS else 6.0
    wide = (WIDTH - 2 * SIDE - gap * (len(bars) - 1)) / len(bars)
    size = min(_DOT, wide / max(_across(bar.who) for bar in bars))
    pixels = _sign_size([bar.sign for bar in bars], wide, scene)
    for at, bar in enumerate(bars):
        left = SIDE + at * (wide + gap)
        colour = _ink(scene, bar.state)
        box = mirrored_in(WIDTH, QRectF(left, _TOP, wide, _BAR), is_mirrored=is_mirrored)
        painter.fillRect(box, scene.theme.inks.line if bar.state is State.COMING else colour)
        if len(bars) <= MOST_BARS:
            _paint_who(painter, bar, QRectF(left, _DOTS_TOP, wide, _DOTS_HIGH), size, scene, is_mirrored=is_mirrored)
            _paint_words(painter, bar, QRectF(left, _SIGN_TOP, wide, 0), pixels, scene, is_mirrored=is_mirrored)
    if len(bars) > MOST_BARS:
        now = next((at for at, bar in enumerate(bars) if bar.state is State.NOW), len(bars) - 1)
        style = TextStyle(scene.theme.sized(60, 700), scene.theme.inks.accent, 66).placed(_begin(is_mirrored))
        scene.text.write(painter, QRectF(SIDE, 140, WIDTH - 2 * SIDE, 66), step_words(now + 1, len(bars)), style)


def _paint_who(painter: QPainter, bar: Bar, box: QRectF, size: float, scene: StageScene, *, is_mirrored: bool) -> None:
    colour = _ink(scene, bar.state)
    for place in _places(bar.who, box.topLeft(), size):
        dot = mirrored_in(WIDTH, place, is_mirrored=is_mirrored)
        if bar.state is State.COMING:
            paint_hollow(painter, dot, scene.theme.inks.line_strong)
        else:
            paint_dot(painter, dot, colour)


def _paint_words(
    painter: QPainter, bar: Bar, box: QRectF, pixels: int, scene: StageScene, *, is_mirrored: bool
) -> None:
    inks = scene.theme.inks
    begin = _begin(is_mirrored)
    colour = inks.accent if bar.state is State.NOW else inks.ink
    sign = TextStyle(scene.theme.sized(pixels, 700), colour, 66, lines=1).placed(begin)
    place = mirrored_in(WIDTH, QRectF(box.left(), _SIGN_TOP, box.width(), 66), is_mirrored=is_mirrored)
    took = scene.text.write(painter, place, bar.sign, sign).width()
    if bar.state is State.DONE:
        high = _TICK * pixels
        tick = QRectF(box.left() + took + _TICK_GAP * pixels, _SIGN_TOP + (66 - high) / 2, high, high)
        scene.icon(painter, mirrored_in(WIDTH, tick, is_mirrored=is_mirrored), "check", inks.ink_2)
    words = scene.style("small", inks.ink_2).limited(2).placed(begin, Upright.TOP)
    below = mirrored_in(WIDTH, QRectF(box.left(), _WORDS_TOP, box.width(), 88), is_mirrored=is_mirrored)
    scene.text.write(painter, below, bar.words, words)


def _sign_size(signs: Sequence[str], wide: float, scene: StageScene) -> int:
    """The largest letters in which every sign has room in its bar, with its tick."""
    for pixels in _SIGN_SIZES[:-1]:
        style = TextStyle(scene.theme.sized(pixels, 700), scene.theme.inks.ink, 66)
        widest = max(scene.text.line_width([(sign, style)]) for sign in signs)
        if widest + (_TICK + _TICK_GAP) * pixels <= wide:
            return pixels
    return _SIGN_SIZES[-1]


def _ink(scene: StageScene, state: State) -> QColor:
    return scene.theme.inks.accent if state is State.NOW else scene.theme.inks.line_strong


def _begin(is_mirrored: bool) -> Align:  # noqa: FBT001 - a fact
    return Align.RIGHT if is_mirrored else Align.LEFT


def _across(who: str) -> float:
    """How many dots wide a sign is, with what is between them."""
    if who in _CLUSTERS:
        count, columns = _CLUSTERS[who]
        return count * columns * (1 + _CLOSE / _DOT) + (count - 1) * 0.4
    columns = _GRIDS.get(who, (1, 1))[0]
    return columns + (columns - 1) * _CLOSE / _DOT


def _places(who: str, corner: QPointF, size: float) -> list[QRectF]:
    """Where the dots of a sign stand, from the corner where reading begins."""
    left, top, step = corner.x(), corner.y(), size * (1 + _CLOSE / _DOT)
    if who == "circle":
        radius, dot = (_DOTS_HIGH - 24) / 2, 24.0
        turns = [at * 2 * pi / _RING for at in range(_RING)]
        return [QRectF(left + radius * (1 + sin(turn)), top + radius * (1 - cos(turn)), dot, dot) for turn in turns]
    if who in _CLUSTERS:
        count, columns = _CLUSTERS[who]
        starts = [left + at * (columns * step + size * 0.4) for at in range(count)]
        return [
            QRectF(start + column * step, top + row * step, size, size)
            for start in starts
            for row in range(2)
            for column in range(columns)
        ]
    columns, rows = _GRIDS.get(who, (0, 0))
    return [
        QRectF(left + column * step, top + row * step, size, size) for row in range(rows) for column in range(columns)
    ]

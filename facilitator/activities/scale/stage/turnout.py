"""How many have answered, while nobody may know what: a large count, the clock, and a dot for everybody."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from facilitator.activities.scale.stage.margins import write_first, write_last
from facilitator.activities.scale.stage.stamps import stamp
from facilitator.activities.scale.stage.words import answered_words
from facilitator.i18n import _
from facilitator.kit.qt.direction import mirrored_in
from facilitator.kit.qt.lettering import Spans, TextStyle
from facilitator.kit.qt.marks import paint_dot, paint_hollow
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene
from facilitator.kit.qt.theme import digits

_WIDE = WIDTH - 2 * SIDE
_DOT, _PITCH, _LEAST_PITCH = 56.0, 96.0, 20.0
_APART = 60.0


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many have answered; `clock` is what is left as digits, "" for none, in its own ink."""

    done: int
    people: int
    clock: str
    clock_ink: QColor


@dataclass(frozen=True, slots=True)
class Row:
    """Where the count stands and how large: its baseline, pixels of the number, of the clock, and of the words."""

    baseline: float
    number: float
    clock: float
    words: tuple[float, ...]


LARGE = Row(518, 200, 150, (84, 64, 48))
SMALL = Row(668, 96, 96, (56, 48))
"""For a proposal so long that it takes the place of the dots."""


def paint_count(painter: QPainter, scene: StageScene, count: Count, row: Row, *, is_mirrored: bool) -> None:
    """Paint "18 of 22 have answered" where reading begins, and the clock at the other end of the line."""
    inks = scene.theme.inks
    number = TextStyle(scene.theme.sized(row.number, 700, -row.number * 0.03), inks.ink, row.number)
    clock = TextStyle(digits(scene.theme.sized(row.clock, 700, -2)), count.clock_ink, row.clock)
    last: Spans = [(count.clock, clock)]
    room = _WIDE - (scene.text.line_width(last) + _APART if count.clock else 0)
    lines = [[(str(count.done), number), *words] for words in _words(scene, count, row)]
    line = next((line for line in lines if scene.text.line_width(line) <= room), lines[-1])
    write_first(painter, scene, line, row.baseline, is_mirrored=is_mirrored)
    write_last(painter, scene, last, row.baseline, is_mirrored=is_mirrored)


def _words(scene: StageScene, count: Count, row: Row) -> list[Spans]:
    """The words after the number in each of the sizes, the largest first."""
    inks = scene.theme.inks
    found: list[Spans] = []
    of, have = _("of {expected}").format(expected=count.people), answered_words(count.people or count.done)
    apart = TextStyle(scene.theme.sized(row.number / 2, 700), inks.ink, row.number / 2)
    for pixels in row.words:
        strong = TextStyle(scene.theme.sized(pixels, 700), inks.ink, pixels)
        soft = TextStyle(scene.theme.sized(pixels, 500), inks.ink_2, pixels)
        whole = [(of, strong), (" ", soft)] if count.people else []
        found.append([(" ", apart), *whole, (have, soft)])
    return found


def paint_people(painter: QPainter, scene: StageScene, count: Count, top: float, *, is_mirrored: bool) -> None:
    """One dot for everybody, filled from where reading begins; a bar where there are too many dots to tell apart."""
    people, inks = count.people, scene.theme.inks
    if not people:
        return
    if people * _LEAST_PITCH > _WIDE:
        paint_dot(painter, QRectF(SIDE, top, _WIDE, _DOT), inks.sunken)
        if count.done:
            filled = QRectF(SIDE, top, max(_DOT, _WIDE * count.done / people), _DOT)
            paint_dot(painter, mirrored_in(WIDTH, filled, is_mirrored=is_mirrored), inks.accent)
        return
    few = _WIDE / _PITCH
    pitch = _PITCH if people < few else (_WIDE - 20) / (people - 0.3)
    size = min(_DOT, pitch * 0.72)
    step = pitch if people < few else (_WIDE - size) / (people - 1)
    boxes = [
        mirrored_in(WIDTH, QRectF(SIDE + person * step, top + (_DOT - size) / 2, size, size), is_mirrored=is_mirrored)
        for person in range(people)
    ]
    places = [box.topLeft() for box in boxes]
    stamp(painter, places[: count.done], size, paint_dot, inks.accent)
    stamp(painter, places[count.done :], size, paint_hollow, inks.line_strong)

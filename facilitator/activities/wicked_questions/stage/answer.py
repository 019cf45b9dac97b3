"""An answer on the stage: the question whole above it, and one person's words, large and without a name."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from facilitator.activities.wicked_questions.rules import Candidate
from facilitator.activities.wicked_questions.stage.grammar import grammar
from facilitator.activities.wicked_questions.stage.largest import largest
from facilitator.i18n import _
from facilitator.kit.qt.lettering import TextStyle
from facilitator.kit.qt.marks import paint_pill
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene

_LEFT = 150.0
_SEAM, _FOOT = 212.0, 462.0
_HALF = ((52, 58), (40, 46), (36, 42))
_ANSWER = ((84, 96), (64, 76), (48, 60), (40, 50))


def paint_answer(painter: QPainter, scene: StageScene, one: Candidate, answer: str) -> None:
    """Paint an answer under the question it was given to. Nothing moves while a person reads it."""
    _paint_halves(painter, scene, one)
    inks = scene.theme.inks
    wide = WIDTH - _LEFT - SIDE
    soft = scene.style("small", inks.ink_2).limited(1)
    scene.text.write(painter, QRectF(_LEFT, _FOOT + 40, wide, 48), _("When have you seen both be true?"), soft)
    box = QRectF(_LEFT, _FOOT + 104, wide, 470)
    scene.text.write(painter, box, answer, largest(scene, answer, box, inks.ink, _ANSWER))


def _paint_halves(painter: QPainter, scene: StageScene, one: Candidate) -> None:
    colours, words, text = scene.theme.tokens.wicked, grammar(one.stem), scene.text
    painter.fillRect(QRectF(0, 0, WIDTH, _SEAM), QColor(colours.top_ground))
    painter.fillRect(QRectF(0, _SEAM, WIDTH, _FOOT - _SEAM), QColor(colours.bottom_ground))
    wide = WIDTH - _LEFT - SIDE
    small = TextStyle(scene.theme.sized(36), QColor(colours.top_small), 44, lines=1)
    text.write(painter, QRectF(_LEFT, 18, wide, 44), words.opening, small)
    first = QRectF(_LEFT, 64, wide, 100)
    text.write(painter, first, one.first, largest(scene, one.first, first, QColor(colours.top_text), _HALF))
    pill = TextStyle(scene.theme.sized(34, 700, 2), QColor(colours.and_text), 58, lines=1)
    across = text.line_width([(words.joint, pill)]) + 52
    place = QRectF(_LEFT, _SEAM - 29, across, 58)
    paint_pill(painter, place, words.joint, pill, QColor(colours.and_ground), text)
    low = small.inked(QColor(colours.bottom_small))
    text.write(painter, QRectF(_LEFT, _SEAM + 36, wide, 44), words.second_opening, low)
    second = QRectF(_LEFT, _SEAM + 82, wide, 100)
    style = largest(scene, one.second, second, QColor(colours.bottom_text), _HALF)
    below = text.write(painter, second, one.second, style).bottom()
    text.write(painter, QRectF(_LEFT, min(_FOOT - 56, below + 4), wide, 44), words.closing, low)

"""A wicked question as a picture: a light half, a dark half, and the AND on their seam."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from facilitator.activities.wicked_questions.console.stems import StemWords
from facilitator.kit.qt.lettering import Lettering, TextStyle, Upright
from facilitator.kit.qt.lines import Wrap
from facilitator.kit.qt.marks import paint_pill
from facilitator.kit.qt.theme import Theme


@dataclass(frozen=True, slots=True)
class PairSize:
    """The measures of one size of picture: letters of the halves, letters between, padding, pill."""

    pixels: float
    leading: float
    small: float
    padding: float
    pill: float
    lines: int
    has_closing: bool = False


CARD = PairSize(15, 18, 12, 10, 20, 2)
"""In the deck, three beside one another."""

LIVING = PairSize(24, 30, 14, 20, 32, 2, has_closing=True)
"""The question that the room lives with, above its answers."""


def paint_pair(
    painter: QPainter,
    box: QRectF,
    words: StemWords,
    halves: tuple[str, str],
    size: PairSize,
    theme: Theme,
    text: Lettering,
) -> None:
    """Paint both halves equally high inside one rounded frame."""
    colours = theme.tokens.wicked
    radius = theme.tokens.radius["control"]
    seam = box.center().y()
    painter.save()
    frame = QPainterPath()
    frame.addRoundedRect(box, radius, radius)
    painter.setClipPath(frame, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), seam - box.top()), QColor(colours.top_ground))
    painter.fillRect(QRectF(box.left(), seam, box.width(), box.bottom() - seam), QColor(colours.bottom_ground))
    painter.restore()
    painter.setPen(QPen(theme.inks.line_strong, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    top = QRectF(box.left(), box.top() + size.padding, box.width(), seam - box.top() - size.padding)
    foot = QRectF(box.left(), seam + size.pill / 2 + size.padding / 2, box.width(), box.bottom() - seam)
    _paint_half(painter, top, (words.opening, halves[0]), (colours.top_small, colours.top_text), size, theme, text)
    inks = (colours.bottom_small, colours.bottom_text)
    took = _paint_half(painter, foot, (words.second_opening, halves[1]), inks, size, theme, text)
    if size.has_closing:
        small = TextStyle(theme.sized(size.small), QColor(colours.bottom_small), size.small + 4, lines=1)
        text.write(painter, QRectF(took.left(), took.bottom() + 4, took.width() + 200, 20), words.closing, small)
    paint_joint(painter, box.left() + size.padding, seam, words.joint, size.pill, theme, text)


def paint_joint(
    painter: QPainter, left: float, middle: float, joint: str, high: float, theme: Theme, text: Lettering
) -> float:
    """Paint the word between the halves as a pill round a middle line; gives its width."""
    colours = theme.tokens.wicked
    style = TextStyle(theme.sized(round(high / 2), 700, high / 45), QColor(colours.and_text), high * 0.7, lines=1)
    wide = text.line_width([(joint, style)]) + high
    paint_pill(painter, QRectF(left, middle - high / 2, wide, high), joint, style, QColor(colours.and_ground), text)
    return wide


def _paint_half(
    painter: QPainter,
    box: QRectF,
    said: tuple[str, str],
    inks: tuple[str, str],
    size: PairSize,
    theme: Theme,
    text: Lettering,
) -> QRectF:
    inner = box.adjusted(size.padding, 0, -size.padding, 0)
    small = TextStyle(theme.sized(size.small), QColor(inks[0]), size.small + 4, lines=1)
    text.write(painter, inner, said[0], small)
    half = TextStyle(
        theme.sized(size.pixels, 600), QColor(inks[1]), size.leading, upright=Upright.TOP, wrap=Wrap.BALANCED,
        lines=size.lines,
    )  # fmt: skip
    return text.write(painter, inner.adjusted(0, size.small + 4, 0, 0), said[1], half)

"""The points of a scale side by side: the colour of each, and its name in letters that the last row reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from facilitator.activities.scale import label
from facilitator.activities.scale.rules.points import Scale, shade
from facilitator.i18n import _
from facilitator.kit.qt.direction import mirrored_in
from facilitator.kit.qt.lettering import Align, TextStyle
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene

NARROW_GAP = 64 / 7
"""From one column of the result to the next."""

_GAP, _BAR, _RADIUS, _BELOW = 22.0, 18.0, 4.0, 14.0
_SIZES = ((37, 42), (34, 38), (32, 36))
_SHARES = (0.9, 0.8, 0.7, 0.6, 0.5)
_PIECES = re.compile(r"\s+|(?<=-)")


def point_colour(scene: StageScene, scale: Scale, point: str) -> QColor:
    """The shade of agreement of a point; a scale that is no agreement has one colour."""
    place = shade(scale, point)
    return scene.theme.inks.accent if place < 0 else QColor(scene.theme.tokens.agreement[place])


def places(count: int, gap: float) -> list[QRectF]:
    """So many equal places across the stage, between its margins, as boxes without a height."""
    wide = (WIDTH - 2 * SIDE - (count - 1) * gap) / count
    return [QRectF(SIDE + place * (wide + gap), 0, wide, 0) for place in range(count)]


def label_style(
    scene: StageScene, texts: Sequence[str], wide: float, high: float, sizes: Sequence[tuple[float, float]]
) -> TextStyle:
    """The largest of these (pixels, leading) in which no label breaks a word or outgrows its box.

    All labels have the same, so that none looks weightier than another. Where none fits: the least, words broken,
    with an ellipsis at the end of what the box holds.
    """
    for pixels, leading in sizes:
        style = _letters(scene, pixels, leading)
        if all(_fits(scene, text, wide, int(high / leading), style) for text in texts):
            return style
    pixels, leading = sizes[-1]
    return _letters(scene, pixels, leading).limited(int(high / leading))


def _letters(scene: StageScene, pixels: float, leading: float) -> TextStyle:
    return TextStyle(scene.theme.sized(pixels, 600, -pixels / 55), scene.theme.inks.ink, leading)


def even_width(scene: StageScene, text: str, wide: float, style: TextStyle) -> float:
    """The width in which the lines of a label are of about equal length, and no more of them, with whole words."""
    lines = scene.text.line_count(text, wide, style)
    if lines == 1:
        return wide
    fitting = takewhile(lambda width: _fits(scene, text, width, lines, style), (wide * share for share in _SHARES))
    return min(fitting, default=wide)


def _fits(scene: StageScene, text: str, wide: float, lines: int, style: TextStyle) -> bool:
    pieces = (piece for piece in _PIECES.split(text) if piece)
    is_whole = all(scene.text.line_width([(piece, style)]) <= wide for piece in pieces)
    return is_whole and scene.text.line_count(text, wide, style) <= lines


def paint_strip(painter: QPainter, scene: StageScene, scale: Scale, box: QRectF, *, is_mirrored: bool) -> None:
    """Paint the points with their numbers and names, their colours at the top of a box as wide as the stage."""
    texts, top = [f"{point} {label(scale, point, _)}" for point in scale.points], _BAR + _BELOW
    spots, style = _room(scene, texts, box.height() - top)
    begin = Align.RIGHT if is_mirrored else Align.NATURAL
    for spot, point, text in zip(spots, scale.points, texts, strict=True):
        place = mirrored_in(WIDTH, spot.adjusted(0, box.top(), 0, box.bottom()), is_mirrored=is_mirrored)
        bar = QRectF(place.left(), place.top(), place.width(), _BAR)
        scene.opaque(painter, bar, point_colour(scene, scale, point), _RADIUS)
        scene.text.write(painter, place.adjusted(0, top, 0, 0), text, style.placed(begin))


def _room(scene: StageScene, texts: Sequence[str], high: float) -> tuple[list[QRectF], TextStyle]:
    """The places of these names and their letters; long ones take the air between them before they grow smaller."""
    airy, tight = places(len(texts), _GAP), places(len(texts), NARROW_GAP)
    in_airy, in_tight = (label_style(scene, texts, spots[0].width(), high, _SIZES) for spots in (airy, tight))
    is_roomy = not in_airy.lines and in_airy.leading >= in_tight.leading
    return (airy, in_airy) if is_roomy else (tight, in_tight)

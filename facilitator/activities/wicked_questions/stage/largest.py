"""The largest letters in which words fit a place on the stage."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from facilitator.kit.qt.lettering import TextStyle
from facilitator.kit.qt.scene import StageScene

SIZES = ((112, 122), (84, 96), (64, 74), (48, 58))
"""Letters and the height of their lines, in units of the stage, the largest first."""


def largest(
    scene: StageScene, words: str, box: QRectF, colour: QColor, sizes: tuple[tuple[int, int], ...] = SIZES
) -> TextStyle:
    """Give the first style of these in which the words fit; else the last one, cut at the foot of the box."""
    for pixels, leading in sizes:
        spacing = -1.6 if pixels > 100 else 0.0
        style = TextStyle(scene.theme.sized(pixels, 700, spacing), colour, leading).balanced()
        if scene.text.measure(words, box.width(), style).height() <= box.height():
            return style
    pixels, leading = sizes[-1]
    return TextStyle(scene.theme.sized(pixels, 700), colour, leading, lines=int(box.height() / leading))

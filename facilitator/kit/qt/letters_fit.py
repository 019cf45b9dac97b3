"""Choosing the largest letters in which a text has room, never below what the back row reads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFontMetricsF

from facilitator.kit.qt.lettering import TextStyle
from facilitator.kit.qt.lines import Wrap
from facilitator.kit.qt.scene import StageScene


def fitting(
    scene: StageScene,
    text: str,
    width: float,
    height: float,
    sizes: Sequence[tuple[float, float]],
    colour: QColor,
    weight: int = 700,
) -> TextStyle:
    """Choose among (pixels, leading), largest first, the first in which a text fits a box without breaking a word.

    Where none does, the last one, with as many lines as the box holds and an ellipsis.
    """
    for pixels, leading in sizes:
        style = TextStyle(scene.theme.sized(pixels, weight), colour, leading, wrap=Wrap.BALANCED)
        widest = max((QFontMetricsF(style.font).horizontalAdvance(word) for word in text.split()), default=0.0)
        if widest <= width and scene.text.measure(text, width, style).height() <= height:
            return style
    pixels, leading = sizes[-1]
    return TextStyle(scene.theme.sized(pixels, weight), colour, leading, lines=max(1, int(height / leading)))

"""Choosing the largest letters in which a text has room, never below what the back row reads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtGui import QColor, QFontMetricsF

from facilitator.kit.qt.lettering import TextStyle
from facilitator.kit.qt.lines import Wrap
from facilitator.kit.qt.scene import StageScene

_SENTENCE_END = re.compile(r"[.!?;:,…؟؛،।]+\s+|[。！？；：，、]")
"""Where a text may be left without cutting a thought: after a mark that ends a sentence or a part of one."""


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


def begun(scene: StageScene, text: str, width: float, height: float, style: TextStyle) -> str:
    """The whole text where it fits a box, or else as many of its first whole sentences, or parts of one, as do.

    Where not even the first part fits, the whole text, which then ends in an ellipsis.
    """
    if scene.text.measure(text, width, style.balanced()).height() <= height:
        return text
    ends = [text[: found.start()] for found in _SENTENCE_END.finditer(text)]
    fits = (part for part in reversed(ends) if scene.text.measure(part, width, style.balanced()).height() <= height)
    return next(fits, text)

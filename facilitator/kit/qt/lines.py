"""Breaking a text into lines: greedy or balanced, at most so many, with an ellipsis for what is left over."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

_BISECTIONS = 8
_ELLIPSIS = "…"
_LINE_SEPARATOR = "\u2028"


class Wrap(Enum):
    """How a text fills its box: each line as full as can be, or all lines of about equal length."""

    GREEDY = "greedy"
    BALANCED = "balanced"


@dataclass(frozen=True, slots=True)
class Laid:
    """A text broken into lines: what draws it, the size it takes, how many lines, and the first baseline.

    The lines lie inside `size`, each pushed to the side that was asked for.
    """

    layout: QTextLayout
    size: QSizeF
    lines: int
    baseline: float


def reads_from_right(text: str) -> bool:
    """Whether the first strong character of a text belongs to a script that is read from the right."""
    for character in text:
        if (direction := unicodedata.bidirectional(character)) in ("L", "R", "AL"):
            return direction != "L"
    return False


def direction_of(text: str) -> Qt.LayoutDirection:
    """From which side a text is read, whatever the window it stands in."""
    return Qt.LayoutDirection.RightToLeft if reads_from_right(text) else Qt.LayoutDirection.LeftToRight


def lay(text: str, font: QFont, width: float, leading: float, *, wrap: Wrap, most: int, side: float) -> Laid:
    """Break a text for a box of this width; `most` lines, 0 for any; `side` 0 is left, 0.5 centre, 1 right."""
    layout = _layout(text, font)
    lines = _broken(layout, width)
    if most and len(lines) > most:
        layout = _layout(_shortened(text, font, lines[most - 1].textStart(), width), font)
        lines = _broken(layout, width)[:most]
    elif wrap is Wrap.BALANCED and len(lines) > 1:
        layout = _with_whole_words(layout, font, width)
        lines = _broken(layout, width)
        lines = _broken(layout, _narrowest(layout, width, len(lines)))
    metrics = QFontMetricsF(font)
    base = (leading - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    took = max(line.naturalTextWidth() for line in lines)
    for row, line in enumerate(lines):
        line.setPosition(QPointF())
        left = (took - line.naturalTextWidth()) * side - line.naturalTextRect().left()
        # A line of another script is taller: set its letters, not its box, on the common baseline.
        line.setPosition(QPointF(left, row * leading + base - line.ascent()))
    return Laid(layout, QSizeF(took, leading * len(lines)), len(lines), base)


def _layout(text: str, font: QFont) -> QTextLayout:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction_of(text))
    layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    return layout


def _broken(layout: QTextLayout, width: float) -> list[QTextLine]:
    lines: list[QTextLine] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        lines.append(line)
    layout.endLayout()
    return lines


def _narrowest(layout: QTextLayout, width: float, count: int) -> float:
    """Bisect for the narrowest width that needs no more lines: then they are of about equal length."""
    low, high = width / count * 0.7, width
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        if _fits(layout, middle, count):
            high = middle
        else:
            low = middle
    return high


def _fits(layout: QTextLayout, width: float, count: int) -> bool:
    lines = _broken(layout, width)
    # A word that had to be broken in two is no gain.
    return len(lines) <= count and all(line.naturalTextWidth() <= width for line in lines) and not _cuts(layout, lines)


def _cuts(layout: QTextLayout, lines: list[QTextLine]) -> bool:
    units = layout.text().encode("utf-16-le", "surrogatepass")
    pairs = (units[at * 2 - 2 : at * 2 + 2].decode("utf-16-le", "replace") for at in (x.textStart() for x in lines[1:]))
    return any(len(pair) == 2 and (pair.isalnum() or _is_within(pair)) for pair in pairs)


def _is_within(pair: str) -> bool:
    """Whether a line that begins between these two would break "one-day" at its hyphen, or begin with a comma."""
    return (pair[0] == "-" and pair[1].isalnum()) or (not pair[0].isspace() and pair[1] in ",.;:!?…")


def _with_whole_words(layout: QTextLayout, font: QFont, width: float) -> QTextLayout:
    """Break before a word like "one-day" that would be broken at its hyphen, where it has room in a line."""
    text = layout.text()
    lines = _broken(layout, width)
    for before, line in pairwise(lines):
        head, tail = _apart(text, line.textStart())
        space = head.rfind(" ")
        if head and tail and _is_within(head[-1] + tail[0]) and space > len(_apart(text, before.textStart())[0]):
            return _with_whole_words(
                _layout(head[:space] + _LINE_SEPARATOR + head[space + 1 :] + tail, font), font, width
            )
    return layout


def _apart(text: str, at: int) -> tuple[str, str]:
    """A text before and after a place, which Qt counts in UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[: at * 2].decode("utf-16-le", "replace"), units[at * 2 :].decode("utf-16-le", "replace")


def _shortened(text: str, font: QFont, last: int, width: float) -> str:
    """Cut a text so that the line that begins at `last` (in UTF-16 units, as Qt counts) ends in an ellipsis."""
    head, tail = _apart(text, last)
    first_line = tail.split("\n", maxsplit=1)[0].rstrip()
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(first_line + _ELLIPSIS) <= width:
        return head + first_line + _ELLIPSIS
    return head + metrics.elidedText(first_line, Qt.TextElideMode.ElideRight, width)

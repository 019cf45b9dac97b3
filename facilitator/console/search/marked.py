"""One line of text with the words that were looked for marked, and the part of a long one in which they stand."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from facilitator.console.row_brush import RowBrush
from facilitator.convening.findable import Part
from facilitator.kit.qt.lines import reads_from_right

_BEFORE, _REST = 24, 200
_CUT = "… "


def snippet(part: Part, before: int = _BEFORE) -> Part:
    """Give a text as one line that begins shortly before its first hit, at a word."""
    text = "".join(" " if letter in "\n\r\t" else letter for letter in part.text)
    first = part.spans[0][0] if part.spans else 0
    start = 0
    if first > 2 * before:
        start = text.find(" ", first - before, first) + 1 or first - before
    lead = _CUT if start else ""
    away = start - len(lead)
    shown = lead + text[start : first + _REST]
    return Part(shown, tuple((a - away, b - away) for a, b in part.spans if a >= start and b - away <= len(shown)))


def paint_marked(brush: RowBrush, box: QRectF, part: Part, font: QFont, ink: QColor) -> float:
    """Write a text into a box of the row, middle high, hits on a soft ground; gives the width it took."""
    shown = QFontMetricsF(font).elidedText(part.text, Qt.TextElideMode.ElideRight, box.width())
    layout = _laid(shown, font)
    line = layout.lineAt(0)
    wide = line.naturalTextWidth()
    is_mirrored = brush.is_mirrored
    left = box.right() - wide if is_mirrored else box.left()
    at = QPointF(left - line.naturalTextRect().left(), box.center().y() - line.height() / 2)
    painter = brush.painter
    kept = len(shown) - (shown != part.text)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.theme.inks.warn_soft)
    for start, end in part.spans:
        if start < kept:
            _paint_ground(brush, box, layout.lineAt(0), at.x(), (_units(shown, start), _units(shown, min(end, kept))))
    painter.setPen(ink)
    layout.draw(painter, at)
    return wide


def _laid(text: str, font: QFont) -> QTextLayout:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    right = reads_from_right(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e5)
    layout.endLayout()
    return layout


def _paint_ground(brush: RowBrush, box: QRectF, line: QTextLine, left: float, span: tuple[int, int]) -> None:
    # The binding gives the place it took beside the x.
    edges = sorted(cast("tuple[float, int]", line.cursorToX(place))[0] for place in span)
    # Letters of another script make a line taller; the ground stays within the row.
    brush.painter.drawRoundedRect(QRectF(left + edges[0] - 2, box.top(), edges[1] - edges[0] + 4, box.height()), 3, 3)


def _units(text: str, points: int) -> int:
    """Code points counted as Qt counts: letters beyond the first plane are two."""
    return len(text[:points].encode("utf-16-le")) // 2

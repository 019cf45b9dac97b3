"""Notes as they are painted: on the console's board, on the stage, and one cluster large for the back row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPainterPath, QPen

from facilitator.kit.qt.lettering import TextStyle, Upright
from facilitator.kit.qt.lines import Wrap
from facilitator.kit.qt.theme import NoteInks, Theme


@dataclass(frozen=True, slots=True)
class NoteMeasures:
    """The measures of one size of note. Padding runs top, right, bottom, left; the left one begins after the edge.

    Where people read from the right, everything lies the other way round.
    """

    pixels: float
    leading: float
    weight: int
    padding: tuple[float, float, float, float]
    edge: float
    radius: float
    gap: float
    lines: int
    wrap: Wrap
    upright: Upright = Upright.TOP
    spacing: float = 0.0
    is_mirrored: bool = False

    def facing(self, *, is_mirrored: bool) -> NoteMeasures:
        """The same note where people read from the right, or from the left."""
        return replace(self, is_mirrored=is_mirrored)

    def strip(self, box: QRectF, edge: float) -> QRectF:
        """Where the edge of a note lies, when it is so wide."""
        return QRectF(box.right() - edge if self.is_mirrored else box.left(), box.top(), edge, box.height())

    def inner(self, box: QRectF) -> QRectF:
        """Where the text of a note lies."""
        top, after, bottom, before = self.padding
        left, right = (after, self.edge + before) if self.is_mirrored else (self.edge + before, after)
        return box.adjusted(left, top, -right, -bottom)

    def text_width(self, width: float) -> float:
        """How wide the text of a note may be in a note of this width."""
        return width - self.edge - self.padding[3] - self.padding[1]

    def height(self, lines: int) -> float:
        """How high a note with so many lines is."""
        return self.padding[0] + self.leading * lines + self.padding[2]

    def style(self, theme: Theme, inks: NoteInks) -> TextStyle:
        """How its text is written."""
        return TextStyle(
            theme.sized(self.pixels, self.weight, self.spacing),
            inks.text,
            self.leading,
            upright=self.upright,
            wrap=self.wrap,
            lines=self.lines,
        )


CONSOLE_NOTE = NoteMeasures(13, 16, 400, (5, 6, 6, 7), 3, 4, 5, 6, Wrap.GREEDY)
"""On the facilitator's board."""

STAGE_NOTE = NoteMeasures(32, 36, 500, (9, 10, 11, 14), 8, 8, 8, 3, Wrap.BALANCED, spacing=-0.2)
"""On the projector, about forty to a page."""

SPOTLIGHT_NOTE = NoteMeasures(60, 66, 500, (24, 24, 24, 28), 12, 12, 20, 3, Wrap.BALANCED, Upright.MIDDLE, -0.4)
"""One cluster on the projector, nine to a page, 244 high."""


def paint_note_ground(painter: QPainter, box: QRectF, inks: NoteInks, measures: NoteMeasures, edge: float) -> None:
    """The ground of a note with its edge, which grows under the pointer."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    strip = measures.strip(box, edge)
    rest = box.adjusted(0, 0, -edge, 0) if measures.is_mirrored else box.adjusted(edge, 0, 0, 0)
    # Two clipped halves of one rounded box: painted over one another they would leave a fringe of the edge's colour.
    halves = ((strip, inks.edge), (rest, inks.fill))
    if painter.paintEngine().type() is QPaintEngine.Type.SVG:
        _draw_halves(painter, box, measures.radius, halves)
        return
    for clip, colour in halves:
        painter.save()
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, measures.radius, measures.radius)
        painter.restore()


def _draw_halves(painter: QPainter, box: QRectF, radius: float, halves: Sequence[tuple[QRectF, QColor]]) -> None:
    """The halves as shapes of their own: browsers do not see the clips that Qt writes into an SVG."""
    whole = QPainterPath()
    whole.addRoundedRect(box, radius, radius)
    for clip, colour in halves:
        half = QPainterPath()
        half.addRect(clip)
        painter.fillPath(whole.intersected(half), colour)


def paint_note_place(painter: QPainter, box: QRectF, measures: NoteMeasures, theme: Theme) -> None:
    """The dashed place of a note that has been lifted."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.inks.line_strong, 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), measures.radius, measures.radius)

"""What the room sees: a scene paints itself in 1920 x 1080 units, on the projector and in the console's preview."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from facilitator.kit.qt.bands import Band, paint_band
from facilitator.kit.qt.digits import fitted_digits
from facilitator.kit.qt.icons import bold_name, paint_icon
from facilitator.kit.qt.lettering import Align, Lettering, Spans, TextStyle, Upright, baseline, ink_left, text_style
from facilitator.kit.qt.reading import Reading, time_left
from facilitator.kit.qt.theme import Theme, theme_in_use

__all__ = ["HEIGHT", "WIDTH", "Band", "Reading", "StageScene", "fitted", "time_left"]

WIDTH, HEIGHT = 1920, 1080
SIDE = 80
"""The safe margin left and right."""

_FOOT_RULE = 120
_HELPER_FOOT, _HELPER_WIDE = 96, 1100


def fitted(target: QRectF) -> QRectF:
    """The largest 16:9 rectangle in the middle of a target: where the scene stands, the rest is paper."""
    scale = min(target.width() / WIDTH, target.height() / HEIGHT)
    size = QSizeF(WIDTH * scale, HEIGHT * scale)
    centre = target.center()
    return QRectF(QPointF(centre.x() - size.width() / 2, centre.y() - size.height() / 2), size)


class StageScene:
    """The base of every scene. A scene is shown the room's records, and paints them; it knows nothing else.

    Write with `self.text`, colour with `self.theme`. Set `moves_until_ms` (wall clock, UTC) while something moves:
    until then the stage paints every frame, afterwards only when records or the clock change.
    """

    def __init__(self) -> None:
        self.text = Lettering()
        self.moves_until_ms = 0
        self._theme: Theme | None = None

    @property
    def theme(self) -> Theme:
        """The theme it wears: its own, or the application's."""
        return self._theme or theme_in_use()

    def wear(self, theme: Theme) -> None:
        """Wear a theme of its own: the room may be dark while the desk is light."""
        self._theme = theme

    def ground(self) -> QColor:
        """The colour of the whole stage, beyond the scene's edges too."""
        return self.theme.inks.paper

    def paint(self, painter: QPainter, clock: Reading) -> None:
        """Paint the scene in 1920 x 1080 units. Each scene has its own."""
        raise NotImplementedError

    def draw(self, painter: QPainter, target: QRectF, clock: Reading) -> None:
        """Paint the scene into a target of any size, letterboxed with its ground."""
        self.text.start()
        painter.save()
        painter.fillRect(target, self.ground())
        place = fitted(target)
        painter.setClipRect(target)
        painter.translate(place.topLeft())
        painter.scale(place.width() / WIDTH, place.height() / HEIGHT)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        try:
            self.paint(painter, clock)
        finally:
            painter.restore()

    def painted_text(self) -> str:
        """Everything the last paint said, one text a line: what a screen reader reads out, and a test looks for."""
        return "\n".join(self.text.painted())

    def style(self, name: str, colour: QColor | None = None) -> TextStyle:
        """A size of stage type ("h2", "body", "dense" ...) in ink, or in another colour."""
        return text_style(self.theme, "stage", name, colour or self.theme.inks.ink)

    def title(self, painter: QPainter, text: str, kicker: str = "", *, top: float = 72) -> float:
        """Write the question or name of the scene under a smaller line; gives the y below it.

        At most two lines, 1,700 wide: what does not fit is read aloud and stands on the phones.
        """
        if kicker:
            small = self.style("body", self.theme.inks.ink_2).limited(1)
            self.text.write(painter, QRectF(SIDE, top, WIDTH - 2 * SIDE, 58), kicker, small)
            top += 74
        style = self.style("h2").balanced(2) if len(text) > 90 else self.style("h2").limited(2)
        return self.text.write(painter, QRectF(SIDE, top, WIDTH - 2 * SIDE, 0), text, style).bottom()

    def footer(self, painter: QPainter, left: Spans, right: Spans = (), rule: QColor | None = None) -> None:
        """A rule 120 from the bottom and one line of 48 px under it: what comes next, and when this ends."""
        painter.fillRect(QRectF(SIDE, HEIGHT - _FOOT_RULE - 2, WIDTH - 2 * SIDE, 2), rule or self.theme.inks.line)
        at = HEIGHT - 36 - 72 / 2 - 29 + baseline(self.style("body"))
        self.text.write_line(painter, QPointF(SIDE, at), left)
        self.text.write_line(painter, QPointF(WIDTH - SIDE - self.text.line_width(right), at), right)

    def helper_line(self, painter: QPainter, text: str, icon: str = "") -> None:
        """One quiet line of 36 px at the foot, two if it is long, after an icon: never what the room must act on."""
        style = self.style("small", self.theme.inks.ink_2).balanced(2).placed(Align.NATURAL, Upright.MIDDLE)
        left, top = float(SIDE), float(HEIGHT - _HELPER_FOOT + 4)
        if icon:
            self.icon(painter, QRectF(left, top + 2, 40, 40), icon, self.theme.inks.ink_2)
            left += 54
        if self.text.line_count(text, _HELPER_WIDE, style) > 1:
            top -= 6
        self.text.write(painter, QRectF(left, top, _HELPER_WIDE, 44), text, style)

    def helper_end(self, painter: QPainter, spans: Spans, icon: str = "") -> None:
        """The other end of the helper line: where to join."""
        width = self.text.line_width(spans)
        left = WIDTH - SIDE - width
        top = HEIGHT - _HELPER_FOOT + 4
        self.text.write_line(painter, QPointF(left, top + baseline(self.style("small"))), spans)
        if icon:
            self.icon(painter, QRectF(left - 50, top + 4, 36, 36), icon, self.theme.inks.ink_2)

    def time_band(
        self, painter: QPainter, share: float, band: Band = Band.RUNNING, *, is_mirrored: bool = False
    ) -> None:
        """The band at the top edge: how much of the time is over, from 0 to 1; striped once it is up."""
        box = QRectF(0, 0, WIDTH, self.theme.tokens.layout["stage"]["time_band"])
        painter.save()
        if is_mirrored:
            painter.translate(WIDTH, 0)
            painter.scale(-1, 1)
        paint_band(painter, box, share, band, self.theme)
        painter.restore()

    def timer(
        self, painter: QPainter, digits: str, colour: QColor, bottom: float = 875, *, is_mirrored: bool = False
    ) -> None:
        """Time in digits as large as the stage holds, the ink of the first on the margin, standing on `bottom`.

        Mirrored they end at the other margin; the digits themselves are read as ever.
        """
        style = TextStyle(fitted_digits(self.theme, digits, 560, WIDTH - 2 * SIDE), colour, 520)
        left = SIDE - ink_left(digits, style.font)
        if is_mirrored:
            left = WIDTH - SIDE - self.text.line_width([(digits, style)])
        self.text.write_line(painter, QPointF(left, bottom), [(digits, style)])

    def icon(self, painter: QPainter, box: QRectF, name: str, colour: QColor) -> None:
        """An icon in its bold drawing, as the stage wants it."""
        paint_icon(painter, box, bold_name(name), colour)

    def alone(self, painter: QPainter, text: str, name: str = "wicked") -> None:
        """One text alone in the middle of the stage, in large balanced lines."""
        style = self.style(name).balanced(5).placed(Align.CENTRE, Upright.MIDDLE)
        self.text.write(painter, QRectF(2 * SIDE, 2 * SIDE, WIDTH - 4 * SIDE, HEIGHT - 4 * SIDE), text, style)

    def opaque(self, painter: QPainter, box: QRectF, colour: QColor, radius: float = 0) -> None:
        """A filled box without an outline, its corners rounded by `radius`."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, radius, radius)

"""The time large: how much is left of this block, or how far it has gone over, readable from the last row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from facilitator.convening.agenda import Block, current
from facilitator.convening.records import Records
from facilitator.convening.timebox import Timebox
from facilitator.i18n import _
from facilitator.kit.qt.bands import Band, band_for
from facilitator.kit.qt.lettering import Spans, TextStyle, baseline
from facilitator.kit.qt.reading import Reading, time_left
from facilitator.kit.qt.scene import SIDE, StageScene

_TOP = 104
_OVER_RULE = 0.35


class Timer(StageScene):
    """The clock of the live block with its question. It counts up quietly once time is up, and never blinks.

    What comes next and how late the day is stay on the laptop. Source: practice, rules ST1 and ST2.
    """

    def __init__(self) -> None:
        super().__init__()
        self._block: Block | None = None
        self._box: Timebox | None = None
        self._is_over = False

    def show_records(self, room: Records) -> None:
        """Show the live block and its clock."""
        live = current(room)
        self._block = room[Block].get(live)
        self._box = room[Timebox].get(live)

    def ground(self) -> QColor:
        return self.theme.inks.over_soft if self._is_over else super().ground()

    def draw(self, painter: QPainter, target: QRectF, clock: Reading) -> None:
        self._is_over = self._box is not None and self._box.started > 0 and self._box.left(clock.wall_ms) <= -1000
        super().draw(painter, target, clock)

    def paint(self, painter: QPainter, clock: Reading) -> None:
        block, box = self._block, self._box
        if block is None:
            return
        if box is None or not box.started:
            self.title(painter, block.prompt or block.title, block.title if block.prompt else "", top=_TOP)
            return
        left = box.left(clock.wall_ms)
        self.time_band(painter, 1 - left / box.length_ms if box.length_ms else 1.0, _band(box, left))
        self._say_what(painter, block, box)
        self.timer(painter, time_left(left), self._digits(box))
        self._say_when(painter, box, clock)

    def _digits(self, box: Timebox) -> QColor:
        if self._is_over:
            return self.theme.inks.over
        return self.theme.inks.ink if box.is_running else self.theme.inks.ink_3

    def _say_what(self, painter: QPainter, block: Block, box: Timebox) -> None:
        inks = self.theme.inks
        if self._is_over:
            ask = _("We go on now.") if block.category == "pause" else _("Finish your sentence, then look up.")
            self._sign(painter, "bell-ringing", _("Time is up"), inks.over)
            self.title(painter, ask, top=_TOP + 74)
        elif not box.is_running:
            self._sign(painter, "pause-fill", _("Paused"), inks.ink_2)
            self.title(painter, block.prompt or block.title, top=_TOP + 74)
        else:
            self.title(painter, block.prompt or block.title, block.title if block.prompt else "", top=_TOP)

    def _sign(self, painter: QPainter, icon: str, words: str, colour: QColor) -> None:
        style = TextStyle(self.theme.sized(48, 700), colour, 58)
        self.icon(painter, QRectF(SIDE, _TOP + 1, 56, 56), icon, colour)
        self.text.write_line(painter, QPointF(SIDE + 76, _TOP + baseline(style)), [(words, style)])

    def _say_when(self, painter: QPainter, box: Timebox, clock: Reading) -> None:
        inks = self.theme.inks
        soft, strong = self.style("body", inks.ink_2), TextStyle(self.theme.sized(48, 600), inks.ink, 58)
        now: Spans = [(_("Now") + "  ", soft), (clock.time_of_day(), strong)]
        ends: Spans = ()
        if box.is_running:
            word = _("planned end") if self._is_over else _("ends at")
            ends = [(word + "  ", soft), (clock.time_at(box.started + box.length_ms), strong)]
        rule = QColor(inks.over)
        rule.setAlphaF(_OVER_RULE)
        self.footer(painter, now, ends, rule if self._is_over else None)


def _band(box: Timebox, left: int) -> Band:
    return band_for(left) if box.is_running or left <= 0 else Band.PAUSED

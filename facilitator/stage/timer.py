"""The time large: how much is left of this step or block, or how far it has gone over, readable from the last row."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from facilitator.convening.agenda import Block, current
from facilitator.convening.countdown import Countdown, countdown
from facilitator.convening.records import Records
from facilitator.convening.steps import Standing
from facilitator.i18n import _
from facilitator.kit.qt.countdown_look import band_of, digits_ink, paint_sign, reads_mirrored, sign_of
from facilitator.kit.qt.counting_scene import CountingScene
from facilitator.kit.qt.day_ending import DayEnding
from facilitator.kit.qt.lettering import Align, Spans, TextStyle
from facilitator.kit.qt.letters_fit import fitting
from facilitator.kit.qt.reading import Reading, time_left
from facilitator.kit.qt.scene import SIDE, WIDTH
from facilitator.kit.qt.steps_view import StepsView, paint_ending, step_footer
from facilitator.kit.step_words import heading_of, next_words, round_words, who_words

_TOP = 104
_ASKS_UNTIL = 460
"""The digits, at their largest, begin a little below."""

_KICKERS = ((48, 58), (44, 52), (36, 44))
_ASKS = ((84, 96), (64, 74), (48, 58))
_OVER_RULE = 0.35


class Timer(CountingScene):
    """The clock of the innermost step that runs, or of the live block, with what to do. It never blinks.

    Once time is up it counts up quietly; a step that waits for its guide does so without any alarm. What comes after
    the block and how late the day is stay on the laptop. Source: practice, rules TM5, ST1 and ST2.
    """

    def __init__(self) -> None:
        super().__init__()
        self._block: Block | None = None
        self._ending = DayEnding()
        self._is_mirrored = False

    def show_records(self, room: Records) -> None:
        """Show the live block and its clock."""
        live = current(room)
        self._block = room[Block].get(live)
        self.clock = countdown(room, live)
        self._ending = DayEnding(room)
        self._is_mirrored = reads_mirrored(room, self._block)

    def paint(self, painter: QPainter, clock: Reading) -> None:
        block, counts, now = self._block, self.clock, clock.wall_ms
        if block is None:
            return
        if counts is None:
            self.title(painter, block.prompt or block.title, _over_line(block), top=_TOP)
            return
        standing = None if counts.is_past_steps(now) else counts.standing(now)
        self.time_band(painter, counts.share(now), band_of(counts, now), is_mirrored=self._is_mirrored)
        self._say_what(painter, block, counts, standing, now)
        self.timer(painter, time_left(counts.left(now)), digits_ink(self, counts, now), is_mirrored=self._is_mirrored)
        if standing is not None and not self.is_over:
            view = StepsView(block, counts, is_mirrored=self._is_mirrored)
            step_footer(painter, view, next_words(standing), clock, self)
        else:
            self._say_when(painter, counts, clock)
        if ending := self._ending.words(clock):
            paint_ending(painter, ending, self, is_mirrored=self._is_mirrored)

    def _say_what(
        self, painter: QPainter, block: Block, counts: Countdown, standing: Standing | None, now: int
    ) -> None:
        asks = heading_of(standing.leg.inner) if standing is not None else block.prompt or block.title
        if self.is_over:
            asks = _("We go on now.") if block.category == "pause" else _("Finish your sentence, then look up.")
        if (sign := sign_of(self, counts, now)) is not None:
            paint_sign(painter, sign, _TOP, self, is_mirrored=self._is_mirrored)
            self._ask(painter, asks, "", _TOP + 74)
        elif standing is not None:
            where = round_words(standing) or who_words(standing.leg.inner.who)
            self._ask(painter, asks, " · ".join(filter(None, (block.title, where))), _TOP)
        else:
            self._ask(painter, asks, _over_line(block), _TOP)

    def _ask(self, painter: QPainter, asks: str, kicker: str, top: float) -> None:
        """What the room does, under a smaller line; both whole, in smaller letters where they are long."""
        begin, wide = Align.RIGHT if self._is_mirrored else Align.NATURAL, WIDTH - 2 * SIDE
        if kicker:
            soft = fitting(self, kicker, wide, 104, _KICKERS, self.theme.inks.ink_2, 480)
            top = self.text.write(painter, QRectF(SIDE, top, wide, 0), kicker, soft.placed(begin)).bottom() + 16
        style = fitting(self, asks, wide, _ASKS_UNTIL - top, _ASKS, self.theme.inks.ink, 680)
        self.text.write(painter, QRectF(SIDE, top, wide, 0), asks, style.placed(begin))

    def _say_when(self, painter: QPainter, counts: Countdown, clock: Reading) -> None:
        inks = self.theme.inks
        soft, strong = self.style("body", inks.ink_2), TextStyle(self.theme.sized(48, 600), inks.ink, 58)
        now: Spans = [(_("Now"), soft), ("  ", soft), (clock.time_of_day(), strong)]
        ends: Spans = []
        if counts.is_running:
            word = _("planned end") if self.is_over else _("ends at")
            ends = [(word, soft), ("  ", soft), (clock.time_at(counts.ends), strong)]
        rule = QColor(inks.over)
        rule.setAlphaF(_OVER_RULE)
        sides = (ends[::-1], now[::-1]) if self._is_mirrored else (now, ends)
        self.footer(painter, *sides, rule if self.is_over else None)


def _over_line(block: Block) -> str:
    """The title, small above the line; nothing where it is the line itself: the room reads it once."""
    return block.title if block.prompt not in ("", block.title) else ""

"""A plain block as the room sees it: its title, its line of text, and the time that is left."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from facilitator.convening.agenda import Block
from facilitator.convening.countdown import Countdown, countdown
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.countdown_look import band_of, digits_ink, paint_sign, reads_mirrored, sign_of
from facilitator.kit.qt.counting_scene import CountingScene
from facilitator.kit.qt.day_ending import DayEnding
from facilitator.kit.qt.lettering import Align, Spans, TextStyle, Upright
from facilitator.kit.qt.reading import Reading, time_left
from facilitator.kit.qt.scene import SIDE, WIDTH
from facilitator.kit.qt.steps_view import StepsView, paint_ending, paint_steps
from facilitator.kit.qt.theme import digits

_SIGN_TOP, _TEXT_TOP, _TEXT_FOOT, _TIME = 104.0, 190.0, 680.0, 900.0


class Scene(CountingScene):
    """One block without an activity of its own. With steps the room sees the one that runs, and what to do now.

    A pause says when it is over; everything else says how long it has.
    """

    def __init__(self, block: BlockId) -> None:
        super().__init__()
        self._id = block
        self._block: Block | None = None
        self._ending = DayEnding()
        self._is_mirrored = False

    def show_records(self, room: Records) -> None:
        """Show the block and its clock."""
        self._block = room[Block].get(self._id)
        self.clock = countdown(room, self._id)
        self._ending = DayEnding(room)
        self._is_mirrored = reads_mirrored(room, self._block)

    def paint(self, painter: QPainter, clock: Reading) -> None:
        block, counts = self._block, self.clock
        if block is None:
            return
        ending = self._ending.words(clock)
        standing = counts.standing(clock.wall_ms) if counts is not None else None
        if counts is not None and standing is not None:
            view = StepsView(block, counts, is_mirrored=self._is_mirrored, ending=ending)
            paint_steps(painter, view, standing, clock, self)
            return
        inks, wide = self.theme.inks, WIDTH - 2 * SIDE
        kicker = self.style("body", inks.ink_2).limited(1)
        if counts is not None and self.is_over and (sign := sign_of(self, counts, clock.wall_ms)) is not None:
            paint_sign(painter, sign, _SIGN_TOP, self, is_mirrored=self._is_mirrored)
        elif block.prompt not in ("", block.title):
            self.text.write(painter, QRectF(SIDE, _SIGN_TOP, wide, 58), block.title, kicker.placed(self._begin()))
        self._say(painter, block.prompt or block.title, QRectF(SIDE, _TEXT_TOP, wide, _TEXT_FOOT - _TEXT_TOP))
        if counts is not None:
            self._paint_time(painter, block, counts, clock)
            if ending:
                paint_ending(painter, ending, self, is_mirrored=self._is_mirrored)

    def _say(self, painter: QPainter, text: str, box: QRectF) -> None:
        sizes = [self.style(name) for name in ("wicked", "h2", "h3", "body")]
        fits = (
            size.balanced() for size in sizes if self.text.measure(text, box.width(), size).height() <= box.height()
        )
        style = next(fits, sizes[-1].limited(int(box.height() / 58)))
        self.text.write(painter, box, text, style.placed(self._begin(), Upright.TOP))

    def _begin(self) -> Align:
        """The side where the room begins to read, whatever script a text is in."""
        return Align.RIGHT if self._is_mirrored else Align.NATURAL

    def _paint_time(self, painter: QPainter, block: Block, counts: Countdown, clock: Reading) -> None:
        inks, left = self.theme.inks, counts.left(clock.wall_ms)
        self.time_band(
            painter, counts.share(clock.wall_ms), band_of(counts, clock.wall_ms), is_mirrored=self._is_mirrored
        )
        large = TextStyle(digits(self.theme.sized(200, 700, -3)), digits_ink(self, counts, clock.wall_ms), 200)
        soft = TextStyle(self.theme.sized(84, 500), inks.ink_2, 96)
        word = _("over") if self.is_over else _("left") if counts.is_running else _("left, paused")
        said: Spans = [(time_left(left), large), (" ", soft), (word, soft)]
        if self._is_mirrored:
            said = said[::-1]
        at = WIDTH - SIDE - self.text.line_width(said) if self._is_mirrored else SIDE
        self.text.write_line(painter, QPointF(at, _TIME), said)
        if counts.is_running:
            strong, quiet = TextStyle(self.theme.sized(48, 600), inks.ink, 58), self.style("body", inks.ink_2)
            says = _("back at") if block.category == "pause" else _("ends at")
            says = _("planned end") if self.is_over else says
            ends: Spans = [(says, quiet), ("  ", quiet), (clock.time_at(counts.ends), strong)]
            self.footer(painter, *((ends[::-1], ()) if self._is_mirrored else ((), ends)))

"""A plain block as the room sees it: its title, its line of text, and the time that is left."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from facilitator.convening.agenda import Block
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.timebox import Timebox
from facilitator.i18n import _
from facilitator.kit.qt.bands import Band, band_for
from facilitator.kit.qt.lettering import Align, Spans, TextStyle, Upright
from facilitator.kit.qt.reading import Reading, time_left
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene
from facilitator.kit.qt.theme import digits

_TEXT_TOP, _TEXT_FOOT, _TIME = 190.0, 680.0, 900.0


class Scene(StageScene):
    """One block without an activity of its own. A pause says when it is over; everything else says how long it has."""

    def __init__(self, block: BlockId) -> None:
        super().__init__()
        self._id = block
        self._block: Block | None = None
        self._box: Timebox | None = None

    def show_records(self, room: Records) -> None:
        """Show the block and its clock."""
        self._block = room[Block].get(self._id)
        self._box = room[Timebox].get(self._id)

    def paint(self, painter: QPainter, clock: Reading) -> None:
        block, box = self._block, self._box
        if block is None:
            return
        inks, wide = self.theme.inks, WIDTH - 2 * SIDE
        kicker = self.style("body", inks.ink_2).limited(1)
        if block.prompt:
            self.text.write(painter, QRectF(SIDE, 104, wide, 58), block.title, kicker)
        self._say(painter, block.prompt or block.title, QRectF(SIDE, _TEXT_TOP, wide, _TEXT_FOOT - _TEXT_TOP))
        if box is not None and box.started:
            self._paint_time(painter, block, box, clock)

    def _say(self, painter: QPainter, text: str, box: QRectF) -> None:
        sizes = [self.style(name) for name in ("wicked", "h2", "h3", "body")]
        fits = (
            size.balanced() for size in sizes if self.text.measure(text, box.width(), size).height() <= box.height()
        )
        style = next(fits, sizes[-1].limited(int(box.height() / 58)))
        self.text.write(painter, box, text, style.placed(Align.NATURAL, Upright.TOP))

    def _paint_time(self, painter: QPainter, block: Block, box: Timebox, clock: Reading) -> None:
        inks = self.theme.inks
        left = box.left(clock.wall_ms)
        is_over = left <= -1000
        band = band_for(left) if box.is_running or left <= 0 else Band.PAUSED
        self.time_band(painter, 1 - left / box.length_ms if box.length_ms else 1.0, band)
        colour = inks.over if is_over else inks.ink if box.is_running else inks.ink_3
        large = TextStyle(digits(self.theme.sized(200, 700, -3)), colour, 200)
        soft = TextStyle(self.theme.sized(84, 500), inks.ink_2, 96)
        word = _("over") if is_over else _("left") if box.is_running else _("left, paused")
        self.text.write_line(painter, QPointF(SIDE, _TIME), [(time_left(left), large), (" " + word, soft)])
        if box.is_running and not is_over:
            strong, quiet = TextStyle(self.theme.sized(48, 600), inks.ink, 58), self.style("body", inks.ink_2)
            says = _("back at") if block.category == "pause" else _("ends at")
            ends: Spans = [(says + "  ", quiet), (clock.time_at(box.started + box.length_ms), strong)]
            self.footer(painter, (), ends)

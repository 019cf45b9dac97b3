"""The resting screen: the room looks at one another, and nothing else is to be seen."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from facilitator.convening.agenda import Block, current
from facilitator.convening.gathering import Convening
from facilitator.convening.records import Records
from facilitator.convening.timebox import Timebox
from facilitator.i18n import _
from facilitator.kit.qt.lettering import Spans, TextStyle, baseline
from facilitator.kit.qt.marks import paint_dot
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene
from facilitator.kit.qt.theme import Theme
from facilitator.kit.theme import Mode

_FOOT = 988


class Darkness(Enum):
    """How dark a blank stage is: a resting picture, or no light at all."""

    RESTING = "resting"
    BLACK = "black"


class Blank(StageScene):
    """Always dark, whatever the room wears. Only a pause says when it ends: that is a promise the agenda made."""

    def __init__(self) -> None:
        super().__init__()
        self.darkness = Darkness.RESTING
        self._title = ""
        self._back = 0

    def show_records(self, room: Records) -> None:
        """Show whose convening rests, and until when if it is a pause."""
        self._title = next((convening.title for convening in room[Convening].values()), "")
        block, box = room[Block].get(current(room)), room[Timebox].get(current(room))
        is_pause = block is not None and block.category == "pause"
        self._back = box.started + box.length_ms if is_pause and box is not None and box.is_running else 0

    def wear(self, theme: Theme) -> None:
        if theme.mode is Mode.DARK:
            super().wear(theme)
        elif self.theme.mode is not Mode.DARK or self.theme.motion is not theme.motion:
            super().wear(Theme(Mode.DARK, theme.motion))

    def ground(self) -> QColor:
        return QColor(0, 0, 0) if self.darkness is Darkness.BLACK else self.theme.inks.paper

    def paint(self, painter: QPainter, clock: Reading) -> None:
        if self.darkness is Darkness.BLACK:
            return
        inks = self.theme.inks
        paint_dot(painter, QRectF(SIDE, 356, 240, 12), inks.accent)
        large = TextStyle(self.theme.sized(112, 700, -1.6), inks.ink, 124, lines=2)
        below = self.text.write(
            painter, QRectF(SIDE, 404, WIDTH - 2 * SIDE, 0), _("Look at each other"), large
        ).bottom()
        rests = QRectF(SIDE, below + 28, WIDTH - 2 * SIDE, 58)
        self.text.write(painter, rests, _("The screen rests while you talk."), self.style("body", inks.ink_2))
        soft = self.style("small", inks.ink_2).limited(1)
        if self._back > clock.wall_ms:
            strong = TextStyle(self.theme.sized(36, 700), inks.ink, 44)
            back: Spans = [(_("Back at") + " ", soft), (clock.time_at(self._back), strong)]
            self.text.write_line(painter, QPointF(SIDE, _FOOT + baseline(soft)), back)
        width = min(1200.0, self.text.line_width([(self._title, soft)]) + 1)
        self.text.write(painter, QRectF(WIDTH - SIDE - width, _FOOT, width, 44), self._title, soft)

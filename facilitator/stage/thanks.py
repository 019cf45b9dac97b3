"""The thanks: what the room made today, in large numbers, and thank you in its own languages."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from facilitator.convening.gathering import Convening
from facilitator.convening.people import Person, here
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.lettering import TextStyle, ink_left
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.scene import HEIGHT, SIDE, WIDTH, StageScene
from facilitator.stage.days import thanks_in, which_day
from facilitator.stage.faces import Figure, figures

_MOST = 3
_GAP = 40
_COLUMN = (WIDTH - 2 * SIDE - (_MOST - 1) * _GAP) / _MOST


class Thanks(StageScene):
    """Counts only: nobody is named, nothing that was hidden is counted."""

    def __init__(self) -> None:
        super().__init__()
        self._kicker = ""
        self._figures: tuple[Figure, ...] = ()
        self._thanks: tuple[str, ...] = ()

    def show_records(self, room: Records) -> None:
        """Count what the room may see."""
        convening = next(iter(room[Convening].values()), None)
        parts = (convening.title, which_day(convening.day_line)) if convening is not None else ()
        self._kicker = " · ".join(filter(None, parts))
        made = [figure for figure in (*figures(room), _people(room)) if figure[0]]
        self._figures = tuple(made[:_MOST])
        self._thanks = thanks_in(person.language for person in room[Person].values() if person.is_here)

    def paint(self, painter: QPainter, clock: Reading) -> None:
        inks = self.theme.inks
        wide = WIDTH - 2 * SIDE
        self.text.write(painter, QRectF(SIDE, 72, wide, 58), self._kicker, self.style("body", inks.ink_2).limited(1))
        heading = _("You made this today") if self._figures else _("Thank you for today")
        style = TextStyle(self.theme.sized(112, 700, -1.6), inks.ink, 120, lines=1)
        self.text.write(painter, QRectF(SIDE, 142, wide, 120), heading, style)
        for place, figure in enumerate(self._figures):
            self._paint_figure(painter, SIDE + place * (_COLUMN + _GAP), figure)
        painter.fillRect(QRectF(SIDE, HEIGHT - 142, wide, 2), inks.line)
        strong = TextStyle(self.theme.sized(48, 600), inks.ink, 58, lines=1)
        self.text.write(painter, QRectF(SIDE, HEIGHT - 111, wide, 58), self._said(strong, wide), strong)

    def _paint_figure(self, painter: QPainter, left: float, figure: Figure) -> None:
        inks = self.theme.inks
        count, noun, detail = str(figure[0]), figure[1], figure[2]
        font = self.theme.sized(320, 700, -10)
        took = QFontMetricsF(font).horizontalAdvance(count)
        if took > _COLUMN:
            font = self.theme.sized(int(320 * _COLUMN / took), 700, -6)
        digits = TextStyle(font, inks.accent, 300)
        self.text.write_line(painter, QPointF(left - ink_left(count, font), 594), [(count, digits)])
        below = 650.0
        name = self.style("h3").limited(1)
        self.text.write(painter, QRectF(left, below, _COLUMN, 74), noun, name)
        self.text.write(
            painter, QRectF(left, below + 80, _COLUMN, 44), detail, self.style("small", inks.ink_2).limited(2)
        )

    def _said(self, style: TextStyle, width: float) -> str:
        said = ""
        for word in self._thanks:
            longer = f"{said} · {word}" if said else word
            if self.text.line_width([(longer, style)]) > width:
                break
            said = longer
        return said


def _people(room: Records) -> Figure:
    count = here(room)
    countries = len({person.country for person in room[Person].values() if person.is_here and person.country})
    detail = ngettext("from {count} country", "from {count} countries", countries).format(count=countries)
    return count, ngettext("person", "people", count), detail if countries > 1 else ""

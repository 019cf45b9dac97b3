"""The welcome: what this day is, greetings, who is here already, and the two codes that bring a phone into the room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from facilitator.convening.gathering import Convening, spoken_code
from facilitator.convening.people import here
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.lettering import TextStyle, baseline
from facilitator.kit.qt.letters_fit import fitting
from facilitator.kit.qt.marks import paint_dot, paint_hollow, seat_row
from facilitator.kit.qt.qr import paint_qr, wifi_words
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.scene import HEIGHT, SIDE, WIDTH, StageScene
from facilitator.stage.days import day_and_month, which_day
from facilitator.stage.joining import JoinAddress

_PANEL = 944
_PANEL_LEFT = 1008
_CODE_SIDE = 412
_WORDS_LEFT = _PANEL_LEFT + _CODE_SIDE + 32
_WORDS_WIDE = WIDTH - SIDE - _WORDS_LEFT
_LEFT_WIDE = _PANEL - SIDE - 64
_TITLE_WIDE = 730
_TITLES = ((136, 136), (112, 116), (84, 92), (64, 74))
_NETWORK = ((48, 58), (40, 48), (36, 44))
_SEATS_WIDE = 748


class Welcome(StageScene):
    """The scene before the first block, and whenever somebody still has to join."""

    def __init__(self) -> None:
        super().__init__()
        self._convening: Convening | None = None
        self._here = 0
        self._joining = JoinAddress()

    def show_records(self, room: Records) -> None:
        """Show whose day this is and how many are here."""
        self._convening = next(iter(room[Convening].values()), None)
        self._here = here(room)

    def show_joining(self, joining: JoinAddress) -> None:
        """Show where phones find the room."""
        self._joining = joining

    def paint(self, painter: QPainter, clock: Reading) -> None:
        convening = self._convening
        if convening is None:
            return
        painter.fillRect(QRectF(_PANEL, 0, WIDTH - _PANEL, HEIGHT), self.theme.inks.surface)
        painter.fillRect(QRectF(_PANEL, 0, 2, HEIGHT), self.theme.inks.line)
        self._say_the_day(painter, convening)
        self._say_who_is_here(painter, convening.seats)
        self._say_how_to_join(painter, convening)

    def _say_the_day(self, painter: QPainter, convening: Convening) -> None:
        day = " · ".join(filter(None, (which_day(convening.day_line), day_and_month(convening.date))))
        self.text.write(
            painter, QRectF(SIDE, 72, _LEFT_WIDE, 44), day, self.style("small", self.theme.inks.ink_2).limited(1)
        )
        most = 430 if convening.greetings else 660
        title = fitting(self, convening.title, _TITLE_WIDE, most, _TITLES, self.theme.inks.ink)
        below = self.text.write(painter, QRectF(SIDE, 144, _TITLE_WIDE, 0), convening.title, title).bottom()
        self._greet(painter, convening.greetings, below + 46)

    def _greet(self, painter: QPainter, greetings: tuple[str, ...], top: float) -> None:
        style = self.style("body", self.theme.inks.ink_2).limited(1)
        widest = max((self.text.line_width([(word, style)]) for word in greetings), default=0.0)
        columns = 2 if widest <= 380 else 1
        step = max(330.0, widest + 50) if columns == 2 else 0.0
        top = max(top, 802.0 - -(-len(greetings) // columns) * 66)
        for place, word in enumerate(greetings):
            row, column = divmod(place, columns)
            if top + row * 66 + 58 <= 868:
                box = QRectF(SIDE + column * step, top + row * 66, _LEFT_WIDE - column * step, 58)
                self.text.write(painter, box, word, style)

    def _say_who_is_here(self, painter: QPainter, expected: int) -> None:
        inks = self.theme.inks
        seats = max(expected, self._here)
        if 0 < seats <= 72:
            pitch = min(34.0, _SEATS_WIDE / seats)
            boxes = seat_row(SIDE, 882, seats, pitch * 0.65, 46, pitch * 0.35)
            for place, box in enumerate(boxes):
                (paint_dot if place < self._here else paint_hollow)(
                    painter, box, inks.accent if place < self._here else inks.line_strong
                )
        elif seats:
            whole = QRectF(SIDE, 882, _SEATS_WIDE, 46)
            paint_dot(painter, whole, inks.sunken)
            paint_dot(painter, QRectF(SIDE, 882, max(46.0, _SEATS_WIDE * self._here / seats), 46), inks.accent)
        count = _("{here} of {expected}") if expected else _("{here}")
        strong = TextStyle(self.theme.sized(48, 700), inks.ink, 58)
        soft = self.style("body", inks.ink_2)
        words = ((count.format(here=self._here, expected=expected), strong), (" " + _("are here"), soft))
        self.text.write_line(painter, QPointF(SIDE, 950 + baseline(soft)), words)

    def _say_how_to_join(self, painter: QPainter, convening: Convening) -> None:
        inks = self.theme.inks
        has_network, has_address = bool(convening.wifi_name), bool(self._joining.url)
        tops = (64.0, 526.0) if has_network and has_address else (297.0, 297.0)
        if has_network:
            self._code(painter, tops[0], wifi_words(convening.wifi_name, convening.wifi_password))
            self._say_the_network(painter, tops[0], convening, number="1" if has_address else "")
        if has_network and has_address:
            painter.fillRect(QRectF(_PANEL_LEFT, 500, WIDTH - SIDE - _PANEL_LEFT, 2), inks.line)
        if has_address:
            self._code(painter, tops[1], self._joining.url)
            self._say_the_address(painter, tops[1], convening.code, number="2" if has_network else "")
            foot = QRectF(_PANEL_LEFT, tops[1] + _CODE_SIDE + 22, WIDTH - SIDE - _PANEL_LEFT, 44)
            small = self.style("small", inks.ink_2).limited(2)
            self.text.write(painter, foot, _("No app. No internet. A name is optional."), small)
        else:
            small = self.style("small", inks.ink_2).limited(2)
            line = QRectF(_PANEL_LEFT, 952, WIDTH - SIDE - _PANEL_LEFT, 44)
            self.text.write(painter, line, _("Phones can join in a moment. Paper works as well."), small)

    def _code(self, painter: QPainter, top: float, words: str) -> None:
        box = QRectF(_PANEL_LEFT, top, _CODE_SIDE, _CODE_SIDE)
        rounded = QPainterPath()
        rounded.addRoundedRect(box.adjusted(1, 1, -1, -1), 12, 12)
        painter.save()
        painter.setClipPath(rounded, Qt.ClipOperation.IntersectClip)
        paint_qr(painter, box, words)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.inks.line, 2))
        painter.drawPath(rounded)

    def _number(self, painter: QPainter, top: float, icon: str, number: str) -> float:
        accent = self.theme.inks.accent
        self.icon(painter, QRectF(_WORDS_LEFT, top + 10, 64, 64), icon, accent)
        self.text.write(painter, QRectF(_WORDS_LEFT + 80, top - 6, 120, 96), number, self.style("h2", accent))
        return top + 92

    def _say_the_network(self, painter: QPainter, top: float, convening: Convening, number: str) -> None:
        inks = self.theme.inks
        name = fitting(self, convening.wifi_name, _WORDS_WIDE, 98, _NETWORK, inks.ink, weight=500)
        took = 92 + 58 + self._high(convening.wifi_name, name)
        secret = fitting(self, convening.wifi_password, _WORDS_WIDE, 356 - took, _NETWORK, inks.ink, weight=700)
        took += 12 + 44 + self._high(convening.wifi_password, secret) if convening.wifi_password else 0
        y = self._number(painter, top + (_CODE_SIDE - took) / 2, "wifi-high", number)
        y = self._line(painter, y, _("Wi-Fi"), TextStyle(self.theme.sized(48, 700), inks.ink, 58, lines=1))
        y = self._line(painter, y, convening.wifi_name, name)
        if convening.wifi_password:
            y = self._line(painter, y + 12, _("Password"), self.style("small", inks.ink_2).limited(1))
            self._line(painter, y, convening.wifi_password, secret)

    def _say_the_address(self, painter: QPainter, top: float, code: str, number: str) -> None:
        inks = self.theme.inks
        shown = self._joining.address
        # A long address breaks before its port, never inside a number.
        if self.text.line_width([(shown, TextStyle(self.theme.sized(48, 700), inks.ink, 56))]) > _WORDS_WIDE:
            shown = shown.replace(":", "\n:")
        lines = fitting(self, shown, _WORDS_WIDE, 116, ((64, 74), (56, 64), (48, 56)), inks.ink, weight=700)
        took = 92 + 58 + self._high(shown, lines) + (10 + 44 + 70 if code else 0)
        y = self._number(painter, top + (_CODE_SIDE - took) / 2, "device-mobile", number)
        y = self._line(
            painter,
            y,
            _("Then open") if number else _("Open"),
            TextStyle(self.theme.sized(48, 700), inks.ink, 58, lines=1),
        )
        y = self._line(painter, y, shown, lines)
        if code:
            y = self._line(painter, y + 10, _("Code"), self.style("small", inks.ink_2).limited(1))
            self._line(painter, y, spoken_code(code), TextStyle(self.theme.sized(60, 700, 1), inks.ink, 70, lines=1))

    def _high(self, words: str, style: TextStyle) -> float:
        return self.text.measure(words, _WORDS_WIDE, style).height()

    def _line(self, painter: QPainter, top: float, words: str, style: TextStyle) -> float:
        self.text.write(painter, QRectF(_WORDS_LEFT, top, _WORDS_WIDE, 0), words, style)
        return top + self._high(words, style)

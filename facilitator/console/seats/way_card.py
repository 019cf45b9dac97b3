"""How phones join: the code that a camera reads, the address and the letters that people type."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSignalBlocker, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.console.surroundings import Surroundings
from facilitator.convening.gathering import Convening, spoken_code
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.qr import paint_qr
from facilitator.kit.qt.widgets.button import Button
from facilitator.kit.qt.widgets.field import Choice
from facilitator.kit.qt.widgets.frames import STRETCH, Card, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

_SIDE = 132


class Code(QWidget):
    """A QR code, or an empty place while there is nothing to scan."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Code for phones"))

    def show_words(self, words: str) -> None:
        """Show these words to a camera."""
        if words != self._words:
            self._words = words
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._words:
            with QPainter(self) as painter:
                paint_qr(painter, QRectF(self.rect()), self._words)


class WayCard(Card):
    """One address at a time; where the laptop has several, the facilitator chooses."""

    def __init__(self, choose: Callable[[str], object], show: Act) -> None:
        super().__init__()
        self._choose, self._shown = choose, tuple[str, ...]()
        self.code = Code()
        self._wifi = Label("", "small").wrapping()
        self._address = Label("", "heading").wrapping()
        self._letters = Label("", "small").wrapping()
        self.choice = Choice(_("Address for phones"))
        self.choice.activated.connect(lambda at: self._choose(self._shown[at]))
        self._show = Button.for_act(show, icon="projector-screen")
        self._show.setEnabled(True)
        told = column(None, self._wifi, Label(_("Open"), "caption", Tone.SOFT), self._address, self._letters, STRETCH,
                      gap=4)  # fmt: skip
        column(
            self, row(None, self.code, told, gap=14), self.choice, row(None, self._show, STRETCH),
            gap=12, padding=(14, 14, 14, 14),
        )  # fmt: skip

    def show_way(self, around: Surroundings, convening: Convening) -> None:
        """Show where phones find this room."""
        self.code.show_words(around.url)
        self.code.setVisible(bool(around.url))
        self._address.setText(around.address or _("This laptop is in no network."))
        self._letters.setText(_("Room code {code}").format(code=spoken_code(convening.code).replace(" ", "\u00a0")))
        self._letters.setVisible(bool(around.address))
        self._wifi.setText(_("Wi-Fi {name}").format(name=convening.wifi_name))
        self._wifi.setVisible(bool(convening.wifi_name))
        self._show_choices(around)

    def _show_choices(self, around: Surroundings) -> None:
        self.choice.setVisible(len(around.choices) > 1)
        if around.choices == self._shown:
            return
        self._shown = around.choices
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItems(around.choices)
            current = around.address.rpartition(":")[0]
            self.choice.setCurrentIndex(self._shown.index(current) if current in self._shown else 0)

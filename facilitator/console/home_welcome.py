"""The first day of the desk: a day drawn in dashes, and the two ways to begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.console.sign import Sign
from facilitator.i18n import _
from facilitator.kit.qt.ribbon import RibbonBlock, ribbon_boxes
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.kit.qt.widgets.frames import STRETCH, Card, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

_DAY = (15, 20, 10, 30, 15, 40, 15, 25, 70, 45, 75, 15, 30, 15)
_HEIGHT = 26


class Welcome(QWidget):
    """Shown while nothing lies on the desk."""

    def __init__(self, choose: Callable[[], None], begin: Callable[[], None]) -> None:
        super().__init__()
        self.choose = Button(_("Choose a template"), choose, key="Enter", kind=Kind.PRIMARY)
        blank = Button(_("Blank day"), begin, key="Ctrl N")
        from_template = _way(
            "books",
            _("Start from a template"),
            _("A whole day that already fits, with words you can change."),
            self.choose,
        )
        from_template.mark_chosen()
        from_blank = _way(
            "calendar-blank", _("Start from a blank day"), _("Say when it starts, then add one act at a time."), blank
        )
        caption = _("your first day will look like this: one block for every act, as wide as its minutes")
        foot = row(None, Label("09:00", "caption", Tone.SOFT), STRETCH, Label(caption, "caption", Tone.SOFT), STRETCH,
                   Label("16:00", "caption", Tone.SOFT))  # fmt: skip
        column(
            self,
            Label(_("Nothing here yet. Start from a template, or from a blank day."), "heading", Tone.SOFT),
            18,
            _DashedDay(),
            8,
            foot,
            24,
            row(None, from_template, from_blank, gap=16),
            gap=0,
        )


def _way(icon: str, heading: str, words: str, button: Button) -> Card:
    card = Card()
    sign = Sign(icon, "", Tone.ACCENT if icon == "books" else Tone.SOFT, icon_size=28)
    sign.setFixedHeight(28)
    column(
        card,
        row(None, sign, STRETCH),
        12,
        Label(heading, "heading"),
        4,
        Label(words, "body", Tone.SOFT),
        STRETCH,
        16,
        row(None, button, STRETCH),
        gap=0,
        padding=(22, 22, 20, 22),
    )
    return card


class _DashedDay(QWidget):
    """A day that is not there yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme_in_use().inks.line_strong, 1.5, Qt.PenStyle.DashLine))
            blocks = [RibbonBlock(minutes, "") for minutes in _DAY]
            for box in ribbon_boxes(QRectF(self.rect()), blocks, 3):
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)

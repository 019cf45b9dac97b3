"""What the convening itself is: what it is for, when and where, how many come, and the room's Wi-Fi."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.console.times import clock_minutes, clock_words
from facilitator.convening.gathering import Convening, DescribeConvening, the_convening
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets.field import Field, Lines
from facilitator.kit.qt.widgets.frames import STRETCH, Card, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

_WIDTH = 720


class ConveningForm(QScrollArea):
    """Each field asks when it is left; what is refused is said under it."""

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._convening: Convening | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.title = Field(_("Title of the convening"))
        self.purpose = Field(_("Purpose: what it is for"), Lines.MANY)
        self.promise = Field(_("Promise: what people can count on"), Lines.MANY)
        self.day_line = Field(_("Line of the day"), hint=_("Day 2 of 3 · From single fixes to one system"))
        self.date = Field(_("Date"), hint="2027-03-18")
        self.starts = Field(_("Starts at"), hint="09:00")
        self.place = Field(_("Place"))
        self.seats = Field(_("People expected"))
        self.phones = Field(_("Phones at most"), hint=_("As many as this laptop carries"))
        self.wifi_name = Field(_("Name of the room’s Wi-Fi"))
        self.wifi_password = Field(_("Its password"))
        for field in (self.purpose, self.promise):
            field.input.setFixedHeight(72)
        self._lay_out()
        self._connect()

    def show_records(self, records: Records) -> None:
        """Show what was said, but never over somebody's typing."""
        convening = self._convening = the_convening(records)
        for field, text in (
            (self.title, convening.title),
            (self.purpose, convening.purpose),
            (self.promise, convening.promise),
            (self.day_line, convening.day_line),
            (self.date, convening.date),
            (self.starts, clock_words(convening.starts)),
            (self.place, convening.place),
            (self.seats, str(convening.seats) if convening.seats else ""),
            (self.phones, str(convening.phones) if convening.phones else ""),
            (self.wifi_name, convening.wifi_name),
            (self.wifi_password, convening.wifi_password),
        ):
            field.show_text(text)

    def _lay_out(self) -> None:
        card, page = Card(), QWidget()
        hint = _("The projector shows the Wi-Fi to everybody in the room, with a code that phones can read.")
        column(
            card,
            self.title,
            self.purpose,
            self.promise,
            self.day_line,
            row(None, self.date, self.starts, gap=12),
            self.place,
            row(None, self.seats, self.phones, gap=12),
            row(None, self.wifi_name, self.wifi_password, gap=12),
            Label(hint, "caption", Tone.SOFT).wrapping(),
            gap=14,
            padding=(22, 24, 22, 24),
        )
        card.setMaximumWidth(_WIDTH)
        card.setMinimumWidth(480)
        across = row(None, STRETCH, card, STRETCH)
        across.setStretch(1, 100)
        column(page, across, STRETCH, gap=0, padding=(20, 20, 20, 20))
        page.setAutoFillBackground(False)
        self.setWidget(page)

    def _connect(self) -> None:
        self.title.finished.connect(lambda text: self._say(self.title, "title", text))
        self.purpose.finished.connect(lambda text: self._say(self.purpose, "purpose", text))
        self.promise.finished.connect(lambda text: self._say(self.promise, "promise", text))
        self.day_line.finished.connect(lambda text: self._say(self.day_line, "day_line", text))
        self.place.finished.connect(lambda text: self._say(self.place, "place", text))
        self.wifi_name.finished.connect(lambda text: self._say(self.wifi_name, "wifi_name", text))
        self.wifi_password.finished.connect(lambda text: self._say(self.wifi_password, "wifi_password", text))
        self.date.finished.connect(self._say_date)
        self.starts.finished.connect(self._say_starts)
        self.seats.finished.connect(lambda text: self._say_number(self.seats, "seats", text))
        self.phones.finished.connect(lambda text: self._say_number(self.phones, "phones", text))

    def _say(self, field: Field, name: str, value: str | int) -> None:
        if self._convening is None or getattr(self._convening, name) == value:
            field.show_refusal("")
            return
        field.show_refusal("")
        wanted = replace(self._convening, **{name: value})  # type: ignore[arg-type]  # the name goes with its value
        self._asking.ask(DescribeConvening(wanted, (name,)), refused=field.show_refusal)

    def _say_date(self, text: str) -> None:
        day = day_in(text)
        if text.strip() and not day:
            self.date.show_refusal(_("Write the date like 2027-03-18."))
            return
        self._say(self.date, "date", day)

    def _say_starts(self, text: str) -> None:
        starts = clock_minutes(text)
        if starts < 0:
            self.starts.show_refusal(_("Write a time like 09:00."))
            return
        self._say(self.starts, "starts", starts)

    def _say_number(self, field: Field, name: str, text: str) -> None:
        if text.strip() and not text.strip().isdecimal():
            field.show_refusal(_("Write a number, or nothing."))
            return
        self._say(field, name, int(text) if text.strip() else 0)


def day_in(text: str) -> str:
    """Read a date as ISO: "2027-03-18", "18.3.2027" or "18/3/2027"; "" for anything else."""
    parts = [int(part) for part in re.findall(r"\d+", text)]
    if len(parts) != 3:
        return ""
    year, month, day = parts if parts[0] > 31 else reversed(parts)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""

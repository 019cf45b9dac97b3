"""The cards of the desk at home: the convening that comes next, the others, and days to begin with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.beginnings.templates import Template
from facilitator.console.card_button import CardButton
from facilitator.console.listing import ListedConvening, day_ribbon, ends, people_words
from facilitator.console.swatch import Swatch
from facilitator.console.times import clock_words, day_words, length_words, today_of, when_words
from facilitator.convening.gathering import LIVE, OVER
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.ribbon import RibbonBar
from facilitator.kit.qt.widgets.button import Button, Kind, Size
from facilitator.kit.qt.widgets.chip import Chip
from facilitator.kit.qt.widgets.frames import STRETCH, Card, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone
from facilitator.kit.theme import CATEGORIES

Ask = Callable[[str], None]
"""How a card asks for its convening, by id."""

_WORDS_HIGH, _TITLE_HIGH = 92, 40


def category_words(category: str) -> str:
    """Say the kind of a block."""
    return {
        "gather": _("Gather"),
        "think": _("Think"),
        "decide": _("Decide"),
        "act": _("Act"),
        "pause": _("Pause"),
    }.get(category, category)


class NextCard(Card):
    """The convening that comes next, large: when, what, who, its day, and the two ways in."""

    def __init__(self, listed: ListedConvening, reading: Reading, prepare: Ask, lead: Ask) -> None:
        super().__init__()
        self.convening = str(listed.id)
        self.mark_chosen()
        self.open = Button(
            _("Go on") if listed.state == LIVE else _("Open console"),
            lambda: lead(listed.id),
            key="Enter",
            icon="play-fill",
            kind=Kind.PRIMARY,
            size=Size.LARGE,
        )
        ways = row(None, Button(_("Prepare"), lambda: prepare(listed.id), key="E", size=Size.LARGE), self.open)
        when = _("Live now") if listed.state == LIVE else when_words(listed.date, listed.starts, reading)
        words = column(None, row(None, Chip(when, Tone.ACCENT), STRETCH), 10, LineLabel(listed.title, "display"), gap=0)
        ribbon = RibbonBar(26)
        ribbon.show_day(day_ribbon(listed.blocks), _day_said(listed))
        column(
            self,
            row(None, words, column(None, ways, STRETCH), gap=16),
            4,
            LineLabel(_about(listed, reading), "body", Tone.SOFT),
            18,
            ribbon,
            4,
            _foot(listed) if listed.blocks else Label(_("No agenda yet."), "caption", Tone.SOFT),
            gap=0,
            padding=(24, 28, 24, 28),
        )


def _foot(listed: ListedConvening) -> QWidget:
    foot = QWidget()
    legend = [
        part for name in CATEGORIES for part in (Swatch(name), Label(category_words(name), "caption", Tone.SOFT), 10)
    ]
    row(
        foot,
        Label(clock_words(listed.starts), "caption", Tone.SOFT).ticking(),
        STRETCH,
        row(None, *legend, gap=6),
        STRETCH,
        Label(clock_words(ends(listed)), "caption", Tone.SOFT).ticking(),
    )
    return foot


class DayCard(CardButton):
    """Another convening: title, day and place, its ribbon, who comes, and how far it is."""

    def __init__(self, listed: ListedConvening, reading: Reading, lead: Ask) -> None:
        day = day_words(listed.date, today_of(reading)) if listed.date else _("No date yet")
        where = " · ".join(part for part in (day, listed.place) if part)
        super().__init__(f"{listed.title}, {where}", lambda: lead(listed.id))
        self.convening = str(listed.id)
        ribbon = RibbonBar(14)
        ribbon.show_day(day_ribbon(listed.blocks), _day_said(listed))
        state, tone = _state(listed)
        column(
            self,
            LineLabel(listed.title, "heading"),
            2,
            LineLabel(where, "small", Tone.SOFT),
            10,
            ribbon,
            10,
            row(None, Label(people_words(listed), "small", Tone.SOFT), STRETCH, Chip(state, tone)),
            gap=0,
            padding=(16, 18, 16, 18),
        )
        self.settle()


class TemplateCard(CardButton):
    """A day to begin with. It says how many of its blocks run as a timer with the steps of their method."""

    def __init__(self, template: Template, choose: Callable[[Template], None], whose: str = "") -> None:
        length = length_words(template.minutes)
        super().__init__(
            _("Template {name}, {length}").format(name=template.name, length=length), lambda: choose(template)
        )
        self.setToolTip(template.aim)
        blocks = [(planned.block.category, planned.block.minutes) for planned in template.blocks]
        ribbon = RibbonBar(10)
        ribbon.show_day(day_ribbon(blocks), "")
        column(
            self,
            _title_and_aim(template, length),
            8,
            ribbon,
            4,
            LineLabel(_stand_ins(template, whose), "caption", Tone.FAINT),
            gap=0,
            padding=(14, 16, 12, 16),
        )
        self.settle()


def _title_and_aim(template: Template, length: str) -> QWidget:
    """A title of at most two lines and what the day is for, as high on every card, so that the ribbons are level."""
    words = QWidget()
    words.setFixedHeight(_WORDS_HIGH)
    name, takes = Label(template.name, "label").wrapping(), Label(length, "caption", Tone.SOFT).ticking()
    aim = Label(template.aim, "caption", Tone.SOFT).wrapping()
    name.setMaximumHeight(_TITLE_HIGH)
    for label in (name, takes, aim):
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    head = row(None, name, takes, gap=12)
    head.setStretch(0, 1)
    column(words, head, aim, STRETCH, gap=4)
    return words


def _stand_ins(template: Template, whose: str) -> str:
    count = template.people
    people = ngettext("{count} person", "{count} people", count).format(count=count) if count else ""
    count = template.standing_in
    plain = ngettext("{count} block as a timer", "{count} blocks as timers", count).format(count=count) if count else ""
    return " · ".join(part for part in (whose, people, plain) if part)


def _about(listed: ListedConvening, reading: Reading) -> str:
    day = day_words(listed.date, today_of(reading)) if listed.date else ""
    people = people_words(listed) if listed.people else ""
    return " · ".join(part for part in (listed.day_line, day, listed.place, people) if part)


def _state(listed: ListedConvening) -> tuple[str, Tone]:
    if listed.state == LIVE:
        return _("Live now"), Tone.ACCENT
    if listed.state == OVER:
        return _("Over"), Tone.SOFT
    return (_("Prepared"), Tone.OK) if listed.blocks else (_("Draft"), Tone.SOFT)


def _day_said(listed: ListedConvening) -> str:
    count = len(listed.blocks)
    blocks = ngettext("{count} block", "{count} blocks", count).format(count=count)
    return f"{blocks}, {clock_words(listed.starts)} – {clock_words(ends(listed))}"

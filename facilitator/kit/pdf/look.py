"""How a printed page looks: its measures, colours and letters, and the language it speaks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from gettext import NullTranslations
from itertools import count
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from facilitator.kit.letters import Script
from facilitator.kit.pdf.typeface import Typeface, Weight
from facilitator.kit.theme import Tokens, tokens
from facilitator.paths import resources

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 16 * mm
COLUMN_GAP = 7.4 * mm
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
COLUMN_WIDTH = (TEXT_WIDTH - COLUMN_GAP) / 2
FOOTER_RULE = 10 * mm + 18
"""How far above the paper's lower edge the footer's rule runs."""

TEXT_FOOT = FOOTER_RULE + 14
"""How far above the paper's lower edge the text ends."""

OVER_STEP = 6
"""Which step of the agreement scale colours minutes beyond the plan."""


class Edition(StrEnum):
    """For whom a summary is made. Source: practice, rule HV8."""

    PARTICIPANT = "participant"
    FUNDER = "funder"
    FACILITATOR = "facilitator"


class Align(StrEnum):
    """Where lines begin or end. Text that runs from right to left turns START round by itself."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: size and line height in points, weight, colour ("#RRGGBB")."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    colour: str = "#000000"
    align: Align = Align.START

    def but(self, **fields: Any) -> TextStyle:
        """Give the same style with some fields changed."""
        return replace(self, **fields)


ComplexText = Callable[[str, TextStyle], Flowable]
"""Sets a text that needs shaping (Arabic, Hebrew, Hindi, emoji); handed in by the app, because it needs Qt."""

_ALIGN = {Align.START: TA_LEFT, Align.CENTRE: TA_CENTER, Align.END: TA_RIGHT}


class Look:
    """Everything a page is made with. One look serves one document, in one language, for one edition.

    `letters` gives the place of the cluster (0 is A) in which a card lies, as the boards told it; in `script` it is
    written. `named` are the ids of the people whom this edition may name.
    """

    def __init__(
        self,
        words: NullTranslations,
        edition: Edition = Edition.PARTICIPANT,
        complex_text: ComplexText | None = None,
        typeface: Typeface | None = None,
        theme: Tokens | None = None,
    ) -> None:
        """Take the words from a translation, never from a global: a summary's language is not the app's."""
        self.gettext = words.gettext
        self.ngettext = words.ngettext
        self.edition = edition
        self.complex_text = complex_text
        self.typeface = typeface if typeface is not None else Typeface(resources() / "fonts")
        self.theme = theme if theme is not None else tokens()
        colours = self.theme.colours
        self.hair = _lighter(colours.line, 0.25)
        self.faint = _lighter(colours.line, 0.5)
        self.over_plan = self.theme.agreement[OVER_STEP]
        self.body = TextStyle(10.5, 15, colour=colours.ink)
        self.soft = self.body.but(colour=colours.ink_2)
        self.small = TextStyle(9.8, 13.5, colour=colours.ink)
        self.caption = TextStyle(9, 12, colour=colours.ink_3)
        self.column_head = self.caption.but(weight=Weight.MEDIUM)
        self.least = TextStyle(8.6, 12, colour=colours.ink_3)
        self.title = TextStyle(20.25, 25.5, Weight.BOLD, colours.ink)
        self.heading = TextStyle(12.75, 17, Weight.BOLD, colours.ink)
        self.label = TextStyle(11.25, 15.75, Weight.SEMIBOLD, colours.ink)
        self.lead = TextStyle(12.75, 18.75, colour=colours.ink)
        self.display = TextStyle(49.5, 50, Weight.BOLD, colours.ink)
        self.subtitle = TextStyle(15.75, 21.75, colour=colours.ink_2)
        self.number = TextStyle(30, 33, Weight.BOLD, colours.ink)
        self.letters: Mapping[str, int] = {}
        self.named: Collection[str] = ()
        self.script = Script.LATIN
        self._keys = count(1)
        self._styles: dict[tuple[TextStyle, str], ParagraphStyle] = {}

    def new_key(self) -> str:
        """Give a key for a part of the page that several marks lie in: a list, a table, a row."""
        return str(next(self._keys))

    def paragraph_style(self, style: TextStyle, wrap: str = "") -> ParagraphStyle:
        """Give a style as reportlab wants it; `wrap` is "CJK" for scripts that break between any two letters."""
        found = self._styles.get((style, wrap))
        if found is None:
            found = ParagraphStyle(
                f"{style.size:g} {style.weight}",
                fontName=self.typeface.name(style.weight),
                fontSize=style.size,
                leading=style.leading,
                textColor=paint(style.colour),
                alignment=_ALIGN[style.align],
                wordWrap=wrap or None,
                splitLongWords=1,
            )
            self._styles[style, wrap] = found
        return found


@cache
def paint(colour: str) -> Color:
    """Read "#RRGGBB" as a colour to draw with."""
    return HexColor(colour)


def _lighter(colour: str, by: float) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * by):02X}" for part in parts)

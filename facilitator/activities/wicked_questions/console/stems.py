"""The three beginnings of a wicked question in words: what stands before, between and after its halves."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.i18n import _


@dataclass(frozen=True, slots=True)
class StemWords:
    """The fixed words of one stem, and `line`, the whole with {first} and {second} in their places."""

    opening: str
    joint: str
    second_opening: str
    closing: str
    line: str
    first_hint: str
    second_hint: str

    def whole(self, first: str, second: str) -> str:
        """Say the question in one sentence."""
        return self.line.format(first=first, second=second)


def stem_words(stem: str) -> StemWords:
    """Say a stem by its own grammar; halves of one never go into another. Source: practice, rule WQ1."""
    match stem:
        case "want_why":
            line = _("If people want {first}, why do we {second}?")
            hints = _("what people wish for"), _("what we do, as a plain verb")
            return StemWords(_("If people want"), _("WHY"), _("do we"), "?", line, *hints)
        case "say_do":
            line = _("Why do we say {first} and do {second}?")
            hints = _("what we say"), _("what we do")
            return StemWords(_("Why do we say"), _("AND"), _("do"), "?", line, *hints)
    line = _("How is it that we are {first} and we are {second}, simultaneously?")
    hints = _("moving fast enough for …"), _("moving slowly enough for …")
    return StemWords(_("How is it that we are"), _("AND"), _("we are"), _("simultaneously?"), line, *hints)

"""The words around the two halves of a wicked question on the stage."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.i18n import _


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words around the two halves of a stem. Source: practice, rule WQ1."""

    opening: str
    joint: str
    second_opening: str
    closing: str


def grammar(stem: str) -> Grammar:
    """Say a stem by its own grammar."""
    if stem == "want_why":
        return Grammar(_("If people want"), _("WHY"), _("do we"), "?")
    if stem == "say_do":
        return Grammar(_("Why do we say"), _("AND"), _("do"), "?")
    return Grammar(_("How is it that we are"), _("AND"), _("we are"), _("simultaneously?"))

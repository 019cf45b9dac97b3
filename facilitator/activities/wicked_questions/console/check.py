"""The check of a pair: words that lean on blame, halves that do not balance, questions that ask for a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitator.activities.wicked_questions.rules import FIRST, SECOND
from facilitator.i18n import N_, _

BLAMING = N_(
    "fail|failed|refuse|lazy|obviously|never bother|pretend|should have|stupid|those people|they always|they never"
)
"""Words that blame, parted by |. Source: practice, rule WQ3."""

COUNTING = N_("how many|how much|what percentage")
"""Words that ask for a number. Source: practice, rule WQ3."""

POINTS = (
    N_("Both halves are true today"),
    N_("Both are valued by someone here"),
    N_("Nobody is blamed or tricked"),
    N_("There is no easy answer"),
    N_("It makes us want to ask more"),
)
"""The five points a facilitator ticks, yes or no each. Source: practice, rule WQ2."""

_SHORT = 4


@dataclass(frozen=True, slots=True)
class Nudge:
    """One thing to look at again: the half it is about ("" for both), and a question and a hint in plain words."""

    half: str
    asks: str
    says: str


def nudges(first: str, second: str) -> list[Nudge]:
    """Look at a pair and say what might be weak; nothing here ever hinders. Source: practice, rule WQ3."""
    found = [nudge for half, text in ((FIRST, first), (SECOND, second)) for nudge in _of_words(half, text)]
    one, other = _plain(first), _plain(second)
    if one and one == other:
        found.append(Nudge("", _("Are these two truths?"), _("Both halves say the same.")))
    elif one and other and len(one) * _SHORT < len(other):
        found.append(Nudge(FIRST, _("Do both sides weigh the same?"), _("The first half is much shorter.")))
    elif one and other and len(other) * _SHORT < len(one):
        found.append(Nudge(SECOND, _("Do both sides weigh the same?"), _("The second half is much shorter.")))
    return found


def weak_places(text: str) -> list[tuple[int, int]]:
    """Where the words to look at again stand in a half, as (start, length)."""
    return [(match.start(), len(match.group())) for match in (*_matches(BLAMING, text), *_asks_for_number(text))]


def _of_words(half: str, text: str) -> list[Nudge]:
    found = []
    if blaming := next(iter(_matches(BLAMING, text)), None):
        leans = _("The first half leans on “{word}”.") if half == FIRST else _("The second half leans on “{word}”.")
        asks = _("Would they say this about themselves, with pride?")
        found.append(Nudge(half, asks, leans.format(word=blaming.group())))
    if counting := next(iter(_asks_for_number(text)), None):
        says = _("“{word}” asks for a number, and a number ends the talk.").format(word=counting.group())
        found.append(Nudge(half, _("Would an answer close it?"), says))
    return found


def _asks_for_number(text: str) -> list[re.Match[str]]:
    """Such words ask where they open a half, or where the half is a question; in "judged by how many" they tell."""
    opens = len(text) - len(text.lstrip())
    return [match for match in _matches(COUNTING, text) if match.start() == opens or "?" in text[match.end() :]]


def _matches(which: str, text: str) -> list[re.Match[str]]:
    words = dict.fromkeys((*which.split("|"), *_(which).split("|")))
    pattern = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return list(re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())

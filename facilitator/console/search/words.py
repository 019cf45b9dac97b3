"""How the search says what it found: kinds, where it lies, and the steps of its way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from facilitator.console.times import day_words, iso_day, short_day_words
from facilitator.convening.findable import (
    CHANGED,
    COUNTED,
    MERGED,
    SAID_ANEW,
    SENT,
    WRITTEN,
    Answer,
    Hit,
    Part,
    Searched,
    Step,
)
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.reading import Reading

NOTE = "note"
"""The kind of what only the facilitator may read."""

KINDS = ("idea", "wicked_question", "proposal", "reservation", "cluster", "block", "convening", "person", NOTE)
"""Every kind that is known, in the order in which groups stand."""

_ICONS = {
    "idea": "sticker",
    "wicked_question": "question",
    "proposal": "scales",
    "reservation": "chats-circle",
    "cluster": "circles-three-plus",
    "block": "calendar-blank",
    "convening": "calendar-blank-fill",
    "person": "user-circle",
    NOTE: "lock-simple",
}


def group_words(kind: str) -> str:
    """Name a kind as the heading of its group."""
    return {
        "idea": _("Ideas"),
        "wicked_question": _("Wicked questions"),
        "proposal": _("Proposals"),
        "reservation": _("Reservations"),
        "cluster": _("Clusters"),
        "block": _("Blocks"),
        "convening": _("Convenings"),
        "person": _("People"),
        NOTE: _("Private notes"),
    }.get(kind, _("Others"))


def kind_words(kind: str) -> str:
    """Name one of a kind."""
    return {
        "idea": _("Idea"),
        "wicked_question": _("Wicked question"),
        "proposal": _("Proposal"),
        "reservation": _("Reservation"),
        "cluster": _("Cluster"),
        "block": _("Block"),
        "convening": _("Convening"),
        "person": _("Person"),
        NOTE: _("Private note"),
    }.get(kind, "")


def more_words(kind: str, count: int) -> str:
    """Say how many of a kind are not shown."""
    if kind == "idea":
        return ngettext("{count} more idea", "{count} more ideas", count).format(count=count)
    return ngettext("{count} more", "{count} more", count).format(count=count)


def icon_of(kind: str) -> str:
    """The icon of a kind."""
    return _ICONS.get(kind, "circle")


def ordered(answer: Answer) -> tuple[str, ...]:
    """The kinds of which something was found, in the order in which they stand."""
    found = dict.fromkeys(kind for each in answer.searched for kind, _count in each.hits)
    return (*(kind for kind in KINDS if kind in found), *(kind for kind in found if kind not in KINDS))


def title_of(hit: Hit) -> Part:
    """What stands in the first line of a hit: of a wicked question both halves."""
    first = hit.parts[0]
    if hit.place.kind != "wicked_question" or len(hit.parts) < 2:
        return first
    second = hit.parts[1]
    text = _("{first} AND {second}").format(first=first.text, second=second.text)
    away = len(text) - len(second.text)
    return Part(text, (*first.spans, *((start + away, end + away) for start, end in second.spans)))


def other_part(hit: Hit) -> Part | None:
    """The text in which the words were found when the title does not have them: another wording, a purpose."""
    if title_of(hit).spans:
        return None
    return next((part for part in hit.parts[1:] if part.spans), None)


def whereabouts(hit: Hit, searched: Mapping[str, Searched], today: date) -> str:
    """Say where a hit lies and what became of it: "Clean Water by 2035 · Thu 18 March · 11 dots"."""
    where = searched[hit.place.convening]
    parts = [_("only on this laptop")] if hit.place.kind == NOTE else []
    if hit.place.kind != "convening":
        parts.append(where.title)
    parts.append(day_words(where.date, today) if where.date else "")
    given = ngettext("{count} dot", "{count} dots", hit.dots).format(count=hit.dots) if hit.dots else ""
    if hit.place.kind == "idea":
        voices = len(hit.parts)
        parts.append(given)
        parts.append(ngettext("{count} voice", "{count} voices", voices).format(count=voices) if voices > 1 else "")
    elif hit.place.kind not in ("block", "person", "convening"):
        parts += [hit.block, given]
    return " · ".join(part for part in parts if part)


def found_words(answer: Answer) -> str:
    """Say how much was found: "12 results in 4 convenings"."""
    count = sum(answer.count(kind) for kind in ordered(answer))
    if not count:
        return _("Nothing found")
    asked = answer.question
    there = [
        each
        for each in answer.searched
        if asked.takes(each) and any(kind not in asked.kinds_out and number for kind, number in each.hits)
    ]
    return _("{results} in {convenings}").format(
        results=ngettext("{count} result", "{count} results", count).format(count=count),
        convenings=ngettext("{count} convening", "{count} convenings", len(there)).format(count=len(there)),
    )


def searched_words(answer: Answer) -> str:
    """Say what was searched, and how fast."""
    count = len(answer.searched)
    return ngettext(
        "Searched {count} convening on this laptop in {seconds} seconds.",
        "Searched {count} convenings on this laptop in {seconds} seconds.",
        count,
    ).format(count=count, seconds=f"{max(answer.seconds, 0.01):.2f}")


def step_words(step: Step, reading: Reading) -> tuple[str, str]:
    """Say a step as its day and what happened: ("18 Mar", "sent from a phone, 10:41")."""
    day = short_day_words(iso_day(step.at, reading))
    return day, _("{what}, {time}").format(what=_step(step), time=reading.time_at(step.at))


def _step(step: Step) -> str:
    if step.what == COUNTED and not step.dots:
        return _("no dots")
    if step.what == COUNTED:
        dots = ngettext("{count} dot", "{count} dots", step.dots).format(count=step.dots)
        words = _("{dots}, shares place {rank}") if step.is_tied else _("{dots}, place {rank}")
        return words.format(dots=dots, rank=step.rank)
    if step.what == SENT:
        return {
            "phone": _("sent from a phone"),
            "paper": _("written on paper"),
            "import": _("came with a list"),
        }.get(step.source, _("typed on this laptop"))
    return {
        SAID_ANEW: _("said in other words"),
        MERGED: _("merged with one more note"),
        WRITTEN: _("written"),
        CHANGED: _("changed"),
    }[step.what]

"""What was found as rows: a heading for each kind, its best hits, and a line for those that are not shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import Enum

from facilitator.console.search.words import (
    group_words,
    icon_of,
    more_words,
    ordered,
    other_part,
    title_of,
    whereabouts,
)
from facilitator.convening.findable import Answer, Hit, Part, Searched
from facilitator.i18n import _

_NAMED = 3
_MANY = 10
"""A kind of which so many are shown was opened: the rest of it cannot be."""


class Sort(Enum):
    """What a row is: only a hit, and a line that opens more, can be chosen."""

    HEADING = "heading"
    HIT = "hit"
    MORE = "more"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. `title` and `aside` have the words that were looked for marked."""

    sort: Sort
    kind: str
    title: Part
    caption: str = ""
    aside: Part | None = None
    count: int = 0
    icon: str = ""
    position: int = -1
    hit: Hit | None = None

    @property
    def id(self) -> str:
        """Tell it from every other row."""
        return self.hit.id if self.hit is not None else f"{self.sort.value}:{self.kind}"

    @property
    def can_be_chosen(self) -> bool:
        """Whether Up and Down stop here."""
        return self.sort in (Sort.HIT, Sort.MORE)

    def said(self) -> str:
        """The row in words."""
        if self.sort is Sort.HEADING:
            return f"{self.title.text}, {self.count}"
        aside = self.aside.text if self.aside is not None else ""
        return ", ".join(part for part in (self.title.text, aside, self.caption) if part)


def rows_of(answer: Answer, today: date) -> tuple[Row, ...]:
    """Put an answer into rows."""
    rows: list[Row] = []
    for kind in ordered(answer):
        count = answer.count(kind)
        hits = [hit for hit in answer.hits if hit.place.kind == kind]
        if not count or not hits:
            continue
        rows.append(Row(Sort.HEADING, kind, Part(group_words(kind)), count=count))
        rows += [_hit_row(hit, answer, today) for hit in hits]
        if count > len(hits):
            rows.append(_rest(answer, kind, hits, count - len(hits)))
    return tuple(rows)


def _hit_row(hit: Hit, answer: Answer, today: date) -> Row:
    searched: dict[str, Searched] = {each.id: each for each in answer.searched}
    return Row(
        Sort.HIT,
        hit.place.kind,
        title_of(hit),
        whereabouts(hit, searched, today),
        other_part(hit),
        icon=icon_of(hit.place.kind),
        position=hit.position,
        hit=hit,
    )


def _rest(answer: Answer, kind: str, hits: list[Hit], left: int) -> Row:
    words = Part(more_words(kind, left))
    if len(hits) >= _MANY:
        return Row(Sort.REST, kind, words, _("One more word finds fewer."), icon="dots-three")
    shown = Counter(hit.place.convening for hit in hits)
    elsewhere = [
        each.title
        for each in answer.searched
        if answer.question.takes(each) and dict(each.hits).get(kind, 0) > shown[each.id]
    ]
    names = ", ".join(elsewhere[:_NAMED]) + (" …" if len(elsewhere) > _NAMED else "")
    return Row(Sort.MORE, kind, words, names, icon="dots-three")

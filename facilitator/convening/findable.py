"""What can be found again: which fields of which records are searched, what is asked, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from facilitator.convening.ids import BlockId, ConveningId
from facilitator.convening.words import Record


@dataclass(frozen=True, slots=True)
class Findable:
    """Record class whose words can be found, and as what: "idea", "note", ...

    `fields` in the order in which they are shown, the one that names the record first. Where a record lies is read
    from what it points to: its block, its group (a cluster), and a record of its own class that it went into.
    Where records of the class `instead_of` bear the same id they only stand for this one, and are not found beside it.
    A field that the record has not itself is one of the record whose id it bears: a reservation's text is its card's.
    """

    record: type[Record[Any]]
    kind: str
    fields: tuple[str, ...]
    instead_of: type[Record[Any]] | None = None


Span = tuple[int, int]
"""Where a hit stands in a text: from, to, in code points."""


@dataclass(frozen=True, slots=True)
class Part:
    """One text of what was found, and the words in it that were looked for."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where something lies: its convening, its block ("" for none), the record itself, and what it is."""

    convening: ConveningId
    block: BlockId
    key: str
    kind: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found. The first of `parts` names it; of an idea, the others are wordings that went into it.

    `group` is the cluster it lies in and `position` that cluster's among those of its board, -1 for none. `dots` are
    those of the newest round that was revealed.
    """

    place: Place
    parts: tuple[Part, ...]
    block: str = ""
    group: str = ""
    position: int = -1
    dots: int = 0

    @property
    def id(self) -> str:
        """Tell it from every other hit."""
        return f"{self.place.kind}:{self.place.convening}:{self.place.key}"


@dataclass(frozen=True, slots=True)
class Searched:
    """A convening that was searched. `date` is ISO, "" for none yet; `hits` are counts by kind, before any choice."""

    id: ConveningId
    title: str
    date: str
    hits: tuple[tuple[str, int], ...] = ()

    @property
    def year(self) -> str:
        """The year it is in, "" without a date."""
        return self.date[:4]


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for. `number` rises with every question.

    Kinds, convenings and years that were left out are not shown; `opened` is the kind of which all are wanted.
    """

    words: str
    number: int = 0
    kinds_out: frozenset[str] = frozenset()
    convenings_out: frozenset[str] = frozenset()
    years_out: frozenset[str] = frozenset()
    opened: str = ""

    def takes(self, searched: Searched) -> bool:
        """Whether a convening is looked at."""
        return searched.id not in self.convenings_out and searched.year not in self.years_out


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, best first within each kind; `searched` are all convenings, the newest first."""

    question: Question
    hits: tuple[Hit, ...] = ()
    searched: tuple[Searched, ...] = ()
    seconds: float = 0.0

    def count(self, kind: str) -> int:
        """How many of a kind there are among what is looked at, shown or not."""
        if kind in self.question.kinds_out:
            return 0
        return sum(dict(each.hits).get(kind, 0) for each in self.searched if self.question.takes(each))


SENT, SAID_ANEW, MERGED, COUNTED, WRITTEN, CHANGED = "sent", "said_anew", "merged", "counted", "written", "changed"
"""The steps that something can have gone through."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of something's way: what happened, and when (UTC ms).

    SENT names in `source` how it came in. COUNTED tells `dots`, its `rank`, and whether others share that.
    """

    what: str
    at: int
    source: str = ""
    dots: int = 0
    rank: int = 0
    is_tied: bool = False

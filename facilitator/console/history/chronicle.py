"""The facts of a convening as rows of a list, in the order they happened, and which of them are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from facilitator.console.times import day_words, iso_day, today_of
from facilitator.convening.facts import Fact
from facilitator.convening.history import History
from facilitator.convening.ids import HOST
from facilitator.i18n import _
from facilitator.kit.qt.reading import Reading
from facilitator.kit.teller import Teller
from facilitator.kit.told import Group, quoted

_ISOLATES = {0x2068: None, 0x2069: None}


class Filter(Enum):
    """Which facts are shown."""

    ALL = "all"
    IDEAS = "ideas"
    VOTES = "votes"
    CLOCK = "clock"
    STAGE = "stage"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact as a row: `place` counts the facts up to it, `at` is when it happened (UTC ms), `sought` is searched."""

    id: str
    place: int
    at: int
    sentence: str
    icon: str
    group: Group
    is_mine: bool
    sought: str

    def is_under(self, chosen: Filter) -> bool:
        """Whether it is one of those."""
        if chosen is Filter.ALL:
            return True
        return self.is_mine if chosen is Filter.MINE else self.group.value == chosen.value


class Chronicle:
    """Folds the facts and says each in words, once."""

    def __init__(self, history: History, teller: Teller) -> None:
        self.history, self._teller = history, teller
        self.entries: list[Entry] = []
        self._undoable: dict[str, bool] = {}

    def add(self, facts: Sequence[Fact]) -> None:
        """Take in the next facts. Raises ValueError for one that is not the next."""
        for fact in facts:
            said = self._teller.say(self.history.add(fact))
            place = len(self.history)
            mine = fact.by == HOST
            sought = said.sentence.translate(_ISOLATES).casefold()
            entry = Entry(fact.id, place, fact.at, said.sentence, said.icon, said.group, mine, sought)
            self.entries.append(entry)
        self._undoable.clear()

    def found(self, chosen: Filter, words: str) -> tuple[Entry, ...]:
        """The facts under a filter whose sentence has these words, newest first."""
        wanted = words.casefold().split()
        return tuple(
            entry
            for entry in reversed(self.entries)
            if entry.is_under(chosen) and all(word in entry.sought for word in wanted)
        )

    def about(self, key: str, text: str) -> Entry | None:
        """The newest fact about a record that says this text, else the newest about it; None when there is none."""
        facts = self.history.facts
        there = [
            entry
            for entry, fact in zip(reversed(self.entries), reversed(facts), strict=True)
            if any(change.id == key for change in fact.changes)
        ]
        wanted = quoted(text).translate(_ISOLATES).casefold()
        return next((entry for entry in there if wanted in entry.sought), there[0] if there else None)

    def undoable(self, entry: Entry) -> bool:
        """Whether the facilitator could take this fact back now."""
        if entry.id not in self._undoable:
            self._undoable[entry.id] = self.history.undoable(self.history.facts[entry.place - 1], HOST)
        return self._undoable[entry.id]

    def place_of(self, fact: str) -> int:
        """The place of a fact by its id, 0 for one that is not told."""
        return next((entry.place for entry in self.entries if entry.id == fact), 0)

    def place_at(self, at_ms: int) -> int:
        """How many facts had happened at a moment."""
        return sum(entry.at <= at_ms for entry in self.entries)


def moment_words(at_ms: int, now: Reading) -> str:
    """Say when something happened: "10:44", with its day if that is another one."""
    day = iso_day(at_ms, now)
    if day == today_of(now).isoformat():
        return now.time_at(at_ms)
    return _("{day}, {time}").format(day=day_words(day, today_of(now)), time=now.time_at(at_ms))


def said_of(entry: Entry, now: Reading, *, is_undoable: bool) -> str:
    """A row in words, for those who do not see it."""
    said = _("{time}: {sentence}").format(time=moment_words(entry.at, now), sentence=entry.sentence)
    return _("{said} You can take it back.").format(said=said) if is_undoable else said

"""Facts in plain words: each kind has a sentence for a person, an icon, and the group it is looked for in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from facilitator.convening.facts import Fact
from facilitator.convening.history import Glance
from facilitator.convening.ids import HOST
from facilitator.convening.timebox import MINUTE
from facilitator.convening.words import HERE, Plain
from facilitator.i18n import _
from facilitator.kit.who import Names

LONGEST = 120
"""The most letters of a text that a sentence quotes."""

_PEOPLE = frozenset(("person_name", "was_person_name"))

_ISOLATED = "\u2068{text}\u2069"


class Group(Enum):
    """Under what a fact is looked for in the history."""

    IDEAS = "ideas"
    VOTES = "votes"
    CLOCK = "clock"
    STAGE = "stage"
    PEOPLE = "people"
    AGENDA = "agenda"


Sentences = tuple[str, str]
"""What is said to whoever did it ("You ..."), and to others, with {who}; the second may be the same."""


@dataclass(frozen=True, slots=True)
class Told:
    """How facts of one kind are told. Both sentences are marked for translation.

    They may name whatever `value` finds. Where the words depend on such a value, `turns_on` names it and `cases`
    holds the sentences by its value; others get the plain ones.
    """

    group: Group
    icon: str
    you: str
    other: str
    turns_on: str = ""
    cases: Mapping[str, Sentences] = field(default_factory=dict)


def tell(told: Told, glance: Glance, names: Names) -> str:
    """Say a fact to the facilitator in the language in use. `names` knows people's names, "" for who has none.

    Texts of people are quoted literally, cut after `LONGEST` letters, and isolated, so that Arabic in an English
    sentence moves nothing else.
    """
    sentences = (told.you, told.other)
    if told.turns_on:
        sentences = told.cases.get(str(value(glance, told.turns_on)), sentences)
    marked = sentences[0] if glance.fact.by == HOST else sentences[1]
    return _(marked).format_map(_Values(glance, names))


class _Values(dict[str, str]):
    """Finds what a sentence names, only when it is named."""

    def __init__(self, glance: Glance, names: Names) -> None:
        super().__init__()
        self._glance, self._names = glance, names

    def __missing__(self, name: str) -> str:
        glance = self._glance
        if name == "who":
            return quoted(self._names(glance.fact.by)) or _("Somebody")
        found = value(glance, name)
        if found == "" and name in _PEOPLE:
            # Who gave no name, or is forgotten.
            return _("somebody")
        return str(found) if isinstance(found, int) else quoted(str(found))


def quoted(text: str) -> str:
    """A text of somebody as it stands in a sentence: in one line, not too long, its direction its own affair."""
    line = " ".join(text.split())
    if len(line) > LONGEST:
        line = f"{line[: LONGEST - 1].rstrip()}…"
    return _ISOLATED.format(text=line) if line else ""


def value(glance: Glance, name: str) -> Plain:
    """Find what a sentence names; "" for what is not there.

    `card_text` is a field as it is after the fact, `was_cluster_name` as it was before, `person_here` whether the
    record came with it; `minutes` and `is_longer` say what became of a clock.
    """
    if name in ("minutes", "is_longer"):
        gained = _gained(glance.fact)
        return gained > 0 if name == "is_longer" else abs(gained)
    is_before = name.startswith("was_")
    wanted = name.removeprefix("was_")
    for table, kind in glance.after.kinds.items():
        field_name = wanted.removeprefix(f"{table}_")
        if field_name == wanted:
            continue
        if field_name == HERE:
            return any(change.table == table and change.set.get(HERE) is True for change in glance.fact.changes)
        if field_name in kind.__dataclass_fields__:
            return _field(glance, table, field_name, is_before=is_before)
    return ""


def _field(glance: Glance, table: str, name: str, *, is_before: bool) -> Plain:
    for key in _aims(glance, table):
        first, second = glance.before.get((table, key)), glance.after.table(table).get(key)
        record = (first or second) if is_before else (second or first)
        if record is not None:
            found: Plain = getattr(record, name)
            return found
    return ""


def _aims(glance: Glance, table: str) -> list[str]:
    """Which records of a table a fact may be about: those it changed, their namesakes, what they name, its block."""
    changes = glance.fact.changes
    there = glance.after.table(table)
    named = [each for change in changes for each in change.set.values() if isinstance(each, str) and each in there]
    own = [change.id for change in changes if change.table == table]
    return [*own, *(change.id for change in changes), *named, glance.fact.activity]


def _gained(fact: Fact) -> int:
    """By how many minutes a clock was lengthened, negative if shortened."""
    for change in fact.changes:
        after, before = change.set.get("length_ms"), change.was.get("length_ms")
        if isinstance(after, int) and isinstance(before, int):
            return round((after - before) / MINUTE)
    return 0

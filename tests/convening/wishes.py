"""Any wish of the house, with ids that are there, were there, or never were: for rules that hold whatever is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any, get_type_hints

from hypothesis import strategies as st

from facilitator.convening.agenda import Block
from facilitator.convening.ballots import Round
from facilitator.convening.cards import Card
from facilitator.convening.ids import HOST, ROOM, BlockId, PersonId
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.steps import Step
from facilitator.convening.undo import RedoLast, UndoLast
from facilitator.convening.words import Role, Wish, table_of

TEXTS = ("", "Shorter meetings", "réunions plus courtes", "أفكار", "🌱", "a\nb", "x" * 601, "  ")
WORDS = (
    "at_once",
    "first",
    "second",
    "collect",
    "cluster",
    "choose",
    "timer",
    "welcome",
    "keyboard",
    "phone",
    "K",
    "0",
)
NUMBERS = (-1, 0, 1, 2, 3, 15, 60, 2000)
NOWHERE = ("", "nowhere")
_TWO = """{"key": "two", "title": "Two", "shape": "canvas", "across": {"low": "No", "high": "Yes"}, "zones": [
    {"key": "first", "title": "1", "where": [0, 0, 0.5, 1], "snaps": true},
    {"key": "second", "title": "2", "where": [0.5, 0, 0.4, 1], "snaps": false}]}"""
DRAWN = (
    _TWO,
    '{"key": "columns", "title": "Columns", "shape": "columns"}',
    '{"key": "two", "title": "Two", "shape": "wall"}',
    "{}",
)
"""Layouts of a board: sound, drawn anew, and none."""


@dataclass(frozen=True)
class Spoken:
    """A wish and how it is said."""

    wish: Wish
    by: PersonId
    role: Role
    activity: str


def every_wish(book: Rulebook) -> list[type[Wish]]:
    """All wishes of the ground and of all activities, and the two of undo."""
    rules = (*book.ground, *book.activities.values())
    return [*dict.fromkeys(wish for each in rules for wish in each.wishes), UndoLast, RedoLast]


def spoken(draw: st.DrawFn | Any, book: Rulebook, records: Records) -> Spoken:
    """Draw a wish that fits the records as they are, more often than not."""
    kind = draw(st.sampled_from(every_wish(book)))
    by = draw(st.sampled_from((HOST, HOST, *(PersonId(person) for person in records[Person]))))
    role = Role.GUIDE if by == HOST else draw(st.sampled_from((Role.PARTICIPANT, Role.KIOSK)))
    wish = kind(**{name: draw(_value(records, name, hint)) for name, hint in _hints(kind)})
    activity = draw(st.sampled_from((*_speaking_to(book, records, kind), ROOM)))
    return Spoken(wish, by, role, activity)


def _speaking_to(book: Rulebook, records: Records, kind: type[Wish]) -> Iterator[str]:
    for block in records[Block].values():
        rules = book.activities.get(block.activity)
        if rules is not None and kind in rules.wishes:
            yield block.id


def _hints(kind: type[Any]) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(field.name, hints[field.name]) for field in fields(kind)]


def _value(records: Records, name: str, hint: Any) -> st.SearchStrategy[Any]:
    if hint == tuple[str, ...]:
        return st.lists(st.sampled_from((*records[Card], *_options(records), *TEXTS)), max_size=4).map(tuple)
    if hint == tuple[int, ...]:
        return st.lists(st.sampled_from(NUMBERS), max_size=3).map(tuple)
    if hint == tuple[BlockId, ...]:
        return st.lists(_value(records, name, BlockId), max_size=3).map(tuple)
    if hint == tuple[Step, ...]:
        return st.lists(_record(records, Step), max_size=4).map(tuple)
    if hint == tuple[Block, ...]:
        return st.lists(_record(records, Block), max_size=3).map(tuple)
    if hint == tuple[AddPerson, ...]:
        one = st.builds(AddPerson, _record(records, Person), _record(records, Contact))
        return st.lists(one, max_size=3).map(tuple)
    if name == "drawn":
        return st.sampled_from(DRAWN)
    if is_dataclass(hint):
        return _record(records, hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    plain = {bool: st.booleans(), int: st.sampled_from(NUMBERS), str: st.sampled_from((*TEXTS, *WORDS))}
    if hint in plain:
        return plain[hint]
    ids = (*_ids(records, hint.__name__.removesuffix("Id").lower()), *NOWHERE)
    return st.sampled_from(ids).map(hint)


def _record(records: Records, kind: Any) -> st.SearchStrategy[Any]:
    ids = st.sampled_from((*_ids(records, table_of(kind)), *NOWHERE))
    hints = [(name, hint) for name, hint in _hints(kind) if name != "id"]
    values = {name: _value(records, name, hint) for name, hint in hints}
    return st.fixed_dictionaries({"id": ids, **values}).map(lambda said: kind(**said))


def _options(records: Records) -> list[str]:
    return [option for round_ in records[Round].values() for option in round_.options]


def _ids(records: Records, table: str) -> list[str]:
    tables = ("card", "candidate") if table == "card" else (table,)
    return [key for each in tables for key in (*records.table(each), *records.resting(each))]

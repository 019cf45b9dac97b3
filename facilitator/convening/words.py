"""The few words everything is said in: record, change, wish, refusal, decision, moment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any, ClassVar, Generic, TypeVar

from facilitator.convening.ids import BlockId, PersonId, WishId

Plain = str | int | float | bool | tuple[str, ...]
"""What a field of a record may hold. There is no None: "" and 0 say "not set"."""

K = TypeVar("K", bound=str)
T = TypeVar("T")
R = TypeVar("R", bound="Record[Any]")


class Seen(Enum):
    """Who may see a record: the whole room, or the facilitator's laptop only."""

    ROOM = "room"
    DESK = "desk"


class Undo(Enum):
    """Whether the person who caused a fact may take it back."""

    YES = "yes"
    NO = "no"


class Role(Enum):
    """In what part somebody speaks."""

    GUIDE = "guide"
    PARTICIPANT = "participant"
    KIOSK = "kiosk"


@dataclass(frozen=True, slots=True)
class Record(Generic[K]):
    """What is known about one thing: an id and plain fields. A class says who may see it.

    `groups` names fields that only make sense together: the last writer of one is the last writer of all.
    `points_to` maps a field ("id" too) to the table it points to; an empty field points nowhere.
    `private` names fields that are emptied before the room sees the record.
    `bounds` are the least and the most that a number may be: a file from elsewhere with another one is refused.
    `is_kept` is False for what lives in memory only and is never a fact (the turnout of an open vote).
    """

    id: K

    seen: ClassVar[Seen] = Seen.DESK
    groups: ClassVar[tuple[tuple[str, ...], ...]] = ()
    points_to: ClassVar[Mapping[str, str]] = {}
    private: ClassVar[tuple[str, ...]] = ()
    bounds: ClassVar[Mapping[str, tuple[int, int]]] = {}
    is_kept: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Change:
    """One record's fields as set, and what they were. `here` marks the change that brings a record into being."""

    table: str
    id: str
    set: Mapping[str, Plain]
    was: Mapping[str, Plain] = field(default_factory=dict)


HERE = "here"
"""The field every table has beside the record's own: True once the record's `added` has come."""

GONE = "gone"
"""The field every table has beside the record's own: True while the record is taken away."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for. It may be refused."""


class Refusal(Exception):
    """No, because: a code and the values that fill its sentence. The faces say it in words."""

    def __init__(self, code: str, **values: Plain) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __repr__(self) -> str:
        """Show the code and its values, for logs and failing tests."""
        return f"Refusal({self.code!r}, {self.values!r})"


class NotSaved(Exception):
    """The wish could not be written to disk. Nothing changed; ask again with the same id.

    `why` is a code: disk.full, disk.read_only, disk.gone, disk.failed, or room.closed.
    """

    def __init__(self, why: str = "disk.failed") -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Seal:
    """Put a choice away unseen: one ballot per voter and round, replaced whole, a lower number ignored."""

    round: str
    voter: PersonId
    number: int
    choice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewKey:
    """A round opens: it gets a key of its own that seals its ballots."""

    round: str


@dataclass(frozen=True, slots=True)
class BreakSeals:
    """A round is revealed: its key, its sealed ballots and their receipts are destroyed."""

    round: str


@dataclass(frozen=True, slots=True)
class SeatDevice:
    """The device that spoke belongs to this person from now on."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class Unseat:
    """A person is forgotten: their devices have no seat any more, and what the log said of them is to be rewritten."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class FreeSeat:
    """The devices of a person have no seat any more; they may join anew."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class MoveDevices:
    """The devices of a person belong to another one from now on."""

    person: PersonId
    to: PersonId


Effect = Seal | NewKey | BreakSeals | SeatDevice | FreeSeat | MoveDevices | Unseat
"""What a decision does beside the log, in the same transaction, in a kept table."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer to a wish: the kind of fact it makes, its changes, and whether it may be undone.

    A decision without a kind makes no fact (a sealed ballot); `memory` are changes of records that are never kept.
    """

    kind: str
    changes: tuple[Change, ...] = ()
    undo: Undo = Undo.YES
    effects: tuple[Effect, ...] = ()
    memory: tuple[Change, ...] = ()


@dataclass(slots=True)
class Moment:
    """What is impure, handed to a rule: who asks, in what part, when, where, and new ids.

    `at` is the wall clock in UTC milliseconds. `secret` is 64 random bits;
    `unseal` gives the shuffled choices of a round, for its reveal only.
    """

    by: PersonId
    role: Role
    at: int
    activity: str
    wish: WishId
    secret: int = 0
    unseal: Callable[[str], tuple[tuple[str, ...], ...]] = field(default=lambda _: ())
    _given: int = 0

    def new_id(self) -> str:
        """Give the next id of this wish, `<wish>.1` first: whoever asked knows it before the answer."""
        self._given += 1
        return f"{self.wish}.{self._given}"

    @property
    def block(self) -> BlockId:
        """The block whose activity the wish speaks to."""
        return BlockId(self.activity)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The wish is on disk. `seq` is where the log stands; 0 for what makes no fact."""

    id: str
    seq: int


Say = Callable[[Wish], "Future[Receipt]"]
"""How a face asks: the future gives a Receipt, or raises Refusal or NotSaved."""


def added(record: Record[Any]) -> Change:
    """Bring a record into being."""
    values: dict[str, Plain] = {f: getattr(record, f) for f in field_names(type(record))}
    return Change(table_of(type(record)), record.id, {HERE: True, GONE: False, **values}, {GONE: True})


def changed(record: Record[Any], **values: Plain) -> Change:
    """Set fields of a record; fields of the same group go along, so that a group is always written whole."""
    kind = type(record)
    if unknown := set(values) - set(field_names(kind)):
        raise TypeError(f"{kind.__name__} has no field {sorted(unknown)}")
    names = {name for given in values for name in group_of(kind, given)}
    whole = {name: values.get(name, getattr(record, name)) for name in sorted(names)}
    return Change(table_of(kind), record.id, whole, {name: getattr(record, name) for name in whole})


def removed(record: Record[Any]) -> Change:
    """Take a record away; it can come back by undo."""
    return Change(table_of(type(record)), record.id, {GONE: True}, {GONE: False})


def per_kind(find: Callable[[type[Record[Any]]], T]) -> Callable[[type[Record[Any]]], T]:
    """Find something out about a record class once."""
    found: dict[type[Any], T] = {}

    def known(kind: type[Record[Any]]) -> T:
        try:
            return found[kind]
        except KeyError:
            return found.setdefault(kind, find(kind))

    return known


@per_kind
def table_of(kind: type[Record[Any]]) -> str:
    """Name the table of a record class: DotVote -> dot_vote."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind.__name__).lower()


@per_kind
def field_names(kind: type[Record[Any]]) -> tuple[str, ...]:
    """Name the fields of a record class, without its id."""
    return tuple(f.name for f in fields(kind) if f.name != "id")


@per_kind
def _groups(kind: type[Record[Any]]) -> Mapping[str, tuple[str, ...]]:
    return {name: group for group in kind.groups for name in group}


def group_of(kind: type[Record[Any]], name: str) -> tuple[str, ...]:
    """Give all fields that are one cell with this one, itself included."""
    return _groups(kind).get(name, (name,))


def wish_name(kind: type[Wish]) -> str:
    """Say a wish's name as phones say it: AddIdea -> add_idea."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind.__name__).lower()


def tables(kinds: Iterable[type[Record[Any]]]) -> dict[str, type[Record[Any]]]:
    """Index record classes by table. Raises ValueError when two share a name or one does not state who sees it."""
    found: dict[str, type[Record[Any]]] = {}
    for kind in kinds:
        name = table_of(kind)
        if name in found and found[name] is not kind:
            raise ValueError(f"two record classes are called {name}")
        if "seen" not in vars(kind):
            raise ValueError(f"{kind.__name__} does not say who may see it")
        found[name] = kind
    return found

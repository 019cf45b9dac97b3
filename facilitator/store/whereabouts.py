"""Where what can be found lies: read from what records point to, the same way for every activity."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from facilitator.convening.ballots import REVEALED, RevealedBallot, Round
from facilitator.convening.findable import Findable
from facilitator.convening.words import Record, field_names, table_of

Kinds = Mapping[str, type[Record[Any]]]
_BLOCK = "block"
_LIVE = "here and not gone"


@dataclass(frozen=True, slots=True)
class Spot:
    """The block something lies in, and its group with that group's position among those of the block."""

    block: str = ""
    group: str = ""
    position: int = -1


@dataclass(frozen=True, slots=True)
class Lay:
    """Which table and field tell the block of a record, and which field tells its group; "" where there is none."""

    table: str
    block: str
    group: str = ""
    groups: str = ""


class Readable:
    """How one kind of finding is read from the workspace."""

    def __init__(self, findable: Findable, kinds: Kinds) -> None:
        self.findable = findable
        self.table = table_of(findable.record)
        self._kinds = kinds

    @cached_property
    def into(self) -> str:
        """The field that names the record this one went into, "" where there is none."""
        return _pointing(self.findable.record, self.table)

    @cached_property
    def lays(self) -> tuple[Lay, ...]:
        """What tells where such a record lies: itself, or who lays it down; a card may lie in two places."""
        if own := _pointing(self.findable.record, _BLOCK):
            is_group = any(self.table == lay.groups for lay in _all_lays(self._kinds).values())
            return (Lay(self.table, own, "id", self.table) if is_group else Lay(self.table, own),)
        return tuple(lay for name, lay in _all_lays(self._kinds).items() if _lain(self._kinds[name]) == self.table)

    def texts(self, connection: sqlite3.Connection, stream: str) -> dict[str, list[str]]:
        """Everything of this kind in a convening, by id: its texts, those of what went into it after its own."""
        into = f'laid."{self.into}"' if self.into else "''"
        rows = connection.execute(
            f"select laid.id, {into}, {self._names} from {self._sources} where laid.stream = ? and {self._live} "
            "order by laid.rowid",
            (stream,),
        ).fetchall()
        leads = {key: target for key, target, *_ in rows if target}
        found: dict[str, list[str]] = {key: _filled(texts) for key, target, *texts in rows if not target}
        for key, target, *texts in rows:
            if target:
                found.setdefault(end(leads, key), []).extend(_filled(texts))
        return {key: texts for key, texts in found.items() if texts}

    @cached_property
    def _borne(self) -> str:
        """The table of the record whose id this kind bears, if words of it are searched; "" where none are."""
        own = field_names(self.findable.record)
        return "" if set(self.findable.fields) <= set(own) else _lain(self.findable.record)

    @property
    def _names(self) -> str:
        own = field_names(self.findable.record)
        return ", ".join(f'{"laid" if name in own else "borne"}."{name}"' for name in self.findable.fields)

    @property
    def _sources(self) -> str:
        borne = f' join "{self._borne}" borne on borne.stream = laid.stream and borne.id = laid.id'
        return f'"{self.table}" laid{borne if self._borne else ""}'

    @property
    def _live(self) -> str:
        live = "laid.here and not laid.gone"
        return f"{live} and borne.here and not borne.gone" if self._borne else live

    def merges(self, connection: sqlite3.Connection, stream: str) -> dict[str, str]:
        """What went into what."""
        if not self.into:
            return {}
        rows = f'select id, "{self.into}" from "{self.table}" where stream = ? and "{self.into}" > \'\''
        return dict(connection.execute(rows, (stream,)).fetchall())

    def counts(self, connection: sqlite3.Connection, stream: str, keys: Iterable[str]) -> dict[str, list[Counted]]:
        """What revealed rounds gave these records, or what stood for them on the ballot; nothing to most kinds."""
        record = self.findable.instead_of or self.findable.record
        asked = self if record is self.findable.record else Readable(replace(self.findable, record=record), self._kinds)
        return counted(connection, stream, asked.merges(connection, stream), keys) if asked.into else {}

    def spots(self, connection: sqlite3.Connection, stream: str, keys: Sequence[str]) -> dict[str, Spot]:
        """Where these records lie."""
        if self.table == _BLOCK:
            return {key: Spot(key) for key in keys}
        found: dict[str, Spot] = {}
        for lay in self.lays:
            group = f'"{lay.group}"' if lay.group else "''"
            rows = connection.execute(
                f'select id, "{lay.block}", {group} from "{lay.table}" where stream = ? and {_LIVE} '
                "and id in (select value from json_each(?))",
                (stream, json.dumps(list(keys))),
            ).fetchall()
            groups = self._groups(connection, stream, lay, {block for _, block, _ in rows})
            for key, block, one in rows:
                name, position = groups.get(one, ("", -1))
                # What is only said of a card in the same place, such as its name or its paper, takes no place from it.
                if lay.group or key not in found or found[key].block != block:
                    found[key] = Spot(block, name, position)
        return found

    def _groups(
        self, connection: sqlite3.Connection, stream: str, lay: Lay, blocks: Iterable[str]
    ) -> dict[str, tuple[str, int]]:
        if not lay.groups:
            return {}
        block = _pointing(self._kinds[lay.groups], _BLOCK)
        found: dict[str, tuple[str, int]] = {}
        for one in blocks:
            rows = connection.execute(
                f'select id, name from "{lay.groups}" where stream = ? and "{block}" = ? and {_LIVE} '
                "order by place, id",
                (stream, one),
            ).fetchall()
            found |= {key: (name, place) for place, (key, name) in enumerate(rows)}
        return found


@dataclass(frozen=True, slots=True)
class Counted:
    """What one revealed round gave a record: when it was closed (UTC ms), dots, rank, and whether others share it."""

    at: int
    dots: int
    rank: int
    is_tied: bool


def counted(
    connection: sqlite3.Connection, stream: str, into: Mapping[str, str], keys: Iterable[str]
) -> dict[str, list[Counted]]:
    """What the revealed rounds of a convening gave these records, oldest first. Nothing is known before the reveal.

    `into` maps what was merged to what it went into; their dots count together.
    """
    choices: defaultdict[str, Counter[str]] = defaultdict(Counter)
    ballots = f'select round, choice from "{table_of(RevealedBallot)}" where stream = ? and {_LIVE}'
    for round_, choice in connection.execute(ballots, (stream,)).fetchall():
        choices[round_].update(end(into, card) for card in json.loads(choice))
    rounds = (
        f'select id, closed, options from "{table_of(Round)}" where stream = ? and state = ? and {_LIVE} '
        "order by closed"
    )
    found: dict[str, list[Counted]] = {key: [] for key in keys}
    for round_, closed, options in connection.execute(rounds, (stream, REVEALED)).fetchall():
        dots = choices[round_]
        stood = {end(into, card) for card in json.loads(options)}
        for key in found.keys() & stood:
            better = sum(dots[other] > dots[key] for other in stood)
            same = sum(dots[other] == dots[key] for other in stood)
            found[key].append(Counted(closed, dots[key], better + 1, same > 1))
    return found


def end(into: Mapping[str, str], key: str) -> str:
    """Follow merges to their end."""
    seen: set[str] = set()
    while key in into and key not in seen:
        seen.add(key)
        key = into[key]
    return key


def _all_lays(kinds: Kinds) -> dict[str, Lay]:
    return {
        name: Lay(name, _pointing(kind, _BLOCK), *_group(kind, kinds))
        for name, kind in kinds.items()
        if kind.is_kept and _lain(kind) not in ("", _BLOCK) and _pointing(kind, _BLOCK)
    }


def _lain(kind: type[Record[Any]]) -> str:
    """The table whose records this kind lays somewhere: it bears their ids."""
    return kind.points_to.get("id", "")


def _group(kind: type[Record[Any]], kinds: Kinds) -> tuple[str, str]:
    """The field that names a group, and its table: groups have a name, the question that a card answers has none."""
    aims = ((field, table) for field, table in kind.points_to.items() if field != "id" and table != _BLOCK)
    return next(((field, table) for field, table in aims if "name" in field_names(kinds[table])), ("", ""))


def _pointing(kind: type[Record[Any]], table: str) -> str:
    return next((field for field, target in kind.points_to.items() if target == table), "")


def _filled(texts: Iterable[str | None]) -> list[str]:
    return [text for text in texts if text and text.strip()]

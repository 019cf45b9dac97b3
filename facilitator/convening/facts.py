"""What happened: a fact is a kind in the past tense, who and when, and the changes it made. It is never edited."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.convening.ids import PersonId
from facilitator.convening.records import Records
from facilitator.convening.words import Change, Plain, Record, Undo

UNDONE = "undone"
"""The kind of the fact that takes another back."""

REDONE = "redone"
"""The kind of the fact that takes an undoing back."""


NEWEST = 1
"""The newest shape of a fact that this version reads. A greater `v` is a newer Facilitator's."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the log.

    `id` is the id of the wish that caused it; `seq` the order of arrival on this laptop (0 before it is kept);
    `origin` and `oseq` say which laptop and its own count; `hlc` orders facts across laptops, with `origin`;
    `at` is the wall clock in UTC milliseconds; `target` is the fact that an undoing or redoing is about, or "".
    """

    seq: int
    id: str
    stream: str
    origin: str
    oseq: int
    hlc: int
    at: int
    by: PersonId
    activity: str
    kind: str
    v: int
    changes: tuple[Change, ...]
    undo: Undo = Undo.YES
    target: str = ""


def stamp_of(hlc: int, origin: str) -> str:
    """Say when and where a field was last written, so that texts sort as the facts do."""
    return f"{hlc:016x}{origin}"


def unstamped(stamp: str) -> tuple[int, str]:
    """The clock and the laptop that a stamp is made of: the inverse of `stamp_of`."""
    return int(stamp[:16], 16), stamp[16:]


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Put facts of several laptops into the one order everybody agrees on, each id once."""
    once = {fact.id: fact for fact in facts}
    return sorted(once.values(), key=lambda fact: (fact.hlc, fact.origin))


def merged(kinds: Mapping[str, type[Record[Any]]], facts: Iterable[Fact]) -> Records:
    """Give the records after facts that arrived in any order: of every field the last writer wins."""
    working = Records(kinds).edit()
    for fact in in_order(facts):
        working.put(fact.changes)
    return working.publish()


def body_text(fact: Fact) -> str:
    """Write what a fact changed as the log keeps it."""
    body: dict[str, Any] = {"changes": [change_json(change) for change in fact.changes]}
    if fact.undo is Undo.NO:
        body["undo"] = fact.undo.value
    if fact.target:
        body["target"] = fact.target
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def read_body(text: str) -> tuple[tuple[Change, ...], Undo, str]:
    """Read what a fact changed, whether it may be undone, and the fact it is about."""
    body = json.loads(text)
    changes = tuple(read_change(change) for change in body["changes"])
    return changes, Undo(body.get("undo", Undo.YES.value)), str(body.get("target", ""))


def change_json(change: Change) -> dict[str, Any]:
    """Say a change in JSON."""
    return {"t": change.table, "id": change.id, "set": dict(change.set), "was": dict(change.was)}


def read_change(value: Mapping[str, Any]) -> Change:
    """Read a change from JSON; lists become tuples."""
    return Change(value["t"], value["id"], _plain(value["set"]), _plain(value["was"]))


def _plain(values: Mapping[str, Any]) -> dict[str, Plain]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}

"""The way of one thing through its convening, as the log tells it: sent, said anew, merged, counted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from facilitator.convening.facts import REDONE, UNDONE, read_body
from facilitator.convening.findable import CHANGED, COUNTED, MERGED, SAID_ANEW, SENT, WRITTEN, Place, Step
from facilitator.convening.words import HERE, Change
from facilitator.store.whereabouts import Readable


def way_of(reader: sqlite3.Connection, readable: Readable, place: Place) -> tuple[Step, ...]:
    """Tell what something has gone through, oldest first; what was undone has not happened."""
    rows = reader.execute(
        "select id, at, kind, body from fact where stream = ? and instr(body, ?) order by hlc, origin",
        (place.convening, json.dumps(place.key)),
    ).fetchall()
    steps: list[tuple[str, Step]] = []
    undone: set[str] = set()
    for fact, at, kind, body in rows:
        changes, _, target = read_body(body)
        if kind == UNDONE:
            undone.add(target)
        elif kind == REDONE:
            undone.discard(target)
        else:
            steps += [(fact, step) for change in changes for step in _steps(readable, place.key, change, at)]
    told = [step for fact, step in steps if fact not in undone]
    told += [
        Step(COUNTED, each.at, dots=each.dots, rank=each.rank, is_tied=each.is_tied)
        for each in readable.counts(reader, place.convening, [place.key]).get(place.key, ())
    ]
    return tuple(sorted(told, key=lambda step: step.at))


def _steps(readable: Readable, key: str, change: Change, at: int) -> Iterable[Step]:
    if change.table != readable.table:
        return
    if readable.into and change.set.get(readable.into) == key:
        yield Step(MERGED, at)
    if change.id != key:
        return
    if HERE in change.set:
        yield Step(SENT, at, str(change.set.get("source", ""))) if readable.into else Step(WRITTEN, at)
    elif any(field in change.set for field in readable.findable.fields):
        yield Step(SAID_ANEW if readable.into else CHANGED, at)

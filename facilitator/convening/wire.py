"""Records as JSON, for the pipe to the gateway, for files, and for whoever asks on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.convening.diff import Difference
from facilitator.convening.records import Records, Working, row_of
from facilitator.convening.words import GONE, HERE, Change, Plain, field_names

Line = list[Any]
"""[table, id, fields], or [table, id, null] for a record that left."""


def lines(records: Records) -> list[Line]:
    """Say all live records."""
    return [
        [name, record.id, _fields(row_of(record))] for name in records.kinds for record in records.table(name).values()
    ]


def difference_lines(differences: Iterable[Difference]) -> list[Line]:
    """Say what differs."""
    return [[d.table, d.record.id, None if d.is_gone else _fields(row_of(d.record))] for d in differences]


def put_lines(working: Working, said: Iterable[Line]) -> None:
    """Apply lines to a mirror of the records. What is not known here is passed over."""
    for line in said:
        if line[0] not in working.kinds:
            continue
        if line[2] is None:
            # A mirror brings nothing back by itself: what left must not rest in a process that strangers talk to.
            working.drop(line[0], line[1])
        else:
            working.put((read_line(working, line),))


def read_line(records: Records, line: Line) -> Change:
    """Read one line as a change. Fields that a record lacks are left out, missing ones keep their default."""
    table, key, values = line
    kind = records.kinds[table]
    fields: dict[str, Plain] = {name: _plain(values[name]) for name in field_names(kind) if name in values}
    return Change(table, key, {HERE: True, GONE: False, **fields})


def _fields(row: Mapping[str, Plain]) -> dict[str, Plain]:
    return {name: value for name, value in row.items() if name not in (HERE, GONE)}


def _plain(value: Any) -> Plain:
    return tuple(value) if isinstance(value, list) else value

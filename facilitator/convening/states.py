"""Setting a record to a state, whether it is there already or not, and taking one away with what hangs on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from facilitator.convening.records import Records
from facilitator.convening.words import Change, Record, Refusal, added, changed, field_names, removed, table_of

Same = TypeVar("Same", bound=Record[Any])


def stated(records: Records, wanted: Record[Any]) -> tuple[Change, ...]:
    """Bring a record into being, or set the fields in which it differs; nothing if it is so already."""
    there = records[type(wanted)].get(wanted.id)
    if there is None:
        return (added(wanted),)
    values = {name: getattr(wanted, name) for name in differing(there, wanted)}
    return (changed(there, **values),) if values else ()


def differing(there: Same, wanted: Same) -> tuple[str, ...]:
    """Name the fields in which two states of a record differ."""
    return tuple(name for name in field_names(type(there)) if getattr(there, name) != getattr(wanted, name))


def with_fields(there: Same, wanted: Same, fields: tuple[str, ...]) -> Same:
    """A record as it is, with these fields as somebody wants them; as wanted altogether when none is named.

    Raises Refusal: form.unreadable, for a field that the record has not.
    """
    if not {*fields} <= {*field_names(type(there))}:
        raise Refusal("form.unreadable")
    return replace(there, **{name: getattr(wanted, name) for name in fields}) if fields else wanted


def removal(records: Records, record: Record[Any]) -> tuple[Change, ...]:
    """Take a record away with everything that points to it, and what points to that; what hangs goes first."""
    pointing: dict[str, dict[str, list[Record[Any]]]] = {}
    going: dict[tuple[str, str], Record[Any]] = {}
    left = [record]
    while left:
        each = left.pop()
        table = table_of(type(each))
        if (table, each.id) in going:
            continue
        going[table, each.id] = each
        if table not in pointing:
            pointing[table] = _pointing_to(records, table)
        left += reversed(pointing[table].get(each.id, []))
    return tuple(removed(other) for other in reversed(going.values()))


def _pointing_to(records: Records, table: str) -> dict[str, list[Record[Any]]]:
    """What points to each record of a table, looked up once: a day has thousands of steps."""
    found: dict[str, list[Record[Any]]] = {}
    for name, kind in records.kinds.items():
        fields = [field for field, aim in kind.points_to.items() if aim == table]
        for other in records.table(name).values() if fields else ():
            for aimed in {getattr(other, field) for field in fields}:
                found.setdefault(aimed, []).append(other)
    return found

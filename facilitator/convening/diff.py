"""What differs between two moments: what has come, changed or left, for the views and for the phones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from facilitator.convening.records import Records
from facilitator.convening.words import Record


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that differs. `record` is the record as it is now; a record that left is its last self, `is_gone`."""

    table: str
    record: Record[Any]
    is_gone: bool


def diff(before: Records, after: Records) -> Iterator[Difference]:
    """Tell what changed from one snapshot to another. A table nobody touched costs nothing."""
    for name in after.kinds:
        old, new = before.table(name), after.table(name)
        if old is new:
            continue
        for key, record in new.items():
            if (was := old.get(key)) is not record and was != record:
                yield Difference(name, record, is_gone=False)
        for key, record in old.items():
            if key not in new:
                yield Difference(name, record, is_gone=True)

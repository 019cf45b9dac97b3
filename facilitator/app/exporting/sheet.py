"""What a table is made of, and whether it is made from the facilitator's own records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.convening.people import Contact
from facilitator.convening.records import Records
from facilitator.convening.words import table_of

Cell = str | int
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. `columns` are (heading, width in letters)."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Sequence[Row]


def is_own(records: Records) -> bool:
    """Whether these are the facilitator's own records: the room's know no contacts at all."""
    return table_of(Contact) in records.kinds

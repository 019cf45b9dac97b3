"""Convenings out to files and in again, by the ending of the name."""

from __future__ import annotations

from facilitator.app.exporting.boards import BoardWish
from facilitator.app.exporting.leaving import (
    AGENDA,
    ENDINGS,
    as_lines,
    as_values,
    export_agenda,
    export_part,
    export_to,
    import_from,
    records_of,
)

__all__ = [
    "AGENDA",
    "ENDINGS",
    "BoardWish",
    "as_lines",
    "as_values",
    "export_agenda",
    "export_part",
    "export_to",
    "import_from",
    "records_of",
]

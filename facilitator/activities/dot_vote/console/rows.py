"""Rows of a vote: ideas on the ballot, people who have dots left, ranks; each a line with what stands at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize, Qt

from facilitator.activities.dot_vote.console.row_painter import RowPainter
from facilitator.kit.qt.rows import PressView, RowModel


class Check(Enum):
    """Whether a row can be ticked, and is."""

    NONE = "none"
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what leads it, its title, dots given of dots possible, and words at its end.

    `is_tied` brackets it with its neighbours of the same lead; `is_cut` draws the suggested cut above it.
    """

    id: str
    title: str
    lead: str = ""
    end: str = ""
    placed: int = 0
    of: int = 0
    check: Check = Check.NONE
    is_tied: bool = False
    is_cut: bool = False

    def said(self) -> str:
        """The row for those who do not see it."""
        lead = f"{self.lead}. " if self.lead else ""
        return f"{lead}{self.title}{f', {self.end}' if self.end else ''}"


class RowList(PressView[Row]):
    """Rows of a vote; Space, Enter or a press tells a row's id.

    `end_width` keeps that much for the words at the end, so that dots before them stand in a column; 0 as needed.
    """

    def __init__(self, said: str, height: int, end_width: int = 0) -> None:
        super().__init__(_Rows(lambda row: row.id, Row.said, lambda row: row.title), said, height)
        self.setItemDelegate(RowPainter(self, height, end_width))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the current one stays current while it is here."""
        self.fill(rows)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.row_height * 2)


class _Rows(RowModel[Row]):
    """The rows, some of which can be ticked."""

    def check_of(self, row: Row) -> Qt.CheckState | None:
        if row.check is Check.NONE:
            return None
        return Qt.CheckState.Checked if row.check is Check.ON else Qt.CheckState.Unchecked

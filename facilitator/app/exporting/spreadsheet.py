"""Tables for spreadsheets: as text (CSV) and as a workbook (XLSX). What somebody wrote never becomes a formula."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from typing import Any

from facilitator.app.exporting.sheet import Cell, Sheet

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_LONGEST_CELL = 32_767
_LONGEST_TITLE = 31
_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_RIGHT_TO_LEFT = 2


def as_csv(sheet: Sheet) -> bytes:
    """Say a table as text: UTF-8 with its mark, so that spreadsheets show every script; every text in quotes."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    lines.writerow(heading for heading, _width in sheet.columns)
    lines.writerows([defused(cell) for cell in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def defused(cell: Cell) -> Cell:
    """Keep a spreadsheet from taking somebody's words for a formula: an apostrophe goes before them.

    What stands before the sign and is not seen, white space and quotes, does not hide it, nor does its wide form.
    Source: OWASP, CSV injection.
    """
    if not isinstance(cell, str) or not cell:
        return cell
    bare = cell.lstrip(" \u00a0\u200b\u200e\u200f\u2060\ufeff\u3000\"'`\u2018\u2019\u201c\u201d\u00ab")
    first = unicodedata.normalize("NFKC", bare[:1])
    return f"'{cell}" if first.startswith(_FORMULA) or cell[0] in "\t\r\n" else cell


def as_xlsx(sheets: Sequence[Sheet], title: str) -> bytes:
    """Say tables as a workbook: headings that stay in view, wrapped texts, each script from its own side."""
    import xlsxwriter  # only who exports waits for it

    content = io.BytesIO()
    ways = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, ways) as book:
        book.set_properties({"title": title[:255]})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        from_right = book.add_format(
            {"text_wrap": True, "valign": "top", "align": "right", "reading_order": _RIGHT_TO_LEFT}
        )
        for sheet in sheets:
            page = book.add_worksheet(sheet.title.translate(_NOT_IN_TITLES)[:_LONGEST_TITLE])
            page.freeze_panes(1, 0)
            for at, (heading, width) in enumerate(sheet.columns):
                page.set_column(at, at, width, plain)
                page.write_string(0, at, heading, head)
            for down, row in enumerate(sheet.rows, start=1):
                for at, cell in enumerate(row):
                    _write(page, down, at, cell, from_right if _reads_from_right(cell) else plain)
    return content.getvalue()


def _write(page: Any, down: int, at: int, cell: Cell, way: Any) -> None:
    if isinstance(cell, int):
        page.write_number(down, at, cell, way)
    elif cell:
        text = cell.replace("\r\n", "\n").replace("\r", "\n")
        page.write_string(down, at, text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…", way)


def _reads_from_right(cell: Cell) -> bool:
    for letter in str(cell):
        if (direction := unicodedata.bidirectional(letter)) in ("L", "R", "AL"):
            return direction != "L"
    return False

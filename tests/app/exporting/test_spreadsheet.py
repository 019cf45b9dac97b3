"""Spreadsheets out, read back with other tools: words stay words, in every script."""

from __future__ import annotations

import csv
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.app.exporting.sheet import Sheet
from facilitator.app.exporting.sheets import idea_sheet, sheets
from facilitator.app.exporting.spreadsheet import as_csv, as_xlsx, defused
from tests.app.exporting.told import ARABIC, FORMULAS, NOW, TEXTS, convening


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_text_file_has_its_mark_and_says_every_idea_as_it_was_written() -> None:
    content = as_csv(idea_sheet(convening()))

    assert content.startswith(b"\xef\xbb\xbf")
    assert [row["idea"].removeprefix("'") for row in read(content)] == list(TEXTS)
    assert [row["idea"] for row in read(content)][:4] == list(TEXTS[:4])
    assert read(content)[0]["other wordings"] == "Meetings, but shorter"


@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_no_formula_reaches_a_spreadsheet(text: str) -> None:
    assert defused(text) == f"'{text}"


@given(st.text())
def test_words_are_kept_whole_whatever_they_begin_with(text: str) -> None:
    assert defused(text) in (text, f"'{text}")
    assert str(defused(text))[:1] not in tuple("=+-@\t\r\n＝＋－＠")


def test_numbers_are_numbers() -> None:
    assert defused(-3) == -3


def test_a_workbook_keeps_every_text_and_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(sheets(convening(), NOW), "Clean Water")))

    assert book.sheetnames == [
        "Ideas", "Votes", "Decisions", "Reservations", "Agenda", "Steps", "Wicked questions", "Answers", "People",
    ]  # fmt: skip
    page = book["Ideas"]
    assert [page.cell(row, 3).value for row in range(2, page.max_row + 1)] == [
        text.replace("\r", "\n") for text in TEXTS
    ]
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
    assert page.freeze_panes == "A2"
    assert page.column_dimensions["C"].width > 50
    assert page["C2"].alignment.wrap_text
    arabic = next(cell for (cell,) in page.iter_rows(min_col=3, max_col=3) if cell.value == ARABIC)
    assert (arabic.alignment.readingOrder, arabic.alignment.horizontal) == (2, "right")
    assert book.properties.title == "Clean Water"


def test_what_looks_like_an_address_is_no_link_and_no_text_is_too_long() -> None:
    rows = [("https://example.org/" + "x" * 300,), ("y" * 40_000,), ("a\0b\x1f",), ("",)]
    content = as_xlsx([Sheet("What: [now]? / a title that is far too long", (("text", 10),), rows)], "t" * 400)

    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert page["A2"].hyperlink is None
    assert page["A2"].value == rows[0][0]
    assert page["A3"].value == "y" * 32_766 + "…"
    assert len(page.title) <= 31
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if "externalLink" in name]

"""Tables from elsewhere: every way that spreadsheets write them, and what only pretends to be one."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.convening.words import Refusal
from facilitator.kit.sentences import sentence
from facilitator.kit.tables import MOST_COLUMNS, MOST_LINES, delimiter_of, read_table, table_in
from tests.convening.given import refused

LINES = (("Name", "Organisation", "E-mail"), ("Zoë Ångström", "Eau & Vie, SA", "zoe@example.org"), ("José", "", ""))


def text_of(delimiter: str) -> str:
    return "\r\n".join(delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in line) for line in LINES)


@pytest.mark.parametrize("delimiter", list("\t;,|"))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_text_is_read_however_it_was_saved(tmp_path: Path, delimiter: str, encoding: str) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes(text_of(delimiter).encode(encoding))

    table = read_table(file)

    assert table.lines == LINES
    assert table.numbers == (1, 2, 3)


def workbook(path: Path, *lines: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    book.save(path)
    return path


def test_a_workbook_is_read_as_it_shows(tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "a.xlsx", ("Name", "Number", "Day"), (), ("أمل", 7.0, date(2027, 3, 18)), (True, 1.5, None)
    )

    table = read_table(file)

    assert table.lines == (("Name", "Number", "Day"), ("أمل", "7", "2027-03-18"), ("True", "1.5", ""))
    assert table.numbers == (1, 3, 4)


def test_a_formula_is_not_carried_out_and_not_shown(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", ("Name", "x"), ("Amina", "=HYPERLINK(A1)"))

    assert read_table(file).lines == (("Name", "x"), ("Amina", ""))


def test_a_sheet_that_lies_about_its_size_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", ("Amina", "River Trust"))
    content = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(content, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            if part.endswith("sheet1.xml"):
                text = text.replace(b'ref="A1:B1"', b'ref="A1:XFD1048576"')
                text = text.replace(b"</row>", b'</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
            new.writestr(part, text)
    file.write_bytes(content.getvalue())

    assert read_table(file).lines == (("Amina", "River Trust"),)


def test_a_workbook_that_is_far_larger_inside_is_not_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        for number in range(3):
            parts.writestr(f"xl/{number}.xml", b"\0" * (80 * 2**20))

    with refused("table.too_large"):
        read_table(file)


def test_only_so_much_is_read(tmp_path: Path) -> None:
    wide = ";".join(f"c{n}" for n in range(MOST_COLUMNS + 20))
    table = table_in("\n".join([wide, *("x" for _ in range(MOST_LINES + 10))]))

    assert (len(table.lines), table.width, table.is_cut) == (MOST_LINES, MOST_COLUMNS, True)
    assert len(table_in("y" * 5000).lines[0][0]) == 1001


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "table.old_workbook"),
        ("broken.xlsx", b"PK\x03\x04 nothing of the kind", "table.unreadable"),
        ("empty.csv", b"", "table.empty"),
        ("blank.csv", b" \n;;\n\t\n", "table.empty"),
    ],
)
def test_what_is_no_table_is_said_in_a_sentence(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(Refusal) as caught:
        read_table(tmp_path / name)

    assert caught.value.code == code
    assert str(tmp_path / name) in sentence(caught.value, {})


def test_a_workbook_without_a_table_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.xlsx", "w") as parts:
        parts.writestr("word/document.xml", "<x/>")
    os.mkfifo(tmp_path / "pipe.csv")
    for name in ("other.xlsx", "pipe.csv", "."):
        with refused("table.unreadable"):
            read_table(tmp_path / name)
    with refused("file.missing"):
        read_table(tmp_path / "gone.csv")


def test_a_file_without_end_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(30 * 2**20)

    with refused("table.too_large"):
        read_table(tmp_path / "a.csv")


def test_the_sign_that_parts_most_lines_alike_is_the_one() -> None:
    assert delimiter_of("a, b; c\nd; e\nf, g; h") == ";"
    assert delimiter_of("Amina\nTomás") == "\t"


def test_a_quote_that_nothing_closes_swallows_nothing() -> None:
    assert table_in('"Amina;A\nTomás;B').lines == (('"Amina', "A"), ("Tomás", "B"))


@given(st.text())
def test_any_text_is_a_table_of_even_lines(text: str) -> None:
    table = table_in(text)

    assert {len(line) for line in table.lines} <= {table.width}
    assert len(table.numbers) == len(table.lines)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    codes: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        for start in (b"", b"PK\x03\x04", b"\xff\xfe"):
            (Path(folder) / "a").write_bytes(start + content)
            try:
                assert read_table(Path(folder) / "a").lines
            except Refusal as refusal:
                codes.add(refusal.code)
    assert codes <= {"table.empty", "table.unreadable", "table.old_workbook"}

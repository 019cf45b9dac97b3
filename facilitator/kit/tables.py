"""Tables from elsewhere: pasted, or a file of a spreadsheet, read as lines of texts. Nothing in them is carried out."""

from __future__ import annotations

import csv
import io
import re
import stat
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from facilitator.convening.words import Refusal

MOST_LINES = 2000
MOST_COLUMNS = 40
LONGEST_CELL = 1000

_LARGEST_FILE = 8 * 2**20
_LARGEST_INSIDE = 64 * 2**20
_DELIMITERS = "\t;,|"
_LOOKED_AT = 50
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Lines with the same number of cells, empty ones left out; `numbers` are where they stood, from 1.

    `is_cut` tells that there is more than is read.
    """

    lines: tuple[Line, ...]
    numbers: tuple[int, ...]
    is_cut: bool = False

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.lines[0]) if self.lines else 0


def read_table(path: Path) -> Table:
    """Read the first sheet of an .xlsx, or any file of parted text.

    Raises Refusal: file.missing, table.unreadable, table.too_large, table.old_workbook, table.empty (path).
    """
    content = _content(path)
    if content.startswith(_OLD_WORKBOOK):
        raise Refusal("table.old_workbook", path=str(path))
    if content.startswith(b"PK"):
        try:
            table = _table(_cells_of_workbook(content, path))
        except Refusal:
            raise
        except Exception as error:  # a strange workbook fails in as many ways as there are parts in it
            raise Refusal("table.unreadable", path=str(path)) from error
    else:
        table = table_in(_decoded(content))
    if not table.lines:
        raise Refusal("table.empty", path=str(path))
    return table


def table_in(text: str) -> Table:
    """Read parted text, such as was pasted: by tab, semicolon, comma or bar, whichever parts most lines alike."""
    # A cell is as long as it is: the limit of the reader would stop in the middle of a file.
    csv.field_size_limit(_LARGEST_FILE)
    plain = text.replace("\0", "")
    return _table(_parted(plain, delimiter_of(plain)))


def delimiter_of(text: str) -> str:
    """The sign that parts the most lines into the same number of cells, more than one; a tab where none does."""
    best, found = (0, 0), "\t"
    head = "\n".join(re.split(r"\r\n|\r|\n", text, maxsplit=_LOOKED_AT)[:_LOOKED_AT])
    for sign in _DELIMITERS:
        widths = Counter(len(cells) for cells in _parted(head, sign))
        alike = [(lines, width) for width, lines in widths.items() if width > 1]
        if alike and max(alike) > best:
            best, found = max(alike), sign
    return found


def _parted(text: str, delimiter: str) -> Iterator[list[str]]:
    # A quote that nothing closes is somebody's inch or ditto, and would swallow all lines after it.
    lines = io.StringIO(text, newline="")
    if text.count('"') % 2:
        return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE, skipinitialspace=True)
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True)


def _table(lines: Iterable[Iterable[str]]) -> Table:
    kept: list[tuple[int, Line]] = []
    is_cut = False
    for number, line in enumerate(lines, start=1):
        cells = tuple(" ".join(cell[: LONGEST_CELL + 1].split()) for cell in islice(line, MOST_COLUMNS))
        if not any(cells):
            continue
        if len(kept) == MOST_LINES:
            is_cut = True
            break
        kept.append((number, cells))
    width = max((at + 1 for _, cells in kept for at, cell in enumerate(cells) if cell), default=0)
    even = tuple((*cells[:width], *[""] * (width - len(cells))) for _, cells in kept)
    return Table(even, tuple(number for number, _ in kept), is_cut)


def _content(path: Path) -> bytes:
    try:
        there = path.stat()
        # A pipe would keep its reader waiting for ever, and a device never ends.
        if not stat.S_ISREG(there.st_mode):
            raise Refusal("table.unreadable", path=str(path))
        if there.st_size > _LARGEST_FILE:
            raise Refusal("table.too_large", path=str(path))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Refusal("file.missing", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise Refusal("table.unreadable", path=str(path)) from error


def _decoded(content: bytes) -> str:
    """Read text as spreadsheets write it: by its mark, else as UTF-8, else as Windows did in the West."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if content[1:400:2].count(0) > len(content[1:400:2]) // 2:
        return content.decode("utf-16-le", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _cells_of_workbook(content: bytes, path: Path) -> Iterator[list[str]]:
    import openpyxl  # only who brings a workbook waits for it

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > _LARGEST_INSIDE:
            raise Refusal("table.too_large", path=str(path))
    with warnings.catch_warnings():
        # What a workbook has beside its cells, such as drop-down lists, is of no interest here.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            page = book.worksheets[0]
            # What a sheet says of its own size is not believed.
            for row in page.iter_rows(max_row=MOST_LINES * 4, max_col=MOST_COLUMNS, values_only=True):
                yield [_text(value) for value in row]
        finally:
            book.close()


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value)
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date() | time():
            return value.isoformat()
    return str(value)

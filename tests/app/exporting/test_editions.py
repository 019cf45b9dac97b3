"""What each edition is made from: nobody is named in a file that travels who did not agree to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from facilitator.activities.ideation_board.rules import Board, Placement, Signature
from facilitator.app.exporting.editions import EDITIONS, FACILITATOR, FUNDER, PARTICIPANT, seen_in
from facilitator.app.exporting.markdown import as_markdown
from facilitator.app.exporting.sheets import sheets
from facilitator.app.exporting.spreadsheet import as_xlsx
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, PersonId
from facilitator.convening.people import Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.words import Record, added
from tests.app.exporting.told import BOARD, convening, with_answers

AMINA, WEI, KOFI = (PersonId(name) for name in ("p-amina", "p-wei", "p-kofi"))


def with_people() -> Records:
    """One agreed to stand in the list, one put their name to an idea, one did neither."""
    signed = CardId("signed")
    more: tuple[Record[Any], ...] = (
        Person(AMINA, "Listed Amina", "Maji House", is_here=True),
        Contact(AMINA, consents=("list",)),
        Person(WEI, "Signing Wei", "River Lab", is_here=True),
        Person(KOFI, "Silent Kofi", "Tank Works", is_here=True),
        Card(signed, "A pump in each street", by=WEI),
        Placement(signed, BOARD),
        Signature(signed, BOARD, WEI),
    )
    records = convening().after(added(one) for one in more)
    return records.after((added(Board(BOARD, is_revealed=True, shows_authors=True)),))


@pytest.mark.parametrize(
    ("edition", "named"),
    [
        (FACILITATOR, {"Listed Amina", "Signing Wei", "Silent Kofi", "Maji House", "River Lab", "Tank Works"}),
        (PARTICIPANT, {"Listed Amina", "Signing Wei", "Maji House"}),
        (FUNDER, set()),
    ],
)
def test_a_workbook_names_who_agreed_and_nobody_else(edition: str, named: set[str], tmp_path: Path) -> None:
    """PR3, PR4 and HV8."""
    (tmp_path / "out.xlsx").write_bytes(as_xlsx(sheets(seen_in(with_people(), edition), 0), "Water"))

    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    told = {"Listed Amina", "Signing Wei", "Silent Kofi", "Maji House", "River Lab", "Tank Works"}
    assert {words for words in told if any(words in cell for cell in cells)} == named
    assert "A pump in each street" in cells


def test_how_many_took_part_is_told_in_every_edition() -> None:
    there = sum(person.is_here for person in with_people()[Person].values())

    for edition in EDITIONS:
        assert sum(person.is_here for person in seen_in(with_people(), edition)[Person].values()) == there


@pytest.mark.parametrize(
    ("edition", "read"),
    [
        (FACILITATOR, ["The year of the drought", "=1+1\nunread"]),
        (PARTICIPANT, ["The year of the drought"]),
        (FUNDER, []),
    ],
)
def test_an_answer_goes_no_further_than_the_room(edition: str, read: list[str]) -> None:
    """HV8."""
    records = seen_in(with_answers(), edition)
    (sheet,) = (each for each in sheets(records, 0) if each.title == "Answers")

    assert [row[2] for row in sheet.rows] == read
    marked = as_markdown(records, 0)
    assert ("year of the drought" in marked, "unread" in marked) == (bool(read), len(read) > 1)

"""The tables of decisions and reservations: what each edition may read, row by row."""

from __future__ import annotations

import pytest

from facilitator.app.exporting.decision_sheets import decision_sheet, reservation_sheet
from facilitator.app.exporting.editions import EDITIONS, FACILITATOR, FUNDER, PARTICIPANT, seen_in
from facilitator.app.exporting.sheet import Sheet
from facilitator.app.exporting.sheets import sheets
from tests.activities.scale.paper_rooms import SOONER, SPREAD, WORDS
from tests.app.exporting.agreed import agreed
from tests.app.exporting.told import NOW


def cells(sheet: Sheet, row: int) -> dict[str, object]:
    return dict(zip((name for name, _width in sheet.columns), sheet.rows[row], strict=True))


def test_a_decision_is_one_row_with_a_column_for_each_point() -> None:
    """DE1: the exact text, its rule, the counts, owner and review."""
    told = cells(decision_sheet(agreed()), 1)

    assert [told[str(point)] for point in range(1, 9)] == list(SPREAD)
    assert (told["Proposal"], told["Version"], told["Round"]) == (WORDS, 2, 2)
    assert told["Rule"] == "Supported when 15 of 22 or more choose 1, 2 or 3, and no one chooses 8."
    assert (told["Support"], told["Of"], told["Answered"]) == (17, 22, 22)
    assert (told["Outcome"], told["Owner"], told["Review"]) == ("Adopted", "Priya Raghunathan", "2027-06-18")
    assert not [name for name in told if "verage" in name or "ean" in name]


def test_scales_of_several_kinds_share_their_columns_and_too_few_answers_fill_none() -> None:
    """DE5."""
    sheet = decision_sheet(agreed())
    pulse = cells(sheet, 2)

    numbered = [name for name, _width in sheet.columns if name.isdigit()]
    assert numbered == ["0", "1", "2", "3", "4", "5", "6", "7", "8"]
    assert {pulse[name] for name in (*numbered, "Support", "Of", "Answered", "Rule", "Outcome")} == {""}
    assert pulse["Remark"] == "Fewer than five answered; the spread is not shown."


@pytest.mark.parametrize(
    ("edition", "consents", "owner"),
    [
        (FACILITATOR, (), "Priya Raghunathan"),
        (PARTICIPANT, ("list",), "Priya Raghunathan"),
        (PARTICIPANT, (), "Somebody of the room"),
        (FUNDER, ("list",), "Jal Saathi"),
    ],
)
def test_who_sees_to_it_is_named_as_far_as_an_edition_names_people(
    edition: str, consents: tuple[str, ...], owner: str
) -> None:
    """HV8, PR4: to funders an owner is an organisation."""
    told = decision_sheet(seen_in(agreed(*consents), edition))

    assert cells(told, len(told.rows) - 2)["Owner"] == owner


@pytest.mark.parametrize("edition", EDITIONS)
def test_reservations_are_in_every_edition_without_a_name_or_a_number(edition: str) -> None:
    """HV8."""
    sheet = reservation_sheet(seen_in(agreed("list"), edition))

    assert sheet.rows == [
        ("Agreement: open map", SOONER, "=The year is too soon.", "January 2028 instead."),
        ("Agreement: open map", WORDS, "Herders’ routes could be read\nfrom the map.", ""),
    ]


def test_every_edition_has_both_tables_and_no_vote_of_a_scale() -> None:
    for edition in EDITIONS:
        found = {sheet.title: sheet for sheet in sheets(seen_in(agreed(), edition), NOW)}

        assert {"Decisions", "Reservations"} <= set(found)
        assert {row[0] for row in found["Votes"].rows} == {"Vote"}

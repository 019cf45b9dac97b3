"""The tables of a convening, and who may see which of their columns."""

from __future__ import annotations

from dataclasses import replace

from facilitator.activities.ideation_board.console.layout_choice import shipped
from facilitator.activities.ideation_board.rules import Board, LaidOut, Paper, Signature, Spot
from facilitator.app.exporting.markdown import as_markdown
from facilitator.app.exporting.sheet import Sheet
from facilitator.app.exporting.sheets import agenda_sheets, idea_sheet, sheets, state_words
from facilitator.convening.ballots import INTERRUPTED, REVEALED, Round
from facilitator.convening.ids import CardId, PersonId, RoundId
from facilitator.convening.records import Records
from facilitator.convening.room import RoomView
from facilitator.convening.states import stated
from facilitator.convening.words import Change, added
from tests.app.exporting.told import BOARD, NOW, TEXTS, VOTE, card, convening
from tests.convening.given import BOOK


def named(records: Records) -> dict[str, Sheet]:
    return {sheet.title: sheet for sheet in sheets(records, NOW)}


def column(sheet: Sheet, heading: str) -> list[object]:
    at = [name for name, _width in sheet.columns].index(heading)
    return [row[at] for row in sheet.rows]


def test_the_facilitator_has_authors_contacts_and_notes() -> None:
    found = named(convening())

    assert list(found) == [
        "Ideas", "Votes", "Decisions", "Reservations", "Agenda", "Steps", "Wicked questions", "Answers", "People",
    ]  # fmt: skip
    assert set(column(found["Ideas"], "by")) == {"Amina"}
    assert column(found["People"], "E-mail") == ["amina@example.org"]
    assert column(found["Agenda"], "Private note")[0] == "Watch the time with the donors"
    assert column(found["Agenda"], "Minutes taken") == [33, "", ""]


def test_the_room_gets_none_of_them() -> None:
    found = named(RoomView(BOOK.veils()).of(convening()))

    said = repr(found)
    for private in ("amina@example.org", "+254 1", "bcdf ghjk", "Watch the time", "'by'", "E-mail"):
        assert private not in said
    assert column(found["People"], "Name") == ["Amina"]
    assert len(column(found["Ideas"], "idea")) == len(TEXTS)


def test_a_merged_idea_keeps_its_lineage_and_its_other_authors() -> None:
    """BD3."""
    records = convening().after((Change("card", "twin", {"by": "amina"}),))
    sheet = idea_sheet(records)

    rows = zip(*(column(sheet, name) for name in ("idea", "other wordings", "also by", "merged from")), strict=True)

    assert next(rows) == ("Shorter meetings", "Meetings, but shorter", "Amina", "twin")
    assert next(rows)[1:] == ("", "", "")


def test_an_open_round_stands_without_a_figure() -> None:
    rows = named(convening())["Votes"].rows

    assert rows[-1] == ("Vote", 2, "", "", "", "", "", "", "The vote was not revealed.")
    assert [row[2:6] for row in rows[:2]] == [(1, "Shorter meetings", 3, 2), (2, "A pot\nfor small fixes", 2, 2)]


def test_what_became_of_a_round_is_said() -> None:
    def words(state: str) -> str:
        return state_words(Round(RoundId("r"), VOTE, state=state))

    assert words(REVEALED) == ""
    assert words(INTERRUPTED) == "The vote was interrupted and has no result."


def test_the_agenda_alone_is_the_same_two_tables() -> None:
    found = named(convening())

    assert agenda_sheets(convening(), NOW) == (found["Agenda"], found["Steps"])


def test_programs_read_the_same_headings_in_every_language() -> None:
    assert [name for name, _width in idea_sheet(convening()).columns] == [
        "board", "cluster", "idea", "other wordings", "language", "source", "by", "also by", "dots", "voters", "id",
        "merged from", "confidence",
    ]  # fmt: skip


def test_the_room_gets_the_names_that_it_saw_on_the_stage() -> None:
    """BD4. PR3."""
    signed = added(Signature(card(0), BOARD, PersonId("amina")))
    hidden = RoomView(BOOK.veils()).of(convening().after((signed,)))
    shown = RoomView(BOOK.veils()).of(convening().after((signed, added(Board(BOARD, shows_authors=True)))))

    assert "Shorter meetings – Amina" not in as_markdown(hidden, 0)
    assert "Shorter meetings – Amina" in as_markdown(shown, 0)
    assert [name for name, _width in idea_sheet(shown).columns if name == "by"] == ["by"]
    assert column(idea_sheet(shown), "by")[:2] == ["Amina", ""]


def test_the_table_of_a_paper_card_is_in_the_facilitators_own_file_only() -> None:
    """IN1: every note keeps how it came in."""
    typed = added(Paper(card(0), BOARD, 4))

    assert column(idea_sheet(convening().after((typed,))), "table")[:2] == [4, ""]
    seen = RoomView(BOOK.veils()).of(convening().after((typed,)))
    assert "table" not in [name for name, _width in idea_sheet(seen).columns]


def test_on_a_canvas_each_idea_has_its_zone_and_its_place() -> None:
    """BD1."""
    assert not {"zone", "across", "down"} & {name for name, _width in idea_sheet(convening()).columns}
    laid = on_canvas(convening())
    sheet = idea_sheet(laid)

    rows = list(zip(*(column(sheet, name) for name in ("zone", "across", "down")), strict=True))
    assert rows[:2] == [("Big bets", "0.75", "0.125"), ("", "", "")]
    assert column(sheet, "idea")[:2] == list(TEXTS[:2])
    assert r"[Big bets, 75 % across, 12 % down]" in as_markdown(laid, NOW)


def on_canvas(records: Records) -> Records:
    """The same with a 2x2, and the first idea in it."""
    drawn = shipped()["impact_effort"][1]
    board = replace(records[Board].get(BOARD, Board(BOARD)), layout="impact_effort")
    spot = Spot(f"{card(0)}:impact_effort", CardId(card(0)), BOARD, "impact_effort", "big_bets", 7500, 1250)
    more = (board, LaidOut(f"{BOARD}:impact_effort", BOARD, drawn), spot)
    return records.after(change for one in more for change in stated(records, one))


def test_every_idea_says_how_sure_the_room_is() -> None:
    """BD5: nobody said so of the first, but two people said it."""
    assert column(idea_sheet(convening()), "confidence")[:2] == ["noticed", "hunch"]

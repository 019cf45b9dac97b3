"""A note on paper is as high as its words; one that no sheet could hold is cut between two lines."""

from __future__ import annotations

import pytest
from reportlab.platypus import Flowable

from facilitator.kit.pdf.marks import Within
from facilitator.kit.pdf.wall_note import FieldHead, Hand, WallField, WallNote, pieces
from tests.kit.pdf.paper import plain_look

WHOLE = Within("L", "1")


def hand(size: float = 10) -> Hand:
    return Hand(plain_look(), size)


def heights(note: WallNote, most: float = 400, size: float = 10) -> list[float]:
    by = hand(size)
    return [piece.height for piece in pieces(by, note, by.look.theme.notes["sky"], 120, most, WHOLE)]


def test_a_note_is_higher_with_more_words_larger_letters_and_a_caption() -> None:
    (plain,) = heights(WallNote("Shorter meetings"))

    assert heights(WallNote("Shorter meetings, and fewer of them")) > [plain]
    assert heights(WallNote("Shorter meetings"), size=14) > [plain]
    assert heights(WallNote("Shorter meetings", "3 dots")) > [plain]


def test_a_note_that_no_sheet_could_hold_is_cut_and_none_of_it_is_higher() -> None:
    cut = heights(WallNote("\n".join(f"line {n}" for n in range(100)), "2 wordings"))

    assert len(cut) > 2
    assert max(cut) <= 400.5
    assert sum(cut) > 100 * 10


@pytest.mark.parametrize("name", ["Money", "A sentence that says what the room means " * 4])
def test_a_head_is_as_high_as_its_name_and_says_where_a_field_goes_on(name: str) -> None:
    by = hand()
    inks, field = by.look.theme.notes["sky"], WallField("A", name, "sky", [WallNote("one")])

    first = FieldHead(by, field, inks, 110, is_again=False)
    again = FieldHead(by, field, inks, 110, is_again=True)

    assert again.height >= first.height >= 15
    assert FieldHead(by, field, inks, 400, is_again=False).height <= first.height


def test_a_name_ends_after_a_few_lines_also_where_it_goes_on() -> None:
    by = hand()
    inks, field = by.look.theme.notes["sky"], WallField("A", "A name " * 80, "sky", [WallNote("one")])

    for is_again in (False, True):
        assert FieldHead(by, field, inks, 110, is_again=is_again).height < 5 * 10 * 1.06 * 1.4 + 12


def test_words_begin_where_the_room_reads_and_notes_where_their_script_does() -> None:
    said: dict[tuple[bool, str], Flowable] = {}
    for is_mirrored in (False, True):
        by = Hand(plain_look(), 10, is_mirrored)
        style = by.style(1, by.look.body.weight, "#000000")
        said |= {
            (is_mirrored, "head"): by.said("Money", style),
            (is_mirrored, "note"): by.written("Money", style, "LBody"),
        }

    left, right = 0, 2
    assert [said[False, each].style.alignment for each in ("head", "note")] == [left, left]
    assert [said[True, each].style.alignment for each in ("head", "note")] == [right, right]

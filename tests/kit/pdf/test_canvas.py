"""A canvas on paper: every note has a number on the picture and a row beneath it; many make it higher, not smaller."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest

from facilitator.kit.pdf.canvas import CanvasFigure, PaperCanvas, PaperNote, PaperZone, canvas_on_paper
from facilitator.kit.pdf.look import Look
from tests.kit.pdf.paper import plain_look, printed, words_of

ZONES = (PaperZone("Quick wins", 0, 0, 0.5, 1), PaperZone("Big bets", 0.5, 0, 1, 1))
ENDS = {"left": "Cheap", "right": "Dear", "bottom": "Small", "top": "Large"}


def canvas(count: int, *, is_mirrored: bool = False) -> PaperCanvas:
    notes = [
        PaperNote(f"Idea{at}", 0.25 if at % 2 else 0.75, 0.5, 0 if at % 2 else 1, at % 3 - 1) for at in range(count)
    ]
    return PaperCanvas("Impact and effort", ZONES, ENDS, notes, is_mirrored)


def test_the_picture_names_zones_and_axes_and_the_table_says_every_note(tmp_path: Path) -> None:
    look = plain_look()

    said = words_of(printed(look, tmp_path, *canvas_on_paper(look, canvas(5))))

    for word in ("Quickwins", "Bigbets", "Cheap", "Dear", "Small", "Large", "NoteZone"):
        assert word in said
    assert "1Idea1Quickwins2Idea3Quickwins3Idea0Bigbets4Idea2Bigbets5Idea4Bigbets" in said


@pytest.mark.parametrize("count", [1, 5, 150, 500])
def test_marks_lie_in_the_picture_and_none_on_another(count: int) -> None:
    figure = CanvasFigure(plain_look(), canvas(count))

    marks = figure.marks()

    assert len(marks) == count
    assert all(left >= 0 and left + wide <= figure.width for left, _top, wide, _high in marks)
    assert all(top >= 0 and top + high <= figure.height for _left, top, _wide, high in marks)
    for one, other in combinations(marks, 2):
        assert (
            one[0] >= other[0] + other[2] or other[0] >= one[0] + one[2]
            or one[1] >= other[1] + other[3] or other[1] >= one[1] + one[3]
        )  # fmt: skip


def test_whoever_does_not_see_the_picture_is_told_what_it_is() -> None:
    figure = CanvasFigure(plain_look(), canvas(5))

    assert figure.alt == "Impact and effort: 5 notes where they were put. The table below says each."


def boxes(look: Look, folder: Path, canvas: PaperCanvas) -> dict[str, float]:
    """Where each line of words begins, from the left in points; the first time that it is said."""
    with pypdfium2.PdfDocument(printed(look, folder, *canvas_on_paper(look, canvas))) as pdf:
        text = pdf[0].get_textpage()
        places = [text.get_rect(at) for at in range(text.count_rects())]
        return {text.get_text_bounded(*place).strip(): place[0] for place in reversed(places)}


def test_for_a_room_that_reads_from_the_right_picture_and_table_begin_there(tmp_path: Path) -> None:
    usual, turned = (CanvasFigure(plain_look(), canvas(2, is_mirrored=turn)).marks() for turn in (False, True))
    assert usual[1][0] < usual[0][0]
    assert turned[1][0] > turned[0][0]
    assert turned[1][0] == pytest.approx(CanvasFigure(plain_look(), canvas(2)).width - usual[1][0] - usual[1][2])

    look = plain_look()
    lies, lay = (boxes(look, tmp_path, canvas(2, is_mirrored=turn)) for turn in (True, False))
    for first, then in (("Quick wins", "Big bets"), ("Cheap", "Dear"), ("Note", "Zone"), ("Large", "Quick wins")):
        assert lay[first] < lay[then], (first, then)
        assert lies[first] > lies[then], (first, then)

"""What is marked is told to a screen reader; the rest is decoration."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from facilitator.kit.pdf.marks import DECORATION, MarkedCanvas, Within, marked
from tests.kit.pdf.paper import plain_look


def canvas() -> MarkedCanvas:
    look = plain_look()
    return MarkedCanvas(BytesIO(), initialFontName=look.typeface.name(look.body.weight))


def test_marks_are_counted_anew_on_each_page() -> None:
    paper = canvas()

    for _ in range(2):
        for _ in range(2):
            with marked(paper, "P"):
                paper.drawString(0, 0, "x")
        paper.showPage()

    assert [(mark.page, mark.number) for mark in paper.marks] == [(1, 0), (1, 1), (2, 0), (2, 1)]


def test_a_mark_inside_a_mark_counts_for_the_outer_one() -> None:
    paper = canvas()

    with marked(paper, "Figure", "A bar"), marked(paper, "P"):
        paper.drawString(0, 0, "x")

    assert [(mark.role, mark.alt) for mark in paper.marks] == [("Figure", "A bar")]


def test_decoration_leaves_no_mark() -> None:
    paper = canvas()

    with marked(paper, DECORATION):
        paper.drawString(0, 0, "x")

    assert paper.marks == []


def test_a_mark_remembers_the_parts_it_lies_in() -> None:
    paper = canvas()
    parts = (Within("L", "1"), Within("LI", "2"))

    with marked(paper, "LBody", within=parts):
        paper.drawString(0, 0, "x")

    assert paper.marks[0].within == parts


def test_on_a_plain_canvas_drawing_goes_on_unmarked() -> None:
    with marked(Canvas(BytesIO()), "P"):
        pass

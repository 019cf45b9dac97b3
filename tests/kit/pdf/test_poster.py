"""The agenda on the wall: read back from the file, at both sizes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pdfua import validate

from facilitator.kit.pdf.look import Look
from facilitator.kit.pdf.poster import PAPERS, PosterDay, PosterLine, write_poster
from facilitator.kit.pdf.qt_text import QtText
from facilitator.kit.pdf.tagging import write_tagged
from tests.kit.pdf.paper import colours, fonts, pages_of, plain_look, rgb, roles, spoken, squashed

CATEGORIES = ("gather", "think", "decide", "act", "pause")
LINES = tuple(
    PosterLine(f"Block {n:02}", "Nomsa Dube", category, 540 + 30 * n, 30) for n, category in enumerate(CATEGORIES)
)
BOTH = pytest.mark.parametrize("paper", list(PAPERS))


def poster(folder: Path, *days: PosterDay, paper: str = "a3", look: Look | None = None) -> Path:
    raw, path, made = BytesIO(), folder / "poster.pdf", look or plain_look()
    marks = write_poster(made, raw, "Clean Water by 2035", days, paper, "en")
    write_tagged(raw, path, marks, "Clean Water by 2035", "en")
    return path


def letter_heights(path: Path) -> dict[str, float]:
    """The height of every digit and capital on the first page, in mm."""
    found: dict[str, float] = {}
    with pypdfium2.PdfDocument(path) as pdf:
        text = pdf[0].get_textpage()
        for at in range(text.count_chars()):
            letter = text.get_text_range(at, 1)
            _left, bottom, _right, top = text.get_charbox(at)
            if letter == "B" or letter.isdigit():
                found[letter] = max(found.get(letter, 0), (top - bottom) / 72 * 25.4)
    return found


@BOTH
def test_each_day_has_a_page_with_times_words_of_categories_guides_and_pauses(tmp_path: Path, paper: str) -> None:
    path = poster(tmp_path, PosterDay("Day 1", LINES), PosterDay("Day 2", LINES[:2]), paper=paper)

    first, second = pages_of(path)
    assert "CleanWaterby2035Day1·09:00–11:30" in first
    assert "Day2·09:00–10:00" in second
    for word in ("Gather·30min", "Think·", "Decide·", "Act·", "Pause·", "NomsaDube", "10:30", "Block03"):
        assert word in first
    look = plain_look()
    assert {rgb(look.theme.category(name)) for name in CATEGORIES} <= colours(path)


@BOTH
def test_the_paper_is_upright_and_of_its_size(tmp_path: Path, paper: str) -> None:
    with pypdfium2.PdfDocument(poster(tmp_path, PosterDay("Day 1", LINES), paper=paper)) as pdf:
        assert tuple(round(side) for side in pdf[0].get_size()) == tuple(round(side) for side in PAPERS[paper])
        assert pdf[0].get_width() < pdf[0].get_height()


@BOTH
def test_sixty_blocks_go_on_over_pages_of_like_length_and_none_is_left_out(tmp_path: Path, paper: str) -> None:
    lines = [
        PosterLine(f"Block {n:02} " + "and more " * (n % 9), "Elif Şahin", CATEGORIES[n % 5], 540 + n, 1)
        for n in range(60)
    ]

    pages = pages_of(poster(tmp_path, PosterDay("Day 1", lines), paper=paper))

    shown = [sum(f"Block{n:02}" in page for n in range(60)) for page in pages]
    assert sum(shown) == 60
    assert min(shown) > max(shown) / 2
    assert [f"page{n}of{len(pages)}" in page for n, page in enumerate(pages, start=1)] == [True] * len(pages)


def test_a_full_day_can_be_read_from_two_metres_on_a3(tmp_path: Path) -> None:
    """Capitals are at least distance / 370 high. Source: design, section 9."""
    lines = [replace(LINES[n % 5], starts=540 + 30 * n) for n in range(17)]

    heights = letter_heights(poster(tmp_path, PosterDay("Day 1", lines)))

    assert heights["B"] >= 2000 / 370
    assert min(heights[digit] for digit in "0135") >= 2000 / 370


def test_a_screen_reader_hears_headings_and_a_list(tmp_path: Path) -> None:
    path = poster(tmp_path, PosterDay("Day 1", LINES))

    assert roles(path)[:5] == ["Document", "H1", "H2", "Figure", "L"]
    assert roles(path).count("LI") == len(LINES)
    assert {finding.rule_id for finding in validate(str(path)).findings} <= {"UA-28-004"}
    assert all(fonts(path).values())


def test_other_scripts_and_very_long_words_stay_whole(tmp_path: Path, qapp: object) -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
    lines = [
        replace(LINES[0], title="أقل اجتماعات"),
        replace(LINES[1], title=long),
        replace(LINES[2], title="x " * 300),
    ]
    look = plain_look(complex_text=QtText())

    path = poster(tmp_path, PosterDay("Day 1", lines), look=look)

    assert qapp
    assert squashed("أقل اجتماعات") in spoken(path)
    assert long in "".join(pages_of(path))
    assert "".join(pages_of(path)).count("x") >= 300


def test_an_empty_day_says_so(tmp_path: Path) -> None:
    assert "Nothingisontheagendayet." in pages_of(poster(tmp_path, PosterDay("Day 1", ())))[0]


def boxes(path: Path, words: str) -> tuple[float, float]:
    """Where words stand on the first page: their left and right edge, in points."""
    with pypdfium2.PdfDocument(path) as pdf:
        text = pdf[0].get_textpage()
        found = text.search(words).get_next()
        assert found is not None
        at, count = found
        edges = [text.get_charbox(place) for place in range(at, at + count)]
    return min(edge[0] for edge in edges), max(edge[2] for edge in edges)


def test_a_line_of_name_and_times_that_is_too_long_is_two_lines(tmp_path: Path) -> None:
    short, long = "Day 2 · The river", "The river, and all that it carries · Friday 19 March 2027 · Naivasha"

    one = pages_of(poster(tmp_path, PosterDay(short, LINES)))[0]
    two = pages_of(poster(tmp_path, PosterDay(long, LINES * 6)))[0]

    assert "Theriver·09:00–11:30" in one
    assert "Naivasha09:00–11:30·page1of" in two


@pytest.mark.usefixtures("qapp")
def test_under_a_title_that_is_read_from_the_right_its_kind_stands_there_too(tmp_path: Path) -> None:
    look = plain_look(complex_text=QtText())
    arabic = replace(LINES[0], title="سؤال عن الماء")

    left = boxes(poster(tmp_path, PosterDay("Day 1", LINES[:1]), look=look), "Gather")[0]
    right = boxes(poster(tmp_path, PosterDay("Day 1", [arabic]), look=look), "Gather")[0]

    assert right > left + 200


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["نايفاشا", "Thursday · نايفاشا"])
def test_the_day_begins_before_it_ends_behind_a_name_that_is_read_from_the_right(tmp_path: Path, name: str) -> None:
    look = plain_look(complex_text=QtText())
    # "09:05–12:10", once with "09:50" and once with "12:01": the same digits, so that nothing else moves.
    plain, begins_later, ends_earlier = (
        head_of(poster(tmp_path, PosterDay(name, lasting(starts, ends)), look=look))
        for starts, ends in ((545, 730), (590, 730), (545, 721))
    )

    assert differing(plain, begins_later) < differing(plain, ends_earlier)


def lasting(starts: int, ends: int) -> list[PosterLine]:
    """A day from here to there, in minutes since midnight."""
    return [replace(LINES[0], starts=starts), replace(LINES[1], starts=700, minutes=ends - 700)]


def head_of(path: Path) -> list[bytes]:
    """The line under the title as it is printed, column by column of pixels."""
    with pypdfium2.PdfDocument(path) as pdf:
        drawn = pdf[0].render(scale=1, grayscale=True)
        rows = range(122, 147)
        return [bytes(drawn.buffer[row * drawn.stride + x] for row in rows) for x in range(drawn.width)]


def differing(one: list[bytes], other: list[bytes]) -> int:
    """The first column in which two lines differ."""
    return next(x for x, columns in enumerate(zip(one, other, strict=True)) if columns[0] != columns[1])


def test_who_guides_stands_on_the_line_of_the_title_at_every_size(tmp_path: Path) -> None:
    for count in (3, 24):
        with pypdfium2.PdfDocument(poster(tmp_path, PosterDay("Day 1", (LINES * 6)[:count]))) as pdf:
            text = pdf[0].get_textpage()
            feet = []
            for words in ("Block 00", "Nomsa Dube"):
                at, _count = text.search(words).get_next()
                feet.append(text.get_charbox(at)[1])
        assert abs(feet[0] - feet[1]) < 1.5

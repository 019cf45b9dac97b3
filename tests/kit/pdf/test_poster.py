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

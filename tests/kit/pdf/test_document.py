"""Pages carry a footer, their number and the whole; sections are bookmarks; nothing is left unembedded."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
from reportlab.platypus import PageBreak

from facilitator.kit.pdf.cover import contents
from facilitator.kit.pdf.document import Doc, onward
from facilitator.kit.pdf.sections import Section
from facilitator.kit.pdf.text import words
from tests.kit.pdf.paper import IMPRINT, fonts, pages_of, plain_look, printed, squashed


def test_every_page_says_its_number_and_the_whole(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, *[words(look, f"line {n}", look.body) for n in range(120)])

    pages = pages_of(page)
    assert len(pages) == 3
    assert all(text.endswith(f"{number}of3") for number, text in enumerate(pages, start=1))


def test_the_footer_names_the_convening_and_the_section(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, words(look, "cover", look.body), PageBreak(), Section(look, "Dot vote"))

    first, second = pages_of(page)
    assert squashed(f"{IMPRINT.footer} {IMPRINT.first_page}") in first
    assert second.count("Dotvote") == 2


def test_sections_are_bookmarks_and_lines_of_the_contents_with_their_pages(tmp_path: Path) -> None:
    look = plain_look()
    sections = [Section(look, title) for title in ("Dot vote", "Wambũi & Ọlá", "Ideas")]
    story = [contents(look, sections), *(part for section in sections for part in (PageBreak(), section))]

    page = printed(look, tmp_path, *story)

    with pikepdf.open(page) as pdf, pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["Dot vote", "Wambũi & Ọlá", "Ideas"]
    assert pages_of(page)[0].startswith(squashed("Dot vote 2 Ideas 4 Wambũi & Ọlá 3"))


def test_all_fonts_are_embedded(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, words(look, "Wambũi, Ελένη", look.body), words(look, "Ọlá", look.heading))

    found = fonts(page)
    assert len(found) >= 3
    assert all(found.values())
    assert not any("Helvetica" in name for name in found)


def test_a_very_long_title_keeps_the_footer_to_one_line(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, Section(look, "a title that goes on and on " * 20))

    assert pages_of(page)[0].endswith("…1of1")


def test_progress_rises_to_the_whole() -> None:
    look = plain_look()
    shares: list[float] = []

    Doc(BytesIO(), look, IMPRINT, shares.append).lay_out([words(look, str(n), look.body) for n in range(50)])

    assert all(before <= after for before, after in pairwise(shares))
    assert shares[-1] == 1


def test_the_first_pages_may_lie_until_the_story_goes_on_upright(tmp_path: Path) -> None:
    look, path = plain_look(), tmp_path / "pages.pdf"

    with path.open("wb") as goal:
        doc = Doc(goal, look, IMPRINT, lambda _share: None, (842, 595))
        doc.lay_out([words(look, "lies", look.body), *onward(), words(look, "stands", look.body)])

    with pypdfium2.PdfDocument(path) as pdf:
        assert [tuple(round(side) for side in page.get_size()) for page in pdf] == [(842, 595), (595, 842)]
        folios = [page.get_textpage().search(f"{at} of 2").get_next() for at, page in enumerate(pdf, start=1)]
        boxes = [page.get_textpage().get_charbox(found[0]) for page, found in zip(pdf, folios, strict=True) if found]
    assert [box[0] > wide * 0.85 for box, wide in zip(boxes, (842, 595), strict=True)] == [True, True]

"""A cover has a large title, figures, contents, and people at its foot."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.platypus import PageBreak

from facilitator.kit.pdf.cover import AtFoot, BigTitle, Figures, contents, page_form
from facilitator.kit.pdf.look import TEXT_WIDTH, Look
from facilitator.kit.pdf.parts import Figure
from facilitator.kit.pdf.sections import Section, air
from facilitator.kit.pdf.text import words
from tests.kit.pdf.paper import ink, pages_of, plain_look, printed, squashed, words_of


def people(look: Look, numbers: tuple[int, ...]) -> str:
    return look.ngettext("person", "people", numbers[0])


@pytest.mark.parametrize(
    "title", ["Clean Water", "From forty single fixes to one system that keeps water flowing " * 2]
)
def test_a_title_is_large_and_never_cut(tmp_path: Path, title: str) -> None:
    look = plain_look()
    flowable = BigTitle(look, title)

    height = flowable.wrap(TEXT_WIDTH, 700)[1]

    assert height <= 3.1 * look.display.leading
    assert squashed(title) in words_of(printed(look, tmp_path, flowable))


def test_figures_stand_over_what_was_counted(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, Figures(look, [Figure((22,), people), Figure((1,), people)]))

    assert words_of(page).startswith("22people1person")


def test_contents_link_to_sections_and_show_their_pages(tmp_path: Path) -> None:
    look = plain_look()
    sections = [Section(look, "One"), Section(look, "Two"), Section(look, "Three")]

    page = printed(look, tmp_path, contents(look, sections), PageBreak(), *sections)

    assert pages_of(page)[0].startswith("One2Three2Two2")
    assert len({page_form(section) for section in sections}) == 3


def test_who_was_in_the_room_stands_at_the_foot(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, words(look, "top", look.body), AtFoot([words(look, "foot", look.body)]))

    assert words_of(page).startswith("topfoot")
    assert ink(page)[3] < 80


def test_what_is_too_much_for_the_foot_flows_on(tmp_path: Path) -> None:
    look = plain_look()
    names = [words(look, f"name{n}.", look.body) for n in range(70)]

    page = printed(look, tmp_path, air(300), AtFoot(names))

    assert len(pages_of(page)) == 2
    assert all(f"name{n}." in words_of(page) for n in range(70))

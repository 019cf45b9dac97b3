"""Headings and the paragraphs that follow them."""

from __future__ import annotations

from pathlib import Path

from facilitator.kit.pdf.marks import Within
from facilitator.kit.pdf.sections import (
    ClusterHead,
    Rule,
    Ruled,
    Section,
    air,
    heading,
    list_part,
    paragraph,
    section,
)
from facilitator.kit.pdf.text import words
from tests.kit.pdf.paper import colours, ink, pages_of, plain_look, printed, rgb, roles, words_of


def test_a_section_begins_on_a_new_page_when_little_room_is_left(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, air(500), *section(look, "Ideas"))

    assert len(pages_of(page)) == 2


def test_a_section_goes_on_where_there_is_room(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, air(100), *section(look, "Ideas", paragraph(look, "What would help?")))

    (text,) = pages_of(page)
    assert text.startswith("IdeasWhatwouldhelp?")


def test_a_section_knows_its_page_once_it_is_drawn(tmp_path: Path) -> None:
    look = plain_look()
    title = Section(look, "Ideas")

    printed(look, tmp_path, air(700), air(200), title)

    assert title.page == 2


def test_a_cluster_shows_letter_sentence_and_count_in_its_colour(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, ClusterHead(look, 1, "Data we share", 10))

    assert words_of(page).startswith("BDataweshare10")
    assert rgb(look.theme.cluster(1).edge) in colours(page)
    assert "H2" in roles(page)


def test_a_head_that_is_repeated_is_not_read_twice(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, ClusterHead(look, 1, "Data we share, continued", 0, again=True))

    assert "H2" not in roles(page)


def test_a_bar_stands_beside_its_words(tmp_path: Path) -> None:
    look = plain_look()
    inner = [words(look, "Every project keeps two dates.", look.body)]

    page = printed(look, tmp_path, Ruled(look, inner))

    assert rgb(look.theme.colours.accent) in colours(page)
    assert "Everyprojectkeepstwodates." in words_of(page)


def test_words_too_long_for_a_bar_go_on_over_pages(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, Ruled(look, [words(look, "a long promise " * 1000, look.lead)]))

    assert words_of(page).replace("CleanWaterby2035·18March2027Summary", "").count("alongpromise") >= 980


def test_a_heading_moves_on_rather_than_stand_alone_at_the_foot(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, air(680), *heading(look, "Set aside"), paragraph(look, "Later"))

    assert pages_of(page)[1].startswith("SetasideLater")


def test_a_rule_runs_over_the_whole_width(tmp_path: Path) -> None:
    look = plain_look()

    left, _, right, _ = ink(printed(look, tmp_path, Rule(look.theme.colours.ink)))

    assert right - left > 500


def test_each_line_of_a_list_is_its_own_part() -> None:
    look = plain_look()
    whole = Within("L", look.new_key())

    assert list_part(look, whole)[0] == list_part(look, whole)[0]
    assert list_part(look, whole)[1] != list_part(look, whole)[1]

"""Ideas stand in two columns, complete, cluster by cluster, however many there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.kit.pdf.columns import Cluster, Idea, clusters_in_columns, ideas_in_columns
from facilitator.kit.pdf.look import COLUMN_WIDTH, PAGE_WIDTH, TEXT_WIDTH
from tests.kit.pdf.paper import ink, pages_of, plain_look, printed, roles, squashed, words_of

LETTERS = "ABCDEFGH"


def clusters(count: int, each: int) -> list[Cluster]:
    return [Cluster(c, f"Cluster {LETTERS[c]}", [Idea(f"idea {c}-{n}.") for n in range(each)]) for c in range(count)]


@pytest.mark.parametrize(("count", "each"), [(1, 1), (5, 9), (3, 40), (8, 63)])
def test_every_idea_is_there_once(tmp_path: Path, count: int, each: int) -> None:
    look = plain_look()

    page = printed(look, tmp_path, clusters_in_columns(look, clusters(count, each)))

    text = words_of(page)
    assert all(text.count(f"idea{c}-{n}.") == 1 for c in range(count) for n in range(each))


def test_what_fits_one_page_is_balanced_between_clusters() -> None:
    look = plain_look()
    columns = clusters_in_columns(look, clusters(2, 10))
    alone = clusters_in_columns(look, clusters(1, 10))

    both, one = columns.wrap(TEXT_WIDTH, 700)[1], alone.wrap(COLUMN_WIDTH, 700)[1]

    assert one < both <= one * 2.2


def test_a_cluster_that_breaks_says_that_it_continues(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, clusters_in_columns(look, clusters(1, 100)))

    first, second = pages_of(page)
    assert first.count("ClusterA,continued") == 1
    assert second.startswith("AClusterA,continued")
    assert roles(page).count("H2") == 1
    assert roles(page).count("L") == 1
    assert roles(page).count("LI") == 100


def test_an_idea_keeps_all_its_words_and_all_wordings_merged_into_it(tmp_path: Path) -> None:
    look = plain_look()
    long = "why " * 149 + "end!"

    page = printed(look, tmp_path, ideas_in_columns(look, [Idea(long, ("the same, shorter",), 11)]))

    text = words_of(page)
    assert squashed(long) in text
    assert "alsosaid:thesame,shorter" in text
    assert "11" in text


def test_an_idea_of_three_hundred_lines_breaks_over_columns_and_pages(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, ideas_in_columns(look, [Idea("\n".join(f"l{n}." for n in range(300)))]))

    assert all(f"l{n}." in words_of(page) for n in range(300))


def test_a_cluster_without_ideas_is_left_out(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, clusters_in_columns(look, [Cluster(0, "Empty", []), *clusters(1, 2)]))

    assert "Empty" not in words_of(page)


def test_ideas_without_a_cluster_need_no_head(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, ideas_in_columns(look, [Idea("alone")]))

    assert "H2" not in roles(page)
    assert ink(page)[2] <= PAGE_WIDTH / 2


def test_a_cluster_whose_sentence_fills_a_column_still_prints(tmp_path: Path) -> None:
    look = plain_look()
    tall = Cluster(0, "a sentence " * 50, [Idea("long " * 110), Idea("longer " * 80)])

    page = printed(look, tmp_path, clusters_in_columns(look, [tall]))

    assert words_of(page).count("longer") == 80

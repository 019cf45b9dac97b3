"""Tables break between rows and repeat their head."""

from __future__ import annotations

from pathlib import Path

from facilitator.kit.pdf.look import TEXT_WIDTH, Look
from facilitator.kit.pdf.rows import Cell, Row, Table, beside, table
from facilitator.kit.pdf.text import words
from tests.kit.pdf.paper import pages_of, plain_look, printed, roles, words_of


def head(look: Look) -> Row:
    return Row((Cell(100, words(look, "Who", look.caption)), Cell(100, words(look, "What", look.caption))), look.hair)


def rows(look: Look, count: int) -> list[Row]:
    return [
        Row((Cell(100, words(look, f"person{n}.", look.body)), Cell(100, words(look, "does", look.body))), look.hair)
        for n in range(count)
    ]


def test_a_long_table_repeats_its_head_on_each_page(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, table(look, lambda: head(look), rows(look, 60)))

    pages = pages_of(page)
    assert len(pages) == 3
    assert all(text.startswith("WhoWhat") for text in pages)
    assert all(f"person{n}." in words_of(page) for n in range(60))


def test_every_row_has_as_many_cells_as_the_head(tmp_path: Path) -> None:
    look = plain_look()
    gap = Row((Cell(100, words(look, "Nobody", look.body)), Cell(100)), look.hair)

    page = printed(look, tmp_path, table(look, lambda: head(look), [gap]))

    assert roles(page).count("TD") == roles(page).count("TH") == 2


def test_a_row_higher_than_a_page_breaks_and_loses_nothing(tmp_path: Path) -> None:
    look = plain_look()
    lines = "\n".join(f"line{n}." for n in range(200))
    tall = Row(
        (Cell(100, words(look, "Amina", look.body)), Cell(TEXT_WIDTH - 100, words(look, lines, look.body))), "#000000"
    )

    page = printed(look, tmp_path, table(look, lambda: head(look), [tall, *rows(look, 2)]))

    assert all(f"line{n}." in words_of(page) for n in range(200))
    assert words_of(page).count("Amina") == 1


def test_a_table_without_a_head_is_only_its_rows(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, table(look, None, rows(look, 2)), Table(None, rows(look, 1)))

    assert "TH" not in roles(page)
    assert words_of(page).startswith("person0.doesperson1.doesperson0.does")


def test_a_gap_keeps_words_off_the_next_cell() -> None:
    look = plain_look()
    text = "one two three four five six seven"

    tight = Row((Cell(100, words(look, text, look.body)),), look.hair).wrap(0, 500)[1]
    loose = Row((Cell(100, words(look, text, look.body), gap=50),), look.hair).wrap(0, 500)[1]

    assert loose > tight


def test_short_notes_stand_side_by_side(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, beside(look, [("How it ran", "In silence."), ("Ties", "Share a rank.")]))

    assert words_of(page).startswith("HowitranInsilence.TiesSharearank.")

"""Rows of ideas on the stage."""

from __future__ import annotations

from facilitator.activities.ideation_board.stage.rows import Filling, Row, page_of_rows
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId

CARDS = [Card(CardId(f"c{number}"), f"Idea {number}") for number in range(23)]


def height(text: str) -> float:
    return 100.0 if text == "Idea 7" else 60.0


def texts(rows: list[Row]) -> list[str]:
    return [card.text for row, _high in rows for card in row]


def test_a_row_is_as_high_as_its_highest_note() -> None:
    rows = page_of_rows(CARDS, height, 1000, 0, Filling.FROM_START)

    assert [high for _row, high in rows] == [60, 100, 60, 60, 60]
    assert texts(rows) == [card.text for card in CARDS]


def test_the_first_page_begins_with_the_first_idea_or_ends_with_the_newest() -> None:
    first = page_of_rows(CARDS, height, 180, 0, Filling.FROM_START)
    newest = page_of_rows(CARDS, height, 180, 0, Filling.FROM_END)

    assert texts(first) == [f"Idea {number}" for number in range(10)]
    assert texts(newest) == [f"Idea {number}" for number in range(15, 23)]


def test_pages_go_on_where_the_one_before_ended_and_the_last_stays() -> None:
    pages = [texts(page_of_rows(CARDS, height, 180, page, Filling.FROM_START)) for page in range(4)]

    assert [text for page in pages[:3] for text in page] == [card.text for card in CARDS]
    assert pages[3] == pages[2]

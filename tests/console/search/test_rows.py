"""What was found as rows."""

from __future__ import annotations

from datetime import date

from facilitator.console.search.rows import Sort, rows_of
from facilitator.convening.findable import Question
from tests.console.search.answers import TRUST, answer, hit

TODAY = date(2027, 3, 20)


def test_each_kind_has_a_heading_and_ideas_come_first() -> None:
    rows = rows_of(answer(hit("Ask about pumps", kind="note"), hit("A pump"), hit("Pumps", where=TRUST)), TODAY)

    assert [(row.sort, row.said()) for row in rows] == [
        (Sort.HEADING, "Ideas, 2"),
        (Sort.HIT, "A pump, Clean Water · Thu 18 March"),
        (Sort.HIT, "Pumps, Trust and terms · Wed 14 January 2026"),
        (Sort.HEADING, "Private notes, 1"),
        (Sort.HIT, "Ask about pumps, only on this laptop · Clean Water · Thu 18 March · Ideas"),
    ]
    assert [row.can_be_chosen for row in rows] == [False, True, True, False, True]
    assert len({row.id for row in rows}) == len(rows)


def test_those_that_are_not_shown_are_counted_with_where_they_are() -> None:
    rows = rows_of(answer(*(hit(f"Pump {n}", where=TRUST) for n in range(3)), more=4), TODAY)

    assert rows[-1].sort is Sort.MORE
    assert rows[-1].said() == "4 more ideas, Clean Water"


def test_of_an_opened_kind_the_rest_is_only_told() -> None:
    asked = Question("pump", 1, opened="idea")
    rows = rows_of(answer(*(hit(f"Pump {n}") for n in range(200)), more=300, question=asked), TODAY)

    assert rows[-1].sort is Sort.REST
    assert rows[-1].said() == "300 more ideas, One more word finds fewer."
    assert not rows[-1].can_be_chosen


def test_a_kind_that_was_left_out_has_no_rows() -> None:
    asked = Question("pump", 1, kinds_out=frozenset({"idea"}))

    assert not rows_of(answer(hit("A pump"), question=asked), TODAY)


def test_another_wording_stands_beside_where_it_lies() -> None:
    (_, row) = rows_of(answer(hit("Two mechanics", "Pump fitters")), TODAY)

    assert row.aside is not None
    assert row.said() == "Two mechanics, Pump fitters, Clean Water · Thu 18 March · 2 voices"

"""What to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.console.search.filters import CountBox, Filters, LeftOut
from facilitator.convening.findable import Answer, Question, Searched
from facilitator.convening.ids import ConveningId
from tests.console.conftest import button, doubled
from tests.console.search.answers import TRUST, answer, hit

FOUND = answer(hit("A pump"), hit("Pumps", where=TRUST), hit("Ask about pumps", kind="note"), more=3)


@pytest.fixture
def filters(shown: Callable[[QWidget], None]) -> Filters:
    made = Filters()
    made.show_answer(FOUND, frozenset(), "2027")
    shown(made)
    return made


def lines(filters: Filters) -> list[tuple[str, str, bool]]:
    return [
        (box.accessibleName(), box.accessibleDescription(), box.isChecked())
        for box in filters.findChildren(CountBox)
        if box.isVisible()
    ]


def test_every_line_has_its_count(filters: Filters) -> None:
    assert lines(filters) == [
        ("Kind: Ideas", "5", True),
        ("Kind: Private notes", "1", True),
        ("Convening: Clean Water", "5", True),
        ("Convening: Trust and terms", "1", True),
        ("When: This year", "5", True),
        ("When: 2026", "1", True),
    ]
    assert not doubled(filters)


def test_space_leaves_a_line_out_and_takes_it_in_again(filters: Filters) -> None:
    told: list[LeftOut] = []
    filters.changed.connect(told.append)
    box = button(filters, "When: 2026")

    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.mouseClick(button(filters, "Kind: Ideas"), Qt.MouseButton.LeftButton)
    QTest.keyClick(box, Qt.Key.Key_Space)

    assert told == [
        LeftOut(years=frozenset({"2026"})),
        LeftOut(frozenset({"idea"}), years=frozenset({"2026"})),
        LeftOut(frozenset({"idea"})),
    ]


def test_what_was_left_out_stays_so_in_the_next_answer_until_all_is_cleared(filters: Filters) -> None:
    QTest.keyClick(button(filters, "Kind: Ideas"), Qt.Key.Key_Space)

    filters.show_answer(replace(FOUND, question=Question("pump", 2)), frozenset(), "2027")
    assert ("Kind: Ideas", "5", False) in lines(filters)

    filters.clear()
    assert not lines(filters)
    filters.show_answer(FOUND, frozenset(), "2027")
    assert all(is_on for _, _, is_on in lines(filters))


def test_a_hidden_kind_is_neither_named_nor_counted(filters: Filters) -> None:
    filters.show_answer(FOUND, frozenset({"note"}), "2027")

    assert not [name for name, _, _ in lines(filters) if "notes" in name]
    assert ("Convening: Clean Water", "4", True) in lines(filters)


def test_of_many_convenings_those_with_most_hits_are_named(filters: Filters) -> None:
    many = tuple(
        Searched(ConveningId(str(n)), "Same title", f"2027-01-{n + 1:02}", (("idea", n + 1),)) for n in range(20)
    )

    filters.show_answer(Answer(Question("pump", 2), (), many), frozenset(), "2027")

    named = [name for name, _, _ in lines(filters) if name.startswith("Convening")]
    assert len(named) == 8
    assert named[0] == "Convening: Same title, 2027-01-20"
    assert not doubled(filters)

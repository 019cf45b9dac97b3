"""The list of what was found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.search.results import Results
from facilitator.console.search.rows import Sort, rows_of
from facilitator.i18n import speaking
from tests.console.search.answers import answer, hit

TODAY = date(2027, 3, 20)
IDEAS = [hit(f"Pump {number}") for number in range(3)]
NOTE = hit("Ask about pumps", kind="note")


@pytest.fixture
def results(shown: Callable[[QWidget], None]) -> Results:
    made = Results()
    made.show_rows(rows_of(answer(*IDEAS, NOTE, more=4), TODAY))
    shown(made)
    return made


def chosen(results: Results) -> str:
    row = results.current()
    return row.title.text if row is not None else ""


def test_the_first_hit_is_looked_at_and_arrows_pass_over_headings(results: Results) -> None:
    seen = [chosen(results)]
    for _ in range(5):
        results.go_on(1)
        seen.append(chosen(results))

    assert seen == ["Pump 0", "Pump 1", "Pump 2", "4 more ideas", "Ask about pumps", "Ask about pumps"]
    results.go_on(-1)
    assert chosen(results) == "4 more ideas"


def test_the_next_group_begins_at_its_first_hit_and_after_the_last_comes_the_first(results: Results) -> None:
    results.go_on(1)

    results.go_on_group(1)
    assert chosen(results) == "Ask about pumps"
    results.go_on_group(1)
    assert chosen(results) == "Pump 0"


def test_what_was_looked_at_stays_while_it_is_found(results: Results) -> None:
    results.go_on(1)
    results.show_rows(rows_of(answer(NOTE, IDEAS[1]), TODAY))
    assert chosen(results) == "Pump 1"

    results.show_rows(rows_of(answer(NOTE), TODAY))
    assert chosen(results) == "Ask about pumps"

    results.show_rows(())
    assert results.current() is None


def place(results: Results, sort: Sort) -> QPoint:
    at = next(place for place, row in enumerate(results.rows()) if row.sort is sort)
    return results.visualRect(results.model().index(at, 0)).center()


def test_a_click_looks_two_open_and_more_opens_at_once(results: Results, qtbot: QtBot) -> None:
    pressed: list[str] = []
    results.pressed_row.connect(lambda row: pressed.append(row.title.text))
    view = results.viewport()

    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(results, Sort.HIT) + QPoint(0, 48))
    assert (chosen(results), pressed) == ("Pump 1", [])
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place(results, Sort.HIT) + QPoint(0, 48))
    assert pressed == ["Pump 1"]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(results, Sort.MORE))
    assert pressed == ["Pump 1", "4 more ideas"]


def test_the_list_never_takes_the_focus_from_whoever_types(results: Results) -> None:
    where = QPointF(place(results, Sort.HIT))
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        where,
        results.viewport().mapToGlobal(where),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(results.viewport(), press)

    assert not results.hasFocus()


def test_two_hundred_rows_are_painted_without_a_fault(results: Results) -> None:
    many = [hit(f"Pump {number} " + "word " * (number % 90), position=number % 9 - 1) for number in range(200)]
    results.show_rows(rows_of(answer(*many, more=300), TODAY))

    assert not results.grab().isNull()
    results.go_on(-1)
    for _ in range(199):
        results.go_on(1)
    assert chosen(results).startswith("Pump 199")


def test_letters_of_clusters_are_those_of_the_language_that_the_search_speaks(results: Results) -> None:
    results.show_rows(rows_of(answer(hit("Pump 9", group="Skills", position=1)), TODAY))
    seen = []
    for language in ("en", "ar", "en"):
        with speaking(language):
            seen.append(results.grab().toImage())

    assert seen[0] == seen[2] != seen[1]

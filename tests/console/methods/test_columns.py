"""Three columns of methods, walked by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.beginnings.methods import Method, method, methods
from facilitator.console.methods.columns import Columns, MethodRow

Show = Callable[[QWidget], None]


@pytest.fixture
def columns(shown: Show, qtbot: QtBot) -> Columns:
    made = Columns()
    made.show_methods(methods())
    shown(made)
    made.take_focus()
    qtbot.waitUntil(made.has_focus)
    return made


def focused(columns: Columns) -> Method:
    return next(row.method for row in columns.findChildren(MethodRow) if row.hasFocus())


def test_arrows_go_down_and_across_and_stop_at_the_ends(columns: Columns) -> None:
    first = focused(columns)
    columns.go_down(-1)
    assert focused(columns) == first
    columns.go_down(1)
    second = focused(columns)
    assert (second.family, second) != (first.family, first)
    columns.go_across(1)
    assert focused(columns).family == "doing"
    columns.go_across(1)
    columns.go_across(1)
    assert focused(columns).family == "being"


def test_left_is_the_next_family_where_words_run_from_the_right(columns: Columns) -> None:
    columns.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    columns.go_across(-1)

    assert focused(columns).family == "doing"


def test_a_family_is_gone_to_by_its_number_and_its_first_method_is_seen(columns: Columns, qtbot: QtBot) -> None:
    for _step in range(12):
        columns.go_down(1)
    columns.go_to_family(2)
    assert focused(columns).family == "being"
    row = next(row for row in columns.findChildren(MethodRow) if row.hasFocus())
    assert not row.visibleRegion().isEmpty()


def test_what_has_the_focus_is_chosen_and_enter_adds_it(columns: Columns, qtbot: QtBot) -> None:
    with qtbot.waitSignal(columns.chosen) as chosen:
        columns.go_down(1)
    row = next(row for row in columns.findChildren(MethodRow) if row.hasFocus())

    with qtbot.waitSignal(columns.added) as added:
        QTest.keyClick(row, Qt.Key.Key_Return)

    assert chosen.args == added.args == [row.method]


def test_the_collections_of_a_family_stand_under_their_names(columns: Columns) -> None:
    headings = {label.text() for label in columns.findChildren(QLabel)}

    assert {"Seeing", "Doing", "Being", "Liberating Structures", "Deciding", "Circle", "Hosting"} <= headings
    assert len(columns.findChildren(MethodRow)) == 105


def test_nothing_is_said_to_be_nothing(columns: Columns, qtbot: QtBot) -> None:
    columns.show_methods([method("troika")])

    def shown() -> list[str]:
        return [label.text() for label in columns.findChildren(QLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: shown().count("None here.") == 2)
    columns.go_to_family(0)
    columns.show_methods([])
    assert not columns.has_focus()


def test_in_a_narrow_window_each_row_ends_where_its_column_ends(columns: Columns, qtbot: QtBot) -> None:
    columns.window().resize(480, 600)

    qtbot.waitUntil(lambda: columns.width() <= 480)
    columns.go_across(1)

    for row in columns.findChildren(MethodRow):
        shelf = row.parentWidget()
        held = shelf.parentWidget() if shelf is not None else None
        assert shelf is not None
        assert held is not None
        assert shelf.pos().x() == 0
        assert shelf.width() == held.width()


def test_the_chosen_method_keeps_the_focus_when_others_go(columns: Columns, qtbot: QtBot) -> None:
    """The focus fled through the rows that were taken away, and chose the last one."""
    columns.choose(method("troika"))
    columns.take_focus()
    chosen: list[Method] = []
    columns.chosen.connect(chosen.append)

    columns.show_methods([each for each in methods() if each.minutes == method("troika").minutes])

    qtbot.waitUntil(lambda: columns.has_focus() and focused(columns).key == "troika")
    assert chosen == []


def test_a_long_name_is_whole_in_a_narrow_column(columns: Columns, qtbot: QtBot) -> None:
    """Six names begin with the same two words: the end tells one from the other."""
    columns.window().resize(620, 600)
    rows = {row.method.name: row for row in columns.findChildren(MethodRow)}
    long, short = rows["Collective impact: shared measurement plan"], rows["Wellbeing pulse"]

    qtbot.waitUntil(lambda: long.height() > 80)

    heights = [each.height() for each in (short, long)]
    assert heights == [57, 57 + 2 * 17]
    assert [long.heightForWidth(400), long.heightForWidth(long.width())] == [57, long.height()]

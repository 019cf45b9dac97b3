"""A list in groups, walked by arrows: the current line stays whatever comes and goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.group_view import GroupView
from tests.kit.qt.groups_of import Line, groups

Lines = GroupView[Line, Line]


@pytest.fixture
def lines(qtbot: QtBot) -> Lines:
    made: Lines = GroupView("Some lines")
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.fill(groups(a="a1 a2", b="b1 b2", c=""))
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def walk(lines: Lines, *keys: Qt.Key) -> str:
    for key in keys:
        QTest.keyClick(lines, key)
    return lines.current_id()


UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right


def test_arrows_walk_over_heads_and_rows(lines: Lines) -> None:
    walked = [lines.current_id(), *(walk(lines, DOWN) for _ in range(6))]

    assert walked == ["a", "a1", "a2", "b", "b1", "b2", "c"]


def test_left_goes_to_the_head_and_folds_it(lines: Lines) -> None:
    lines.go_to("a2")

    at_head = walk(lines, LEFT)
    walk(lines, LEFT)

    assert (at_head, lines.is_open("a"), walk(lines, DOWN)) == ("a", False, "b")


def test_reading_from_the_right_the_arrows_are_the_other_way_round(lines: Lines) -> None:
    lines.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    lines.go_to("a2")

    assert walk(lines, RIGHT) == "a"
    walk(lines, RIGHT)
    assert not lines.is_open("a")


def test_what_was_folded_stays_folded_when_lines_come(lines: Lines) -> None:
    lines.fold("a")

    lines.fill(groups(a="a1 a2 a3", b="b1 b2", c=""))

    assert (lines.is_open("a"), lines.is_open("b")) == (False, True)


def test_going_to_a_row_unfolds_its_group(lines: Lines) -> None:
    lines.fold("a")

    lines.go_to("a2")

    assert lines.is_open("a")
    assert not lines.place_of("a2").isEmpty()


def test_a_row_that_moves_to_another_group_stays_the_current_one(lines: Lines, qtbot: QtBot) -> None:
    lines.go_to("a2")

    with qtbot.assertNotEmitted(lines.went_to):
        lines.fill(groups(a="a1", b="b1 b2 a2", c=""))

    assert (lines.current_id(), lines.current_head()) == ("a2", "b")


def test_when_the_current_row_goes_the_one_beside_it_is_told_once(lines: Lines) -> None:
    lines.go_to("b1")
    told: list[str] = []
    lines.went_to.connect(told.append)

    lines.fill(groups(a="a1 a2", b="b2", c=""))

    assert told == [lines.current_id()]
    assert lines.current_id() in ("b", "b2")


def test_what_is_picked_is_selected_beside_the_current_line(lines: Lines) -> None:
    lines.go_to("a1")

    lines.pick(("a2", "b1"))
    walk(lines, DOWN, DOWN)

    selected = {str(index.data()) for index in lines.selectionModel().selectedIndexes()}
    assert selected == {"Row a2", "Row b1", "Head b"}
    assert lines.picked() == ("a2", "b1")


def test_enter_tells_the_line_and_letters_are_left_to_commands(lines: Lines, qtbot: QtBot) -> None:
    lines.go_to("b1")

    with qtbot.waitSignal(lines.entered) as told:
        QTest.keyClick(lines, Qt.Key.Key_Return)
    QTest.keyClicks(lines, "Head a")

    assert told.args == ["b1"]
    assert lines.current_id() == "b1"


def test_a_point_tells_its_line(lines: Lines) -> None:
    assert lines.line_at(lines.place_of("b2").center()) == "b2"
    assert lines.line_at(QPoint(10, 390)) == ""


def test_it_is_a_tree_to_a_screen_reader(lines: Lines) -> None:
    lines.go_to("a1")
    spoken = QAccessible.queryAccessibleInterface(lines)

    children = [spoken.child(at) for at in range(spoken.childCount())]
    parts = [child for child in children if child.role() is QAccessible.Role.TreeItem]
    said = [part.text(QAccessible.Text.Name) for part in parts]

    assert spoken.role() is QAccessible.Role.Tree
    assert said == [f"said {words}" for words in ("Head a", "Row a1", "Row a2", "Head b", "Row b1", "Row b2", "Head c")]
    assert [bool(part.state().selected) for part in parts[:3]] == [False, True, False]
    assert parts[0].state().expanded
    assert {child.text(QAccessible.Text.Name) for child in children} - {*said} <= {""}

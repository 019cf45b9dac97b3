"""The agenda in preparation as a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.block_list import BlockList
from facilitator.console.planning import PlanRow
from facilitator.convening.ids import BlockId

Show = Callable[[QWidget], None]


def plan(key: str, category: str = "think") -> PlanRow:
    return PlanRow(
        BlockId(key),
        "09:00",
        is_pinned=False,
        title=key.title(),
        lead="",
        minutes=15,
        category=category,
        icon="sticker",
        missing="",
    )


ROWS = (plan("arrive"), plan("lunch", "pause"), plan("ideas"))


@pytest.fixture
def view(shown: Show) -> BlockList:
    made = BlockList()
    made.show_rows(ROWS, "arrive")
    shown(made)
    return made


def test_arrows_choose(view: BlockList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Down)

    assert chosen.args == ["lunch"]


def test_showing_the_rows_tells_nobody(view: BlockList) -> None:
    told: list[str] = []
    view.chosen.connect(told.append)

    view.show_rows((*ROWS, plan("vote")), "vote")

    assert view.currentIndex().row() == 3
    assert not told


def test_a_pause_is_lower_than_a_block(view: BlockList) -> None:
    heights = [view.visualRect(view.model().index(at, 0)).height() for at in range(3)]

    assert heights == [46, 36, 46]


def test_a_row_that_is_dropped_says_where_it_goes(view: BlockList, qtbot: QtBot) -> None:
    carried: QMimeData = view.model().mimeData([view.model().index(2, 0)])
    below = QPointF(view.viewport().rect().bottomLeft()) + QPointF(20, -5)
    drop = QDropEvent(
        below, Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    with qtbot.waitSignal(view.dropped) as dropped:
        view.dropEvent(drop)

    assert dropped.args == ["lunch"]


def test_several_rows_are_dropped_together_after_one_that_is_none_of_them(view: BlockList, qtbot: QtBot) -> None:
    carried: QMimeData = view.model().mimeData([view.model().index(0, 0), view.model().index(2, 0)])
    onto = QPointF(view.visualRect(view.model().index(2, 0)).bottomLeft()) + QPointF(20, -1)
    drop = QDropEvent(
        onto, Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    with qtbot.waitSignal(view.dropped) as dropped:
        view.dropEvent(drop)

    assert dropped.args == ["lunch"]


def test_shift_and_ctrl_choose_several(view: BlockList) -> None:
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.marked() == ("arrive", "lunch")

    middle = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, middle)
    assert view.marked() == ("arrive", "lunch", "ideas")

    QTest.keyClick(view, Qt.Key.Key_Up)
    assert len(view.marked()) == 1


def test_those_that_are_chosen_stay_so_when_rows_come_and_go(view: BlockList) -> None:
    view.show_rows((plan("first"), *ROWS), "ideas", ("arrive", "ideas"))

    assert view.marked() == ("arrive", "ideas")
    assert view.current_id() == "ideas"


def test_a_fixed_start_has_a_line_of_its_own_above_it(view: BlockList) -> None:
    fixed = replace(plan("lunch", "pause"), before="20 min free before 12:30")

    view.show_rows((ROWS[0], fixed, ROWS[2]), "arrive")

    assert view.visualRect(view.model().index(1, 0)).height() == 36 + 22
    assert "20 min free before 12:30" in view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_enter_asks_to_edit(view: BlockList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.edit_wanted):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_a_screen_reader_hears_every_row(view: BlockList) -> None:
    face = QAccessible.queryAccessibleInterface(view)

    said = [face.child(at).text(QAccessible.Text.Name) for at in range(face.childCount())]

    assert "09:00, Lunch, 15 min" in said

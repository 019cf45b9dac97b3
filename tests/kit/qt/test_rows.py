"""Rows of a list: what is said of them, what changes them, and which one stays current."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.focus_ring import ring_radius
from facilitator.kit.qt.rows import PressView, RowModel, RowView, is_enter, is_writing

ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a block, and how long it takes."""

    id: str
    title: str
    minutes: int = 5

    def said(self) -> str:
        return f"{self.title}, {self.minutes} minutes"


class Ticked(RowModel[Step]):
    """Steps, of which those that take time can be ticked, and the long ones are."""

    def check_of(self, row: Step) -> Qt.CheckState | None:
        if row.minutes == 0:
            return None
        return Qt.CheckState.Checked if row.minutes > 5 else Qt.CheckState.Unchecked


class Around(QWidget):
    """What lies around a list, and hears the keys that the list leaves alone."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        QVBoxLayout(self).addWidget(inner)
        self.heard: list[str] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.text())


ALONE, PAIRS, ALL = Step("one", "Alone"), Step("two", "Pairs"), Step("all", "All")


def model() -> RowModel[Step]:
    return RowModel(lambda step: step.id, Step.said, lambda step: step.title)


def view(qtbot: QtBot, *steps: Step) -> RowView[Step]:
    made = RowView(model(), "Steps")
    qtbot.addWidget(made)
    made.fill(steps)
    return made


def pressable(qtbot: QtBot, *steps: Step) -> tuple[PressView[Step], list[str]]:
    made, pressed = PressView(model(), "Steps", 40), list[str]()
    qtbot.addWidget(made)
    made.pressed_row.connect(pressed.append)
    made.fill(steps)
    return made, pressed


def key(which: Qt.Key, text: str = "", *, is_held: bool = False) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, which, Qt.KeyboardModifier.NoModifier, text, is_held)


def test_a_row_shows_its_text_and_says_all_of_it() -> None:
    rows = model()

    rows.show([ALONE])

    index = rows.index(0)
    assert (index.data(ROLE.DisplayRole), index.data(ROLE.ToolTipRole)) == ("Alone", "Alone")
    assert index.data(ROLE.AccessibleTextRole) == "Alone, 5 minutes"
    assert (index.data(ROLE.UserRole), index.data(ROLE.CheckStateRole)) == (ALONE, None)


def test_a_row_without_a_text_of_its_own_shows_what_is_said_and_has_no_tip() -> None:
    rows = RowModel[Step](lambda step: step.id, Step.said)

    rows.show([ALONE])

    index = rows.index(0)
    assert (index.data(ROLE.DisplayRole), index.data(ROLE.ToolTipRole)) == ("Alone, 5 minutes", None)


@pytest.mark.parametrize(
    ("minutes", "state"), [(0, None), (5, Qt.CheckState.Unchecked.value), (9, Qt.CheckState.Checked.value)]
)
def test_a_row_tells_whether_it_is_ticked(minutes: int, state: int | None) -> None:
    rows = Ticked(lambda step: step.id, Step.said)

    rows.show([Step("one", "Alone", minutes)])

    assert rows.data(rows.index(0), ROLE.CheckStateRole) == state


def test_a_row_is_found_by_its_id_and_by_its_place() -> None:
    rows = model()
    rows.show([ALONE, PAIRS])

    assert (rows.row_at(rows.index(1)), rows.id_at(rows.index(1)), rows.place_of("two")) == (PAIRS, "two", 1)
    assert (rows.id_at(QModelIndex()), rows.place_of("all")) == ("", -1)


def test_there_is_nothing_below_a_row_and_nothing_to_read_nowhere() -> None:
    rows = model()
    rows.show([ALONE, PAIRS])

    assert (rows.rowCount(), rows.rowCount(rows.index(0))) == (2, 0)
    assert rows.data(QModelIndex()) is None


def test_the_same_rows_again_change_nothing(qtbot: QtBot) -> None:
    rows = model()
    rows.show([ALONE, PAIRS])

    with qtbot.assertNotEmitted(rows.dataChanged), qtbot.assertNotEmitted(rows.modelReset):
        rows.show((Step("one", "Alone"), Step("two", "Pairs")))


def test_only_the_rows_that_changed_are_painted_anew(qtbot: QtBot) -> None:
    rows, changed = model(), list[tuple[int, int]]()
    rows.show([ALONE, PAIRS, ALL])
    rows.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))

    with qtbot.assertNotEmitted(rows.modelReset):
        rows.show([Step("one", "Alone", 1), PAIRS, Step("all", "All", 12)])

    assert changed == [(0, 0), (2, 2)]
    assert [step.minutes for step in rows.rows] == [1, 5, 12]


@pytest.mark.parametrize("steps", [(ALONE, PAIRS, ALL), (PAIRS, ALONE), (ALONE, ALL), (ALONE,), ()])
def test_other_rows_or_another_order_are_shown_afresh(qtbot: QtBot, steps: tuple[Step, ...]) -> None:
    rows = model()
    rows.show([ALONE, PAIRS])

    with qtbot.waitSignal(rows.modelReset), qtbot.assertNotEmitted(rows.dataChanged):
        rows.show(steps)

    assert rows.rows == steps


def test_a_list_has_a_name_no_frame_no_ground_and_shows_its_focus_itself(qtbot: QtBot) -> None:
    steps = view(qtbot, ALONE)

    assert (steps.accessibleName(), steps.frameWidth(), ring_radius(steps)) == ("Steps", 0, -1)
    assert not steps.viewport().autoFillBackground()
    assert steps.rows() == (ALONE,)


def test_no_row_is_current_before_one_is_gone_to(qtbot: QtBot) -> None:
    steps = view(qtbot, ALONE, PAIRS)
    before = steps.current_id()

    steps.go_to("two")

    assert (before, steps.current_id()) == ("", "two")


def test_going_to_a_row_that_is_not_here_stays(qtbot: QtBot) -> None:
    steps = view(qtbot, ALONE, PAIRS)
    steps.go_to("two")

    steps.go_to("all")

    assert steps.current_id() == "two"


def test_the_current_row_stays_current_when_others_come_before_it(qtbot: QtBot) -> None:
    steps = view(qtbot, ALONE, PAIRS)
    steps.go_to("two")

    steps.fill([ALL, ALONE, Step("two", "Pairs", 8)])

    assert (steps.current_id(), steps.currentIndex().row()) == ("two", 2)


def test_no_row_is_current_when_the_current_one_has_gone(qtbot: QtBot) -> None:
    steps = view(qtbot, ALONE, PAIRS)
    steps.go_to("two")

    steps.fill([ALONE, ALL])

    assert steps.current_id() == ""


def test_a_list_keeps_its_place_on_the_way_when_its_rows_are_shown_afresh(qtbot: QtBot) -> None:
    many = [Step(str(number), f"Step {number}") for number in range(60)]
    steps = view(qtbot, *many)
    steps.resize(200, 100)
    steps.show()
    steps.verticalScrollBar().setValue(120)

    steps.fill([many[1], many[0], *many[2:]])
    steps.doItemsLayout()

    assert steps.verticalScrollBar().value() == 120


@pytest.mark.parametrize("which", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_tell_the_current_row(qtbot: QtBot, which: Qt.Key) -> None:
    steps, pressed = pressable(qtbot, ALONE, PAIRS)
    steps.go_to("two")

    QTest.keyClick(steps, which)

    assert (pressed, steps.current()) == (["two"], "two")


def test_a_press_tells_the_row_under_it(qtbot: QtBot) -> None:
    steps, pressed = pressable(qtbot, ALONE, PAIRS)
    steps.resize(200, 200)
    steps.show()
    place = steps.visualRect(steps.model().index(1, 0)).center()

    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))

    assert pressed == ["two"]


def test_a_key_that_is_held_presses_once_and_one_without_a_row_presses_none(qtbot: QtBot) -> None:
    steps, pressed = pressable(qtbot, ALONE)

    QTest.keyClick(steps, Qt.Key.Key_Space)
    steps.go_to("one")
    steps.keyPressEvent(key(Qt.Key.Key_Return, "\r", is_held=True))
    steps.keyPressEvent(key(Qt.Key.Key_Space, " ", is_held=True))

    assert pressed == []


def test_letters_are_left_to_what_lies_around_and_arrows_go_from_row_to_row(qtbot: QtBot) -> None:
    steps, _pressed = pressable(qtbot, ALONE, PAIRS)
    around = Around(steps)
    qtbot.addWidget(around)
    around.show()
    steps.go_to("one")

    QTest.keyClick(steps, Qt.Key.Key_P)
    QTest.keyClick(steps, Qt.Key.Key_Down)

    assert (around.heard, steps.current_id()) == (["p"], "two")


def test_a_list_of_rows_to_press_asks_for_the_height_of_all(qtbot: QtBot) -> None:
    steps, _pressed = pressable(qtbot, ALONE, PAIRS, ALL)

    assert (steps.sizeHint().height(), steps.row_height) == (120, 40)


def test_enter_is_a_key_only_when_it_is_pressed_and_not_while_it_is_held() -> None:
    assert is_enter(key(Qt.Key.Key_Enter, "\r"))
    assert not is_enter(key(Qt.Key.Key_Enter, "\r", is_held=True))
    assert not is_enter(key(Qt.Key.Key_Space, " "))


def test_letters_write_and_arrows_and_enter_do_not() -> None:
    assert is_writing(key(Qt.Key.Key_A, "a"))
    assert not is_writing(key(Qt.Key.Key_Return, "\r"))
    assert not is_writing(key(Qt.Key.Key_Down))

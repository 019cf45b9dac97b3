"""Keys: single ones act while nobody types, held ones act once, and a clicker is heard everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.acts import KEPT_KEYS, Act, KeyFilter, Reach, is_typing, key_words, presses

NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Room(QWidget):
    """A window with a button, a field and a place for notes, whose acts say what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.can_freeze = True
        self.button, self.field, self.notes = QPushButton("Pause"), QLineEdit(), QPlainTextEdit()
        box = QVBoxLayout(self)
        for widget in (self.button, self.field, self.notes):
            box.addWidget(widget)
        self.button.clicked.connect(lambda: self.done.append("pressed"))
        self.acts = [
            self.act(key) for key in ("B", "Shift N", "Ctrl K", "Ctrl Z", "+", "?", "1", "Space", "Enter", "F6")
        ]
        self.acts += [self.act("PgDn", Reach.CLICKER), self.act(".", Reach.CLICKER), self.act("F5", Reach.CLICKER)]
        self.acts.append(Act("F", "Freeze", lambda: self.done.append("F"), lambda: self.can_freeze))
        self.keys = KeyFilter(lambda: self.acts)
        self.keys.install()

    def act(self, key: str, reach: Reach = Reach.DESK) -> Act:
        return Act(key, f"Act {key}", lambda: self.done.append(key), reach=reach)


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication) -> Iterator[Room]:
    made = Room()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.button.setFocus()
    qtbot.waitUntil(made.button.hasFocus)
    yield made
    qapp.removeEventFilter(made.keys)


@pytest.mark.parametrize(
    ("key", "modifiers", "done"),
    [
        (Qt.Key.Key_B, NONE, ["B"]),
        (Qt.Key.Key_N, SHIFT, ["Shift N"]),
        (Qt.Key.Key_N, NONE, []),
        (Qt.Key.Key_B, CTRL, []),
        (Qt.Key.Key_K, CTRL, ["Ctrl K"]),
        (Qt.Key.Key_1, NONE, ["1"]),
        (Qt.Key.Key_PageDown, NONE, ["PgDn"]),
        (Qt.Key.Key_F5, NONE, ["F5"]),
    ],
)
def test_a_key_does_its_act(
    room: Room, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, done: list[str]
) -> None:
    QTest.keyClick(room.button, key, modifiers)

    assert room.done == done


@pytest.mark.parametrize("sign", ["+", "?", "."])
def test_signs_are_heard_by_what_the_keyboard_types(room: Room, qtbot: QtBot, sign: str) -> None:
    QTest.keyClicks(room.button, sign)

    assert room.done == [sign]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space])
def test_space_presses_the_control_with_the_focus_and_no_global_act(room: Room, qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClick(room.button, key)

    assert room.done == ["pressed"]


def test_enter_is_left_to_the_control_with_the_focus(room: Room, qtbot: QtBot) -> None:
    QTest.keyClick(room.button, Qt.Key.Key_Return)

    assert "Enter" not in room.done


def test_single_keys_are_letters_while_somebody_types(room: Room, qtbot: QtBot) -> None:
    room.field.setFocus()

    QTest.keyClicks(room.field, "B1+?.")

    assert room.field.text() == "B1+?."
    assert room.done == []


def test_letters_look_for_a_choice_while_a_list_of_them_has_the_focus(room: Room, qtbot: QtBot) -> None:
    choice = QComboBox(room)
    choice.addItems(["Anna", "Fatima"])
    choice.show()
    choice.setFocus()

    QTest.keyClick(choice, Qt.Key.Key_F)

    assert (choice.currentText(), room.done) == ("Fatima", [])
    QTest.keyClick(choice, Qt.Key.Key_K, CTRL)
    QTest.keyClick(choice, Qt.Key.Key_F6)
    QTest.keyClick(choice, Qt.Key.Key_PageDown)
    assert room.done == ["Ctrl K", "F6", "PgDn"]


def test_commands_with_ctrl_are_heard_while_somebody_types(room: Room, qtbot: QtBot) -> None:
    room.field.setFocus()

    QTest.keyClick(room.field, Qt.Key.Key_K, CTRL)
    QTest.keyClick(room.field, Qt.Key.Key_F6)

    assert room.done == ["Ctrl K", "F6"]


def test_undo_belongs_to_the_words_while_somebody_types(room: Room, qtbot: QtBot) -> None:
    room.field.setFocus()
    QTest.keyClicks(room.field, "water")

    QTest.keyClick(room.field, Qt.Key.Key_Z, CTRL)

    assert room.field.text() == ""
    assert room.done == []


def test_a_clicker_moves_on_even_while_somebody_types_notes(room: Room, qtbot: QtBot) -> None:
    room.notes.setFocus()

    QTest.keyClick(room.notes, Qt.Key.Key_PageDown)

    assert room.done == ["PgDn"]


def test_a_clicker_is_heard_in_every_window(room: Room, qtbot: QtBot) -> None:
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.show()
    stage.activateWindow()

    QTest.keyClick(stage, Qt.Key.Key_PageDown)

    assert room.done == ["PgDn"]


def test_a_held_key_acts_once(room: Room, qapp: QApplication) -> None:
    for is_repeat in (False, True, True):
        qapp.sendEvent(room.button, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, NONE, "b", is_repeat))

    assert room.done == ["B"]


def test_what_is_not_possible_now_does_nothing(room: Room, qtbot: QtBot) -> None:
    room.can_freeze = False

    QTest.keyClick(room.button, Qt.Key.Key_F)

    assert room.done == []


def test_a_dialog_keeps_its_keys(room: Room, qtbot: QtBot) -> None:
    dialog = QDialog(room)
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    dialog.show()

    QTest.keyClick(dialog, Qt.Key.Key_B)

    assert room.done == []


def test_a_field_that_is_only_read_is_no_typing(room: Room, qtbot: QtBot) -> None:
    room.field.setReadOnly(True)
    room.field.setFocus()

    assert not is_typing()
    QTest.keyClick(room.field, Qt.Key.Key_B)
    assert room.done == ["B"]


def test_the_minus_sign_of_the_design_is_the_hyphen_of_the_keyboard() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Minus, NONE, "-")

    assert presses("−", event)


def test_an_act_without_a_key_is_called_by_none() -> None:
    assert not presses("", QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, SHIFT, ""))


def test_modifiers_are_told_apart() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Up, ALT, "")

    assert presses("Alt Up", event)
    assert not presses("Up", event)


def test_a_key_cap_says_what_stands_on_the_keyboard() -> None:
    assert key_words("Ctrl Enter") == "Ctrl Enter"
    assert key_words("Up") == "↑"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_the_button_with_the_focus_on_every_desktop(
    room: Room, qtbot: QtBot, key: Qt.Key
) -> None:
    QTest.keyClick(room.button, key)

    assert room.done == ["pressed"]


def test_a_button_that_has_an_enter_of_its_own_keeps_it(room: Room) -> None:
    room.button.setProperty(KEPT_KEYS, ["Enter"])

    QTest.keyClick(room.button, Qt.Key.Key_Return)
    assert room.done == []
    QTest.keyClick(room.button, Qt.Key.Key_Space)

    assert room.done == ["pressed"]


def test_a_held_enter_presses_once(room: Room, qapp: QApplication) -> None:
    for is_repeat in (False, True, True):
        qapp.sendEvent(room.button, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r", is_repeat))

    assert room.done == ["pressed"]


def test_a_window_that_was_closed_hears_no_keys(room: Room, qtbot: QtBot) -> None:
    room.keys.setParent(room)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()

    QTest.keyClick(other, Qt.Key.Key_B)
    room.hide()
    QTest.keyClick(other, Qt.Key.Key_B)

    assert room.done == ["B"]


def test_a_sign_with_ctrl_is_heard_also_from_a_keyboard_that_types_nothing_then() -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier

    assert presses("Ctrl +", QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Plus, ctrl, ""))
    assert presses("Ctrl −", QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Minus, ctrl, "-"))
    assert not presses("Ctrl −", QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Plus, ctrl, ""))
    assert not presses("+", QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Plus, ctrl, ""))

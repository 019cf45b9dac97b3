"""Keys go to whatever has the focus: who types is typing, who presses is pressing, and a clicker works from anywhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from facilitator.convening.agenda import Block, current
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import LIVE, the_convening
from facilitator.convening.stage_state import ACTIVITY, TIMER, the_stage
from facilitator.convening.timebox import Timebox
from tests.stories.led import NONE, SHIFT, Facilitator, Key


@pytest.fixture
def at_tea(leading: Facilitator) -> Facilitator:
    """Leading, with a block in the middle of the day running."""
    tea = next(block for block in leading.records[Block].values() if block.title == "Tea and a walk")
    leading.wait(leading.room.room.desk.say(StartBlock(tea.id)))
    leading.until(lambda: "Take a walk" in leading.stage_text())
    leading.look_at(leading.console)
    return leading


def seq(leading: Facilitator) -> int:
    """How far the log stands once the desk has answered everything that was said so far."""
    leading.wait(leading.room.room.desk.errand(lambda _: None))
    return leading.room.room.desk.news.seq


def test_letters_typed_into_a_note_are_letters(at_tea: Facilitator) -> None:
    at_tea.press(Key.Key_L)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    field.clear()
    before, running = seq(at_tea), current(at_tea.records)

    at_tea.type("bring nobody. tea + w")
    at_tea.press(Key.Key_Return)
    at_tea.press(Key.Key_Space)
    at_tea.hold(Key.Key_B, 3)

    assert field.toPlainText() == "bring nobody. tea + w\n bbbb"
    assert seq(at_tea) == before
    assert current(at_tea.records) == running
    assert not the_stage(at_tea.records).is_blank


def test_letters_typed_into_an_idea_are_letters(leading: Facilitator) -> None:
    leading.go_to("ideation_board")
    leading.press(Key.Key_I)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    before = seq(leading)

    leading.type("nb12st. b")

    said = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert said == "nb12st. b"
    assert seq(leading) == before


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_space_and_enter_press_what_has_the_focus_and_nothing_else(at_tea: Facilitator, key: Key) -> None:
    before = seq(at_tea)
    at_tea.focus_on("Freeze stage" if at_tea.has("Freeze stage") else "Freeze")

    at_tea.press(key)

    at_tea.until(lambda: the_stage(at_tea.records).is_frozen)
    assert seq(at_tea) == before + 1


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_F, Key.Key_T])
def test_a_held_key_commands_once(at_tea: Facilitator, key: Key) -> None:
    before = seq(at_tea)

    at_tea.hold(key, 20)

    at_tea.until(lambda: seq(at_tea) > before)
    assert seq(at_tea) == before + 1


def test_a_held_clicker_goes_on_once(at_tea: Facilitator) -> None:
    before = seq(at_tea)

    at_tea.hold(Key.Key_PageDown, 20)

    at_tea.until(lambda: seq(at_tea) > before)
    assert seq(at_tea) == before + 1


def test_a_clicker_works_while_the_stage_is_in_front(at_tea: Facilitator) -> None:
    tea = current(at_tea.records)
    at_tea.look_at(at_tea.room.stage)

    at_tea.press(Key.Key_PageDown)
    until_seen(at_tea, lambda: current(at_tea.records) != tea)
    at_tea.press(Key.Key_Period)
    until_seen(at_tea, lambda: the_stage(at_tea.records).is_blank)
    at_tea.press(Key.Key_Period)
    until_seen(at_tea, lambda: not the_stage(at_tea.records).is_blank)
    at_tea.press(Key.Key_T, SHIFT)
    until_seen(at_tea, lambda: the_stage(at_tea.records).shows == TIMER)
    at_tea.press(Key.Key_F5)
    until_seen(at_tea, lambda: the_stage(at_tea.records).shows == ACTIVITY)


def until_seen(leading: Facilitator, is_so: Callable[[], bool]) -> None:
    """Wait until it is so and the windows show it: whoever presses again looks first, and means what they see."""
    leading.until(is_so)
    leading.until_painted()


def test_a_clicker_goes_back_to_the_block_before(at_tea: Facilitator) -> None:
    tea = current(at_tea.records)
    at_tea.press(Key.Key_PageDown)
    until_seen(at_tea, lambda: current(at_tea.records) != tea)
    following = at_tea.block()
    assert following is not None

    at_tea.look_at(at_tea.room.stage)
    at_tea.press(Key.Key_P, SHIFT)

    at_tea.until(lambda: current(at_tea.records) == tea)


def test_escape_ends_nothing(at_tea: Facilitator) -> None:
    before = seq(at_tea)

    for window in (at_tea.console, at_tea.room.stage):
        at_tea.look_at(window)
        at_tea.press(Key.Key_Escape, NONE)

    assert at_tea.console.isVisible()
    assert at_tea.room.stage.isVisible()
    assert the_convening(at_tea.records).state == LIVE
    assert at_tea.records[Timebox][current(at_tea.records)].is_running
    assert seq(at_tea) == before

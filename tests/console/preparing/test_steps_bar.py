"""The steps of a block as segments."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.console.preparing.steps_bar import StepsBar, minutes_words, seconds_in, segments_of, whole_words
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.steps import Step
from facilitator.kit.qt.theme import theme_in_use

BLOCK = BlockId("ideas")
STEPS = (
    Step(StepId("a"), BLOCK, "Write in silence", 14 * 60, "Collect"),
    Step(StepId("b"), BLOCK, "Talk", 60, rounds=3),
    Step(StepId("c"), BLOCK, "One speaks", 90, within=StepId("b")),
)


def test_a_segment_counts_its_rounds_and_phases() -> None:
    assert [(each.name, each.length) for each in segments_of(STEPS)] == [("Collect", "14"), ("Talk", "4:30")]


@pytest.mark.parametrize(
    ("words", "seconds"),
    [("14", 840), ("1:30", 90), ("1.5", 90), ("1,5", 90), ("0:45", 45), ("", 0), ("soon", 0), ("1:75", 0), ("-3", 0)],
)
def test_lengths_are_read_as_people_write_them(words: str, seconds: int) -> None:
    assert seconds_in(words) == seconds


def test_a_length_is_written_as_it_is_read() -> None:
    assert [minutes_words(seconds) for seconds in (840, 90, 45)] == ["14", "1:30", "0:45"]


def test_the_bar_says_its_steps_and_opens_them(shown: Callable[[QWidget], None]) -> None:
    opened: list[str] = []
    bar = StepsBar(lambda: opened.append("steps"))
    shown(bar)
    empty = bar.grab().toImage()
    assert bar.accessibleDescription() == "no steps yet"

    bar.show_steps(STEPS)
    QTest.keyClick(bar, Qt.Key.Key_Space)

    assert bar.accessibleDescription() == "Collect 14, Talk 4:30"
    assert opened == ["steps"]
    assert bar.grab().toImage() != empty


def test_sixty_steps_still_fit(shown: Callable[[QWidget], None]) -> None:
    bar = StepsBar(bool)
    bar.setFixedWidth(304)
    bar.show_steps([Step(StepId(str(at)), BLOCK, "A long word of instruction", 60) for at in range(60)])
    shown(bar)

    assert bar.grab().toImage().width() == 304


def test_a_step_is_called_by_whole_words_or_not_at_all() -> None:
    font = theme_in_use().sized(12, 600)

    assert whole_words("Collect", font, 300) == ["Collect"]
    assert whole_words("What helps you speak honestly?", font, 70) == ["What helps", "you speak…"]
    assert whole_words("Share and build", font, 50, lines=1) == ["Share…"]
    assert whole_words("Acknowledge", font, 30) == []
    assert whole_words("", font, 30) == []

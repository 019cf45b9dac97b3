"""Two days that run late, by keyboard alone: caught up with, left and found again, parted for a night, put on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.convening.agenda import COULD, AddBlock, Block
from facilitator.convening.days import FIRST_DAY, Day
from facilitator.convening.ids import BlockId, DayId, StepId
from facilitator.convening.planning import AddDay, PlanSteps
from facilitator.convening.steps import Step
from facilitator.kit.qt.dress import dress
from tests.stories.led import CTRL, SHIFT, Facilitator, Key, Wall

WAYS = "Ways to catch up"
SECRET = "Ask Halima first"
STEPS = ("Think alone", "Share in pairs", "Say it to all")
FIRST = (
    Block(BlockId(""), "Arriving", "plain", minutes=20),
    Block(BlockId(""), "Spare", "plain", minutes=5, is_buffer=True),
    Block(BlockId(""), "Tea", "plain", minutes=15, category="pause"),
    Block(BlockId(""), "Stories", "plain", minutes=40, priority=COULD),
    Block(BlockId(""), "Plans", "plain", minutes=40),
    Block(BlockId(""), "Closing", "plain", minutes=10),
)
SECOND = (Block(BlockId(""), "Looking back", "plain", minutes=20), Block(BlockId(""), "Farewell", "plain", minutes=10))

Laptop = Callable[[], Facilitator]


@pytest.fixture
def laptop(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Laptop]:
    """Open the app on the folder; what was open is closed first. The wall's clock goes on."""
    dress(qapp)
    opened: list[Facilitator] = []
    wall = Wall()

    def open_again() -> Facilitator:
        while opened:
            opened.pop().close()
        opened.append(Facilitator(data_folder, qtbot, wall))
        return opened[-1]

    yield open_again
    while opened:
        opened.pop().close()


def prepare(led: Facilitator) -> None:
    """Two days, the first with a block of three steps; how one plans by keys is told elsewhere."""
    led.press(Key.Key_N, CTRL)
    led.until(lambda: led.windows.room is not None and led.has("Find an activity"))
    desk = led.room.room.desk
    more = DayId(f"{led.wait(desk.say(AddDay(Day(DayId(''), 'More')))).id}.1")
    for day, blocks in ((FIRST_DAY, FIRST), (more, SECOND)):
        for block in blocks:
            made = Block(
                block.id, block.title, block.activity, minutes=block.minutes, category=block.category,
                priority=block.priority, is_buffer=block.is_buffer, day=day,
            )  # fmt: skip
            led.wait(desk.say(AddBlock(made)))
    steps = tuple(Step(StepId(str(at)), BlockId(""), text, 240 + 180 * at) for at, text in enumerate(STEPS))
    led.wait(desk.say(PlanSteps(block_of(led, "Arriving").id, steps)))


def go_live(led: Facilitator) -> None:
    """Open the doors, and begin the first block."""
    led.press(Key.Key_L, CTRL)
    led.until(lambda: led.port)
    led.look_at(led.console)
    led.press(Key.Key_N, SHIFT)
    on_stage(led, STEPS[0])


def block_of(led: Facilitator, title: str) -> Block:
    return next(block for block in led.records[Block].values() if block.title == title)


def minutes(led: Facilitator) -> dict[str, int]:
    """What every block has now."""
    return {each.title: each.minutes_now for each in led.records[Block].values()}


def on_stage(led: Facilitator, words: str) -> None:
    """Wait until the room reads this; nothing of the facilitator's own is among it."""
    led.until(lambda: words in led.stage_text().split("Next")[0].replace("\n", " "))
    said = led.stage_text()
    assert not [word for word in (SECRET, "late", "Likely", "Stories", "Plans") if word in said]


def left(led: Facilitator) -> int:
    """Seconds left on the large timer of the console."""
    found = re.search(r"(\d+):(\d\d) left", led.console_text())
    assert found is not None
    return int(found[1]) * 60 + int(found[2])


def use_way(led: Facilitator, number: Key) -> str:
    """Open the ways, choose one by its digit, use it by Enter; give how it was told."""
    led.press(Key.Key_U)
    led.until(lambda: len(led.rows(WAYS)) == 4)
    led.press(number)
    chosen = f"{chr(number)} "
    led.until(lambda: [row for row in led.rows(WAYS) if row.startswith(chosen) and row.endswith("chosen")])
    (told,) = (row for row in led.rows(WAYS) if row.startswith(chosen))
    led.press(Key.Key_Return)
    led.until(lambda: not led.rows(WAYS))
    return told


def test_check_6_a_late_day_is_caught_up_with_by_keys_and_taken_back(laptop: Laptop) -> None:
    """Check 6. TM6, TM7: four ways with their ends; breaks and the closing stay whole, and one undo returns all."""
    led = laptop()
    prepare(led)
    go_live(led)
    led.wall.let_pass(32)
    led.until(lambda: "min late" in led.console_text())
    before = minutes(led)

    led.press(Key.Key_U)
    led.until(lambda: len(led.rows(WAYS)) == 4)
    assert [re.sub(r", chosen$", "", way) for way in led.rows(WAYS)] == [
        "1 Use the buffers ahead, 1 buffer gives 5 min., 11:17, 5 min won",
        "2 Shorten what is left, 2 blocks give 6 min each., 11:10, 12 min won",
        "3 Leave one block out, “Stories” is left out., 10:42, 40 min won",
        "4 End later, and say so, Nothing changes. People count on 11:22 from then on., 11:22, 0 min won",
    ]
    led.press(Key.Key_Escape)
    use_way(led, Key.Key_2)
    led.until(lambda: "Likely end 11:10" in led.console_text())
    assert minutes(led) == before | {"Stories": 34, "Plans": 34}
    on_stage(led, STEPS[2])
    led.press(Key.Key_Z, CTRL)
    led.until(lambda: minutes(led) == before and "Likely end 11:22" in led.console_text())
    use_way(led, Key.Key_3)
    led.until(lambda: "Likely end 10:42" in led.console_text())
    assert minutes(led) == before | {"Stories": 0}
    on_stage(led, STEPS[2])


def test_check_7_a_step_goes_on_to_the_second_once_the_app_is_opened_again(laptop: Laptop) -> None:
    """Check 7. The app is closed in the middle of a step, and opened again: the same step, the same second."""
    led = laptop()
    prepare(led)
    go_live(led)
    led.wall.let_pass(5)
    on_stage(led, STEPS[1])
    before, at = left(led), led.wall.now_ms()

    led = laptop()
    led.tab_to("Go on")
    led.press(Key.Key_Space)
    led.until(lambda: led.windows.room is not None)
    on_stage(led, STEPS[1])
    led.until(lambda: abs(before - left(led) - (led.wall.now_ms() - at) / 1000) <= 1)

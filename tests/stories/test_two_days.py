"""Two days by keyboard alone: both prepared, the first carried with the clock on the wall, changed and overrun."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import TimeoutError  # noqa: A004 - its own name

from facilitator.convening.agenda import Block
from facilitator.convening.days import days
from facilitator.convening.gathering import the_convening
from facilitator.convening.steps import seconds_of, steps_of
from tests.phones.room import Phone
from tests.stories.led import ALT, CTRL, NONE, SHIFT, Facilitator, Key

DAY = "Blocks of the day"
SETTLE = "To settle before you go live"
TITLE = "TRIZ: stop what guarantees failure"
WELCOME, ALL, TRIZ = "09:00, Welcome, 15 min", "09:15, 1-2-4-All, 12 min", f"09:27, {TITLE}, 35 min"
LUNCH = "12:30, fixed, Lunch, 60 min, protected"
SECRET = "Ask Halima first"


def begin(led: Facilitator) -> None:
    """Begin a blank day."""
    led.press(Key.Key_N, CTRL)
    led.until(lambda: led.windows.room is not None and led.has("Find an activity"))


def plan(led: Facilitator) -> list[str]:
    """The day that is prepared, as its list says it."""
    return led.rows(DAY)


def until_planned(led: Facilitator, *begun: str) -> None:
    """Wait until the rows of the day that is prepared begin like this: "09:00, Welcome, 15 min"."""

    def is_so() -> bool:
        rows = plan(led)
        return len(rows) == len(begun) and all(row.startswith(each) for row, each in zip(rows, begun, strict=True))

    try:
        led.until(is_so)
    except TimeoutError as error:
        raise AssertionError(f"{plan(led)} does not begin like {begun}") from error


def add(led: Facilitator, offer: str) -> None:
    """Add something from the library beside the agenda, below what is chosen, and go back to the list."""
    before = len(led.records[Block])
    led.press(Key.Key_Slash)
    led.write(offer)
    led.press(Key.Key_Return)
    led.until(lambda: len(led.records[Block]) == before + 1 and led.rows(DAY))
    led.tab_to(DAY)


def set_field(led: Facilitator, name: str, text: str) -> None:
    """Write into a field of the chosen block, and go back to the list."""
    led.tab_to(name)
    led.write(text)
    led.press(Key.Key_Tab)
    led.tab_to(DAY)


def add_method(led: Facilitator, words: str, name: str) -> None:
    """Put a method of the library onto the day, from the desk at home."""
    led.press(Key.Key_3, CTRL)
    led.press(Key.Key_Slash)
    led.write(words)
    led.press(Key.Key_Return)
    led.press(Key.Key_Return)
    led.until(lambda: f"“{name}” is on the agenda" in led.console_text())


def prepare_first_day(led: Facilitator) -> None:
    """Welcome, 1-2-4-All and TRIZ, and lunch at 12:30."""
    add(led, "talk")
    set_field(led, "Title", "Welcome")
    led.tab_to("Private notes")
    led.write(SECRET)
    led.tab_to("Back to the desk")
    led.press(Key.Key_Space)
    led.until(lambda: not led.has("Back to the desk"))
    add_method(led, "1-2-4", "1-2-4-All")
    add_method(led, "triz", "TRIZ: stop what guarantees failure")
    led.tab_to("See it")
    led.press(Key.Key_Space)
    led.until(lambda: plan(led))
    led.press(Key.Key_End)
    add(led, "lunch")
    set_field(led, "Fixed start", "12:30")
    until_planned(led, WELCOME, ALL, TRIZ, f"148 min free before 12:30, {LUNCH}")


def add_second_day(led: Facilitator) -> None:
    """A second day, with a break that is kept and room to shorten."""
    led.press(Key.Key_D, SHIFT)
    led.until(lambda: len(days(led.records)) == 2 and led.has("Day 2"))
    for offer, title in (("talk", "Looking back"), ("talk", "Plans"), ("break", "Tea"), ("talk", "Farewell")):
        add(led, offer)
        set_field(led, "Title", title)
    until_planned(led, "09:00, Looking back", "09:15, Plans", "09:30, Tea, 15 min, protected", "09:45, Farewell")


def test_a_day_is_built_and_built_anew_by_keyboard(facilitator: Facilitator) -> None:
    """Check 10. TM8, TM11: nothing needs the mouse, one key undoes each, and a method of 35 minutes fits into 20."""
    led = facilitator
    begin(led)
    prepare_first_day(led)
    before = plan(led)

    for pressed, rows in (
        ((Key.Key_Up, NONE), before),
        ((Key.Key_Up, ALT), [WELCOME, "09:15, TRIZ", "09:50, 1-2-4-All", before[3]]),
        ((Key.Key_BracketRight, NONE), [WELCOME, f"09:15, {TITLE}, 40 min", "09:55, 1-2-4-All", "143 min free"]),
        ((Key.Key_BracketLeft, NONE), [WELCOME, "09:15, TRIZ", "09:50, 1-2-4-All", before[3]]),
        ((Key.Key_D, CTRL), [WELCOME, "09:15, TRIZ", "09:50, TRIZ", "10:25, 1-2-4-All", "113 min free"]),
        (
            (Key.Key_M, SHIFT),
            [WELCOME, "09:15, TRIZ", "09:50, TRIZ", "10:05, TRIZ", "10:25, 1-2-4-All", "113 min free"],
        ),
        ((Key.Key_Down, SHIFT), None),
        ((Key.Key_M, NONE), [WELCOME, "09:15, TRIZ", "09:50, TRIZ", "10:25, 1-2-4-All", "113 min free"]),
        ((Key.Key_Delete, NONE), [WELCOME, "09:15, TRIZ", "09:50, 1-2-4-All", before[3]]),
    ):
        led.press(*pressed)
        if rows is not None:
            until_planned(led, *rows)
    for _press in range(7):
        led.press(Key.Key_Z, CTRL)
    until_planned(led, *before)

    fit_a_method(led)
    look_at_sums_and_what_is_to_settle(led)
    led.tab_to(DAY)
    led.press(Key.Key_A, CTRL)
    led.until(lambda: "4 chosen · " in led.console_text())
    led.press(Key.Key_S, CTRL | SHIFT)
    led.until(lambda: "It is a template now: New convening" in led.console_text())


def fit_a_method(led: Facilitator) -> None:
    led.press(Key.Key_Home)
    led.press(Key.Key_Down)
    led.press(Key.Key_Down)
    set_field(led, "Minutes", "190")
    until_planned(led, WELCOME, ALL, f"09:27, {TITLE}, 190", "runs 7 min into “Lunch”, 12:37, fixed, Lunch")
    set_field(led, "Minutes", "20")
    led.until(lambda: "The steps of" in led.console_text() or "the steps take 35" in led.console_text())
    led.press(Key.Key_E)
    led.until(lambda: led.has("Fit to 20 min"))
    led.press(Key.Key_F, CTRL)
    led.until(lambda: seconds(led, TITLE) == 20 * 60)
    assert min(step.seconds for step in steps_of(led.records, block_of(led, TITLE).id)) >= 60
    led.press(Key.Key_Escape)


def look_at_sums_and_what_is_to_settle(led: Facilitator) -> None:
    led.press(Key.Key_Equal)
    led.until(lambda: "Kinds: " in led.console_text())
    kinds = re.search("Kinds: .*", led.console_text())
    assert kinds is not None
    assert kinds[0] == "Kinds: Gather 27 min, Think 20 min, Pause 60 min"
    led.press(Key.Key_Exclam)
    led.until(lambda: led.rows(SETTLE))
    assert led.rows(SETTLE)[0] == "Nobody leads “Welcome” yet."
    led.press(Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Lead"


def block_of(led: Facilitator, title: str) -> Block:
    return next(block for block in led.records[Block].values() if block.title == title)


def seconds(led: Facilitator, title: str) -> int:
    return seconds_of(steps_of(led.records, block_of(led, title).id))


def on_stage(led: Facilitator, words: str) -> None:
    """Wait until the room reads this now, and not as what comes next; nothing private is among it."""
    led.until(lambda: words in led.stage_text().split("Next")[0].replace("\n", " "))
    said = led.stage_text()
    assert not [word for word in (SECRET, "late", "Likely", "TRIZ", "Lunch") if word in said]


def one_second(led: Facilitator, phone: Phone) -> None:
    """Console, stage and phone say the same second, give or take one."""

    def told() -> list[float]:
        console = next(found[1] for found in re.finditer(r"(\+?\d+:\d\d) left", led.console_text()))
        stage = re.search(r"\+?\d+:\d\d", led.stage_text())
        assert stage is not None
        left = phone.ask("GET", "/state").json["clock"]["left_ms"]
        return [in_seconds(console), in_seconds(stage[0]), left / 1000]

    led.until(lambda: max(seen := told()) - min(seen) <= 1.5)


def in_seconds(digits: str) -> int:
    minutes, seconds = digits.lstrip("+").split(":")
    return int(minutes) * 60 + int(seconds)


def left(led: Facilitator) -> int:
    """Seconds left on the large timer of the console."""
    return in_seconds(next(found[1] for found in re.finditer(r"(\d+:\d\d) left", led.console_text())))


def steer(led: Facilitator) -> None:
    """Pause, go on, a minute and five more, back and on, each by key."""
    before = left(led)
    led.press(Key.Key_T)
    led.until(lambda: "T: Go on" in led.console_text())
    led.wall.let_pass(3)
    led.press(Key.Key_T)
    led.until(lambda: "T: Pause timer" in led.console_text())
    assert before - 2 <= left(led) <= before
    led.press(Key.Key_Plus)
    led.until(lambda: left(led) > before + 50)
    led.tab_to("+5")
    led.press(Key.Key_Space)
    led.until(lambda: left(led) > before + 350)
    led.tab_to("Agenda")
    led.press(Key.Key_P)
    on_stage(led, STEPS[2])
    led.press(Key.Key_N)
    on_stage(led, STEPS[3])


def today(led: Facilitator) -> list[str]:
    return led.rows("Agenda")


def change_while_running(led: Facilitator) -> None:
    """Check 8. TM8: split, move, lengthen, leave out and add what comes; all later times follow."""
    before = today(led)
    assert before[3] == "12:30, Fixed at 12:30 · 139 min free before, Lunch, 60 min"
    led.press(Key.Key_Down)
    led.press(Key.Key_S, SHIFT)
    led.until(lambda: len(today(led)) == len(before) + 1)
    led.press(Key.Key_Z, CTRL)
    led.until(lambda: len(today(led)) == len(before))
    led.press(Key.Key_A, SHIFT)
    led.write("Energiser 10")
    led.press(Key.Key_Return)
    led.until(lambda: today(led)[3:4] == ["10:02, likely 10:11, Energiser, 10 min"])
    assert today(led)[4] == "12:30, Fixed at 12:30 · 129 min free before, Lunch, 60 min"
    led.press(Key.Key_Delete)
    led.until(lambda: f"09:27, {TITLE}, dropped, planned 35 min" in today(led))
    assert today(led)[3] == "10:02, likely 09:36, Energiser, 10 min"
    led.press(Key.Key_Delete)
    led.until(lambda: today(led)[3].startswith("10:02, likely 10:11"))
    led.press(Key.Key_Down, ALT)
    led.until(lambda: today(led)[2].startswith("09:27, likely 09:36, Energiser"))
    assert today(led)[3].startswith(f"09:37, likely 09:46, {TITLE}")
    led.press(Key.Key_BracketRight)
    led.until(lambda: today(led)[3].endswith("40 min, planned 35 min"))


def overrun(led: Facilitator, phone: Phone) -> None:
    """Check 6. TM5: past its end the time counts up on all faces, and only the console knows what it means."""
    led.wall.let_pass(25)
    led.until(lambda: re.search(r"\+1\d:\d\d", led.stage_text()))
    led.until(lambda: re.search(r"\+1\d:\d\d, time is up", led.console_text()))
    led.press(Key.Key_Plus)
    led.until(lambda: phone.ask("GET", "/state").json["clock"]["left_ms"] < -10 * 60_000)
    led.until(lambda: "min over" in led.console_text())
    on_stage(led, STEPS[3])


STEPS = ("Silent reflection", "Share and build", "Join another pair", "Each group offers")


def test_check_5_a_day_is_carried_by_keyboard(facilitator: Facilitator) -> None:
    """Checks 4, 5, 6 and 8. A day runs by itself, is paused, lengthened, skipped, changed, and runs over."""
    led = facilitator
    begin(led)
    prepare_first_day(led)
    add_second_day(led)
    led.press(Key.Key_L, CTRL)
    led.until(lambda: led.port)
    led.look_at(led.console)
    phone = Phone(led.port).come_in(the_convening(led.records).code)
    assert phone.say("room", "join", name="Wambui").status == 200
    led.press(Key.Key_N, SHIFT)
    on_stage(led, "Welcome")
    led.until(lambda: SECRET in led.console_text())
    led.wall.let_pass(14.2)
    led.until(lambda: "1 min left" in led.console_text())
    led.wall.let_pass(0.8)
    led.press(Key.Key_N, SHIFT)

    for step, minutes in zip(STEPS, (1, 2, 4, 5), strict=True):
        on_stage(led, step)
        one_second(led, phone)
        if step != STEPS[-1]:
            led.wall.let_pass(minutes)
    led.until(lambda: "Step over" in led.console_text())
    steer(led)
    change_while_running(led)
    overrun(led, phone)

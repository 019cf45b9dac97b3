"""Two days by keyboard alone: both prepared, the first carried with the clock on the wall, changed and overrun."""

from __future__ import annotations

import re

from facilitator.convening.days import days
from facilitator.convening.gathering import the_convening
from tests.phones.room import Phone
from tests.stories.led import ALT, CTRL, SHIFT, Facilitator, Key
from tests.stories.planned import SECRET, TITLE, add, begin, prepare_first_day, set_field, until_planned


def add_second_day(led: Facilitator) -> None:
    """A second day, with a break that is kept and room to shorten."""
    led.press(Key.Key_D, SHIFT)
    led.until(lambda: len(days(led.records)) == 2 and led.has("Day 2"))
    for offer, title in (("talk", "Looking back"), ("talk", "Plans"), ("break", "Tea"), ("talk", "Farewell")):
        add(led, offer)
        set_field(led, "Title", title)
    until_planned(led, "09:00, Looking back", "09:15, Plans", "09:30, Tea, 15 min, protected", "09:45, Farewell")


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

"""Two days by keyboard alone: both prepared, the first carried with the clock on the wall, changed and overrun."""

from __future__ import annotations

import re

from PySide6.QtCore import QTimer

from facilitator.console.chime_chip import ChimeChip
from facilitator.convening.agenda import current
from facilitator.convening.cues import Chime
from facilitator.convening.gathering import the_convening
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.kit.qt.theme import theme_in_use
from tests.phones.room import Phone
from tests.stories.heard import Speaker
from tests.stories.led import ALT, CTRL, SHIFT, Facilitator, Key
from tests.stories.planned import (
    DAY,
    SECRET,
    TITLE,
    add,
    add_method,
    begin,
    open_more,
    plan_steps,
    prepare_first_day,
)


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
    """Pause, go on, a minute and five more and less, back and on, each by key."""
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
    led.press(Key.Key_Minus)
    led.until(lambda: left(led) <= before + 300)
    led.tab_to("−5", SHIFT)
    led.press(Key.Key_Space)
    led.until(lambda: left(led) <= before)
    led.press(Key.Key_Plus)
    led.tab_to("+5")
    led.press(Key.Key_Space)
    led.until(lambda: left(led) > before + 340)
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


def overrun(led: Facilitator, phone: Phone, speaker: Speaker) -> None:
    """Check 6. TM5: past its end the time counts up on all faces, and only the console knows what it means."""
    before = today(led)[2]
    speaker.heard.clear()  # the welcome's own end may have sounded
    led.wall.let_pass(25)
    led.until(lambda: re.search(r"\+1\d:\d\d", led.stage_text()))
    led.until(lambda: re.search(r"\+1\d:\d\d, time is up", led.console_text()))
    led.until(lambda: phone.ask("GET", "/state").json["clock"]["left_ms"] < -10 * 60_000)
    led.until(lambda: "min over" in led.console_text())
    on_stage(led, STEPS[3])
    assert before.startswith("09:27, likely 09:36, Energiser")
    led.until(lambda: today(led)[2].startswith("09:27, likely 09:4") or today(led)[2].startswith("09:27, likely 09:5"))
    # Who comes back after so long sees it; a chime would say what is not true any more.
    assert Chime.END not in speaker.heard


def chip(led: Facilitator) -> str:
    """What the last chime said beside the timer, for whoever did not hear it; "" once it is long ago."""
    return next((each.accessibleName() for each in led.console.findChildren(ChimeChip) if each.isVisible()), "")


def band(led: Facilitator) -> str:
    """The colour at the start of the band over the whole stage: how the time stands, from the last row."""
    return led.room.stage.grab().toImage().pixelColor(3, 3).name()


def go_to_just_before(led: Facilitator, left: int) -> None:
    """Let it be a second and a half before the block has so many minutes left (below 0: over)."""
    box = led.records[Timebox][current(led.records)]
    led.wall.let_pass(box.left(led.wall.now_ms()) / MINUTE - left - 1.5 / 60)


def a_minute_before_its_end(led: Facilitator, speaker: Speaker) -> None:
    """TM4: nobody presses a key; the room sees another band, the console says it, and a soft chime is heard."""
    running, last_minute = theme_in_use().inks.accent.name(), theme_in_use().inks.warn.name()
    led.wall.let_pass(8)
    led.until(lambda: band(led) == running)
    assert (chip(led), speaker.heard) == ("", [])
    go_to_just_before(led, 1)
    led.until(lambda: (chip(led), speaker.heard) == ("1 min left", [Chime.CUE]))
    led.until(lambda: band(led) == last_minute)
    led.until(lambda: re.search(r"\b0:5\d\b", led.stage_text()))
    speaker.heard.clear()


STEPS = ("Silent reflection", "Share and build", "Join another pair", "Each group offers")


def test_check_5_a_day_is_carried_by_keyboard(facilitator: Facilitator, speaker: Speaker) -> None:
    """Checks 4, 5, 6 and 8. A day runs by itself, is paused, lengthened, skipped, changed, and runs over."""
    led = facilitator
    begin(led)
    prepare_first_day(led)
    phone = go_live(led)
    led.press(Key.Key_N, SHIFT)
    on_stage(led, "Welcome")
    led.until(lambda: SECRET in led.console_text())
    a_minute_before_its_end(led, speaker)
    led.wall.let_pass(1)
    led.press(Key.Key_N, SHIFT)

    for step, minutes in zip(STEPS, (1, 2, 4, 5), strict=True):
        on_stage(led, step)
        one_second(led, phone)
        if step != STEPS[-1]:
            let_a_step_end(led, minutes)
    led.until(lambda: speaker.heard[-1:] == [Chime.STEP])
    steer(led)
    change_while_running(led)
    overrun(led, phone, speaker)


def go_live(led: Facilitator) -> Phone:
    """Open the doors for somebody with a phone."""
    led.press(Key.Key_L, CTRL)
    led.until(lambda: led.port)
    led.look_at(led.console)
    phone = Phone(led.port).come_in(the_convening(led.records).code)
    assert phone.say("room", "join", name="Wambui").status == 200
    return phone


def let_a_step_end(led: Facilitator, minutes: int) -> None:
    """Nobody presses a key. The clock leaps, so the ringer has to have looked at the step before."""
    rung: list[Chime] = []
    led.room.ringing.ringer.rang.connect(lambda chime, _minutes: rung.append(chime))
    timer = led.room.ringing.findChild(QTimer)
    assert timer is not None
    looks: list[None] = []
    timer.timeout.connect(lambda: looks.append(None))
    led.until(lambda: looks)
    led.wall.let_pass(minutes)
    led.until(lambda: rung == [Chime.STEP])
    assert chip(led) == "Step over"


PHASES = (
    "Client says what help is needed.", "Advisers ask to clarify.", "Client turns away; advisers talk as if alone.",
    "Client turns back and says what was useful.",
)  # fmt: skip


def test_rounds_run_by_themselves_and_steps_that_wait_do_not(facilitator: Facilitator, speaker: Speaker) -> None:
    """TM1, TM2, TM4: rounds and phases, a step that waits for a key, overtime that chimes, an end the room may see."""
    led = facilitator
    begin(led)
    plan_a_talk_that_waits(led)
    led.tab_to("Back to the desk")
    led.press(Key.Key_Space)
    led.until(lambda: not led.has("Back to the desk"))
    add_method(led, "troika", "Troika Consulting")
    led.tab_to("See it")
    led.press(Key.Key_Space)
    go_live(led)

    led.press(Key.Key_N, SHIFT)
    on_stage(led, "First a story")
    let_a_step_end(led, 5)
    led.until(lambda: speaker.heard == [Chime.STEP])
    on_stage(led, "We go on together")
    led.press(Key.Key_N)
    on_stage(led, "Then a question")
    let_the_room_see_the_end(led)
    let_overtime_chime(led, speaker)
    led.press(Key.Key_N, SHIFT)
    run_troika(led)


def plan_a_talk_that_waits(led: Facilitator) -> None:
    """Two steps; each waits for a key once its time is over."""
    add(led, "talk")
    open_more(led, "Chimes and steps")
    led.tab_to("Chime in overtime every so many minutes")
    led.write("2")
    led.tab_to("Steps wait for your key", SHIFT)
    led.press(Key.Key_Space)
    led.tab_to(DAY, SHIFT)
    plan_steps(led, "Talk", ("First a story", 5), ("Then a question", 10))


def let_overtime_chime(led: Facilitator, speaker: Speaker) -> None:
    """Muted by a key an end is seen all the same; the same key lets the minutes over be heard."""
    before, rung = list(speaker.heard), list[Chime]()
    led.room.ringing.ringer.rang.connect(lambda chime, _minutes: rung.append(chime))
    led.press(Key.Key_C)
    go_to_just_before(led, 0)
    led.until(lambda: chip(led) == "Time is up")
    led.until(lambda: "+" in led.stage_text())
    # The step was begun by a key, so it ends a little after its block.
    led.until(lambda: rung == [Chime.END, Chime.STEP])
    led.press(Key.Key_C)
    go_to_just_before(led, -2)
    led.until(lambda: chip(led) == "2 min over")
    led.until(lambda: speaker.heard == [*before, Chime.OVER])


def let_the_room_see_the_end(led: Facilitator) -> None:
    """It is for the laptop only until a switch says otherwise."""
    assert "We end at about" not in led.stage_text()
    led.press(Key.Key_U)
    led.tab_to("The room sees the likely end")
    led.press(Key.Key_Space)
    led.press(Key.Key_Escape)
    led.press(Key.Key_T, SHIFT)
    led.until(lambda: "We end at about 09:45" in led.stage_text().replace("\n", " "))


def run_troika(led: Facilitator) -> None:
    """Three rounds of 2-2-4-2, and nobody presses a key; the first is followed phase by phase."""
    for phase, minutes in zip(PHASES, (2, 2, 4, 2), strict=True):
        on_stage(led, phase)
        on_stage(led, "Round 1 of 3")
        assert "Round 1 of 3" in led.console_text()
        let_a_step_end(led, minutes)
    on_stage(led, "Round 2 of 3")
    on_stage(led, PHASES[0])
    led.wall.let_pass(10 + 2 + 2)
    on_stage(led, "Round 3 of 3")
    on_stage(led, PHASES[2])

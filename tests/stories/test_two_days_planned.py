"""Two days are planned by keyboard alone: every field of a block, its steps, sums, what is to settle, and a template."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtWidgets import QApplication, QLineEdit

from facilitator.convening.agenda import COULD, KEPT, MUST, SCRIBE, TIMEKEEPER
from facilitator.convening.days import days
from facilitator.convening.notes import Note
from facilitator.convening.people import name_of
from facilitator.convening.steps import seconds_of, steps_of
from tests.stories.led import ALT, CTRL, NONE, SHIFT, Facilitator, Key
from tests.stories.planned import (
    ALL,
    DAY,
    SECOND_DATE,
    STEPS,
    TITLE,
    WELCOME,
    add,
    add_day,
    add_people,
    begin,
    block_of,
    choose,
    open_more,
    plan,
    plan_two_days,
    prepare_first_day,
    set_field,
    until_planned,
)

SETTLE = "To settle before you go live"
TEXTS = {
    "Description": "Everybody tells one story",
    "Goal": "Trust",
    "What it leaves": "A list of stories",
    "Materials": "Cards, pens",
    "Room set-up": "Chairs in a circle",
}


def test_check_10_a_day_is_built_and_built_anew_by_keyboard(facilitator: Facilitator) -> None:
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
        if pressed[0] == Key.Key_M:
            # What was joined is chosen a moment after it stands in the list.
            led.until(lambda: title_of_chosen(led) == TITLE)
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


def title_of_chosen(led: Facilitator) -> str:
    """What the field beside the list says of the block that is chosen."""
    (field,) = (each for each in led.console.findChildren(QLineEdit) if each.accessibleName() == "Title")
    return field.text()


def fit_a_method(led: Facilitator) -> None:
    led.press(Key.Key_Home)
    led.press(Key.Key_Down)
    led.press(Key.Key_Down)
    set_field(led, "Minutes", "190")
    until_planned(led, WELCOME, ALL, f"09:27, {TITLE}, 190", "runs 7 min into “Lunch”, 12:30, fixed, Lunch")
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
    told = [re.search(f"{column}: .*", led.console_text()) for column in ("Kinds", "Methods", "How people sit")]
    assert [found and found[0] for found in told] == [
        "Kinds: Gather 27 min, Think 20 min, Pause 60 min",
        "Methods: Doing 32 min, Not said 15 min",
        "How people sit: All together 8 min, Small groups 23 min, Alone 1 min, Not said 15 min",
    ]
    assert "47 min work · 60 min rest" in led.console_text()
    led.press(Key.Key_Exclam)
    led.until(lambda: led.rows(SETTLE))
    assert re.fullmatch(r"Nobody leads \d blocks yet\., closed", led.rows(SETTLE)[0])
    led.press(Key.Key_Return)
    led.until(lambda: led.rows(SETTLE)[1] == "Nobody leads “Welcome” yet.")
    led.press(Key.Key_Down)
    led.press(Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Lead"


def seconds(led: Facilitator, title: str) -> int:
    return seconds_of(steps_of(led.records, block_of(led, title).id))


def test_everything_there_is_to_say_of_a_block_is_said_by_keys(facilitator: Facilitator) -> None:
    """Guide and roles, kind, weight and protection, cues, what it is for and what it needs; each is one undo."""
    led = facilitator
    begin(led)
    add_people(led, "Nomsa Dube", "Tariq Aziz")
    add(led, "talk")
    set_field(led, "Title", "Stories")
    until_planned(led, "09:00, Stories, 15 min")
    plain = block_of(led, "Stories")
    say_everything(led)

    until_planned(led, "09:00, Stories, must, Nomsa Dube, 15 min, protected")
    led.until(lambda: len(block_of(led, "Stories").roles) == 2)
    said = block_of(led, "Stories")
    assert name_of(led.records, said.guide) == "Nomsa Dube"
    assert (said.category, said.priority, said.protection, said.family, said.mode, said.waits) == (
        "think", MUST, KEPT, "seeing", "task", True,
    )  # fmt: skip
    assert (said.cues, said.overtime_chime) == ("3 1", 2)
    assert (said.description, said.goal, said.output, said.materials, said.room_setup) == tuple(TEXTS.values())
    assert [entry.partition(":")[0] for entry in said.roles] == [TIMEKEEPER, SCRIBE]
    led.press(Key.Key_Equal)
    led.until(lambda: "Kinds: Think 15 min" in led.console_text())
    for column in ("Methods: Seeing 15 min, Task 15 min", "How people sit: Not said 15 min", "Nomsa Dube 15 min"):
        assert column in led.console_text()
    assert "15 min work · 0 min rest" in led.console_text()
    led.press(Key.Key_Equal)
    while block_of(led, "Stories") != plain:
        told = led.room.room.desk.news.seq
        led.press(Key.Key_Z, CTRL)
        led.until(partial(has_told, led, told))
    until_planned(led, "09:00, Stories, 15 min")


def say_everything(led: Facilitator) -> None:
    """Go through the fields of the chosen block, those that are folded away too."""
    for section in ("People in it", "Purpose and room", "Chimes and steps", "Kind and time"):
        open_more(led, section)
    led.tab_to(DAY, SHIFT)
    for name, words in (
        ("Lead", "Nomsa Dube"),
        ("Kind of block", "Think"),
        ("How much it matters", "Must be held"),
        ("When the day runs late", "Never shortened"),
        ("Family of methods", "Seeing"),
        ("Process or task", "Task: gets work done"),
    ):
        choose(led, name, words)
    led.tab_to("Steps wait for your key")
    led.press(Key.Key_Space)
    for name, text in (
        ("Chimes so many minutes before the end", "3, 1"),
        ("Chime in overtime every so many minutes", "2"),
        *TEXTS.items(),
    ):
        led.tab_to(name)
        led.write(text)
    for role, name in (("Timekeeper", "Tariq Aziz"), ("Scribe", "Nomsa Dube")):
        choose(led, role, name)
    led.tab_to(DAY, SHIFT)


def has_told(led: Facilitator, seq: int) -> bool:
    return led.room.room.desk.news.seq > seq


def test_what_is_to_settle_is_told_and_enter_goes_to_where_it_is_settled(facilitator: Facilitator) -> None:
    """TM10: no guide, a lunch of 20 minutes, 95 without a break: one list over all, and a jump to each."""
    led = facilitator
    begin(led)
    add(led, "talk")
    set_field(led, "Title", "Commitments")
    set_field(led, "Minutes", "95")
    add(led, "lunch")
    set_field(led, "Fixed start", "12:30")
    set_field(led, "Minutes", "20")
    add(led, "talk")
    set_field(led, "Minutes", "90")
    until_planned(led, "09:00, Commitments, 95 min", "115 min free before 12:30, 12:30, fixed, Lunch, 20 min", "12:50")

    led.press(Key.Key_Exclam)
    led.until(lambda: len(led.rows(SETTLE)) > 3)
    assert led.rows(SETTLE)[0] == "Nobody leads 2 blocks yet., closed"
    led.press(Key.Key_Return)
    led.until(lambda: "Nobody leads “Talk” yet." in led.rows(SETTLE))
    jumps = {row: jump(led, at) for at, row in enumerate(led.rows(SETTLE)) if at}
    assert jumps == {
        "Nobody leads “Commitments” yet.": "Lead",
        "95 minutes without a break, “Commitments” among them.": DAY,
        "“Lunch” is all the lunch there is, and has 20 min.": "Minutes",
        "Nobody leads “Talk” yet.": "Lead",
        "There is little room for delays. Add a buffer of 19 min.": DAY,
        "2 blocks do not say yet what they leave, or that they are open.": "What it leaves",
    }


def jump(led: Facilitator, at: int) -> str:
    """Go to this line of what is to settle and press Enter; give the field that has the focus then."""
    led.tab_to(SETTLE)
    led.press(Key.Key_Home)
    for _row in range(at):
        led.press(Key.Key_Down)
    led.press(Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus.accessibleName()


def test_two_days_become_a_template_and_a_template_two_days(facilitator: Facilitator) -> None:
    """Saved by a key and begun from by another: blocks, days, weights and steps are there, private notes are not."""
    led = facilitator
    plan_two_days(led)
    second = plan(led)
    led.press(Key.Key_PageUp, CTRL)
    led.until(lambda: len(plan(led)) == 6)
    first, stream = plan(led), led.room.room.desk.stream
    led.press(Key.Key_S, CTRL | SHIFT)
    led.until(lambda: "It is a template now: New convening" in led.console_text())
    led.tab_to("Back to the desk")
    led.press(Key.Key_Space)
    led.tab_to("Template New convening, 2 h 40, Made by you")
    led.press(Key.Key_Return)

    led.until(lambda: led.windows.room is not None and led.room.room.desk.stream != stream and plan(led))
    assert plan(led) == first
    assert block_of(led, "Stories").priority == COULD
    assert [(s.text, s.seconds // 60) for s in steps_of(led.records, block_of(led, "Arriving").id)] == list(STEPS)
    assert not led.records[Note]
    led.press(Key.Key_PageDown, CTRL)
    led.until(lambda: plan(led) == second)
    assert days(led.records)[1].title == "From stories to plans"


def test_blocks_go_to_another_day_together_and_a_day_has_its_own_date_and_start(facilitator: Facilitator) -> None:
    """Several are chosen and moved at once; the second day begins at its own time, and going back is one key each."""
    led = facilitator
    begin(led)
    for title in ("One", "Two", "Three"):
        add(led, "talk")
        set_field(led, "Title", title)
    add_day(led, SECOND_DATE, "The second day")
    led.press(Key.Key_D)
    led.tab_to("This day starts at")
    led.write("10:30")
    led.press(Key.Key_Escape)
    led.press(Key.Key_PageUp, CTRL)
    until_planned(led, "09:00, One", "09:15, Two", "09:30, Three")

    led.press(Key.Key_Home)
    led.press(Key.Key_Down, SHIFT)
    led.press(Key.Key_Down, ALT)
    until_planned(led, "09:00, Three", "09:15, One", "09:30, Two")
    led.press(Key.Key_PageDown, ALT)
    until_planned(led, "10:30, One", "10:45, Two")
    assert "Sat 20 March" in led.console_text()
    led.press(Key.Key_Z, CTRL)
    led.press(Key.Key_Z, CTRL)
    led.press(Key.Key_PageUp, CTRL)
    until_planned(led, "09:00, One", "09:15, Two", "09:30, Three")

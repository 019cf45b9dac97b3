"""Planning by keyboard alone: how a facilitator makes days, blocks and steps on the console, and two days made so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.exceptions import TimeoutError  # noqa: A004 - its own name

from facilitator.convening.agenda import Block
from facilitator.convening.days import days
from facilitator.convening.people import Person
from facilitator.convening.steps import steps_of
from tests.stories.led import CTRL, SHIFT, Facilitator, Key

DAY = "Blocks of the day"
SECRET = "Ask Halima first"
TITLE = "TRIZ: stop what guarantees failure"
WELCOME, ALL, TRIZ = "09:00, Welcome, 15 min", "09:15, 1-2-4-All, 12 min", f"09:27, {TITLE}, 35 min"
LUNCH = "12:30, fixed, Lunch, 60 min, protected"
STEPS = (("Think alone", 4), ("Share in pairs", 7), ("Say it to all", 10))
"""What the first block says one after the other, and for how many minutes."""

SECOND_DATE = "2027-03-20"
"""Two days after the first, which is the day of the clock on the wall."""


@dataclass(frozen=True)
class Planned:
    """A block to plan: what the library offers, its title and minutes, and what is said of it under its fields."""

    offer: str
    title: str
    minutes: int
    weight: str = "Should be held"
    is_buffer: bool = False


FIRST = (
    Planned("talk", "Arriving", 20),
    Planned("talk", "Spare", 5, is_buffer=True),
    Planned("break", "Tea", 15),
    Planned("talk", "Stories", 40, "Could be left out"),
    Planned("talk", "Plans", 40),
    Planned("talk", "Closing", 10),
)
SECOND = (Planned("talk", "Looking back", 20), Planned("talk", "Farewell", 10))


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
    led.tab_to(DAY, SHIFT)


def choose(led: Facilitator, name: str, words: str) -> None:
    """Go by arrows from choice to choice of a field; each one on the way is said, and seen, too."""
    led.tab_to(name)
    field = QApplication.focusWidget()
    assert isinstance(field, QComboBox)
    at, to = field.currentIndex(), field.findText(words)
    while at != to:
        at += 1 if to > at else -1
        told = led.room.room.desk.news.seq
        led.press(Key.Key_Down if at > field.currentIndex() else Key.Key_Up)
        led.until(partial(_has_come_to, led, field, at, told))
    assert field.currentText() == words


def _has_come_to(led: Facilitator, field: QComboBox, at: int, told: int) -> bool:
    return led.room.room.desk.news.seq > told and field.currentIndex() == at


def block_of(led: Facilitator, title: str) -> Block:
    """The block of this title, whatever day it is on."""
    return next(block for block in led.records[Block].values() if block.title == title)


def add_people(led: Facilitator, *names: str) -> None:
    """Write names on the page of people, one a line, and turn back to the agenda."""
    led.tab_to("People")
    led.press(Key.Key_Space)
    led.tab_to("Paste a list, or write a name")
    for at, name in enumerate(names):
        if at:
            led.press(Key.Key_Return)
        led.go_on_writing(name)
    led.tab_to(f"Add {len(names)} people")
    led.press(Key.Key_Space)
    led.until(lambda: {person.name for person in led.records[Person].values()} >= set(names))
    led.tab_to("Agenda")
    led.press(Key.Key_Space)
    led.until(lambda: led.has("Find an activity"))


def open_section(led: Facilitator, title: str) -> None:
    """Open a part of what else can be said of a block, and first the line that all of it is folded into."""
    led.tab_to("More about this block")
    fold = QApplication.focusWidget()
    assert fold is not None
    if fold.accessibleDescription().startswith("closed"):
        led.press(Key.Key_Space)
    led.tab_to(title)
    led.press(Key.Key_Space)


def plan_block(led: Facilitator, wanted: Planned) -> None:
    """Add a block below what is chosen, and say what it is; the section "Kind and time" is open."""
    add(led, wanted.offer)
    set_field(led, "Title", wanted.title)
    set_field(led, "Minutes", str(wanted.minutes))
    if wanted.weight != "Should be held":
        choose(led, "How much it matters", wanted.weight)
    if wanted.is_buffer:
        led.tab_to("Buffer: nothing is planned in it")
        led.press(Key.Key_Space)
    led.tab_to(DAY, SHIFT)


def plan_steps(led: Facilitator, title: str, *steps: tuple[str, int]) -> None:
    """Give the chosen block steps, one after the other, each with its minutes."""
    led.press(Key.Key_E)
    for at, (text, minutes) in enumerate(steps):
        led.press(Key.Key_Return, CTRL)
        led.until(partial(led.has, f"Instruction of step {at + 1}"))
        led.tab_to(f"Instruction of step {at + 1}")
        led.write(text)
        led.press(Key.Key_Tab)
        led.write(str(minutes))
        led.press(Key.Key_Tab)
    led.press(Key.Key_Escape)
    wanted = [(text, minutes * 60) for text, minutes in steps]
    led.until(lambda: [(s.text, s.seconds) for s in steps_of(led.records, block_of(led, title).id)] == wanted)


def plan_two_days(led: Facilitator) -> None:
    """Two days with a date and a line: the first has steps, a buffer, a pause, and a block that could be left out."""
    begin(led)
    led.tab_to("Add a block")
    open_section_with(led, FIRST[0])
    for wanted in FIRST[1:]:
        plan_block(led, wanted)
    led.press(Key.Key_Home)
    led.tab_to("Private notes")
    led.write(SECRET)
    led.tab_to(DAY, SHIFT)
    plan_steps(led, "Arriving", *STEPS)
    add_day(led, SECOND_DATE, "From stories to plans")
    for wanted in SECOND:
        plan_block(led, wanted)


def open_more(led: Facilitator, section: str) -> None:
    """Unfold a section of what there is to say of a block."""
    if not led.has(section):
        led.tab_to("More about this block", SHIFT)
        led.press(Key.Key_Space)
        led.until(lambda: led.has(section))
    led.tab_to(section)
    led.press(Key.Key_Space)


def open_section_with(led: Facilitator, wanted: Planned) -> None:
    """Add the first block, and open the fields for how its time holds."""
    add(led, wanted.offer)
    open_more(led, "Kind and time")
    led.tab_to(DAY, SHIFT)
    set_field(led, "Title", wanted.title)
    set_field(led, "Minutes", str(wanted.minutes))


def add_day(led: Facilitator, date: str, line: str) -> None:
    """Add a day after the last one, and say when it is and what it is about."""
    before = len(days(led.records))
    led.press(Key.Key_D, SHIFT)
    led.until(lambda: len(days(led.records)) == before + 1 and led.has(f"Day {before + 1}"))
    led.press(Key.Key_D)
    for name, text in (("Line of this day", line), ("Date of this day", date)):
        led.tab_to(name)
        led.write(text)
    led.press(Key.Key_Escape)
    led.until(lambda: (days(led.records)[-1].title, days(led.records)[-1].date) == (line, date))


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

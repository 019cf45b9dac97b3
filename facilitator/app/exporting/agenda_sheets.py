"""The agenda in tables: each block and each step with what was planned and what it took. Source: practice, TM13.

What is private in a block, and what each step took, is in the facilitator's own tables alone. `now` is the room's own
time (UTC ms), which somebody who sets the laptop's clock does not change: a block that still runs is counted up to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.app.exporting.sheet import Cell, Row, Sheet, is_own
from facilitator.convening.agenda import (
    ACCESS_LEAD,
    AS_PLANNED,
    GUARDIAN,
    GUIDE,
    SCRIBE,
    TIMEKEEPER,
    Block,
    led_by,
)
from facilitator.convening.clock import block_legs, step_ms
from facilitator.convening.days import Day, days
from facilitator.convening.notes import Note
from facilitator.convening.people import name_of
from facilitator.convening.records import Records
from facilitator.convening.timebox import Timebox
from facilitator.convening.timetable import actual_minutes, plan_of_day
from facilitator.i18n import N_, _

_ROLES = {
    GUIDE: N_("Guide"),
    TIMEKEEPER: N_("Timekeeper"),
    SCRIBE: N_("Scribe"),
    GUARDIAN: N_("Guardian"),
    ACCESS_LEAD: N_("Access lead"),
}

_CATEGORIES = {
    "gather": N_("Gather"), "think": N_("Think"), "decide": N_("Decide"), "act": N_("Act"), "pause": N_("Pause"),
}  # fmt: skip

_BLOCK = (
    (N_("Day"), 20), (N_("Date"), 12), (N_("Starts"), 8), (N_("Ends"), 8), (N_("Block"), 30),
    (N_("Question or line for the room"), 60), (N_("Guide"), 24), (N_("Category"), 10), (N_("Fixed start"), 10),
    (N_("Minutes planned"), 16), (N_("Minutes given later"), 16), (N_("Minutes taken"), 16), (N_("Dropped"), 10),
    (N_("Method"), 24), (N_("Family"), 10),
)  # fmt: skip
_OWN = (
    (N_("Process or task"), 14), (N_("Priority"), 10), (N_("Protected"), 10), (N_("Buffer"), 8),
    (N_("Description"), 50), (N_("Goal"), 40), (N_("What it leaves"), 40), (N_("Materials"), 30),
    (N_("Room set-up"), 30), (N_("Roles"), 40), (N_("Private note"), 50),
)  # fmt: skip
_STEP = (
    (N_("Day"), 20), (N_("Block"), 30), (N_("Step"), 30), (N_("Round"), 8), (N_("Phase"), 30),
    (N_("Instruction"), 60), (N_("Who"), 10), (N_("Seconds planned"), 16),
)  # fmt: skip
_STEP_OWN = ((N_("Seconds taken"), 16),)


def agenda_sheet(records: Records, now: int) -> Sheet:
    """One row for each block, day after day."""
    own = is_own(records)
    rows = [
        (*head, *_block(records, block, starts, now), *(_private(records, block) if own else ()))
        for head, block, starts in _blocks(records)
    ]
    return Sheet(N_("Agenda"), (*_BLOCK, *(_OWN if own else ())), rows)


def step_sheet(records: Records, now: int) -> Sheet:
    """One row for each step or phase in each of its rounds."""
    own, rows = is_own(records), list[Row]()
    for head, block, _starts in _blocks(records):
        took = step_ms(records, block.id, now) if own else {}
        for leg in block_legs(records, block):
            phase = leg.phase.title or leg.phase.text if leg.phase is not None else ""
            spent: tuple[Cell, ...] = (round(took[leg.key] / 1000) if leg.key in took else "",) if own else ()
            rows.append(
                (head[0], block.title, leg.step.title or leg.step.text, leg.round, phase, leg.inner.text,
                 leg.inner.who or leg.step.who, leg.inner.seconds, *spent)
            )  # fmt: skip
    return Sheet(N_("Steps"), (*_STEP, *(_STEP_OWN if own else ())), rows)


def taken(records: Records, block: str, now: int) -> Cell:
    """How many minutes a block took; "" for one that never ran."""
    box = next((box for box in records[Timebox].values() if box.id == block and box.began), None)
    return actual_minutes(records, box.id, now) if box is not None else ""


def day_name(day: Day, number: int) -> str:
    """What a day is called: as it was named, else by its number."""
    return day.title or _("Day {number}").format(number=number)


def time_of_day(minutes: int) -> str:
    """Minutes since midnight as a program or a person reads them: "09:05"."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _blocks(records: Records) -> Iterator[tuple[tuple[str, str], Block, int]]:
    for number, day in enumerate(days(records), start=1):
        for slot in plan_of_day(records, day.id):
            yield (day_name(day, number), day.date), slot.block, slot.starts


def _block(records: Records, block: Block, starts: int, now: int) -> Row:
    later: Cell = "" if block.replanned == AS_PLANNED else block.replanned
    return (
        time_of_day(starts), time_of_day(starts + block.minutes), block.title, block.prompt,
        name_of(records, block.guide), _(_CATEGORIES.get(block.category, "")) if block.category else "",
        time_of_day(block.pinned) if block.pinned >= 0 else "", block.minutes, later, taken(records, block.id, now),
        _("yes") if block.is_dropped else "", block.method, block.family,
    )  # fmt: skip


def _private(records: Records, block: Block) -> Row:
    note = records[Note].get(block.id)
    roles = [
        f"{_(words)}: {name}"
        for role, words in _ROLES.items()
        if (name := _(", ").join(name_of(records, person) for person in led_by(block, role)))
    ]
    return (
        block.mode, block.priority, _("yes") if block.is_protected else "", _("yes") if block.is_buffer else "",
        block.description, block.goal,
        block.output, block.materials, block.room_setup, "\n".join(roles), note.text if note is not None else "",
    )  # fmt: skip

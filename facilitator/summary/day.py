"""The days as they were planned and as they went, block by block and step by step. Source: practice, rule TM13."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reportlab.platypus import Flowable

from facilitator.convening.agenda import Block
from facilitator.convening.clock import block_legs, step_ms
from facilitator.convening.days import Day, days
from facilitator.convening.people import name_of
from facilitator.convening.records import Records
from facilitator.convening.steps import WHOLE, steps_of
from facilitator.convening.sums import PROCESS, TASK, Sums, sums_of_day
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.timetable import actual_minutes, began_on, plan_of_day
from facilitator.kit.pdf.agenda import NEVER, Line, StepLine, agenda_ribbons, agenda_table
from facilitator.kit.pdf.dates import long_date, minutes_as_time
from facilitator.kit.pdf.look import Edition, Look
from facilitator.kit.pdf.sections import air, heading, paragraph, section

LONGEST_LAST = 30 * MINUTE
"""A block that nobody ended counts until now, but at most so far beyond its time."""


@dataclass(frozen=True, slots=True)
class DayRun:
    """One day with its blocks, as planned and as they went.

    `date` (ISO) is the one it was given, or else the one on which its first block began; "" for a day without either.
    """

    day: Day
    lines: tuple[Line, ...]
    sums: Sums
    date: str = ""


def days_as_run(records: Records, now: int, guides: Container[str]) -> list[DayRun]:
    """Give the days that have blocks; a guide is named if their name is among `guides`. `now` is UTC ms."""
    runs = []
    for day in days(records):
        lines = []
        began = began_on(records, day.id)
        first_day = _date_of(began or now)
        for slot in plan_of_day(records, day.id):
            block = slot.block
            box = records[Timebox].get(block.id, Timebox(block.id))
            until, name = _until(box, now), name_of(records, block.guide)
            lines.append(
                Line(
                    block.title,
                    name if name in guides else "",
                    block.category,
                    slot.starts,
                    block.minutes,
                    _minute_of(box.began, first_day) if box.began else NEVER,
                    actual_minutes(records, block.id, until),
                    block.replanned,
                    _steps(records, block, until),
                    _minute_of(box.ended or until, first_day) if box.began else NEVER,
                )
            )
        if lines:
            date_of = day.date or (first_day.isoformat() if began else "")
            runs.append(DayRun(day, tuple(lines), sums_of_day(records, day.id), date_of))
    return runs


def day_section(look: Look, runs: Sequence[DayRun]) -> list[Flowable]:
    """Set the agenda as run, day by day; funders see its shape without the rows. Source: practice, rule HV8."""
    _ = look.gettext
    if not runs:
        return []
    has_run = any(line.has_run for run in runs for line in run.lines)
    title = _("Agenda, planned and actual") if has_run else _("Agenda")
    if len(runs) == 1:
        head = section(look, title, _times(look, runs[0].lines))
        return [*head, air(12), *_inner(look, runs[0].lines), *_balance(look, runs[0].sums)]
    parts = section(look, title)
    for number, run in enumerate(runs, start=1):
        parts += heading(look, _day_words(look, run, number), 150)
        parts += [_times(look, run.lines), air(8), *_inner(look, run.lines), *_balance(look, run.sums)]
    return parts


def _balance(look: Look, sums: Sums) -> list[Flowable]:
    """What the working minutes were planned for; the facilitator's alone. Source: practice, rule TM14."""
    _ = look.gettext
    if look.edition is not Edition.FACILITATOR:
        return []
    process, task = sums.modes.get(PROCESS, 0), sums.modes.get(TASK, 0)
    families = {"seeing": _("Seeing"), "doing": _("Doing"), "being": _("Being")}
    told = [
        _("{name} {minutes} min").format(name=name, minutes=sums.families[key])
        for key, name in families.items()
        if key in sums.families
    ]
    said = [_("Planned for: {list}.").format(list=_(", ").join(told))] if told else []
    if whole := process + task:
        share = round(100 * process / whole)
        said.append(
            _("Process {process} min, task {task} min: {share} to {rest}.").format(
                process=process, task=task, share=share, rest=100 - share
            )
        )
    return [air(8), paragraph(look, " ".join(said), look.soft)] if said else []


def _inner(look: Look, lines: Sequence[Line]) -> list[Flowable]:
    return agenda_ribbons(look, lines) if look.edition is Edition.FUNDER else agenda_table(look, lines)


def _day_words(look: Look, run: DayRun, number: int) -> str:
    name = run.day.title or look.gettext("Day {number}").format(number=number)
    return " · ".join(part for part in (name, long_date(look, run.date)) if part)


def _times(look: Look, lines: Sequence[Line]) -> Flowable:
    """Say when a day was planned to begin and end, and when it did."""
    _ = look.gettext
    ran = [line for line in lines if line.has_run]
    first, last = lines[0], lines[-1]
    said = _("Planned {start}–{end}.").format(
        start=minutes_as_time(first.planned_start), end=minutes_as_time(last.planned_start + last.planned_minutes)
    )
    if ran:
        start = min(line.actual_start for line in ran)
        end = max(line.actual_end for line in ran)
        actual = _("Actual {start}–{end}.").format(start=minutes_as_time(start), end=minutes_as_time(end))
        said = f"{said} {actual}"
    return paragraph(look, said, look.soft)


def _steps(records: Records, block: Block, until: int) -> tuple[StepLine, ...]:
    """The steps of a block, each with all its rounds and phases."""
    legs, took = block_legs(records, block), step_ms(records, block.id, until)
    lines = []
    for step in steps_of(records, block.id):
        mine = [leg for leg in legs if step.within == WHOLE and leg.step.id == step.id]
        spent = [took[leg.key] for leg in mine if leg.key in took]
        if mine:
            planned = sum(leg.length_ms for leg in mine) // 1000
            lines.append(StepLine(step.title or step.text, planned, round(sum(spent) / 1000) if spent else NEVER))
    return tuple(lines)


def _until(box: Timebox, now: int) -> int:
    return now if box.ended or not box.began else min(now, box.started + box.length_ms + LONGEST_LAST)


def _minute_of(at_ms: int, first: date) -> int:
    """Minutes since the midnight before a day: one that goes on past the next midnight counts on."""
    moment = datetime.fromtimestamp(at_ms / 1000).astimezone()
    return (moment.date() - first).days * 24 * 60 + moment.hour * 60 + moment.minute


def _date_of(at_ms: int) -> date:
    return datetime.fromtimestamp(at_ms / 1000).astimezone().date()

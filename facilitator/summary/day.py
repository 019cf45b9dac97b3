"""The day as it was planned and as it went."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime

from reportlab.platypus import Flowable

from facilitator.convening.people import name_of
from facilitator.convening.records import Records
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.timetable import actual_minutes, plan_of
from facilitator.kit.pdf.agenda import Line, agenda_ribbons, agenda_table
from facilitator.kit.pdf.dates import minutes_as_time
from facilitator.kit.pdf.look import Edition, Look
from facilitator.kit.pdf.sections import air, paragraph, section

LONGEST_LAST = 30 * MINUTE
"""A block that nobody ended counts until now, but at most so far beyond its time."""


def lines_of_day(records: Records, now: int, guides: Container[str]) -> list[Line]:
    """Give each block with its planned and real times; a guide is named if their name is among `guides`."""
    lines = []
    for slot in plan_of(records):
        box = records[Timebox].get(slot.block.id, Timebox(slot.block.id))
        name = name_of(records, slot.block.guide)
        lines.append(
            Line(
                slot.block.title,
                name if name in guides else "",
                slot.block.category,
                slot.starts,
                slot.block.minutes,
                _minute_of_day(box.began) if box.began else -1,
                actual_minutes(records, slot.block.id, _until(box, now)),
            )
        )
    return lines


def day_section(look: Look, lines: list[Line]) -> list[Flowable]:
    """Set the agenda as run; funders see its shape without the rows. Source: practice, rule HV8."""
    _ = look.gettext
    if not lines:
        return []
    ran = [line for line in lines if line.has_run]
    first, last = lines[0], lines[-1]
    said = _("Planned {start}–{end}.").format(
        start=minutes_as_time(first.planned_start), end=minutes_as_time(last.planned_start + last.planned_minutes)
    )
    if ran:
        start = min(line.actual_start for line in ran)
        end = max(line.actual_start + line.actual_minutes for line in ran)
        actual = _("Actual {start}–{end}.").format(start=minutes_as_time(start), end=minutes_as_time(end))
        said = f"{said} {actual}"
    title = _("Agenda, planned and actual") if ran else _("Agenda")
    inner = agenda_ribbons(look, lines) if look.edition is Edition.FUNDER else agenda_table(look, lines)
    return [*section(look, title, paragraph(look, said, look.soft)), air(12), *inner]


def _until(box: Timebox, now: int) -> int:
    return now if box.ended or not box.began else min(now, box.started + box.length_ms + LONGEST_LAST)


def _minute_of_day(at_ms: int) -> int:
    moment = datetime.fromtimestamp(at_ms / 1000).astimezone()
    return moment.hour * 60 + moment.minute

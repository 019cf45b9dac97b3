"""Templates: whole days that already fit, and what becomes of their methods on this laptop."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from facilitator.activities import Activity
from facilitator.beginnings.methods import ICONS, PLAIN, PlannedBlock, planned_from
from facilitator.convening.agenda import BY_KIND, FREE, KEPT, AddBlock, Block
from facilitator.convening.days import FIRST_DAY, Day
from facilitator.convening.gathering import Convening, CreateConvening
from facilitator.convening.ids import ROOM, BlockId, ConveningId, DayId, WishId
from facilitator.convening.notes import WriteNote
from facilitator.convening.planning import AddDay
from facilitator.convening.words import Receipt, Wish
from facilitator.i18n import _, ngettext
from facilitator.paths import resources

LONG_BREAK = 45
"""Minutes from which a break is a meal."""

_WITHOUT_METHOD = {"break": "pause", "buffer": "pause", "timer": "gather"}
_CLOSING = {"check_out"}
"""Methods that close a day: nobody shortens them unless said. Source: practice, rule TM7."""


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day after the first, so many days later. Its id is what blocks name it by until it has one of its own."""

    day: Day
    after: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """A convening about to be made. Its blocks name the `days` after the first by the ids these have here.

    `standing_in` counts the blocks that run as a plain one with a method's steps.
    """

    convening: Convening
    blocks: tuple[PlannedBlock, ...] = ()
    standing_in: int = 0
    days: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A day to begin with: its name, what it is for, when it starts, and its blocks."""

    key: str
    name: str
    aim: str
    people: int
    starts: int
    blocks: tuple[PlannedBlock, ...]
    standing_in: int
    days: tuple[PlannedDay, ...] = ()
    promise: str = ""
    type: str = ""

    @property
    def minutes(self) -> int:
        """How long the day is."""
        return sum(planned.block.minutes for planned in self.blocks)


def templates(activities: Mapping[str, Activity]) -> tuple[Template, ...]:
    """Read the templates as they can run with these activities."""
    return tuple(_template(written, activities) for written in _read("templates/convening_templates.json"))


def plan_of(template: Template, day: str) -> Plan:
    """The plan of a convening that follows a template, on a day (ISO)."""
    convening = Convening(
        ConveningId(""), template.name, template.aim, template.promise, template.type, date=day,
        starts=template.starts, seats=template.people,
    )  # fmt: skip
    later = tuple(replace(planned.day, date=_days_later(day, planned.after)) for planned in template.days)
    return Plan(convening, template.blocks, template.standing_in, later)


def blank_plan(day: str) -> Plan:
    """The plan of a convening with nothing in it yet."""
    return Plan(Convening(ConveningId(""), _("New convening"), date=day))


def stand_in_words(count: int) -> str:
    """Say how many blocks of a template run as a plain one."""
    return ngettext(
        "{count} block runs as a timer with the steps of its method, until it has an activity of its own.",
        "{count} blocks run as a timer with the steps of their method, until they have an activity of their own.",
        count,
    ).format(count=count)


def carry_out(
    plan: Plan,
    convening: ConveningId,
    code: str,
    ask: Callable[[Wish, WishId, str], Future[Receipt]],
    new_id: Callable[[], WishId],
) -> Future[Receipt]:
    """Ask for everything a plan holds, in order, and give the answer to the last; `convening` is the stream's id.

    `ask` takes the wish, its id, and whom it speaks to: `ids.ROOM`, or the block whose activity it is for.
    """
    answer = ask(CreateConvening(replace(plan.convening, id=convening, code=code)), new_id(), ROOM)
    days = {FIRST_DAY: FIRST_DAY}
    for day in plan.days:
        wish_id = new_id()
        answer = ask(AddDay(day), wish_id, ROOM)
        days[day.id] = DayId(f"{wish_id}.1")
    for planned in plan.blocks:
        wish_id = new_id()
        block = replace(planned.block, day=days[planned.block.day])
        answer = ask(AddBlock(block, planned.steps), wish_id, ROOM)
        made = BlockId(f"{wish_id}.1")
        if planned.note:
            answer = ask(WriteNote(made, planned.note), new_id(), ROOM)
        for setting in planned.settings:
            answer = ask(setting, new_id(), made)
    return answer


def _template(written: dict[str, Any], activities: Mapping[str, Activity]) -> Template:
    blocks = [_planned(block, activities) for block in written["items"]]
    # However a day closes, its last minutes are not where time is won.
    blocks[-1] = replace(blocks[-1], block=replace(blocks[-1].block, protection=KEPT))
    return Template(
        written["key"],
        _(written["name"]),
        _(written["aim"]),
        written["people"],
        _minutes(written["start"]),
        tuple(blocks),
        sum(bool(planned.note) for planned in blocks),
    )


def _planned(written: dict[str, Any], activities: Mapping[str, Activity]) -> PlannedBlock:
    """A block of a template. Raises Refusal step.no_room for one with less time than its method has steps."""
    title, minutes, key = _(written["title"]), written["minutes"], written["method"]
    output = _(written["output"] or "")
    if key in _WITHOUT_METHOD:
        block = _without_method(key, title, minutes)
        return PlannedBlock(replace(block, mode=written["mode"], output=output))
    planned = planned_from(key, activities, title=title, minutes=minutes, numbers=written["steps"] or ())
    block = replace(
        planned.block,
        mode=written["mode"],
        output=output or planned.block.output,
        protection=KEPT if key in _CLOSING else BY_KIND,
    )
    return replace(planned, block=block)


def _without_method(key: str, title: str, minutes: int) -> Block:
    category = _WITHOUT_METHOD[key]
    icon = "fork-knife" if category == "pause" and minutes >= LONG_BREAK else ICONS[category]
    block = Block(BlockId(""), title, PLAIN, title, minutes, category=category, icon=icon)
    # Time kept free is there to be used: unlike a break it may be shortened first.
    return replace(block, is_buffer=True, protection=FREE) if key == "buffer" else block


def _days_later(day: str, after: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=after)).isoformat() if day else ""


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _read(name: str) -> Any:
    return json.loads((resources() / name).read_text(encoding="utf-8"))

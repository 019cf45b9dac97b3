"""Planning whole days: adding and changing them, and giving a day that runs late another plan. Source: TM6, TM8."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.convening.agenda import LONGEST_BLOCK, Block, current, lengthened, the_block
from facilitator.convening.clock import kept_running
from facilitator.convening.days import AS_IT_COMES, FIRST_DAY, Day, days, the_day
from facilitator.convening.fitting import fewest_minutes, scaled
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import BlockId, DayId
from facilitator.convening.place import is_sound, last
from facilitator.convening.records import Records
from facilitator.convening.states import removal, stated, with_fields
from facilitator.convening.steps import Step, planned_steps, seconds_of, steps_of
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import Change, Decision, Moment, Refusal, Wish, added


@dataclass(frozen=True, slots=True)
class AddDay(Wish):
    """Add a day after the others. An id in `day` is not looked at."""

    day: Day


@dataclass(frozen=True, slots=True)
class ChangeDay(Wish):
    """Say anew what a day is: its line, date and start. The first day's are the convening's.

    `fields` names what is meant, everything without.
    """

    day: Day
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveDay(Wish):
    """Take a day off the agenda with all its blocks. The first day stays."""

    day: DayId


@dataclass(frozen=True, slots=True)
class PlanSteps(Wish):
    """Give a block these steps, whole: those it had and are not among them go.

    A step that is new has any id of its own, so that its phases can say which step they are within.
    """

    block: BlockId
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Replan(Wish):
    """Catch up with a day: these blocks have these minutes from now on (0 = dropped), all at once.

    `told` is the end that people are told (minutes since midnight) where the end moves, -1 where it does not.
    """

    day: DayId
    blocks: tuple[BlockId, ...] = ()
    minutes: tuple[int, ...] = ()
    told: int = AS_IT_COMES


WISHES: tuple[type[Wish], ...] = (AddDay, ChangeDay, RemoveDay, PlanSteps, Replan)

LATEST = 2 * LONGEST_BLOCK
"""A day ends at the latest at midnight of the next (minutes)."""


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about days. Raises Refusal: day.none_such, day.bad_start, day.is_first, block.*, form.*."""
    match wish:
        case AddDay(day):
            place = last([other.place for other in records[Day].values()])
            fresh = replace(_sound(day), id=DayId(moment.new_id()), place=place, told=AS_IT_COMES)
            return Decision("agenda.day_added", (added(fresh),))
        case ChangeDay(day, fields):
            wanted = with_fields(the_day(records, day.id), day, fields)
            return Decision("agenda.day_changed", _changed(records, _sound(wanted)))
        case RemoveDay(day):
            return Decision("agenda.day_removed", _removed(records, day))
        case PlanSteps(block, steps):
            the_block(records, block)
            planned = planned_steps(records, block, steps, moment.new_id)
            return Decision("agenda.steps_planned", (*planned, *kept_running(records, block, planned, moment.at)))
        case Replan():
            return Decision("agenda.replanned", _replanned(records, wish, moment))
    raise Refusal("wish.unknown")


def _sound(day: Day) -> Day:
    if not 0 <= day.starts < LONGEST_BLOCK:
        raise Refusal("day.bad_start")
    if not is_sound(day.place):
        raise Refusal("form.unreadable")
    return replace(day, title=day.title.strip())


def _changed(records: Records, day: Day) -> tuple[Change, ...]:
    if day.id == FIRST_DAY:
        first = replace(the_convening(records), day_line=day.title, date=day.date, starts=day.starts)
        return stated(records, first)
    old = _the_day(records, day.id)
    return stated(records, replace(old, title=day.title, date=day.date, starts=day.starts))


def _removed(records: Records, day: DayId) -> tuple[Change, ...]:
    if day == FIRST_DAY:
        raise Refusal("day.is_first")
    live = records[Block].get(current(records))
    if live is not None and live.day == day:
        raise Refusal("block.is_live")
    return removal(records, _the_day(records, day))


def _the_day(records: Records, day: DayId) -> Day:
    found = records[Day].get(day)
    if found is None:
        raise Refusal("day.none_such")
    return found


def _replanned(records: Records, wish: Replan, moment: Moment) -> tuple[Change, ...]:
    if wish.day not in {day.id for day in days(records)}:
        raise Refusal("day.none_such")
    is_paired = len(set(wish.blocks)) == len(wish.blocks) == len(wish.minutes)
    if not is_paired or not AS_IT_COMES <= wish.told <= LATEST:
        raise Refusal("form.unreadable")
    changes: list[Change] = []
    for key, minutes in zip(wish.blocks, wish.minutes, strict=True):
        block = the_block(records, key)
        if not 0 <= minutes <= LONGEST_BLOCK:
            raise Refusal("block.bad_minutes", longest=LONGEST_BLOCK)
        if minutes == 0 and current(records) == key:
            raise Refusal("block.is_live")
        changes += stated(records, replace(block, replanned=minutes))
        changes += lengthened(records, block, minutes - block.minutes_now)
        changes += _scaled(records, block, minutes, moment)
    return (*changes, *_told(records, wish))


def _scaled(records: Records, block: Block, minutes: int, moment: Moment) -> tuple[Change, ...]:
    """Steps that filled a block fill it still, each in proportion, where it has room for them. Source: TM11."""
    steps = steps_of(records, block.id)
    box = records[Timebox].get(block.id)
    has_begun = box is not None and box.began > 0
    filled = bool(steps) and seconds_of(steps) == block.minutes_now * 60
    if has_begun or not filled or minutes < fewest_minutes(steps):
        return ()
    return planned_steps(records, block.id, scaled(steps, minutes), moment.new_id)


def _told(records: Records, wish: Replan) -> tuple[Change, ...]:
    if wish.told == AS_IT_COMES:
        return ()
    if wish.day == FIRST_DAY:
        return stated(records, replace(the_convening(records), told_end=wish.told))
    return stated(records, replace(_the_day(records, wish.day), told=wish.told))

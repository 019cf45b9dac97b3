"""The agenda: timed blocks in order, day by day. Source: practice, rules CV5, HV1, TM7-TM14."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.convening.cards import proper
from facilitator.convening.cues import AUTO, sound_cues
from facilitator.convening.days import FIRST_DAY, Day, days
from facilitator.convening.ids import STAGE, BlockId, DayId, PersonId
from facilitator.convening.place import is_sound, last
from facilitator.convening.records import Records
from facilitator.convening.stage_state import Stage
from facilitator.convening.states import removal, stated, with_fields
from facilitator.convening.steps import Step, planned_steps
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.words import Change, Decision, Moment, Record, Refusal, Seen, Wish, added, changed

LONGEST_BLOCK = 24 * 60
"""The most minutes a block may have."""

UNPINNED = -1
"""A block that starts when the one before ends."""

AS_PLANNED = -1
"""A block that nobody gave other minutes when the day ran late."""

PAUSE = "pause"
"""The category of breaks and meals."""

CATEGORIES = ("gather", "think", "decide", "act", PAUSE)
"""What blocks are for; each has a colour."""

MUST, SHOULD, COULD = "must", "should", "could"
"""How much a block matters when time is short."""

BY_KIND, KEPT, FREE = "", "kept", "free"
"""Whether a block may be shortened: pauses may not, unless said."""

GUIDE, TIMEKEEPER, SCRIBE, GUARDIAN, ACCESS_LEAD = "guide", "timekeeper", "scribe", "guardian", "access_lead"
"""The roles of HV1 that people have in a block beside the one who leads it."""


@dataclass(frozen=True, slots=True)
class Block(Record[BlockId]):
    """A timed entry of the agenda. `activity` names what runs in it, `prompt` is the question or line for the room.

    `category` is gather, think, decide, act or pause. `pinned` is a fixed start in minutes since midnight, or -1.
    `day` is "" on the first day. `replanned` are the minutes it has since the day was caught up with: 0 when it was
    dropped, -1 as planned. `roles` are "scribe:<person>" and alike. `output` is what the block leaves for the
    harvest. `family` is seeing, doing or being, `mode` process or task. `cues` are minutes before the end ("5 1"),
    "auto", or "" for none; `overtime_chime` rings every so many minutes of overtime, 0 for never.
    """

    title: str
    activity: str
    prompt: str = ""
    minutes: int = 15
    place: str = ""
    guide: PersonId = PersonId("")
    category: str = "gather"
    pinned: int = UNPINNED
    icon: str = ""
    day: DayId = FIRST_DAY
    replanned: int = AS_PLANNED
    description: str = ""
    goal: str = ""
    output: str = ""
    materials: str = ""
    room_setup: str = ""
    protection: str = BY_KIND
    priority: str = SHOULD
    is_buffer: bool = False
    roles: tuple[str, ...] = ()
    method: str = ""
    family: str = ""
    mode: str = ""
    waits: bool = False
    chimes: bool = True
    cues: str = AUTO
    overtime_chime: int = 0

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"day": "day"}
    private: ClassVar[tuple[str, ...]] = (
        "description", "goal", "output", "materials", "room_setup", "protection", "priority", "is_buffer", "roles",
        "mode",
    )  # fmt: skip
    bounds: ClassVar[Mapping[str, tuple[int, int]]] = {
        "minutes": (1, LONGEST_BLOCK), "pinned": (UNPINNED, LONGEST_BLOCK - 1),
        "replanned": (AS_PLANNED, LONGEST_BLOCK), "overtime_chime": (0, LONGEST_BLOCK),
    }  # fmt: skip

    @property
    def is_protected(self) -> bool:
        """Whether nobody shortens this block unless said. Source: practice, rule TM7."""
        return self.protection == KEPT or (self.protection == BY_KIND and self.category == PAUSE)

    @property
    def is_dropped(self) -> bool:
        """Whether the day goes on without it."""
        return self.replanned == 0

    @property
    def minutes_now(self) -> int:
        """The minutes it has as things stand: those it was given last, else those that were planned."""
        return self.minutes if self.replanned == AS_PLANNED else self.replanned


@dataclass(frozen=True, slots=True)
class AddBlock(Wish):
    """Put a block on the agenda, with its steps; its place is "" for the end. An id in `block` is not looked at."""

    block: Block
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeBlock(Wish):
    """Say anew what a block is: all but its activity, place and day.

    `fields` names what is meant, everything without: whoever changes one thing may not know yet what else was changed.
    """

    block: Block
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveBlock(Wish):
    """Give a block another place in the order of a day: its own, or another one."""

    block: BlockId
    place: str
    day: DayId


@dataclass(frozen=True, slots=True)
class RemoveBlock(Wish):
    """Take a block off the agenda."""

    block: BlockId


WISHES: tuple[type[Wish], ...] = (AddBlock, ChangeBlock, MoveBlock, RemoveBlock)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about the agenda.

    Raises Refusal: block.none_such, block.bad_minutes, block.bad_start, block.bad_cues, block.is_live, block.has_begun,
    day.none_such, step.*, form.unreadable (place), text.*.
    """
    match wish:
        case AddBlock(block, steps):
            return _add(records, block, steps, moment)
        case ChangeBlock(block, fields):
            wanted = with_fields(the_block(records, block.id), block, fields)
            return Decision("agenda.block_changed", block_changes(records, wanted))
        case MoveBlock(block, place, day):
            if not place or not is_sound(place):
                raise Refusal("form.unreadable")
            moved = replace(the_block(records, block), place=place, day=_the_day(records, day))
            refuse_another_day(records, moved)
            return Decision("agenda.block_moved", stated(records, moved))
        case RemoveBlock(block):
            return Decision("agenda.block_removed", block_removal(records, block))
    raise Refusal("wish.unknown")


_CHANGEABLE = (
    "title", "prompt", "minutes", "guide", "category", "pinned", "icon", "description", "goal", "output", "materials",
    "room_setup", "protection", "priority", "is_buffer", "roles", "method", "family", "mode", "waits", "chimes",
    "cues", "overtime_chime",
)  # fmt: skip


def block_changes(records: Records, block: Block) -> tuple[Change, ...]:
    """The changes that make a block what is said; given other minutes, the plan holds again and its clock follows.

    Raises Refusal: block.none_such, block.bad_minutes, block.bad_start, block.bad_cues, text.*.
    """
    old = the_block(records, block.id)
    sound = replace(old, **{name: getattr(_sound(block), name) for name in _CHANGEABLE})
    if sound.minutes != old.minutes:
        sound = replace(sound, replanned=AS_PLANNED)
    return (*stated(records, sound), *lengthened(records, old, sound.minutes_now - old.minutes_now))


def block_removal(records: Records, block: BlockId) -> tuple[Change, ...]:
    """The changes that take a block away with all that hangs on it. Raises Refusal block.is_live, block.none_such."""
    if current(records) == block:
        raise Refusal("block.is_live")
    return removal(records, the_block(records, block))


def refuse_another_day(records: Records, moved: Block) -> None:
    """A block that has begun stays on its day: that day's times, and those of the other one, are counted from it.

    Raises Refusal block.has_begun.
    """
    box = records[Timebox].get(moved.id)
    if box is not None and box.began and moved.day != the_block(records, moved.id).day:
        raise Refusal("block.has_begun")


def new_block(records: Records, block: Block, moment: Moment) -> Block:
    """A sound block with the next id of the wish, at the end of its day if it has no place.

    Raises Refusal: block.bad_minutes, block.bad_start, block.bad_cues, day.none_such, form.unreadable, text.*.
    """
    others = [other.place for other in records[Block].values() if other.day == block.day]
    place = block.place or last(others)
    return _sound(replace(block, id=BlockId(moment.new_id()), place=place, day=_the_day(records, block.day)))


def lengthened(records: Records, block: Block, minutes: int) -> tuple[Change, ...]:
    """The change that gives the clock of a block so many minutes more, if it ever ran."""
    box = records[Timebox].get(block.id)
    if box is None or not box.began or not minutes:
        return ()
    return (changed(box, length_ms=max(0, box.length_ms + minutes * MINUTE)),)


def the_block(records: Records, block: BlockId) -> Block:
    """Give a block. Raises Refusal block.none_such."""
    found = records[Block].get(block)
    if found is None:
        raise Refusal("block.none_such")
    return found


def agenda(records: Records) -> list[Block]:
    """The blocks of all days in their order."""
    order = {day.id: at for at, day in enumerate(days(records))}
    return sorted(records[Block].values(), key=lambda block: (order.get(block.day, 0), block.place, block.id))


def agenda_of(records: Records, day: DayId) -> list[Block]:
    """The blocks of one day in their order."""
    return [block for block in agenda(records) if block.day == day]


def current(records: Records) -> BlockId:
    """The block that is live, "" before the first."""
    stage = records[Stage].get(STAGE)
    return stage.block if stage is not None else BlockId("")


def neighbour(records: Records, step: int) -> BlockId:
    """The block `step` places after the live one (before it if negative), "" when there is none.

    Dropped blocks are passed over. Before the first block the next one is the first; once the room has parted for the
    day the next ones are those of the days after it, if there are any.
    """
    now = current(records)
    left = records[Block][now].day if step > 0 and has_parted(records) else None
    blocks = [block.id for block in agenda(records) if block.id == now or not (block.is_dropped or block.day == left)]
    at = blocks.index(now) + step if now in blocks else (0 if step > 0 else -1)
    return blocks[at] if 0 <= at < len(blocks) else BlockId("")


def has_parted(records: Records) -> bool:
    """Whether the room has parted until a later day: the clock of the block that ran was stopped, and days follow."""
    live = records[Block].get(current(records))
    box = records[Timebox].get(live.id) if live is not None else None
    if live is None or box is None or not box.ended:
        return False
    rest = agenda(records)
    return any(not block.is_dropped and block.day != live.day for block in rest[rest.index(live) + 1 :])


def led_by(block: Block, role: str) -> tuple[PersonId, ...]:
    """Who has a role in a block. Who leads it is its first guide."""
    first = (block.guide,) if role == GUIDE and block.guide else ()
    named = (entry.partition(":") for entry in block.roles)
    return (*first, *(PersonId(person) for name, _, person in named if name == role and person not in first))


def _add(records: Records, block: Block, steps: tuple[Step, ...], moment: Moment) -> Decision:
    fresh = new_block(records, block, moment)
    return Decision("agenda.block_added", (added(fresh), *planned_steps(records, fresh.id, steps, moment.new_id)))


def _sound(block: Block) -> Block:
    if not 1 <= block.minutes <= LONGEST_BLOCK or not AS_PLANNED <= block.replanned <= LONGEST_BLOCK:
        raise Refusal("block.bad_minutes", longest=LONGEST_BLOCK)
    if not UNPINNED <= block.pinned < LONGEST_BLOCK:
        raise Refusal("block.bad_start")
    if not sound_cues(block.cues) or not 0 <= block.overtime_chime <= LONGEST_BLOCK:
        raise Refusal("block.bad_cues")
    if not is_sound(block.place):
        raise Refusal("form.unreadable")
    return replace(
        block,
        title=proper(block.title),
        prompt=_told(block.prompt),
        description=_told(block.description),
        goal=_told(block.goal),
        output=_told(block.output),
        materials=_told(block.materials),
        room_setup=_told(block.room_setup),
    )


def _told(words: str) -> str:
    return proper(words) if words.strip() else ""


def _the_day(records: Records, day: DayId) -> DayId:
    if day != FIRST_DAY and day not in records[Day]:
        raise Refusal("day.none_such")
    return day

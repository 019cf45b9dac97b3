"""The agenda: timed blocks in order, when each starts by plan and by now, and the clock of the one that runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.convening.cards import proper
from facilitator.convening.gathering import OVER, the_convening
from facilitator.convening.ids import STAGE, BlockId, PersonId
from facilitator.convening.place import is_sound, last
from facilitator.convening.records import Records
from facilitator.convening.stage_state import ACTIVITY, THANKS, Stage
from facilitator.convening.states import removal, stated
from facilitator.convening.words import Change, Decision, Moment, Record, Refusal, Seen, Undo, Wish, added, changed

MINUTE = 60_000
"""A minute in milliseconds."""

LONGEST_BLOCK = 24 * 60
"""The most minutes a block may have."""

UNPINNED = -1
"""A block that starts when the one before ends."""


@dataclass(frozen=True, slots=True)
class Block(Record[BlockId]):
    """A timed entry of the agenda. `activity` names what runs in it, `prompt` is the question or line for the room.

    `category` is gather, think, decide, act or pause. `pinned` is a fixed start in minutes since midnight, or -1.
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

    seen: ClassVar[Seen] = Seen.ROOM


@dataclass(frozen=True, slots=True)
class Timebox(Record[BlockId]):
    """The clock of a block as instants (UTC ms, 0 = not): never ticks.

    `began` is when it first ran, `ended` when the next took over, `since` when it came on last, and `spent_ms` what
    it had taken before that. The deadline is started + length_ms;
    while paused the time left stands as it was at `paused_at`.
    """

    began: int = 0
    ended: int = 0
    since: int = 0
    spent_ms: int = 0
    started: int = 0
    paused_at: int = 0
    length_ms: int = 0

    seen: ClassVar[Seen] = Seen.ROOM
    groups: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("started", "paused_at", "length_ms"),
        ("ended", "since", "spent_ms"),
    )
    points_to: ClassVar[Mapping[str, str]] = {"id": "block"}

    def left(self, now: int) -> int:
        """Milliseconds left at `now`; negative in overtime."""
        return self.started + self.length_ms - (self.paused_at or self.ended or now)

    @property
    def is_running(self) -> bool:
        """Whether the clock goes."""
        return self.started > 0 and self.paused_at == 0 and self.ended == 0


@dataclass(frozen=True, slots=True)
class AddBlock(Wish):
    """Put a block on the agenda; its place is "" for the end. An id in `block` is not looked at."""

    block: Block


@dataclass(frozen=True, slots=True)
class ChangeBlock(Wish):
    """Say anew what a block is: all but its activity and place."""

    block: Block


@dataclass(frozen=True, slots=True)
class MoveBlock(Wish):
    """Give a block another place in the order."""

    block: BlockId
    place: str


@dataclass(frozen=True, slots=True)
class RemoveBlock(Wish):
    """Take a block off the agenda."""

    block: BlockId


@dataclass(frozen=True, slots=True)
class StartBlock(Wish):
    """Begin a block, or go back to it: the one before ends, the stage shows this one."""

    block: BlockId


@dataclass(frozen=True, slots=True)
class PauseTimer(Wish):
    """Hold the clock of the block that runs."""


@dataclass(frozen=True, slots=True)
class ResumeTimer(Wish):
    """Let the clock go on."""


@dataclass(frozen=True, slots=True)
class AddMinutes(Wish):
    """Give the running block more time, or less with a negative number."""

    minutes: int


@dataclass(frozen=True, slots=True)
class EndConvening(Wish):
    """The room has parted: the last clock stops, the stage says thank you."""


WISHES: tuple[type[Wish], ...] = (
    AddBlock, ChangeBlock, MoveBlock, RemoveBlock, StartBlock, PauseTimer, ResumeTimer, AddMinutes,
    EndConvening,
)  # fmt: skip


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about the agenda or its clock.

    Raises Refusal: block.none_such, block.bad_minutes, block.bad_start, block.is_live, form.unreadable (place),
    timer.not_running, timer.no_time_left, text.*.
    """
    match wish:
        case AddBlock(block):
            return _add(records, block, moment)
        case ChangeBlock(block):
            old = the_block(records, block.id)
            sound = replace(old, **{name: getattr(_sound(block), name) for name in _CHANGEABLE})
            clock = _lengthened(records, old, sound.minutes - old.minutes)
            return Decision("agenda.block_changed", (*stated(records, sound), *clock))
        case MoveBlock(block, place):
            if not place or not is_sound(place):
                raise Refusal("form.unreadable")
            return Decision("agenda.block_moved", (changed(the_block(records, block), place=place),))
        case RemoveBlock(block):
            if current(records) == block:
                raise Refusal("block.is_live")
            return Decision("agenda.block_removed", removal(records, the_block(records, block)))
        case StartBlock(block):
            return _start(records, the_block(records, block), moment.at)
        case EndConvening():
            return _end(records, moment.at)
        case PauseTimer() | ResumeTimer() | AddMinutes():
            return _clock(records, wish, moment.at)
    raise Refusal("wish.unknown")


_CHANGEABLE = ("title", "prompt", "minutes", "guide", "category", "pinned", "icon")


def _add(records: Records, block: Block, moment: Moment) -> Decision:
    fresh = Block(
        BlockId(moment.new_id()),
        block.title,
        block.activity,
        block.prompt,
        block.minutes,
        block.place or last([other.place for other in records[Block].values()]),
        block.guide,
        block.category,
        block.pinned,
        block.icon,
    )
    return Decision("agenda.block_added", (added(_sound(fresh)),))


def _sound(block: Block) -> Block:
    if not 1 <= block.minutes <= LONGEST_BLOCK:
        raise Refusal("block.bad_minutes", longest=LONGEST_BLOCK)
    if not UNPINNED <= block.pinned < LONGEST_BLOCK:
        raise Refusal("block.bad_start")
    if not is_sound(block.place):
        raise Refusal("form.unreadable")
    prompt = proper(block.prompt) if block.prompt.strip() else ""
    return replace(block, title=proper(block.title), prompt=prompt)


def _lengthened(records: Records, block: Block, minutes: int) -> tuple[Change, ...]:
    box = records[Timebox].get(block.id)
    if box is None or not box.began or not minutes:
        return ()
    return (changed(box, length_ms=max(0, box.length_ms + minutes * MINUTE)),)


def _start(records: Records, block: Block, at: int) -> Decision:
    stage = records[Stage].get(STAGE, Stage(STAGE))
    changes: list[Change] = []
    before = records[Timebox].get(stage.block)
    if before is not None and before.ended == 0 and stage.block != block.id:
        changes.append(_ended(before, at))
    changes += stated(records, _begun(records[Timebox].get(block.id), block, at))
    changes += stated(records, Stage(STAGE, ACTIVITY, block.id, stage.is_blank, stage.is_frozen))
    return Decision("agenda.block_started", tuple(changes), Undo.NO)


def _begun(before: Timebox | None, block: Block, at: int) -> Timebox:
    if before is None or before.began == 0:
        return Timebox(block.id, began=at, since=at, started=at, length_ms=block.minutes * MINUTE)
    if not before.ended:
        return before
    # A clock that was held when the room left stands where it was held; one that ran missed the time away.
    missed = 0 if before.paused_at else at - before.ended
    return replace(before, ended=0, since=at, started=before.started + missed)


def _ended(box: Timebox, at: int) -> Change:
    return changed(box, ended=at, spent_ms=box.spent_ms + at - box.since)


def _end(records: Records, at: int) -> Decision:
    stage = records[Stage].get(STAGE, Stage(STAGE))
    box = records[Timebox].get(stage.block)
    clock = (_ended(box, at),) if box is not None and not box.ended else ()
    thanks = stated(records, replace(stage, shows=THANKS))
    over = stated(records, replace(the_convening(records), state=OVER))
    return Decision("convening.ended", (*clock, *thanks, *over), Undo.NO)


def _clock(records: Records, wish: Wish, at: int) -> Decision:
    box = records[Timebox].get(current(records))
    if box is None or box.started == 0 or box.ended:
        raise Refusal("timer.not_running")
    match wish:
        case PauseTimer():
            return Decision("agenda.timer_paused", (changed(box, paused_at=box.paused_at or at),), Undo.NO)
        case ResumeTimer():
            held = at - box.paused_at if box.paused_at else 0
            return Decision("agenda.timer_resumed", (changed(box, started=box.started + held, paused_at=0),), Undo.NO)
        case AddMinutes(minutes):
            length = box.length_ms + minutes * MINUTE
            if not 0 <= length <= LONGEST_BLOCK * MINUTE:
                raise Refusal("timer.no_time_left")
            return Decision("agenda.minutes_added", (changed(box, length_ms=length),), Undo.NO)
    raise Refusal("wish.unknown")


def the_block(records: Records, block: BlockId) -> Block:
    """Give a block. Raises Refusal block.none_such."""
    found = records[Block].get(block)
    if found is None:
        raise Refusal("block.none_such")
    return found


def agenda(records: Records) -> list[Block]:
    """The blocks in their order."""
    return sorted(records[Block].values(), key=lambda block: (block.place, block.id))


def current(records: Records) -> BlockId:
    """The block that is live, "" before the first."""
    stage = records[Stage].get(STAGE)
    return stage.block if stage is not None else BlockId("")


def neighbour(records: Records, step: int) -> BlockId:
    """The block `step` places after the live one (before it if negative), "" when there is none.

    Before the first block the next one is the first.
    """
    blocks = [block.id for block in agenda(records)]
    now = current(records)
    at = blocks.index(now) + step if now in blocks else (0 if step > 0 else -1)
    return blocks[at] if 0 <= at < len(blocks) else BlockId("")

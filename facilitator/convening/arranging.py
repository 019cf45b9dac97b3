"""Arranging an agenda: moving, changing, copying and removing several blocks at once, splitting one, joining some.

Each wish is one fact, and so one undo. Source: practice, rule TM8.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from facilitator.convening.agenda import (
    AS_PLANNED,
    LONGEST_BLOCK,
    UNPINNED,
    Block,
    agenda,
    agenda_of,
    block_changes,
    block_removal,
    current,
    new_block,
    refuse_another_day,
    the_block,
)
from facilitator.convening.clock import StepTime, where
from facilitator.convening.days import the_day
from facilitator.convening.ids import BlockId, DayId, StepId
from facilitator.convening.notes import Note
from facilitator.convening.place import between, places
from facilitator.convening.records import Records
from facilitator.convening.states import removal, stated
from facilitator.convening.steps import MOST_STEPS, WHOLE, Step, planned_steps, seconds_of, steps_of
from facilitator.convening.words import Change, Decision, Moment, Refusal, Wish, added, table_of

_HANGS_ON = {table_of(kind) for kind in (Block, Step, Note)}
"""What is known of a block before the room has worked in it."""

_JOINED = ("description", "goal", "output", "materials", "room_setup")


@dataclass(frozen=True, slots=True)
class MoveBlocks(Wish):
    """Put blocks, in their order, right after another one of a day; after "" they come first."""

    blocks: tuple[BlockId, ...]
    after: BlockId
    day: DayId


@dataclass(frozen=True, slots=True)
class RemoveBlocks(Wish):
    """Take several blocks off the agenda."""

    blocks: tuple[BlockId, ...]


@dataclass(frozen=True, slots=True)
class ChangeBlocks(Wish):
    """Say anew what several blocks are: all but their activity, place and day."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class DuplicateBlocks(Wish):
    """Copy blocks with their steps and notes; the copies stand right below, and none has a fixed start.

    The copies have the first ids of the wish, in the order of the agenda.
    """

    blocks: tuple[BlockId, ...]


@dataclass(frozen=True, slots=True)
class SplitBlock(Wish):
    """Make two blocks of one: the first has so many minutes, the other, under a title of its own, the rest.

    Each step goes to the half in which most of it lies; one that has begun stays in the first. The second half has the
    first id of the wish.
    """

    block: BlockId
    minutes: int
    title: str


@dataclass(frozen=True, slots=True)
class MergeBlocks(Wish):
    """Join blocks that follow one another into the first: minutes added, steps one after another, words kept."""

    blocks: tuple[BlockId, ...]


WISHES: tuple[type[Wish], ...] = (MoveBlocks, RemoveBlocks, ChangeBlocks, DuplicateBlocks, SplitBlock, MergeBlocks)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about several blocks.

    Raises Refusal: block.none_such, block.none_chosen, block.bad_minutes, block.bad_split, block.not_adjacent,
    block.has_work, block.has_begun, block.is_live, day.none_such, form.unreadable, and what `agenda.ChangeBlock` is
    refused for.
    """
    match wish:
        case MoveBlocks(blocks, after, day):
            kind = "agenda.block_moved" if len(blocks) == 1 else "agenda.blocks_moved"
            return Decision(kind, _moved(records, _chosen(records, blocks), after, day))
        case RemoveBlocks(blocks):
            gone = (change for block in _chosen(records, blocks) for change in block_removal(records, block.id))
            kind = "agenda.block_removed" if len(blocks) == 1 else "agenda.blocks_removed"
            return Decision(kind, _once(gone))
        case ChangeBlocks(blocks):
            _chosen(records, tuple(block.id for block in blocks))
            changes = tuple(change for block in blocks for change in block_changes(records, block))
            return Decision("agenda.block_changed" if len(blocks) == 1 else "agenda.blocks_changed", changes)
        case DuplicateBlocks(blocks):
            kind = "agenda.block_added" if len(blocks) == 1 else "agenda.blocks_copied"
            return Decision(kind, _copied(records, _chosen(records, blocks), moment))
        case SplitBlock(block, minutes, title):
            return Decision("agenda.block_split", _split(records, the_block(records, block), minutes, title, moment))
        case MergeBlocks(blocks):
            return Decision("agenda.blocks_joined", _joined(records, _chosen(records, blocks)))
    raise Refusal("wish.unknown")


def _chosen(records: Records, blocks: Sequence[BlockId]) -> list[Block]:
    """The blocks in the order of the agenda."""
    if not blocks:
        raise Refusal("block.none_chosen")
    if len(set(blocks)) < len(blocks):
        raise Refusal("form.unreadable")
    for block in blocks:
        the_block(records, block)
    return [block for block in agenda(records) if block.id in set(blocks)]


def _once(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple({(change.table, change.id): change for change in changes}.values())


def _moved(records: Records, moving: list[Block], after: BlockId, day: DayId) -> tuple[Change, ...]:
    the_day(records, day)
    going = {block.id for block in moving}
    rest = [block for block in agenda_of(records, day) if block.id not in going]
    if after in going:
        raise Refusal("form.unreadable")
    if after and after not in {block.id for block in rest}:
        raise Refusal("block.none_such")
    changes: list[Change] = []
    for block, place in zip(moving, _places_after(rest, after, len(moving)), strict=True):
        refuse_another_day(records, replace(block, day=day))
        changes += stated(records, replace(block, place=place, day=day))
    return tuple(changes)


def _places_after(blocks: list[Block], after: BlockId, count: int) -> list[str]:
    at = next((place + 1 for place, block in enumerate(blocks) if block.id == after), 0)
    low = blocks[at - 1].place if at else ""
    high = blocks[at].place if at < len(blocks) else ""
    found: list[str] = []
    for _ in range(count):
        low = between(low, high)
        found.append(low)
    return found


def _copied(records: Records, copied: list[Block], moment: Moment) -> tuple[Change, ...]:
    last = copied[-1]
    below = _places_after(agenda_of(records, last.day), last.id, len(copied))
    fresh = [
        new_block(records, replace(block, place=place, day=last.day, pinned=UNPINNED, replanned=AS_PLANNED), moment)
        for block, place in zip(copied, below, strict=True)
    ]
    changes: list[Change] = [added(block) for block in fresh]
    for block, copy in zip(copied, fresh, strict=True):
        changes += planned_steps(records, copy.id, steps_of(records, block.id), moment.new_id)
        if (note := records[Note].get(block.id)) is not None:
            changes += stated(records, Note(copy.id, note.text))
    return tuple(changes)


def _split(records: Records, block: Block, minutes: int, title: str, moment: Moment) -> tuple[Change, ...]:
    if not 0 < minutes < block.minutes:
        raise Refusal("block.bad_split", most=block.minutes - 1)
    place = _places_after(agenda_of(records, block.day), block.id, 1)[0]
    rest = replace(
        block, title=title, place=place, minutes=block.minutes - minutes, pinned=UNPINNED, replanned=AS_PLANNED
    )
    second = new_block(records, rest, moment)
    changes = [*block_changes(records, replace(block, minutes=minutes)), added(second)]
    for step in _later_than(steps_of(records, block.id), minutes * 60, _begun(records, block.id, moment.at)):
        changes += stated(records, replace(step, block=second.id))
    return tuple(changes)


def _begun(records: Records, block: BlockId, at: int) -> frozenset[StepId]:
    """The steps and phases of a block that have begun: its clock counts from them."""
    found = where(records, block, at)
    passed = found.legs[: found.place + 1] if found is not None else ()
    written = (time.step for time in records[StepTime].values() if time.block == block)
    return frozenset((*(leg.inner.id for leg in passed), *written))


def _later_than(steps: Sequence[Step], cut: int, begun: Collection[StepId]) -> list[Step]:
    """The steps, with their phases, of which the greater part lies after so many seconds; none that has begun."""
    later: list[Step] = []
    began = 0
    for step in steps:
        if step.within != WHOLE:
            continue
        mine = [step, *(phase for phase in steps if phase.within == step.id)]
        took = seconds_of(mine)
        if began + took / 2 >= cut and not any(each.id in begun for each in mine):
            later += mine
        began += took
    return later


def _joined(records: Records, joined: list[Block]) -> tuple[Change, ...]:
    first, others = joined[0], joined[1:]
    if not others or not _follow_one_another(records, joined):
        raise Refusal("block.not_adjacent")
    if any(block.id == current(records) for block in others):
        raise Refusal("block.is_live")
    minutes = sum(block.minutes for block in joined)
    if minutes > LONGEST_BLOCK:
        raise Refusal("block.bad_minutes", longest=LONGEST_BLOCK)
    whole = replace(
        first, minutes=minutes, prompt=next((b.prompt for b in joined if b.prompt), ""), roles=_roles(joined)
    )
    said = {name: _lines(getattr(block, name) for block in joined) for name in _JOINED}
    whole = replace(whole, **said)  # type: ignore[arg-type]  # each of these fields is a text
    gone = _once(change for block in others for change in removal(records, block))
    if any(change.table not in _HANGS_ON for change in gone):
        raise Refusal("block.has_work")
    steps = [step for block in joined for step in steps_of(records, block.id)]
    if len(steps) > MOST_STEPS:
        raise Refusal("step.too_many", most=MOST_STEPS)
    kept = {step.id for step in steps}
    changes: list[Change] = list(block_changes(records, whole))
    for step, place in zip(steps, places(len(steps)), strict=True):
        changes += stated(records, replace(step, block=first.id, place=place))
    if note := _lines(records[Note][b.id].text for b in joined if b.id in records[Note]):
        changes += stated(records, Note(first.id, note))
    return (*changes, *(change for change in gone if StepId(change.id) not in kept))


def _follow_one_another(records: Records, blocks: list[Block]) -> bool:
    day = [block.id for block in agenda_of(records, blocks[0].day)]
    at = day.index(blocks[0].id)
    return [block.id for block in blocks] == day[at : at + len(blocks)]


def _roles(blocks: list[Block]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role for block in blocks for role in block.roles))


def _lines(texts: Iterable[str]) -> str:
    """Texts one under the other; what was said twice stands there once."""
    return "\n".join(dict.fromkeys(text for text in texts if text.strip()))

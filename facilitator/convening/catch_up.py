"""Catching up with a late day: four ways, each with the end it really leads to. Source: practice, TM6, TM7."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.convening.agenda import BY_KIND, COULD, Block, agenda_of
from facilitator.convening.clock import block_legs
from facilitator.convening.ids import BlockId, DayId, PersonId, WishId
from facilitator.convening.planning import LATEST, Replan, decide
from facilitator.convening.records import Records
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.timetable import Moments, Slot, minutes_late, promised_end, timetable, to_come
from facilitator.convening.words import Moment, Role

BUFFERS, SHORTEN, DROP, MOVE_END = "buffers", "shorten", "drop", "move_end"
"""The four ways, as practice orders them."""

POSSIBLE, ON_TIME, NONE_LEFT, IN_VAIN, TOO_LATE = "", "on_time", "none_left", "in_vain", "too_late"
"""Why a way is not possible: nobody is late, nothing is left to take, what is taken wins nothing, past midnight."""

INPUT = "plain"
"""The activity of a block in which one speaks and the others listen."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to catch up: what to ask for, the end it leads to (minutes since the day's midnight), and what it wins.

    `why_not` is "" while it is possible. `choices` are the blocks that it could drop instead, the best one first.
    """

    code: str
    wish: Replan
    likely_ends: int
    won: int
    why_not: str = POSSIBLE
    choices: tuple[BlockId, ...] = ()

    @property
    def is_possible(self) -> bool:
        """Whether it can be chosen."""
        return self.why_not == POSSIBLE


Ways = tuple[Way, Way, Way, Way]


def ways(records: Records, day: DayId, moments: Moments, freed: frozenset[BlockId] = frozenset()) -> Ways:
    """Offer the four ways to catch up with a day. `freed` are blocks that may be touched although they are kept.

    No minute is taken that wins nothing: what is won before a fixed start only waits there.
    Raises Refusal day.none_such.
    """
    late = _Lateness(records, day, moments, freed)
    return late.by_buffers(), late.by_shortening(), late.by_dropping(), late.by_moving_the_end()


def by_dropping(records: Records, day: DayId, moments: Moments, freed: frozenset[BlockId], block: BlockId) -> Way:
    """The third way with a block of one's own choice; with one that cannot go, as `ways` offers it."""
    late = _Lateness(records, day, moments, freed)
    offered = late.by_dropping()
    return late.dropping(block, offered.choices) if block in offered.choices else offered


def after(records: Records, wish: Replan) -> Records:
    """The records as they will be once a day is planned anew. Raises Refusal as `planning.decide` does."""
    moment = Moment(PersonId(""), Role.GUIDE, 0, "", WishId(""))
    return records.after(decide(records, wish, moment).changes)


def is_kept(records: Records, block: Block) -> bool:
    """Whether nobody touches a block unless said: pauses, protected ones, the closing of its day. Source: TM7."""
    if block.is_protected:
        return True
    rest = [each.id for each in agenda_of(records, block.day) if not each.is_dropped and not each.is_buffer]
    return block.protection == BY_KIND and rest[-1:] == [block.id]


def least_minutes(records: Records, block: Block) -> int:
    """The fewest minutes that shortening leaves: half of the plan, and a minute a step (half of one a phase)."""
    steps = sum(1 if leg.phase is not None else 2 for leg in block_legs(records, block))
    return max(-(-block.minutes // 2), -(-steps // 2), 1)


@dataclass(frozen=True, slots=True)
class _Room:
    """One block that is asked for minutes: in proportion to those it has, and for so many at the `most`."""

    block: BlockId
    minutes: int
    most: int


class _Lateness:
    """A day that runs late, and what each way makes of it."""

    def __init__(self, records: Records, day: DayId, moments: Moments, freed: frozenset[BlockId]) -> None:
        self._records, self._day, self._moments, self._freed = records, day, moments, freed
        self._slots = timetable(records, day, moments)
        self._late = minutes_late(records, day, self._slots)
        self._ahead = _ahead(records, self._slots)

    def by_buffers(self) -> Way:
        rooms = [
            _Room(slot.block.id, slot.block.minutes_now, slot.block.minutes_now)
            for slot in self._ahead
            if slot.block.is_buffer and not self._is_held(slot.block)
        ]
        return self._taking(BUFFERS, (rooms,))

    def by_shortening(self) -> Way:
        inputs: list[_Room] = []
        others: list[_Room] = []
        for slot in self._slots:
            block = slot.block
            room = self._room_of(slot)
            if room.most <= 0 or block.is_buffer:
                continue
            # Who frees a block by hand wants it to give; else those who listen give before those who work.
            is_first = block.id in self._freed or _is_input(self._records, block)
            (inputs if is_first else others).append(room)
        return self._taking(SHORTEN, (inputs, others))

    def by_dropping(self) -> Way:
        found = [
            self._way(DROP, (slot.block.id,), (0,))
            for slot in self._ahead
            if slot.block.priority == COULD and not slot.block.is_buffer and not self._is_held(slot.block)
        ]
        if self._late <= 0 or not found:
            return self._not(DROP, ON_TIME if self._late <= 0 else NONE_LEFT)
        # The one that fits best makes up for all of it with the fewest minutes lost; else the one that wins most.
        best = sorted(found, key=lambda way: (way.won < self._late, abs(way.won - self._late), way.wish.blocks))
        choices = tuple(way.wish.blocks[0] for way in best)
        return replace(best[0], choices=choices)

    def dropping(self, block: BlockId, choices: tuple[BlockId, ...]) -> Way:
        return replace(self._way(DROP, (block,), (0,)), choices=choices)

    def by_moving_the_end(self) -> Way:
        if self._late <= 0:
            return self._not(MOVE_END, ON_TIME)
        end = self._slots[-1].likely_ends
        return Way(MOVE_END, Replan(self._day, told=min(end, LATEST)), end, 0, TOO_LATE if end > LATEST else POSSIBLE)

    def _taking(self, code: str, tiers: Sequence[list[_Room]]) -> Way:
        """Take as many minutes as the day is late, tier after tier, where they win something."""
        if self._late <= 0:
            return self._not(code, ON_TIME)
        if not any(tiers):
            return self._not(code, NONE_LEFT)
        taken: dict[BlockId, int] = {}
        for rooms in tiers:
            taken |= _shared(self._late - sum(taken.values()), rooms, self._limits(taken))
        if not any(taken.values()):
            return self._not(code, IN_VAIN)
        now = {slot.block.id: slot.block.minutes_now for slot in self._slots}
        touched = [block for block in now if taken.get(block)]
        return self._way(code, tuple(touched), tuple(now[block] - taken[block] for block in touched))

    def _limits(self, taken: dict[BlockId, int]) -> list[tuple[frozenset[BlockId], int]]:
        """How much all that lies before each fixed start may still give: what the day is late there, and no more."""
        ahead = {slot.block.id for slot in self._ahead}
        before: set[BlockId] = set()
        limits = []
        for slot, previous in zip(self._slots, [None, *self._slots], strict=False):
            if previous is not None:
                before.add(previous.block.id)
            if slot.block.id in ahead and slot.block.pinned >= 0:
                given = sum(taken.get(block, 0) for block in before)
                limits.append((frozenset(before), max(0, _lateness_at(slot) - given)))
        return limits

    def _room_of(self, slot: Slot) -> _Room:
        block = slot.block
        most = block.minutes_now - least_minutes(self._records, block)
        box = self._records[Timebox].get(block.id)
        if box is None or not box.began:
            may = slot in self._ahead and not self._is_held(block)
        else:
            # The one that runs can only give what it has left.
            most = min(most, box.left(self._moments.now) // MINUTE)
            may = block.id in self._freed and not box.ended
        return _Room(block.id, block.minutes_now, most if may else 0)

    def _is_held(self, block: Block) -> bool:
        return is_kept(self._records, block) and block.id not in self._freed

    def _way(self, code: str, blocks: tuple[BlockId, ...], minutes: tuple[int, ...]) -> Way:
        wish = Replan(self._day, blocks, minutes)
        then = timetable(after(self._records, wish), self._day, self._moments)
        end = then[-1].likely_ends
        won = self._slots[-1].likely_ends - end
        return Way(code, wish, end, won, POSSIBLE if won > 0 else IN_VAIN)

    def _not(self, code: str, why: str) -> Way:
        now = self._slots[-1].likely_ends if self._slots else promised_end(self._records, self._day, [])
        return Way(code, Replan(self._day), now, 0, why)


def _ahead(records: Records, slots: list[Slot]) -> list[Slot]:
    """The blocks that are still to come."""
    coming = to_come(records)
    return [slot for slot in slots if slot.block.id in coming and not slot.block.is_dropped]


def _lateness_at(slot: Slot) -> int:
    """How much later than its fixed time a block likely starts; the plan may have moved as a whole."""
    moved = slot.starts - (slot.block.pinned - min(slot.slack, 0))
    return max(0, slot.likely_starts - slot.block.pinned - moved)


def _is_input(records: Records, block: Block) -> bool:
    return block.activity == INPUT and not block.method and not block_legs(records, block)


def _shared(minutes: int, rooms: list[_Room], limits: Sequence[tuple[frozenset[BlockId], int]]) -> dict[BlockId, int]:
    """Share minutes among blocks in proportion to theirs, whole ones by the largest remainder, within all limits."""
    taken = {room.block: 0 for room in rooms}

    def wins(room: _Room) -> bool:
        """Whether a minute of it still helps: it has one to give, and no fixed start after it is met already."""
        return taken[room.block] < room.most and all(
            sum(taken.get(block, 0) for block in before) < most for before, most in limits if room.block in before
        )

    for given in range(max(0, minutes)):
        asked = [room for room in rooms if wins(room)]
        if not asked:
            break
        whole = sum(room.minutes for room in asked)
        theirs = minutes - given + sum(taken[room.block] for room in asked)
        # Each minute comes from whoever is furthest below their share: in the end that is the largest remainder.
        furthest = max(asked, key=lambda room: theirs * room.minutes / whole - taken[room.block])
        taken[furthest.block] += 1
    return taken

"""What the minutes of a day go to: work and rest, kinds, families, plenary and small groups, guides. Source: TM14."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.convening.agenda import GUIDE, PAUSE, Block, agenda_of, led_by
from facilitator.convening.ids import BlockId, DayId, PersonId
from facilitator.convening.records import Records
from facilitator.convening.steps import WHOLE, Step, seconds_of

SEEING, DOING, BEING = "seeing", "doing", "being"
"""The families of methods."""

PROCESS, TASK = "process", "task"
"""Whether a block looks after the group or after its work."""

PLENARY, SMALL, ALONE, UNSAID = "plenary", "small", "alone", ""
"""How people sit together."""

_TOGETHER = {
    "all": PLENARY, "circle": PLENARY, "inner": PLENARY, "outer": PLENARY,
    "pairs": SMALL, "trios": SMALL, "fours": SMALL, "groups": SMALL, "stations": SMALL,
    "solo": ALONE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sums:
    """Planned minutes of some blocks. Each mapping goes from a name to its minutes; "" is what nobody said.

    `families`, `modes`, `together` and `guides` count working minutes only; a block with two guides counts for both.
    `together` follows the steps; what a block has beyond its steps is unsaid.
    """

    work: int
    rest: int
    categories: Mapping[str, int]
    families: Mapping[str, int]
    modes: Mapping[str, int]
    together: Mapping[str, int]
    guides: Mapping[PersonId, int]


def sums_of_day(records: Records, day: DayId) -> Sums:
    """The sums of one day."""
    return sums_of(records, agenda_of(records, day))


def sums_of(records: Records, blocks: Sequence[Block]) -> Sums:
    """The sums of these blocks."""
    categories, families, modes, seconds, guides = (
        Counter[str](),
        Counter[str](),
        Counter[str](),
        Counter[str](),
        Counter[PersonId](),
    )
    steps = _by_block(records)
    for block in blocks:
        categories[block.category] += block.minutes
        if block.category == PAUSE:
            continue
        families[block.family] += block.minutes
        modes[block.mode] += block.minutes
        seconds.update(_together(block, steps.get(block.id, [])))
        for guide in led_by(block, GUIDE) or (PersonId(""),):
            guides[guide] += block.minutes
    rest = categories[PAUSE]
    together = {name: round(each / 60) for name, each in seconds.items()}
    return Sums(
        sum(categories.values()) - rest,
        rest,
        _told(categories),
        _told(families),
        _told(modes),
        _told(together),
        dict(guides),
    )


def _together(block: Block, steps: Sequence[Step]) -> Counter[str]:
    found = Counter[str]()
    for step in steps:
        if step.within != WHOLE:
            continue
        phases = [phase for phase in steps if phase.within == step.id]
        for part in phases or [step]:
            found[_TOGETHER.get(part.who or step.who, UNSAID)] += part.seconds * step.rounds
    # Steps that do not fill their block leave the rest unsaid; steps that overflow it are counted as they are.
    found[UNSAID] += max(0, block.minutes * 60 - seconds_of(steps))
    return found


def _by_block(records: Records) -> dict[BlockId, list[Step]]:
    found: dict[BlockId, list[Step]] = {}
    for step in records[Step].values():
        found.setdefault(step.block, []).append(step)
    return found


def _told(counted: Mapping[str, int]) -> dict[str, int]:
    return {name: minutes for name, minutes in counted.items() if minutes}

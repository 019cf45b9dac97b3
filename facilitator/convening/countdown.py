"""What the room counts down to: the end of the innermost step that runs, or of its block. Source: TM1, TM5."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.convening.agenda import Block
from facilitator.convening.clock import block_legs
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.steps import Legs, Standing, standing
from facilitator.convening.timebox import Timebox

_SECOND_MS = 1000


@dataclass(frozen=True, slots=True)
class Countdown:
    """The clock that a room watches. `legs` are () for a block without steps. All times are milliseconds, UTC.

    A step counts down; one that waits for its guide counts over. Once the last one is over, what is left is the
    block's, or how far that has gone over; steps that take longer than their block are counted to their own end.
    """

    box: Timebox
    legs: Legs = Legs()

    def standing(self, now: int) -> Standing | None:
        """Where the steps stand; None without steps."""
        return standing(self.legs, self.box, now)

    def is_past_steps(self, now: int) -> bool:
        """Whether every step is over while the block has time left."""
        return self.standing(now) is not None and self._step(now) is None and self.box.left(now) > 0

    def waits_over(self, now: int) -> bool:
        """Whether a step is over and waits for its guide, while others are to come: quiet time, nobody is late."""
        found = self.standing(now)
        return found is not None and found.left_ms <= 0 and found.following is not None

    def left(self, now: int) -> int:
        """What is left; negative in overtime."""
        found = self._step(now)
        return found.left_ms if found is not None else self.box.left(now)

    def length_ms(self, now: int) -> int:
        """How long it is in all."""
        found = self._step(now)
        return found.length_ms if found is not None else self.box.length_ms

    def share(self, now: int) -> float:
        """How much of it has passed, from 0; over 1 in overtime."""
        length = self.length_ms(now)
        return 1 - self.left(now) / length if length else 1.0

    def changes_in(self, now: int) -> int:
        """In how many milliseconds its digits, or its step, change by themselves; 0 while it stands."""
        # Digits are rounded up, so they change when a whole second is left: then, and a moment later to be sure.
        # A step ends on such a moment too.
        return self.left(now) % _SECOND_MS + 1 if self.box.is_running else 0

    @property
    def is_running(self) -> bool:
        """Whether it goes."""
        return self.box.is_running

    @property
    def ends(self) -> int:
        """When the block ends: what the room was told."""
        return self.box.started + self.box.length_ms

    def _step(self, now: int) -> Standing | None:
        found = self.standing(now)
        return found if found is not None and (found.left_ms > 0 or found.following is not None) else None


def countdown(records: Records, block: BlockId) -> Countdown | None:
    """The clock of a block as the room watches it; None for a block that has not begun or is not there."""
    found, box = records[Block].get(block), records[Timebox].get(block)
    if found is None or box is None or not box.started:
        return None
    return Countdown(box, block_legs(records, found))

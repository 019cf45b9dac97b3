"""The clock of a block: instants from which the time left is computed."""

from __future__ import annotations

from facilitator.convening.ids import BlockId
from facilitator.convening.timebox import MINUTE, Timebox


def test_the_time_left_is_computed_from_instants_and_stands_while_it_is_held() -> None:
    """TM3: keep instants, never ticks."""
    box = Timebox(BlockId("b"), began=1000, started=1000, length_ms=MINUTE)

    assert (box.left(1000), box.left(31_000), box.left(71_000)) == (MINUTE, MINUTE // 2, -10_000)
    held = Timebox(BlockId("b"), began=1000, started=1000, length_ms=MINUTE, paused_at=31_000)
    assert (held.left(500_000), held.stands_at(500_000), held.is_running) == (MINUTE // 2, 31_000, False)
    assert box.is_running

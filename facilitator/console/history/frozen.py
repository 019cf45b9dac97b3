"""What the stage held while it was frozen: the room as it was just before."""

from __future__ import annotations

from facilitator.convening.history import History
from facilitator.convening.stage_state import the_stage

_FROZEN = "stage.frozen"


def shown_place(history: History, place: int) -> int:
    """Up to which fact the stage had followed, after so many facts: fewer while it was frozen."""
    if not the_stage(history.records_at(place)).is_frozen:
        return place
    for before in range(place, 0, -1):
        if history.facts[before - 1].kind == _FROZEN:
            return before - 1
    return place

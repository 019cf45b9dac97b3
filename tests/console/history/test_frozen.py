"""While the stage was frozen it showed what had been there before."""

from __future__ import annotations

from facilitator.console.history.frozen import shown_place
from facilitator.convening.stage_state import FreezeStage, ShowOnStage, ThawStage
from tests.console.conftest import Room
from tests.console.history.told import chronicle_of, morning


def test_a_frozen_stage_shows_the_last_thing_before_it_froze(room: Room) -> None:
    morning(room)
    before = len(chronicle_of(room).entries)
    for wish in (FreezeStage(), ShowOnStage("timer"), ThawStage()):
        room.say(wish)
    history = chronicle_of(room).history

    assert [shown_place(history, before + more) for more in (0, 1, 2, 3)] == [before, before, before, before + 3]

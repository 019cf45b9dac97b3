"""Looking back: the log read on the desk's errand, a little at a time, and the stage's own scenes painted as it was."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from functools import partial

from facilitator.app import house
from facilitator.console.history.looking import Looking, StillPicture
from facilitator.convening.facts import Fact
from facilitator.convening.records import Records
from facilitator.convening.stage_state import Stage
from facilitator.convening.words import changed
from facilitator.desk.desk import Desk
from facilitator.kit.qt.reading import Reading
from facilitator.stage.show import Look, StageShow, laptop_clock
from facilitator.stage.view import StageView
from facilitator.store.reading import facts

AT_ONCE = 200
"""So many facts are read in one errand: the desk keeps nobody waiting for longer."""


def looking(desk: Desk, look: Look = laptop_clock) -> Looking:
    """What the console looks back with in this room; `look` tells how the clock there is read now."""

    def read(after: int) -> Future[tuple[Fact, ...]]:
        return desk.errand(lambda workspace: tuple(facts(workspace.connection, desk.stream, after, AT_ONCE)))

    return Looking(house.rulebook(), read, partial(still_picture, look=look))


def still_picture(named: str, look: Look = laptop_clock) -> StillPicture:
    """A picture of the stage at another moment, painted by the scenes that the room sees."""
    stage = _StillStage(named, look)
    return StillPicture(stage, stage.show_moment)


class _StillStage(StageView):
    """The show of another moment. It has a show of its own: nothing of it reaches the projector."""

    def __init__(self, named: str, look: Look) -> None:
        self._then = _Then(look)
        super().__init__(_StillShow(self._then.look), named)

    def show_moment(self, room: Records, at_ms: int) -> None:
        """Show the room's records of a moment (UTC ms), everything that moves then at rest."""
        self._then.at_ms = at_ms
        stages = room[Stage].values()
        thawed = room.after(changed(stage, is_frozen=False) for stage in stages if stage.is_frozen)
        self.shown.show_news(thawed, at_ms)
        self._then.at_ms = max(at_ms, self.shown.scene.moves_until_ms)
        self.picture.refresh()
        self.update()


class _StillShow(StageShow):
    """Its clock stands, so nothing in it changes by itself."""

    def pause_ms(self) -> int:
        return 0


class _Then:
    """A clock that stands at the moment one looks at."""

    def __init__(self, look: Look) -> None:
        self._look, self.at_ms = look, 0

    def look(self) -> Reading:
        """What it says, told as the clock in the room tells times of day now."""
        return replace(self._look(), wall_ms=self.at_ms)

"""The show: which scene the room sees now, with which records, and when it has to be painted again."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from facilitator.convening.agenda import Block
from facilitator.convening.countdown import Countdown, countdown
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.stage_state import ACTIVITY, THANKS, TIMER, the_stage
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.scene import StageScene
from facilitator.kit.qt.theme import Theme
from facilitator.stage.blank import Blank, Darkness
from facilitator.stage.faces import HasPages, ShowsAddress, ShowsLetters, ShowsRecords, letters, scene_of
from facilitator.stage.joining import JoinAddress
from facilitator.stage.thanks import Thanks
from facilitator.stage.timer import Timer
from facilitator.stage.welcome import Welcome

logger = logging.getLogger(__name__)

FRAME_MS = 16

Look = Callable[[], Reading]
"""Looks at the clock."""

FindScene = Callable[[Block], StageScene | None]
"""Makes the scene of a block's activity; None where its timer stands in."""


def laptop_clock() -> Reading:
    """Look at the laptop's own clock."""
    return Reading(time.time_ns() // 1_000_000)


class StageShow(QObject):
    """What the room sees, for every picture of it: the projector's, and the small one on the console.

    It is told the room's records only. Frozen, it holds the last ones it showed; the clock in them goes on.
    """

    changed = Signal()
    """There is something new to paint."""

    def __init__(
        self, look: Look = laptop_clock, joining: JoinAddress | None = None, find_scene: FindScene = scene_of
    ) -> None:
        super().__init__()
        self._look, self._find_scene = look, find_scene
        self._joining = joining or JoinAddress()
        self._room: Records | None = None
        self._counts: Countdown | None = None
        self._theme: Theme | None = None
        self._welcome, self._timer, self._thanks, self._blank = Welcome(), Timer(), Thanks(), Blank()
        self._activity: StageScene = self._timer
        self._activity_key = ("", "")
        self.scene: StageScene = self._welcome
        self.seq = 0
        self.is_frozen = False
        self._welcome.show_joining(self._joining)

    def show_news(self, room: Records, seq: int) -> None:
        """Show the room's records as they stand at `seq`. Called on the GUI thread."""
        stage = the_stage(room)
        holds = stage.is_frozen and self._room is not None
        changed_state = self.is_frozen != stage.is_frozen
        self.is_frozen = stage.is_frozen
        if not holds:
            self._room, self.seq = room, seq
            self._counts = countdown(room, stage.block)
        wanted = self._blank if stage.is_blank else self._wanted()
        if wanted is not self._blank:
            self._blank.darkness = Darkness.RESTING
        if holds and wanted is self.scene and not changed_state:
            return
        self._present(wanted)

    def show_joining(self, joining: JoinAddress) -> None:
        """Show where phones find the room, as soon as that is known or when it changes."""
        self._joining = joining
        self._welcome.show_joining(joining)
        self._present(self.scene)

    def wear(self, theme: Theme) -> None:
        """Paint in this theme: the room may be dark while the desk is light."""
        self._theme = theme
        self._present(self.scene)

    def darken(self, darkness: Darkness) -> None:
        """How dark the stage is while it is blank; forgotten when it is lit again."""
        self._blank.darkness = darkness
        self.changed.emit()

    def turn(self, pages: int) -> None:
        """Turn to a later page of the scene, or back with a negative number; at the ends nothing happens."""
        if isinstance(self.scene, HasPages):
            page = min(max(0, self.scene.page + pages), self.scene.pages - 1)
            if page != self.scene.page:
                self.scene.page = page
                self.changed.emit()

    def reading(self) -> Reading:
        """Look at the clock."""
        return self._look()

    def pause_ms(self) -> int:
        """In how many milliseconds the picture must be painted again by itself; 0 for not before there is news."""
        now = self._look().wall_ms
        if self.scene.moves_until_ms > now:
            return FRAME_MS
        if self._counts is None or self.scene is self._welcome or self.scene is self._thanks:
            return 0
        return self._counts.changes_in(now)

    def _wanted(self) -> StageScene:
        room = self._room
        if room is None:
            return self._welcome
        stage = the_stage(room)
        if stage.shows == THANKS:
            return self._thanks
        block = room[Block].get(stage.block)
        if block is None or stage.shows not in (ACTIVITY, TIMER):
            return self._welcome
        return self._timer if stage.shows == TIMER else self._scene_for(block)

    def _scene_for(self, block: Block) -> StageScene:
        key: tuple[BlockId | str, str] = (block.id, block.activity)
        if key != self._activity_key:
            self._activity = self._find_scene(block) or self._timer
            self._activity_key = (block.id, block.activity)
        return self._activity

    def _present(self, scene: StageScene) -> None:
        if self._theme is not None:
            scene.wear(self._theme)
        elif scene is self._blank:
            scene.wear(scene.theme)
        try:
            self._tell(scene)
        except Exception:
            # The room goes on seeing what it saw; what went wrong is for the log, not for the projector.
            logger.exception("The stage could not take in the news")
        self.scene = scene
        self.changed.emit()

    def _tell(self, scene: StageScene) -> None:
        if isinstance(scene, ShowsAddress):
            scene.show_address(self._joining.address)
        if self._room is None:
            return
        if isinstance(scene, ShowsLetters):
            scene.show_letters(letters(self._room))
        if isinstance(scene, ShowsRecords):
            scene.show_records(self._room)

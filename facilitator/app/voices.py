"""The console's voices: one for the convening, one for each block, all trying again while the disk takes nothing."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from facilitator.convening.ids import WishId
from facilitator.convening.words import Receipt, Say, Wish
from facilitator.desk.desk import Desk, new_wish_id
from facilitator.kit.qt.outbox import Outbox


class Voices(QObject):
    """Gives each face the voice it speaks with. `waiting_changed` tells how many wishes could not be saved yet."""

    waiting_changed = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._outboxes: dict[str, Outbox] = {}

    def say_to(self, activity: str) -> Say:
        """The voice that speaks to a block's activity, by the block's id, or to the convening (`ids.ROOM`)."""
        return self.outbox(activity).say

    def outbox(self, activity: str) -> Outbox:
        """The outbox behind a voice."""
        if activity not in self._outboxes:
            made = self._outboxes[activity] = Outbox(
                lambda wish, wish_id: self._ask(wish, wish_id, activity), lambda: WishId(new_wish_id())
            )
            made.waiting_changed.connect(self._tell_waiting)
        return self._outboxes[activity]

    def waiting(self) -> int:
        """How many wishes wait."""
        return sum(outbox.waiting() for outbox in self._outboxes.values())

    def try_now(self) -> None:
        """Ask again at once for all that waits."""
        for outbox in self._outboxes.values():
            outbox.try_now()

    def close(self) -> None:
        """Ask no more: whoever still waits hears NotSaved."""
        for outbox in self._outboxes.values():
            outbox.close()

    def _ask(self, wish: Wish, wish_id: WishId, activity: str) -> Future[Receipt]:
        return self._desk.say(wish, activity=activity, id=wish_id)

    def _tell_waiting(self, _: int) -> None:
        self.waiting_changed.emit(self.waiting())

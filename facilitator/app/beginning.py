"""A convening is begun by a plan: it is opened once the disk has taken it, and told of when that cannot be."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from typing import TYPE_CHECKING, Protocol

from facilitator.app import bars
from facilitator.app.mishaps import plainly
from facilitator.app.recovery import Bar
from facilitator.beginnings.code import new_code
from facilitator.beginnings.templates import Plan, carry_out
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import ConveningId, WishId
from facilitator.convening.words import Receipt, Refusal
from facilitator.desk.desk import new_wish_id

if TYPE_CHECKING:
    from facilitator.app.room_windows import RoomWindows

logger = logging.getLogger(__name__)


class Beginner(Protocol):
    """What beginning needs of the app's windows."""

    room: RoomWindows | None

    def fresh_room(self, convening: str) -> RoomWindows | None:
        """Take a room for a new convening; None when the open one stays, which is told. Raises Refusal."""

    def show_begun(self, room: RoomWindows) -> None:
        """Show what has begun."""

    def leave_room(self) -> None:
        """Close what could not be begun, and show what there is."""


class Beginning:
    """Carries out a plan in a room of its own."""

    def __init__(self, windows: Beginner, bar: Bar) -> None:
        self._windows, self._bar = windows, bar

    def begin(self, plan: Plan) -> None:
        """Begin; whatever keeps it from beginning is told in the bar."""
        stream = new_wish_id()
        try:
            room = self._windows.fresh_room(stream)
        except Refusal as refusal:
            self._bar.tell(bars.not_now(refusal, self._bar.settle))
            return
        if room is None:
            return
        voices = room.voices
        made = carry_out(
            plan,
            ConveningId(stream),
            new_code(),
            lambda wish, wish_id, activity: voices.outbox(activity).say_as(wish, wish_id),
            lambda: WishId(new_wish_id()),
        )
        made.add_done_callback(lambda done: self._begun(room, done))

    def _begun(self, room: RoomWindows, done: Future[Receipt]) -> None:
        if self._windows.room is not room:
            return
        error = done.exception()
        # The answer is that to the last wish of the plan: the first may have been refused.
        if error is None and room.room.desk.news.records[Convening]:
            self._windows.show_begun(room)
            return
        logger.error("The plan could not be carried out: %s", plainly(error) if error is not None else "refused")
        self._windows.leave_room()
        self._bar.tell(bars.not_begun(error, self._bar.settle))

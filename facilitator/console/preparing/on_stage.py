"""The chosen block as the room will see it when it begins: the stage's own scene, painted small."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.console.history.looking import Looking
from facilitator.console.picture_frame import PictureFrame
from facilitator.console.times import Clock, day_of, today_of
from facilitator.convening.agenda import Block
from facilitator.convening.clock import StartBlock
from facilitator.convening.days import the_day
from facilitator.convening.ids import HOST, ROOM, STAGE, BlockId, WishId
from facilitator.convening.records import Records
from facilitator.convening.room import RoomView
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.stage_state import ACTIVITY, Stage
from facilitator.convening.states import stated
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.timetable import plan_of_day
from facilitator.convening.words import Moment, Role
from facilitator.i18n import _
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.frames import STRETCH, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

SETTLE_MS = 120
"""So long after the last change it is painted: whoever holds a key down waits for no picture."""

_WIDE, _HIGH, _LEAST = 320, 180, 96
_HEADING, _ABOVE, _BELOW, _GAP = 18, 10, 14, 6


class OnStage(QWidget):
    """A picture that follows what is written. It is made of the room's records alone, so nothing private is in it."""

    def __init__(self, looking: Looking, clock: Clock) -> None:
        super().__init__()
        self._book, self._clock = looking.book, clock
        self._room = RoomView(looking.book.veils())
        self._wanted: tuple[Records, Block] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.picture = looking.picture(_("On stage"))
        self._frame = PictureFrame(self.picture.widget, (_WIDE, _HIGH))
        heading = Label(_("On stage"), "caption", Tone.SOFT)
        heading.setFont(theme_in_use().sized(12, 600))
        heading.setFixedHeight(_HEADING)
        column(self, heading, row(None, self._frame, STRETCH), gap=_GAP, padding=(_ABOVE, 16, _BELOW, 16))
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._paint)

    def show_block(self, records: Records, block: Block) -> None:
        """Show this block soon, once nothing changes any more."""
        self._wanted = (records, block)
        if self.isVisible():
            self._settled.start()

    def fit(self, height: int) -> None:
        """Be as large as so many pixels of height allow; where there are too few, leave them to what is written."""
        high = min(_HIGH, height - _ABOVE - _HEADING - _GAP - _BELOW)
        if high >= _LEAST:
            self._frame.show_size((round(high * _WIDE / _HIGH), high))
        self.setVisible(high >= _LEAST)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settled.start()

    def _paint(self) -> None:
        if self._wanted is None or not self.isVisible():
            return
        records, block = self._wanted
        at = planned_start(records, block, self._clock())
        self.picture.show(self._room.of(begun(self._book, records, block.id, at)), at)


def begun(book: Rulebook, records: Records, block: BlockId, at: int) -> Records:
    """The records as they will be when a block begins at `at` (UTC ms), whatever runs now or ran before."""
    started = records.after(book.decide(records, StartBlock(block), _moment(at)).changes)
    minutes = records[Block][block].minutes_now
    afresh = Timebox(block, began=at, since=at, started=at, length_ms=minutes * MINUTE)
    return started.after((*stated(started, afresh), *stated(started, Stage(STAGE, ACTIVITY, block))))


def planned_start(records: Records, block: Block, reading: Reading) -> int:
    """When a block begins by plan (UTC ms), as the clock of the room tells time.

    A day without a date is today, and a date that no clock can show is now: it may be mistyped, or from elsewhere.
    """
    day = the_day(records, block.day)
    starts = next(slot.starts for slot in plan_of_day(records, block.day) if slot.block.id == block.id)
    midnight = reading.local(reading.wall_ms).replace(hour=0, minute=0, second=0, microsecond=0)
    date = day_of(day.date) or today_of(reading)
    try:
        then = midnight.replace(year=date.year, month=date.month, day=date.day) + timedelta(minutes=starts)
        # The laptop's own zone is read anew for that day: its clocks may have been put forward or back.
        at = reading.moment_of(then if reading.zone is not None else then.replace(tzinfo=None).astimezone())
    except (ValueError, OverflowError):
        return reading.wall_ms
    least, most = Timebox.bounds["began"]
    return at if least <= at <= most else reading.wall_ms


def _moment(at: int) -> Moment:
    return Moment(HOST, Role.GUIDE, at, ROOM, WishId("look"))

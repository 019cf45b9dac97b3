"""An open convening as the console needs it, handed in whole by whoever opened it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from facilitator.activities import Activity
from facilitator.console.asking import SayTo
from facilitator.console.history.looking import Looking
from facilitator.console.methods.words import Times
from facilitator.console.note_box import Drafts
from facilitator.console.seats.seating import Seating
from facilitator.console.times import Clock
from facilitator.convening.records import Records
from facilitator.kit.qt.loudness import Volume
from facilitator.kit.qt.ringer import Ringer
from facilitator.kit.qt.way_of_reading import WayOfReading


@dataclass(frozen=True, slots=True)
class Opened:
    """Its records as they stand, its voices, the activities, the clock, the drafts, and what others own.

    `preview` is the stage in small, `ring` sounds the chime of an end as loud as `volume` says, `summarise` makes the
    summary, and `turn_stage` turns the stage by so many pages, back with a negative number. `looking` is what the
    history looks back with, `ringer` tells each chime, muted or not, and `seating` is what the page of seats may do at
    the doors. `times_taken` reads what methods took before. `way_of_reading` is how boards are read on this laptop.
    """

    records: Records
    say_to: SayTo
    activities: Mapping[str, Activity]
    clock: Clock
    drafts: Drafts
    preview: QWidget
    ring: Callable[[], object]
    summarise: Callable[[], None]
    turn_stage: Callable[[int], None]
    looking: Looking
    volume: Volume
    ringer: Ringer
    seating: Seating = field(default_factory=Seating)
    times_taken: Callable[[], Future[Times]] = Future
    way_of_reading: WayOfReading = field(default_factory=WayOfReading)

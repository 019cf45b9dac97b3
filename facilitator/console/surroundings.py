"""What the laptop knows of the room around it: the projector, the phones, the address, and what is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from facilitator.console.seats.attendance import Attendance
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.reading import Reading

DISK, DOORS, AWAY, TAKEN, WAY, HASTY = "disk", "doors", "away", "taken", "way", "hasty"
"""Under these keys the bar keeps what it says of the disk, the doors, the phones, what was taken away,
the way in, and of phones that send too much."""


class Projector(Enum):
    """Whether the stage has a screen of its own. MIRRORED: the room sees this very desk."""

    READY = "ready"
    MISSING = "missing"
    MIRRORED = "mirrored"


def hidden_notes_words() -> str:
    """Say in the place of private notes why they are not there."""
    return _("The room can see this desk, so private notes are hidden.")


class Gravity(IntEnum):
    """How bad a trouble is; the worst is told first."""

    GOOD = 0
    WARNING = 1
    BAD = 2


@dataclass(frozen=True, slots=True)
class Trouble:
    """One bar under the top bar: a short sentence of fact, what it means, and what can be done.

    The same `key` replaces what was told under it before.
    """

    key: str
    gravity: Gravity
    fact: str
    meaning: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How things stand around the convening. `screen` names the stage's screen: "1920 × 1080".

    `phones` are connected now, `address` is where they join (`url` in a code) and `choices` what else it may be,
    `saved_at` is when the last wish was saved (UTC ms, 0 for none in this run). `disk`, `doors`, `away`, `taken` and
    `way` are what the bar says of the disk, of doors that did not open, of phones that went away, of what was taken
    away and of the network, None while there is nothing to say. `image` is how wide the stage's screen says its image
    is (mm, 0 where it does not know: a projector).
    """

    projector: Projector = Projector.MISSING
    screen: str = ""
    phones: int = 0
    address: str = ""
    saved_at: int = 0
    disk: Trouble | None = None
    doors: Trouble | None = None
    away: Trouble | None = None
    taken: Trouble | None = None
    way: Trouble | None = None
    choices: tuple[str, ...] = ()
    url: str = ""
    attendance: Attendance = field(default_factory=Attendance)
    image: int = 0

    def troubles(self) -> Mapping[str, Trouble | None]:
        """What the bar says of each, by its key."""
        around = {DISK: self.disk, DOORS: self.doors, AWAY: self.away, TAKEN: self.taken, WAY: self.way}
        return {**around, HASTY: self._hasty()}

    def _hasty(self) -> Trouble | None:
        if not self.attendance.hasty:
            return None
        meaning = _("It is slowed down, and nobody else is. Press J to see whose it is.")
        return Trouble(HASTY, Gravity.WARNING, _("A phone sends far more than a person can write."), meaning)

    @property
    def is_mirrored(self) -> bool:
        """Whether the room sees this desk."""
        return self.projector is Projector.MIRRORED

    def saved_words(self, reading: Reading) -> str:
        """Say whether everything is on disk: "Saved on this laptop 10:58"."""
        if not self.saved_at:
            return _("Everything stays on this laptop")
        return _("Saved on this laptop {time}").format(time=reading.time_at(self.saved_at))

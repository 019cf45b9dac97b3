"""After a crash: what was open is open again without a question, or, when that keeps crashing, the other ways in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from facilitator.activities.ideation_board.rules import Placement
from facilitator.activities.scale.rules.support import Asked
from facilitator.app.faces import Faces
from facilitator.app.mark import SOON_MS, Run
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.convening.ballots import Round
from facilitator.convening.cards import Card
from facilitator.convening.gathering import LIVE
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.reading import Reading

KEY = "crash"
"""The key of the bar that tells of the last run."""

SOON_TOO_OFTEN = 2
"""After so many starts in a row that crashed soon, what was open is not opened again by itself."""


class Opening(Protocol):
    """What recovering needs of the app's windows."""

    def lead(self, convening: str, faces: Faces = Faces.ALL) -> bool:
        """Open a convening and lead it; False when it could not be opened, which is told."""

    def prepare(self, convening: str) -> bool:
        """Open a convening and prepare it; False when it could not be opened, which is told."""

    def records(self) -> Records:
        """Everything the open convening knows."""


class Bar(Protocol):
    """Where it is told."""

    def tell(self, trouble: Trouble) -> None:
        """Tell of something."""

    def settle(self, key: str) -> None:
        """Tell of it no more."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What others can do after a crash; a way that is not there is not offered.

    `last_minute` shows what happened in a convening since a moment (UTC ms); `last_backup` opens the newest one.
    """

    last_minute: Callable[[str, int], None] | None = None
    last_backup: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """What the last run left open: the convening ("" for none), its state, and when it stopped (UTC ms)."""

    convening: str = ""
    state: str = ""
    stopped: int = 0


class Recovery:
    """Brings back what a run that crashed had open."""

    def __init__(self, windows: Opening, bar: Bar, look: Callable[[], Reading]) -> None:
        """Nobody can help yet; whoever can is named in `ways` before the app comes back."""
        self._windows, self._bar, self._look = windows, bar, look
        self.ways = Ways()

    def come_back(self, run: Run, left: Left) -> None:
        """Recover. Nothing is asked, and nothing stands in the way."""
        if run.crashes_soon() >= SOON_TOO_OFTEN:
            self._bar.tell(self._other_ways(left))
            return
        words, acts = self._stopped(left), tuple[Act, ...]()
        if left.convening:
            come_in = self._windows.lead if left.state == LIVE else self._windows.prepare
            if not come_in(left.convening):
                return
            words = f"{words} {what_is_here(self._windows.records())}".strip()
            acts = self._last_minute(left)
        self._bar.tell(Trouble(KEY, Gravity.GOOD, _("Everything is back."), words, acts))

    def _stopped(self, left: Left) -> str:
        if left.stopped <= SOON_MS:
            return ""
        return _("The laptop stopped at {time}.").format(time=self._look().time_at(left.stopped))

    def _last_minute(self, left: Left) -> tuple[Act, ...]:
        see = self.ways.last_minute
        if see is None:
            return ()
        return (Act("", _("See the last minute"), lambda: see(left.convening, left.stopped - SOON_MS)),)

    def _other_ways(self, left: Left) -> Trouble:
        acts: list[Act] = []
        if left.convening:
            acts.append(Act("", _("Open without the activity"), lambda: self._open_without(left)))
        if self.ways.last_backup is not None:
            acts.append(Act("", _("Open the last backup"), self.ways.last_backup))
        fact = _("Facilitator stopped twice right after its start.")
        return Trouble(KEY, Gravity.WARNING, fact, _("Everything is kept."), (*acts, self._close()))

    def _open_without(self, left: Left) -> None:
        if not self._windows.lead(left.convening, Faces.NONE):
            return
        meaning = _("The activities are hidden. Open it again from the desk to have them back.")
        self._bar.tell(Trouble(KEY, Gravity.WARNING, _("Everything is kept."), meaning, (self._close(),)))

    def _close(self) -> Act:
        return Act("", _("Close"), lambda: self._bar.settle(KEY))


def what_is_here(records: Records) -> str:
    """Say what was kept, such as all 43 ideas and every dot."""
    cards = records[Card]
    count = sum(lies.id in cards and not cards[lies.id].merged_into for lies in records[Placement].values())
    answered = records[Asked].keys() & records[Round].keys()
    if not count:
        return _("Nothing is lost.")
    if records[Round].keys() - answered and answered:
        words = ngettext(
            "The idea, every dot and every answer are here.",
            "All {count} ideas, every dot and every answer are here.",
            count,
        )
    elif answered:
        words = ngettext("The idea and every answer are here.", "All {count} ideas and every answer are here.", count)
    elif records[Round]:
        words = ngettext("The idea and every dot are here.", "All {count} ideas and every dot are here.", count)
    else:
        words = ngettext("The idea is here.", "All {count} ideas are here.", count)
    return words.format(count=count)

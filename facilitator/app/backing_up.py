"""Making backups by itself: at the start, every ten minutes while live, when asked, and at the end.

All on a thread of its own with connections of its own, so that neither the desk nor a window waits.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from facilitator.app import house
from facilitator.convening.words import Refusal
from facilitator.i18n import _
from facilitator.store.backups import Why, backups_folder, is_changed, listed, make_backup
from facilitator.store.checking import check
from facilitator.store.haste import PATIENT, Haste
from facilitator.store.opening import WORKSPACE
from facilitator.store.second_folder import carry, second_folder

EVERY_SECONDS = 600.0
"""How often while live. Source: architecture, backups."""

SETTLED_SECONDS = 3.0
"""How long after the start the first one is made: the desk at home is painted before."""

LAST_SECONDS, A_MOMENT = 1.4, 0.3
"""How long the end of the app waits for the last one, and then until it is called off."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What came of it: was one made, and why not, on the laptop and in the second folder ("" for well).

    `doubt` says, after the start, where the file's tables and its log do not say the same.
    """

    why: Why
    is_made: bool
    trouble: str = ""
    second_trouble: str = ""
    doubt: str = ""


def back_up(folder: Path, why: Why, now: int, say: Callable[[Refusal], str], haste: Haste = PATIENT) -> BackedUp:
    """Make a backup of a data folder if it is wanted, and carry the newest one to the second folder.

    What happens to the second one disturbs the first in nothing. `say` puts a refusal into a sentence.
    """
    path, place = folder / WORKSPACE, backups_folder(folder)
    is_made, trouble = False, ""
    try:
        if path.exists() and (why is Why.ASKED or is_changed(path, place)):
            make_backup(path, place, why, now, haste)
            is_made = True
    except Refusal as refusal:
        trouble = say(refusal)
    return BackedUp(why, is_made, trouble, _carried(folder, place, say, haste))


def doubt_of(path: Path, haste: Haste = PATIENT) -> str:
    """Read a whole workspace, its log against its tables, and say what is wrong in a sentence; "" for well.

    A letter that changed by itself inside a text leaves a sound file; it shows here, in one of the two.
    A look that is called off doubts nothing.
    """
    if not path.exists():
        return ""
    try:
        checked = check(path, house.rulebook().kinds, haste)
    except Refusal:
        return ""
    if haste.is_off:
        return ""
    if not checked.is_sound:
        return _("A part of the file of this laptop cannot be read.")
    doubted = [title for title, agrees in checked.agreements if not agrees]
    return _("Something in “{title}” is not as it was written.").format(title=doubted[0]) if doubted else ""


class BackingUp:
    """Backs up one data folder until it is finished. `told` is called on its thread."""

    def __init__(
        self,
        folder: Path,
        wall: Callable[[], int],
        say: Callable[[Refusal], str],
        told: Callable[[BackedUp], None],
        every_seconds: float = EVERY_SECONDS,
        settled_seconds: float = SETTLED_SECONDS,
        last_seconds: float = LAST_SECONDS,
    ) -> None:
        self._folder, self._wall, self._say, self._told = folder, wall, say, told
        self._every, self._settled, self._last = every_seconds, settled_seconds, last_seconds
        self._looking, self._making, self._is_over = Haste(), Haste(), False
        self._asked: queue.SimpleQueue[Why] = queue.SimpleQueue()
        self._is_live = False
        self._thread = threading.Thread(target=self._run, name="backups", daemon=True)

    def begin(self) -> None:
        """Begin, with a backup of how things stood at the start if that is new."""
        self._thread.start()

    def ask(self) -> None:
        """Make one now, wanted or not."""
        self._asked.put(Why.ASKED)

    def follow(self, *, is_live: bool) -> None:
        """A convening is live now, or none is."""
        self._is_live = is_live

    def finish(self) -> None:
        """Make the last one and wait for it, but not for long: what takes longer is called off, and nothing is told."""
        self._asked.put(Why.CLOSE)
        self._looking.call_off()
        if self._thread.is_alive():
            self._thread.join(self._last)
            self._making.call_off()
            # A stick that does not even answer is not waited for either: what it began is swept out next time.
            self._thread.join(A_MOMENT)
        self._is_over = True

    def _run(self) -> None:
        why, wait = Why.OPEN, self._settled
        while True:
            with suppress(queue.Empty):
                why = self._asked.get(timeout=wait)
            if why is not Why.LIVE or self._is_live:
                self._make(why)
            if why is Why.CLOSE:
                return
            why, wait = Why.LIVE, self._every

    def _make(self, why: Why) -> None:
        try:
            told = back_up(self._folder, why, self._wall(), self._say, self._making)
            if why is Why.OPEN:
                told = replace(told, doubt=doubt_of(self._folder / WORKSPACE, self._looking))
        except Exception as error:
            logger.exception("A backup failed")
            told = BackedUp(why, is_made=False, trouble=str(error))
        if not self._is_over:
            self._told(told)


def _carried(folder: Path, place: Path, say: Callable[[Refusal], str], haste: Haste) -> str:
    second, newest = second_folder(folder), listed(place)[:1]
    if not second:
        return ""
    try:
        for backup in newest:
            if backup.name not in {other.name for other in listed(Path(second))}:
                carry(backup, Path(second), haste)
    except Refusal as refusal:
        return say(refusal)
    return "" if Path(second).is_dir() else say(Refusal("backup.no_folder", path=second))

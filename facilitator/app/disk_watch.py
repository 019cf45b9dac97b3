"""The watch over the disk: what the bar says of it, and what can be done while it takes nothing."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.app.mishaps import plainly
from facilitator.app.voices import Voices
from facilitator.console import disk_trouble
from facilitator.console.surroundings import Trouble
from facilitator.convening.gathering import Convening
from facilitator.desk.desk import Desk
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.echo import Echo
from facilitator.kit.qt.reading import Reading
from facilitator.paths import file_name
from facilitator.store.ballast import PLENTY_BYTES, Ballast
from facilitator.store.footing import free_bytes
from facilitator.store.opening import open_reader
from facilitator.store.portable import export_convene
from facilitator.store.workspace import Workspace

logger = logging.getLogger(__name__)

CONVENE = ".convene"
LOOK_MS, TRY_MS, FIRST_ROOM_MS, ROOM_MS = 500, 2_000, 3_000, 60_000
"""How often the desk is asked how it stands, a disk that failed is tried, and its room is looked at."""

GOOD_MS, HELD_MS = 20_000, 8_000
"""How long good news stands, and how long a window that was held open closes at the next try."""

Chosen = Callable[[str], object]
"""Hears where to save."""

ChooseFile = Callable[[str, Chosen], object]
"""Asks where to save, given a name to begin with, and returns at once; nobody hears of a place that is not chosen."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """How much room there is, or what came of a copy."""

    free: int = PLENTY_BYTES
    copied: str = ""


class DiskWatch(QObject):
    """Looks after one room's disk. `changed` tells that `trouble` is another one; None says that all is well."""

    changed = Signal()

    def __init__(self, workspace: Workspace, desk: Desk, voices: Voices, look: Callable[[], Reading],
                 choose: ChooseFile) -> None:  # fmt: skip
        """Watch the disk of a workspace whose desk is open."""
        super().__init__()
        self._workspace, self._desk, self._voices, self._look = workspace, desk, voices, look
        self._choose = choose
        self._folder = workspace.folder
        self._ballast = Ballast(workspace.folder)
        self._why, self._since, self._copied = "", 0, ""
        self._room_left = PLENTY_BYTES
        self.trouble: Trouble | None = None
        self._tried: Future[None] | None = None
        self._acts = {
            name: Act("", title, do)
            for name, title, do in (
                ("copy", _("Save to USB stick"), self.save_copy),
                ("room", _("Make room"), self.make_room),
            )
        }
        self._workers: list[threading.Thread] = []
        self._seen: Echo[_Seen] = Echo()
        self._seen.listen(self._hear)
        self._good = QTimer(self, singleShot=True, interval=GOOD_MS)
        self._good.timeout.connect(self._show)
        self._held = QTimer(self, singleShot=True, interval=HELD_MS)
        self._held.timeout.connect(self._let_go)
        self._timers = [self._held, self._every(LOOK_MS, self._watch), self._every(TRY_MS, self._try), self._good]
        self._timers.append(self._every(ROOM_MS, self.look_at_room))
        self._timers.append(first := QTimer(self, singleShot=True, interval=FIRST_ROOM_MS))
        first.timeout.connect(self.look_at_room)
        first.start()
        voices.waiting_changed.connect(self._watch)

    def close(self) -> None:
        """Stop watching, and wait for a copy that is being made."""
        self._voices.waiting_changed.disconnect(self._watch)
        for timer in self._timers:
            timer.stop()
        self._seen.forget(self._hear)
        for worker in self._workers:
            worker.join()

    def make_room(self) -> None:
        """Throw the ballast out, and try at once."""
        try:
            self._ballast.throw_out()
        except OSError as error:
            logger.warning("The ballast could not be thrown out: %s", error)
        self._desk.try_disk()
        self._show()

    def hold_open(self, words: Callable[[int], str] = disk_trouble.still_waiting_words) -> bool:
        """Whether the room should stay open this time, because something is in memory only; asked again, no more.

        `words` say in the bar how many things would be lost.
        """
        waiting = self._voices.waiting()
        if not waiting or self._held.isActive():
            return False
        self._held.start()
        self._copied = words(waiting)
        self.make_room()
        return True

    def save_copy(self) -> None:
        """Ask where, and save there what is on the disk."""
        convening = next(iter(self._desk.news.records[Convening].values()), None)
        name = file_name(convening.title, convening.date) if convening is not None else self._desk.stream
        self._choose(f"{name}{CONVENE}", self._save_at)

    def look_at_room(self) -> None:
        """Look how much room there is, and take ballast on while there is plenty."""
        self._begin(self._look_at_room)

    def _save_at(self, chosen: str) -> None:
        target = Path(chosen)
        self._begin(lambda: self._copy(target if target.suffix == CONVENE else Path(f"{chosen}{CONVENE}")))

    def _every(self, milliseconds: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=milliseconds)
        timer.timeout.connect(do)
        timer.start()
        return timer

    def _begin(self, work: Callable[[], None]) -> None:
        self._workers = [worker for worker in self._workers if worker.is_alive()]
        worker = threading.Thread(target=work, name="disk", daemon=True)
        self._workers.append(worker)
        worker.start()

    def _watch(self, _waiting: int = 0) -> None:
        """See how the desk stands: a trouble is over once nothing waits any more."""
        saving, waiting = self._desk.saving, self._voices.waiting()
        was, still = self._why, (self._why or "disk.failed") if waiting else ""
        self._why, self._since = saving.why or still, self._since or saving.since
        if was and not saving.why and waiting:
            self._voices.try_now()
        if was and not self._why:
            self._copied, self._since = "", 0
            self._good.start()
        self._show()

    def _let_go(self) -> None:
        self._copied = ""
        self._show()

    def _try(self) -> None:
        # A disk that does not even answer is asked once.
        if self._desk.saving.why and (self._tried is None or self._tried.done()):
            self._tried = self._desk.try_disk()

    def _show(self) -> None:
        trouble = self._trouble()
        if trouble != self.trouble:
            self.trouble = trouble
            self.changed.emit()

    def _trouble(self) -> Trouble | None:
        if self._why:
            passed = self._look().wall_ms - self._since if self._since else 0
            acts = [self._acts["copy"]]
            if self._why == "disk.full" and self._ballast.is_there():
                acts.append(self._acts["room"])
            minutes = max(1, round(passed / 60_000))
            return disk_trouble.not_saved(self._why, minutes, self._voices.waiting(), tuple(acts), self._copied)
        if self._good.isActive():
            return disk_trouble.saved_again()
        return disk_trouble.little_room(self._room_left) if self._room_left < PLENTY_BYTES else None

    def _look_at_room(self) -> None:
        free = free_bytes(self._folder)
        self._ballast.take_on()
        self._seen.tell(_Seen(free))

    def _copy(self, target: Path) -> None:
        try:
            self._write_copy(target)
            words = disk_trouble.copied_words(target.name, self._voices.waiting())
        except Exception as error:  # noqa: BLE001 - whatever failed, the bar says so and another place can be chosen
            logger.warning("The copy could not be saved: %s", plainly(error))
            words = disk_trouble.not_copied_words(target.name)
        self._seen.tell(_Seen(self._room_left, words))

    def _write_copy(self, target: Path) -> None:
        """Copy from the file, or from what the desk still holds open when the file has no name any more."""
        kinds, stream = self._workspace.kinds, self._desk.stream
        if not self._workspace.path.exists():
            self._desk.errand(lambda open_: export_convene(open_.connection, kinds, stream, target)).result()
            return
        source = open_reader(self._workspace.path)
        try:
            export_convene(source, kinds, stream, target)
        finally:
            source.close()

    def _hear(self, told: Sequence[_Seen]) -> None:
        self._room_left = told[-1].free
        for seen in told:
            self._copied = seen.copied or self._copied
        self._show()


def choose_file(page: QWidget, suggested: str, chosen: Chosen) -> None:
    """Ask over a page where a copy should lie, while everything goes on: a clicker is heard meanwhile."""
    dialog = QFileDialog(page, _("Save a copy of the convening"), "", f"*{CONVENE}")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.selectFile(suggested)
    dialog.fileSelected.connect(chosen)
    dialog.open()

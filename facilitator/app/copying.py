"""Saving a copy of the open convening under a name that the facilitator chose, while the room goes on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from facilitator.app.exporting.child import A_MOMENT, ExportChild, GivenUp
from facilitator.console.copy_saver import AGENDA, BOARD, Copy
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.i18n import _, language_in_use
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.echo import Echo

KEY = "saved copy"
"""Under this key the console tells of a copy."""

_FOR_THE_ROOM = (".pdf", ".png", ".svg")
"""What holds no more than the room may see."""

logger = logging.getLogger(__name__)


class Copying(QObject):
    """Saves one copy after the other. `told` says in a bar that it begins, and what came of it."""

    told = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._child = ExportChild()
        self._thread: threading.Thread | None = None
        self._is_busy = False
        self._echo: Echo[Trouble] = Echo()
        self._echo.listen(self._hear)

    def save(self, convening: str, copy: Copy) -> None:
        """Begin to save a convening, or its agenda; the ending of the name says in which shape.

        While one is being saved: say so.
        """
        if self._is_busy:
            meaning = _("Save this one when it is there.")
            self.told.emit(Trouble(KEY, Gravity.WARNING, _("Another copy is still being saved."), meaning))
            return
        self._is_busy = True
        out = Path(copy.file)
        self.told.emit(Trouble(KEY, Gravity.GOOD, _("The copy is being saved."), str(out)))
        self._thread = threading.Thread(target=self._save, args=(convening, copy), name="copy", daemon=True)
        self._thread.start()

    def turn_to(self, folder: Path) -> None:
        """Read from another data folder from now on."""
        self._folder = folder

    def finish(self) -> None:
        """Wait a moment for the copy that is being saved, then give it up: what was there before stays."""
        if self._thread is not None:
            self._thread.join(A_MOMENT)
            self._child.give_up()
            self._thread.join()
            self._child.begin_again()
            self._is_busy = False

    def _save(self, convening: str, copy: Copy) -> None:
        out = Path(copy.file)
        otherwise = _("The file could not be made. Everything that was said is kept; please try once more.")
        try:
            why = self._child.export(self._folder, convening, out, "", language_in_use(), otherwise, _words(copy))
        except GivenUp:
            return
        except OSError as error:
            logger.warning("The export could not be started: %s", error.strerror)
            why = otherwise
        self._echo.tell(_not_saved(why) if why else _saved(copy))

    def _hear(self, told: Sequence[Trouble]) -> None:
        self._is_busy = False
        self.told.emit(told[-1])


def _words(copy: Copy) -> tuple[str, ...]:
    """What the command is told of the part that is wanted."""
    if copy.part == BOARD:
        return ("--what", copy.part, "--block", copy.block, "--size", copy.size, "--paper", copy.paper)
    return ("--what", copy.part, "--paper", copy.paper) if copy.part else ()


def _saved(copy: Copy) -> Trouble:
    out = Path(copy.file)
    meaning = str(out)
    if out.suffix.lower() not in _FOR_THE_ROOM:
        own = _("It is your own: with names, contacts or private notes.")
        meaning = f"{own} {out}"
    fact = _("The agenda is ready to print.") if is_poster(copy) else _("The copy is saved.")
    return Trouble(KEY, Gravity.GOOD, fact, meaning, (_open(out),) if is_poster(copy) else ())


def is_poster(copy: Copy) -> bool:
    """Whether it is a poster for the wall, which somebody wants to print next."""
    return copy.part == AGENDA and copy.file.lower().endswith(".pdf")


def _open(out: Path) -> Act:
    def open_it() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(out)))

    return Act("", _("Open it"), open_it)


def _not_saved(why: str) -> Trouble:
    return Trouble(KEY, Gravity.BAD, _("There is no copy yet."), why)

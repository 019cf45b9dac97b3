"""The copy of a backup that is looked at: made beside the windows, and left only once the desk is open again."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Protocol

from facilitator.app.bars import understood
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.console.window import ConsoleWindow
from facilitator.convening.words import Refusal
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.echo import Echo
from facilitator.store.lock import WorkspaceLock
from facilitator.store.looked_at import LOOKED_AT, make_copy, put_away, throw_away
from facilitator.store.opening import WORKSPACE
from facilitator.store.restoring import replace_workspace

logger = logging.getLogger(__name__)

_KEY, _KEPT = "copy", "kept copy"


class Desks(Protocol):
    """Whoever shows a data folder and can turn to another one."""

    def turn_to(self, folder: Path) -> None:
        """Close what is open and show another data folder. Raises Refusal file.*."""

    def rest(self) -> None:
        """Close what is open, so that its file can be exchanged. Raises Refusal convening.in_memory."""

    def refuse_while_live(self) -> None:
        """Raise Refusal convening.live_beside while a convening is live in a room."""


class LookingAt:
    """One copy at a time. While it is open, the lock of the own data folder stays here: nobody else opens that.

    `told` hears after every step why it could not be done, with the refusal, or that it could.
    """

    def __init__(
        self, folder: Path, console: ConsoleWindow, desks: Desks, wall: Callable[[], int],
        told: Callable[[Refusal | str], None], see: Callable[[], None],
    ) -> None:  # fmt: skip
        self._folder, self._console, self._desks, self._wall = folder, console, desks, wall
        self._told, self._see = told, see
        self.at = 0
        """When the backup was made that is looked at (UTC ms), 0 for none."""
        self.is_busy = self.is_exchanging = False
        self._is_used = False
        self._locks: list[WorkspaceLock] = []
        self._threads: list[threading.Thread] = []
        self._echo: Echo[Callable[[], None]] = Echo()
        self._echo.listen(_do_all)

    def clear_up(self) -> None:
        """Put away what a run that crashed left behind. The caller holds the lock."""
        with suppress(Refusal):
            self._tell_kept(put_away(self._folder, self._wall()))

    def look(self, source: Path, at: int) -> None:
        """Begin to make the copy; nothing happens while one is made or open. Raises Refusal convening.live_beside."""
        if self.is_busy or self.at:
            return
        self._desks.refuse_while_live()

        def make() -> None:
            kept = make_copy(self._folder, source, self._wall())
            self._echo.tell(lambda: self._tell_kept(kept))

        self._begin(_("The copy is being made."), make, partial(self._turn_to_copy, at), self._console_is_done)

    def use(self) -> None:
        """Begin to put the copy in place of the workspace. Raises Refusal file.in_use."""
        if self.is_busy or not self.at:
            return
        if not self._locks:
            self._hold()
        self._desks.rest()
        self.is_exchanging = True

        def exchange() -> None:
            replace_workspace(self._folder, self._folder / LOOKED_AT / WORKSPACE, self._wall())
            self._is_used = True

        self._begin(_("The copy is being put in place."), exchange, self._go_home, self._stay)

    def back(self) -> None:
        """Leave the copy. Raises Refusal file.*, and then it is still open."""
        if self.at and not self.is_busy:
            self._go_home()

    def finish(self) -> None:
        """Wait for what is being made; nothing more is told."""
        self._echo.forget(_do_all)
        for thread in self._threads:
            thread.join()

    def leave(self) -> None:
        """Put away the copy, closed by now, at the end of the app."""
        try:
            self._put_away()
        except Refusal:
            logger.exception("The copy that was looked at stays where it is")
        self._let_go()

    def _turn_to_copy(self, at: int) -> None:
        self._console_is_done()
        self._desks.refuse_while_live()
        self._desks.rest()
        try:
            self._hold()
            self._desks.turn_to(self._folder / LOOKED_AT)
        except Refusal:
            self._let_go()
            self._desks.turn_to(self._folder)
            raise
        self.at = at
        self._tell_open()

    def _go_home(self) -> None:
        self.is_exchanging = False
        self._desks.rest()
        self._let_go()
        try:
            self._desks.turn_to(self._folder)
        except Refusal:
            with suppress(Refusal):
                self._hold()
            self._open_copy_again()
            raise
        self.at = 0
        self._console.settle(_KEY)
        self._tell_kept(self._put_away())

    def _stay(self) -> None:
        self.is_exchanging = False
        self._open_copy_again()

    def _open_copy_again(self) -> None:
        self._tell_open()
        self._desks.turn_to(self._folder / LOOKED_AT)

    def _put_away(self) -> str:
        if self._is_used:
            self._is_used = False
            throw_away(self._folder)
            return ""
        return put_away(self._folder, self._wall())

    def _hold(self) -> None:
        self._locks.append(WorkspaceLock(self._folder))

    def _let_go(self) -> None:
        while self._locks:
            self._locks.pop().release()

    def _begin(
        self, words: str, work: Callable[[], None], then: Callable[[], None], otherwise: Callable[[], None]
    ) -> None:
        """Do the work of the files on a thread of its own, and what follows here."""
        self.is_busy = True
        self._console.tell(Trouble(_KEY, Gravity.GOOD, words))

        def run() -> None:
            failed: Refusal | str = ""
            try:
                work()
            except Refusal as refusal:
                failed = refusal
            except Exception:
                logger.exception("A copy failed")
                failed = Refusal("wish.failed")
            self._echo.tell(lambda: self._end(failed, otherwise if failed else then))

        self._threads = [threading.Thread(target=run, name="copy of a backup", daemon=True)]
        self._threads[0].start()

    def _end(self, failed: Refusal | str, follow: Callable[[], None]) -> None:
        self.is_busy = False
        try:
            follow()
        except Refusal as refusal:
            failed = failed or refusal
        self._told(failed)

    def _console_is_done(self) -> None:
        self._console.settle(_KEY)

    def _tell_open(self) -> None:
        fact, meaning = _("This is a copy."), _("What you do now happens in the copy; your own desk is as it was.")
        acts = (
            Act("", _("Use this instead"), lambda: self._ask(self.use)),
            Act("", _("Back to my desk"), lambda: self._ask(self.back)),
        )
        self._console.tell(Trouble(_KEY, Gravity.WARNING, fact, meaning, acts))

    def _ask(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Refusal as refusal:
            self._told(refusal)
        else:
            self._told("")

    def _tell_kept(self, kept: str) -> None:
        if kept:
            fact = _("What you did in the copy is kept.")
            meaning = _("It stands among the backups, and lies in {place}.")
            acts = (Act("", _("See backups"), self._see), understood(_KEPT, self._console.settle))
            self._console.tell(Trouble(_KEPT, Gravity.GOOD, fact, meaning.format(place=kept), acts))


def _do_all(told: Sequence[Callable[[], None]]) -> None:
    for each in told:
        each()

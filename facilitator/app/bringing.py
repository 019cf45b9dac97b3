"""A .convene file comes in while everything goes on: read on a thread of its own, written where the workspace is."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from facilitator.app import bars, house
from facilitator.app.mishaps import plainly
from facilitator.console.surroundings import Gravity
from facilitator.console.window import ConsoleWindow
from facilitator.convening.facts import Fact
from facilitator.convening.words import NotSaved, Refusal
from facilitator.desk.desk import Desk
from facilitator.i18n import _
from facilitator.kit.qt.echo import Echo
from facilitator.kit.qt.widgets.label import Tone
from facilitator.kit.sentences import sentence
from facilitator.store.foreign import read_portable
from facilitator.store.portable import take_in
from facilitator.store.reading import convenings
from facilitator.store.workspace import Workspace

logger = logging.getLogger(__name__)

Taker = Desk | Workspace
"""Where facts are written: an errand of the desk that has the workspace, or the workspace itself."""

Brought = tuple[list[str], int]
"""The titles that came, and how many facts were new."""


class Bringing(QObject):
    """Brings in one file at a time. `ended` says in words what came of it, and in which tone.

    `place_for` is asked on the GUI thread where the facts of some convenings go; it may raise Refusal.
    """

    ended = Signal(str, Tone)

    def __init__(self, place_for: Callable[[Sequence[str]], Taker]) -> None:
        super().__init__()
        self._place_for = place_for
        self._is_busy, self._round = False, 0
        self._thread: threading.Thread | None = None
        self._echo: Echo[Callable[[], None]] = Echo()
        self._echo.listen(self._hear)

    def bring(self, file: str) -> None:
        """Begin to bring a file in; nothing happens while one is coming."""
        if self._is_busy:
            return
        self._is_busy = True
        round_ = self._round
        self._begin(lambda: self._read(Path(file), round_))

    def finish(self) -> None:
        """Wait for what is being read or written."""
        if self._thread is not None:
            self._thread.join()

    def turn(self) -> None:
        """Wait: another data folder is opened. What was only read was meant for this one, and is written nowhere."""
        self.finish()
        self._round += 1

    def stop(self) -> None:
        """Wait, and begin nothing more: what was only read is not written."""
        self._echo.forget(self._hear)
        self._is_busy = True
        self.finish()

    def _begin(self, work: Callable[[], None]) -> None:
        self._thread = threading.Thread(target=work, name="bringing", daemon=True)
        self._thread.start()

    def _read(self, file: Path, round_: int) -> None:
        try:
            facts = read_portable(file, house.rulebook().kinds)
        except Exception as error:  # noqa: BLE001 - whatever it was, the facilitator hears of it
            failed = error
            self._echo.tell(lambda: self._end(_why(failed), Tone.OVER))
        else:
            self._echo.tell(lambda: self._place(facts, file, round_))

    def _place(self, facts: list[Fact], file: Path, round_: int) -> None:
        if round_ != self._round:
            self._end(_("The file was not brought in: another desk was opened meanwhile. Try once more."), Tone.OVER)
            return
        try:
            place = self._place_for(list(dict.fromkeys(fact.stream for fact in facts)))
        except Refusal as refusal:
            self._end(_why(refusal), Tone.OVER)
            return

        def write(workspace: Workspace) -> Brought:
            streams, count = take_in(workspace.connection, workspace.kinds, facts, file)
            titles = [one.title for one in convenings(workspace.connection) if one.id in streams]
            return titles or [file.name], count

        if isinstance(place, Desk):
            place.errand(write).add_done_callback(self._written)
            return
        answer: Future[Brought] = Future()
        answer.add_done_callback(self._written)
        self._begin(lambda: _answer(answer, write, place))

    def _written(self, answer: Future[Brought]) -> None:
        """Heard on whatever thread wrote."""
        self._echo.tell(lambda: self._tell(answer))

    def _tell(self, answer: Future[Brought]) -> None:
        if (error := answer.exception()) is not None:
            self._end(_why(error), Tone.OVER)
            return
        titles, count = answer.result()
        words = _("“{title}” was brought in.") if count else _("“{title}” is here already: nothing in the file is new.")
        self._end(words.format(title="”, “".join(titles)), Tone.OK)

    def _end(self, words: str, tone: Tone) -> None:
        self._is_busy = False
        self.ended.emit(words, tone)

    def _hear(self, told: Sequence[Callable[[], None]]) -> None:
        for tell in told:
            tell()


def _answer(answer: Future[Brought], write: Callable[[Workspace], Brought], workspace: Workspace) -> None:
    try:
        answer.set_result(write(workspace))
    except Exception as error:  # noqa: BLE001 - whatever it was, the facilitator hears of it
        answer.set_exception(error)


def _why(error: BaseException) -> str:
    if isinstance(error, Refusal):
        return sentence(error, house.refusal_sentences())
    if isinstance(error, NotSaved):
        return _("It could not be saved: is the disk full?")
    logger.error("A file could not be brought in: %s", plainly(error))
    return _("That did not work. Nothing has changed.")


def tell_brought(console: ConsoleWindow, words: str, tone: Tone) -> None:
    """Say what came of a file once: beside the act that brought it in, or in the bar where that is not seen."""
    is_home = console.home.isVisible()
    console.home.files.show_told(words if is_home else "", tone)
    if not is_home:
        gravity = Gravity.BAD if tone is Tone.OVER else Gravity.GOOD
        console.tell(bars.brought_in(words, gravity, console.settle))

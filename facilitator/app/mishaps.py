"""What goes wrong in the app itself: kept in a few small files, and told once, in one sentence, to the facilitator."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

from facilitator.convening.words import Refusal
from facilitator.kit.qt.echo import Echo

if TYPE_CHECKING:
    from sys import UnraisableHookArgs
    from threading import ExceptHookArgs

CRASHES = "crashes"
"""The folder of these files, beside the workspace."""

LOG, STACK = "log.txt", "stack.txt"
MOST_STACKS, MOST_BYTES = 10, 256 * 1024
_MOST_KINDS = 100
"""After so many different mistakes in one run, the others are not even kept: something is very wrong."""

_logger = logging.getLogger(__name__)

Tell = Callable[[str, str], None]
"""Tells of a mistake: its details, and the file that keeps them."""


def plainly(error: BaseException) -> str:
    """Say an error for the log without a word that somebody wrote: no title, no name of a file, no values."""
    match error:
        case Refusal():
            why = error.code
        case OSError():
            why = error.strerror or ""
        case _:
            frames = traceback.extract_tb(error.__traceback__)
            where = f"line {frames[-1].lineno} of {Path(frames[-1].filename).name}" if frames else ""
            why = getattr(error, "sqlite_errorname", where)  # as the database's errors have it
    return f"{type(error).__name__} {why}".strip()


class _Book(RotatingFileHandler):
    """The log. A disk that takes nothing is told of elsewhere, and never by the log."""

    def handleError(self, record: logging.LogRecord) -> None:
        pass


class Mishaps:
    """Hears of every mistake between `begin` and `end`, on any thread; the same one is told and kept once."""

    def __init__(self, folder: Path, tell: Tell) -> None:
        """`tell` is called in the GUI thread."""
        self._folder = folder / CRASHES
        self._tell = tell
        self._known: set[tuple[str, str, int]] = set()
        self._echo: Echo[str] = Echo()
        self._echo.listen(self._hear)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._book: _Book | None = None
        self._stack: IO[str] | None = None

    def begin(self) -> None:
        """Listen. The data folder has to be ours: what the last run left there is put aside."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._slot, self._thread, self._unraisable
        # Without a folder for them, mistakes are still told.
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            keep_stack(self._folder)
            self._stack = (self._folder / STACK).open("w", encoding="utf-8")
            faulthandler.enable(self._stack)
        self._book = _Book(self._folder / LOG, maxBytes=MOST_BYTES, backupCount=2, encoding="utf-8", delay=True)
        self._book.setLevel(logging.WARNING)
        self._book.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        logging.getLogger().addHandler(self._book)

    def end(self) -> None:
        """Listen no more; what hears next is what heard before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if self._book is not None:
            logging.getLogger().removeHandler(self._book)
            self._book.close()
        if self._stack is not None:
            faulthandler.disable()
            self._stack.close()
            self._stack = None
            with contextlib.suppress(OSError):
                (self._folder / STACK).unlink()

    def _slot(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if self._is_new(kind, trace):
            _logger.error("A mistake", exc_info=(kind, error, trace))
            self._echo.tell("".join(traceback.format_exception(kind, error, trace)))

    def _thread(self, told: ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._slot(told.exc_type, told.exc_value, told.exc_traceback)

    def _unraisable(self, told: UnraisableHookArgs) -> None:
        """What goes wrong while something is cleared away changes nothing for anybody: it is only kept."""
        error = told.exc_value
        if error is not None and self._is_new(told.exc_type, told.exc_traceback):
            _logger.error("A mistake while clearing away", exc_info=(told.exc_type, error, told.exc_traceback))

    def _is_new(self, kind: type[BaseException], trace: TracebackType | None) -> bool:
        last = (traceback.extract_tb(trace) or [traceback.FrameSummary("", 0, "")])[-1]
        key = (kind.__name__, last.filename, last.lineno or 0)
        if key in self._known or len(self._known) >= _MOST_KINDS:
            return False
        self._known.add(key)
        return True

    def _hear(self, told: Sequence[str]) -> None:
        self._tell(told[-1], str(self._folder / LOG))


def keep_stack(folder: Path) -> None:
    """Put aside what a run that was struck down had left of its stack; the oldest ones go. Raises OSError."""
    stack = folder / STACK
    if stack.exists() and stack.stat().st_size:
        struck = datetime.fromtimestamp(stack.stat().st_mtime, UTC)
        with stack.open("rb+") as file:
            file.truncate(MOST_BYTES)
        stack.replace(folder / f"stack-{struck:%Y%m%d-%H%M%S}.txt")
    for old in sorted(folder.glob("stack-*.txt"))[:-MOST_STACKS]:
        old.unlink(missing_ok=True)

"""Making the summary while the room goes on: the export command in a child process, and its PDF kept on the desk."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from facilitator.app.exporting.child import A_MOMENT, ExportChild, GivenUp
from facilitator.convening.gathering import Convening
from facilitator.convening.words import NotSaved
from facilitator.desk.desk import Desk, new_wish_id
from facilitator.i18n import _, languages
from facilitator.kit.qt.echo import Echo
from facilitator.paths import SUMMARIES, file_name
from facilitator.store import kept
from facilitator.store.forgetting import forgot_since
from facilitator.store.workspace import Workspace

EDITION = "participant"

logger = logging.getLogger(__name__)


class Summarising(QObject):
    """Makes one summary at a time. `made` gives the file; `failed` says in a sentence why there is none."""

    made = Signal(str)
    failed = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._is_busy = False
        self._echo: Echo[Callable[[], None]] = Echo()
        self._echo.listen(self._hear)
        self._thread: threading.Thread | None = None
        self._child = ExportChild()

    def make(self, desk: Desk, title: str, date: str) -> None:
        """Begin to make the summary of a convening; nothing happens while one is being made."""
        if self._is_busy:
            return
        self._is_busy = True
        out = self._folder / SUMMARIES / f"{file_name(title, date)}.pdf"
        self._thread = threading.Thread(target=self._make, args=(desk, out), name="summary", daemon=True)
        self._thread.start()

    def turn_to(self, folder: Path) -> None:
        """Make summaries in another data folder from now on."""
        self._folder = folder

    def finish(self) -> None:
        """Wait a moment for the summary that is being made, then give it up: it can be made again."""
        if self._thread is None:
            return
        self._thread.join(A_MOMENT)
        self._child.give_up()
        self._thread.join()
        self._child.begin_again()
        self._is_busy = False

    def _make(self, desk: Desk, out: Path) -> None:
        try:
            why = self._written(desk, out)
        except GivenUp:
            return
        except NotSaved:
            why = _("The convening was closed before its summary was done. Open it and make the summary again.")
        except OSError as error:
            logger.warning("The summary could not be written: %s", error.strerror)
            why = _("The summary could not be written to {file}. Is the disk full, or the folder locked?").format(
                file=out
            )
        except Exception:
            logger.exception("The summary could not be made")
            why = _went_wrong()
        tell = (lambda: self.failed.emit(why)) if why else (lambda: self.made.emit(str(out)))
        self._echo.tell(tell)

    def _written(self, desk: Desk, out: Path) -> str:
        """Make and keep it; say why not, or "". Raises NotSaved, OSError.

        Who is forgotten while it is being made may be named in it: it is made once more then.
        """
        out.parent.mkdir(parents=True, exist_ok=True)
        why = self._made_once(desk, out)
        if why is None:
            why = self._made_once(desk, out)
        return _went_wrong() if why is None else why

    def _made_once(self, desk: Desk, out: Path) -> str | None:
        """As `_written`; None when somebody was forgotten meanwhile: then nothing of it is left."""
        seq, language = desk.news.seq, _language(desk)
        if why := self._child.export(self._folder, desk.stream, out, EDITION, language, _went_wrong()):
            return why
        try:
            pdf = out.read_bytes()
        except FileNotFoundError:
            if desk.errand(lambda workspace: forgot_since(workspace.connection, desk.stream, seq)).result():
                return None
            raise
        summary = kept.KeptSummary(new_wish_id(), desk.stream, EDITION, language, seq, desk.wall(), pdf)

        def keep(workspace: Workspace) -> bool:
            if forgot_since(workspace.connection, desk.stream, seq):
                out.unlink(missing_ok=True)
                return False
            kept.keep_summary(workspace.connection, summary)
            return True

        return "" if desk.errand(keep).result() else None

    def _hear(self, told: Sequence[Callable[[], None]]) -> None:
        self._is_busy = False
        for tell in told:
            tell()


def _language(desk: Desk) -> str:
    language = next((convening.language for convening in desk.news.records[Convening].values()), "")
    return language if language in languages() else "en"


def _went_wrong() -> str:
    return _("The summary could not be made. Everything that was said is kept; please try once more.")

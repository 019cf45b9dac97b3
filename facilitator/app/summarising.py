"""Making the summary while the room goes on: the export command in a child process, and its PDF kept on the desk."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from facilitator.convening.hlc import wall_ms
from facilitator.desk.desk import Desk, new_wish_id
from facilitator.kit.qt.echo import Echo
from facilitator.store import kept

SUMMARIES = "summaries"
"""The folder of made summaries, in the data folder."""

EDITION, LANGUAGE = "participant", "en"


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

    def make(self, desk: Desk, title: str, date: str) -> None:
        """Begin to make the summary of a convening; nothing happens while one is being made."""
        if self._is_busy:
            return
        self._is_busy = True
        out = self._folder / SUMMARIES / f"{file_name(title, date)}.pdf"
        out.parent.mkdir(parents=True, exist_ok=True)
        self._thread = threading.Thread(target=self._make, args=(desk, out), name="summary", daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Wait for the summary that is being made."""
        if self._thread is not None:
            self._thread.join()

    def _make(self, desk: Desk, out: Path) -> None:
        seq = desk.news.seq
        start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "facilitator"]
        words = ["--data", str(self._folder), "export", desk.stream, str(out), "--edition", EDITION]
        told = subprocess.run([*start, *words], capture_output=True, text=True, check=False)
        if told.returncode:
            self._echo.tell(lambda: self.failed.emit(told.stderr.strip()))
            return
        summary = kept.KeptSummary(new_wish_id(), desk.stream, EDITION, LANGUAGE, seq, wall_ms(), out.read_bytes())
        desk.errand(lambda workspace: kept.keep_summary(workspace.connection, summary)).result()
        self._echo.tell(lambda: self.made.emit(str(out)))

    def _hear(self, told: Sequence[Callable[[], None]]) -> None:
        self._is_busy = False
        for tell in told:
            tell()


def file_name(title: str, date: str) -> str:
    """Name a file after a convening, without what file systems do not take."""
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", f"{title} {date}")
    return " ".join(plain.split()).strip(". ")[:120] or "summary"

"""Exports in a child process: whatever it takes, nobody in the room waits for it."""

from __future__ import annotations

import logging
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path

from facilitator.paths import command

A_MOMENT = 0.3
"""How long the end of the app waits for an export, in seconds."""

_REFUSED = 2
"""The exit status of a command that said in a sentence why not; any other is a mistake of ours."""

logger = logging.getLogger(__name__)


class GivenUp(Exception):
    """Nobody waits for the export any more."""


class ExportChild:
    """Runs the export command, one at a time; another thread may give it up."""

    def __init__(self) -> None:
        self._door, self._is_over = threading.Lock(), False
        self._child: subprocess.Popen[str] | None = None

    def export(
        self, folder: Path, convening: str, out: Path, edition: str, language: str, otherwise: str,
        more: Sequence[str] = (),
    ) -> str:  # fmt: skip
        """Write a convening of a data folder to a file and wait; say why it could not be, "" when it is there.

        `otherwise` is the sentence for what the child could not say itself; `more` are further words of the command.
        Raises OSError when it does not start, GivenUp when it was given up.
        """
        words = ["--data", str(folder), "export", convening, str(out), "--language", language]
        status, said = self._run(command(*words, *(["--edition", edition] if edition else []), *more))
        if not status:
            return ""
        # Neither the name of the file, which is the title, nor what was said of it: the log outlives both.
        logger.warning("A %s of %s was not written (%d)", out.suffix, convening, status)
        return (said.strip() if status == _REFUSED else "") or otherwise

    def give_up(self) -> None:
        """Kill what runs, and let nothing begin until `begin_again`."""
        with self._door:
            self._is_over = True
            if self._child is not None:
                self._child.kill()

    def begin_again(self) -> None:
        """Let exports begin again."""
        with self._door:
            self._is_over = False

    def _run(self, words: Sequence[str]) -> tuple[int, str]:
        with self._door:
            if self._is_over:
                raise GivenUp
            child = self._child = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                encoding="utf-8",
            )  # fmt: skip
        _, said = child.communicate()
        with self._door:
            self._child = None
            if self._is_over:
                raise GivenUp
        return child.returncode, said

"""The screens of this laptop, counted by a process of its own: a desktop that cannot be reached ends that one only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass

from facilitator.i18n import _
from facilitator.paths import command

ARGUMENT = "--screens"
"""Starts this executable as the one that counts."""

_SECONDS = 15


@dataclass(frozen=True, slots=True)
class Seen:
    """The screens that were found: their sizes in points, and whether one shows what another does."""

    sizes: tuple[str, ...] = ()
    is_mirrored: bool = False


def main() -> int:
    """Say the screens on the standard output, as JSON; this is the process that may fail."""
    from PySide6.QtGui import QGuiApplication

    from facilitator.stage.screens import is_mirrored, size_of

    app = QGuiApplication([])
    screens = app.screens()
    sizes = [size_of(screen)[0] for screen in screens]
    sys.stdout.write(json.dumps({"sizes": sizes, "is_mirrored": any(map(is_mirrored, screens))}))
    return 0


def screens_seen() -> Seen:
    """Count the screens; none where no desktop can be reached."""
    told = subprocess.run(
        command(ARGUMENT), env={**os.environ, "QT_LOGGING_RULES": "*=false"}, stdin=subprocess.DEVNULL,
        capture_output=True, timeout=_SECONDS, check=False,
    )  # fmt: skip
    if told.returncode:
        return Seen()
    found = json.loads(told.stdout)
    return Seen(tuple(found["sizes"]), found["is_mirrored"])


def screens_said(seen: Seen) -> str:
    """Say what the stage will have, and what to do where that is not enough."""
    if not seen.sizes:
        return _("no desktop can be reached from here")
    sizes = ", ".join(seen.sizes)
    if seen.is_mirrored:
        return _("{sizes}: mirroring is on, so extend the desktop in the display settings").format(sizes=sizes)
    if len(seen.sizes) == 1:
        return _("{sizes}: plug the projector in, the stage goes there").format(sizes=sizes)
    return _("{sizes}: the stage goes to the second").format(sizes=sizes)

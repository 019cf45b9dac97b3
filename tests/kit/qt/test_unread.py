"""The app starts without its own source being read, and what needs no Qt starts without it."""

from __future__ import annotations

import subprocess
import sys


def said(asked: str) -> str:
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def test_the_app_starts_without_a_line_of_its_source_being_read() -> None:
    """Sources that were read stay in memory: 12 MB with all that the app imports."""
    told = said(
        "import linecache, sys, facilitator.app.running;"
        "print(len(linecache.cache), sum('facilitator' in name for name in sys.modules))"
    )

    read, imported = map(int, told.split())
    assert imported > 200
    assert read < 40


def test_a_command_that_paints_nothing_does_without_qt() -> None:
    assert said("import sys, facilitator.app.exporting; print('PySide6' in sys.modules)") == "False"

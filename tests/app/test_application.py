"""There is one application."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QApplication

from facilitator.app.application import application


def test_the_application_that_is_there_is_given(qapp: QApplication) -> None:
    assert application() is qapp


def test_the_app_starts_without_a_line_of_its_source_being_read() -> None:
    """Sources that were read stay in memory: 12 MB with all that the app imports."""
    asked = (
        "import linecache, sys, facilitator.app.running;"
        "print(len(linecache.cache), sum('facilitator' in name for name in sys.modules))"
    )

    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    read, imported = map(int, told.stdout.split())
    assert imported > 200
    assert read < 10

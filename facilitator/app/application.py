"""The one Qt application, in the bundled letters."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from facilitator.kit.qt.theme import load_fonts
from facilitator.kit.qt.tidying import Tidying


def application() -> QApplication:
    """Give the application; it is made if there is none."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    made = QApplication(sys.argv[:1])
    made.setApplicationName("Facilitator")
    made.setStyle("fusion")
    load_fonts()
    Tidying(made)
    return made

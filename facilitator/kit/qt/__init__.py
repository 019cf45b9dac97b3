"""Pieces for the laptop and the projector: theme, lettering, widgets, the board, keys, echo, outbox and chime."""

from __future__ import annotations

import importlib

_READER = "_mod_uses_pyside"


def _leave_sources_unread() -> None:
    """Let PySide read no more sources.

    Once it is there it reads the source of every module that is imported, and keeps its lines, to see whether the
    module could turn on its `__feature__` switches. Nothing here does, and it took 12 MB and 50 ms of every start.
    """
    feature = importlib.import_module("PySide6.support.feature")
    if hasattr(feature, _READER):
        setattr(feature, _READER, lambda _module: False)  # there is no switch for it


importlib.import_module("PySide6.QtCore")
_leave_sources_unread()

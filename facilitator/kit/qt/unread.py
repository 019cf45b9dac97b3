"""Imports without the sources being read: PySide reads every one that comes after it."""

from __future__ import annotations

import importlib

_READER = "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """Let PySide read no more sources.

    Once it is there it reads the source of every module that is imported, and keeps its lines, to see whether the
    module could turn on its `__feature__` switches. Nothing here does, and it took 12 MB of every run of the app.
    """
    feature = importlib.import_module("PySide6.support.feature")
    if hasattr(feature, _READER):
        setattr(feature, _READER, lambda _module: False)  # there is no switch for it

"""What a screen reader is told while it listens: Qt's own events, taken where Qt hands them to the platform."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import PySide6
from PySide6.QtGui import QAccessible, QAccessibleEvent
from shiboken6 import Shiboken

_GUI = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"
_INSTALL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
_Heard = tuple[QAccessible.Event, str]


@contextmanager
def listening() -> Iterator[list[_Heard]]:
    """Gather each event as its kind and the name of whom it is about."""
    heard: list[_Heard] = []

    def hear(address: int) -> None:
        event = cast(QAccessibleEvent, Shiboken.wrapInstance(address, QAccessibleEvent))
        about = event.accessibleInterface()
        heard.append((event.type(), about.text(QAccessible.Text.Name)))

    kind = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
    install = getattr(ctypes.CDLL(str(_GUI)), _INSTALL)
    install.argtypes, install.restype = [ctypes.c_void_p], ctypes.c_void_p
    handler = kind(hear)
    before = install(ctypes.cast(handler, ctypes.c_void_p))
    QAccessible.setActive(True)
    try:
        yield heard
    finally:
        QAccessible.setActive(False)
        install(before)


def focused(heard: list[_Heard]) -> list[str]:
    """The names of those that were told to have the focus, in order."""
    return [name for kind, name in heard if kind == QAccessible.Event.Focus]


def chosen(heard: list[_Heard]) -> list[str]:
    """The names of those that were told to be selected, in order."""
    return [name for kind, name in heard if kind == QAccessible.Event.Selection]

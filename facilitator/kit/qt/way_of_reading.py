"""How this laptop reads a board: as notes, or as a list. One choice for all its boards."""

from __future__ import annotations

from enum import Enum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal


class Way(Enum):
    """As it is seen, or line by line."""

    BOARD = "board"
    LIST = "list"


class WayOfReading(QObject):
    """The choice, and who wants to know when it changes. `changed` tells the new Way."""

    changed = Signal(Way)

    def __init__(self, way: Way = Way.BOARD) -> None:
        """Begin with what was kept."""
        super().__init__()
        self._way = way

    @property
    def way(self) -> Way:
        """How boards are read now."""
        return self._way

    def take(self, way: Way) -> None:
        """Read all boards this way from now on."""
        if way is not self._way:
            self._way = way
            self.changed.emit(way)


@runtime_checkable
class ReadsBothWays(Protocol):
    """A face that is read as notes or as a list."""

    def follow_way(self, way: WayOfReading) -> None:
        """Be read as others are, now and later; what is switched here is switched for all."""

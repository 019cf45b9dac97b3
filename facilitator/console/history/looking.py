"""What looking back needs of others, handed in by whoever opened the convening."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from facilitator.convening.facts import Fact
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rulebook

PICTURE = (368, 207)
"""How large a picture of the past is."""

SMALL_PICTURE = (304, 171)
"""How large it is in the smallest window."""


@dataclass(frozen=True, slots=True)
class StillPicture:
    """The stage in small at another moment: `show` takes the room's records of then and the moment (UTC ms)."""

    widget: QWidget
    show: Callable[[Records, int], None]


@dataclass(frozen=True, slots=True)
class Looking:
    """The rules of the house, the facts after a seq (some at a time, none at the end), and pictures of the stage.

    `picture` makes one, named as it is told.
    """

    book: Rulebook
    read: Callable[[int], Future[tuple[Fact, ...]]]
    picture: Callable[[str], StillPicture]

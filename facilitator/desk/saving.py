"""Whether the disk takes what is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saving:
    """Why nothing is saved now, as a code of NotSaved ("" while all is), and since when (UTC ms)."""

    why: str = ""
    since: int = 0

    def failed(self, why: str, wall: Callable[[], int]) -> Saving:
        """It failed now, and not for the first time when it had failed before."""
        return Saving(why, self.since if self.why else wall())

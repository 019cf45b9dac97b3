"""The line of a day: where on it each fact stands. Long silences are shortened, so that a night takes little room."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from math import log1p

SILENCE_MS = 15 * 60_000
"""No pause between two facts takes more room than so many milliseconds."""


class Axis:
    """Shares from 0 to 1 for moments (UTC ms) in their order; the last of them is the end of the line."""

    def __init__(self, moments: Sequence[int]) -> None:
        """Lay out the moments; a clock that was set back takes no room."""
        taken = [0]
        for before, after in pairwise(moments):
            taken.append(taken[-1] + min(SILENCE_MS, max(0, after - before)))
        whole = taken[-1] or 1
        self._shares = [each / whole for each in taken] if moments else []

    def share(self, number: int) -> float:
        """Where a moment stands, by its number from 0; 0.0 on an empty line."""
        return self._shares[number] if 0 <= number < len(self._shares) else 0.0

    def nearest(self, share: float) -> int:
        """The number of the moment that stands nearest to a share of the line; -1 on an empty line."""
        at = bisect_left(self._shares, share)
        near = [number for number in (at - 1, at) if 0 <= number < len(self._shares)]
        return min(near, key=lambda number: abs(self._shares[number] - share), default=-1)

    def heights(self, marks: int) -> list[float]:
        """How much happened along the line, in so many equal stretches, each from 0 to 1."""
        counts = [0] * marks
        for share in self._shares:
            counts[min(marks - 1, int(share * marks))] += 1
        # A list that was pasted in one second must not make the rest of the day look idle.
        most = log1p(max(counts, default=0)) or 1.0
        return [log1p(count) / most for count in counts]

"""Where a ranking falls apart by itself: the widest gap, as a suggestion of how many ideas go on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def above_the_cut(dots: Sequence[int]) -> int:
    """How many ideas stand above the widest gap within the better half; 0 where no gap stands out.

    `dots` are sorted, most first. Of equal gaps the later one counts; a tie is never cut in two.
    Source: practice, rule DV8.
    """
    gaps = [above - below for above, below in pairwise(dots)][: max(len(dots) // 2, 1)]
    widest = max(gaps, default=0)
    return max(place for place, gap in enumerate(gaps, start=1) if gap == widest) if widest else 0


def share_of_possible(dots: int, ballots: int, cap: int) -> int:
    """What share of the dots that could lie on one idea lie on it, in percent: everybody giving it all they may."""
    return round(100 * dots / (ballots * cap)) if ballots and cap else 0

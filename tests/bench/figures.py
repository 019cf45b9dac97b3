"""Shares of measured values."""

from __future__ import annotations

from collections.abc import Sequence


def share(values: Sequence[float], part: float) -> float:
    """Give the value below which `part` of the values lie; 0 when there are none."""
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(part * len(ordered)))], 2) if ordered else 0.0

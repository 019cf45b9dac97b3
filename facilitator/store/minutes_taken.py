"""What methods took before, read from every convening of a workspace. Source: practice, rule TM13."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from facilitator.convening.words import Refusal
from facilitator.store.opening import WORKSPACE, open_reader

_TAKEN = """
    select block.method, coalesce(nullif(block.replanned, -1), block.minutes), timebox.spent_ms
    from block join timebox on timebox.id = block.id and timebox.stream = block.stream
    where block.method <> '' and block.here and not block.gone and not timebox.gone
      and timebox.began > 0 and timebox.ended > 0 and timebox.spent_ms >= ?
    order by timebox.began
"""

A_GLANCE_MS = 30_000
"""A block that was on for less was only gone past."""


def minutes_taken(folder: Path) -> dict[str, list[tuple[int, int]]]:
    """The minutes (planned, taken) of each method each time it ran to its end, the last one last; {} where none did."""
    path = folder / WORKSPACE
    if not path.exists():
        return {}
    found: dict[str, list[tuple[int, int]]] = {}
    try:
        reader = open_reader(path)
    except (Refusal, sqlite3.Error):
        return {}
    try:
        for method, planned, spent_ms in reader.execute(_TAKEN, (A_GLANCE_MS,)):
            found.setdefault(method, []).append((planned, round(spent_ms / 60_000)))
    except sqlite3.Error:
        # A file of an older shape, or one that is locked: what a method took is worth no trouble.
        return {}
    finally:
        reader.close()
    return found

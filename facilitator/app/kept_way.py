"""Whether this laptop reads boards as a list: kept over blocks, convenings and restarts, and told to nobody."""

from __future__ import annotations

from functools import partial

from facilitator.desk.desk import Desk
from facilitator.kit.qt.way_of_reading import Way, WayOfReading
from facilitator.store import kept
from facilitator.store.workspace import Workspace

READING = "board_reading"
"""The setting that remembers it: "board" or "list"."""


def kept_way(desk: Desk) -> WayOfReading:
    """The way in which boards were read here last; what is chosen from now on is kept on the desk's own thread."""
    told = desk.errand(lambda workspace: kept.settings(workspace.connection).get(READING, "")).result()
    made = WayOfReading(Way.LIST if told == Way.LIST.value else Way.BOARD)
    made.changed.connect(lambda way: desk.errand(partial(_write, way)))
    return made


def _write(way: Way, workspace: Workspace) -> None:
    kept.set_setting(workspace.connection, READING, way.value)

"""An agenda of 60 blocks: from the key that gives a block five minutes more until the day, re-timed, is painted.

The real window, desk and file: `edit` holds the commit on disk too, `shown` only what the window does with new records.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.app import house
from facilitator.app.application import application
from facilitator.app.windows import Windows
from facilitator.console.block_list import BlockList
from facilitator.convening.agenda import AddBlock, agenda
from facilitator.convening.records import Records
from facilitator.convening.words import Wish
from facilitator.kit.qt.dress import dress
from tests.bench.figures import share

BLOCKS, EDITS, WARM_UP = 60, 120, 10
PATIENCE_SECONDS = 10.0


class Painted(QObject):
    """Notices when a list has painted; the paint itself is over once the events are."""

    def __init__(self, view: BlockList) -> None:
        super().__init__(view)
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count paints."""
        self.count += event.type() is QEvent.Type.Paint
        return False


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    del asked
    app = application()
    dress(app)
    with tempfile.TemporaryDirectory() as folder:
        windows = Windows(Path(folder), house.Doors(ports=(0,)))
        windows.show()
        windows.open_sample()
        room = windows.room
        if room is None:
            raise RuntimeError("the sample did not open")
        _fill(lambda: room.room.desk.news.records, room.room.tell)
        windows.console.resize(1440, 900)
        windows.console.prepare()
        view = windows.console.findChild(BlockList)
        if view is None:
            raise RuntimeError("the agenda is not there")
        _until(app, lambda: len(view.rows()) == BLOCKS)
        edits, shown = _edits(app, view)
        rows = len(view.rows())
        windows.close()
    return {
        "blocks": rows,
        "edit_p50_ms": share(edits, 0.5),
        "edit_p95_ms": share(edits, 0.95),
        "shown_p50_ms": share(shown, 0.5),
        "shown_p95_ms": share(shown, 0.95),
    }


def _edits(app: QApplication, view: BlockList) -> tuple[list[float], list[float]]:
    """Give how long each edit took until it was painted, and how long of that the window worked (milliseconds)."""
    painted = Painted(view)
    view.setFocus()
    view.setCurrentIndex(view.model().index(3, 0))
    edits, shown = [], []
    for number in range(EDITS + WARM_UP):
        # Five more, five less: the day never grows out of the list.
        sign = "]" if number % 2 == 0 else "["
        before, paints = view.rows()[3].minutes, painted.count
        wanted = before + (5 if sign == "]" else -5)
        began, worked = time.perf_counter(), 0.0
        QTest.keyClicks(view, sign)
        while view.rows()[3].minutes != wanted or painted.count == paints:
            turn = time.perf_counter()
            app.processEvents()
            worked = max(worked, time.perf_counter() - turn)
            if turn > began + PATIENCE_SECONDS:
                raise RuntimeError("the edit was never painted")
        if number >= WARM_UP:
            edits.append((time.perf_counter() - began) * 1000)
            shown.append(worked * 1000)
        _rest(app)
    return edits, shown


def _fill(records: Callable[[], Records], tell: Callable[[Wish], object]) -> None:
    blocks = agenda(records())
    for number in range(BLOCKS - len(blocks)):
        like = blocks[number % len(blocks)]
        tell(AddBlock(replace(like, title=f"{like.title} {number}", place="", minutes=10)))


def _until(app: QApplication, is_so: Callable[[], bool]) -> None:
    patience = time.perf_counter() + PATIENCE_SECONDS
    while not is_so() and time.perf_counter() < patience:
        app.processEvents()


def _rest(app: QApplication) -> None:
    """A frame and a half in which nothing is asked: nobody presses a key again sooner."""
    until = time.perf_counter() + 0.025
    while time.perf_counter() < until:
        app.processEvents()

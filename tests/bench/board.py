"""The board with many notes: panning, painting anew, zooming, notes that come one by one and in crowds, and their bytes.

Milliseconds are those of the clock and, as `cpu`, those this thread had the processor: others may share the machine.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from facilitator.app.application import application
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.qt.dress import dress, dress_window
from tests.bench.figures import share

COLOURS = ("sky", "amber", "green", "yellow", "rose")
PANS, ANEW, COMES, JUMPS, ZOOMS, BURSTS, BURST = 120, 20, 10, 20, 30, 5, 500
NEARER, SETTLE_SECONDS = 1.08, 0.5


@dataclass(slots=True)
class Frames:
    """How long frames took: by the clock, and of the processor's time."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def add(self, canvas: BoardCanvas, act: Callable[[], object]) -> None:
        """Do something to the board, paint it, and note how long both took."""
        began, used = time.perf_counter(), time.thread_time()
        act()
        canvas.viewport().repaint()
        self.wall.append((time.perf_counter() - began) * 1000)
        self.cpu.append((time.thread_time() - used) * 1000)

    def said(self, name: str) -> dict[str, float]:
        """The middle and the slow end of the frames, by both clocks."""
        return {
            f"{name}_p50_ms": share(self.wall, 0.5),
            f"{name}_p95_ms": share(self.wall, 0.95),
            f"{name}_p50_cpu_ms": share(self.cpu, 0.5),
            f"{name}_p95_cpu_ms": share(self.cpu, 0.95),
        }


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    app = application()
    dress(app)
    width, height = (int(side) for side in asked.size.split("x"))
    canvas = BoardCanvas()
    dress_window(canvas)  # as the app's windows are: Qt's own scroll bars would cost more than a board of notes
    canvas.resize(width, height)
    canvas.show_columns(columns(asked.notes))
    canvas.show()
    canvas.show_whole()
    fill = _filled(app, canvas)
    # A little closer than the whole, so that there is somewhere to pan to; nearly every note stays in sight.
    _settled(app, canvas, canvas.scale() * NEARER)
    said: dict[str, Any] = {"notes": asked.notes, "size": asked.size, "scale": round(canvas.scale(), 3)}
    for name, act in (("pan", _pans), ("anew", _anew), ("come", _comes), ("jump", _jumps), ("zoom", _zooms)):
        frames = act(canvas)
        said |= frames.said(name)
        _settled(app, canvas, canvas.scale())
    said |= _bursts(app, canvas, asked.notes).said("burst_first_frame")
    said["fill_ms"] = round(fill, 1)
    said["pictures_mb"] = round(canvas.picture_bytes / 2**20, 1)
    return said


def columns(notes: int) -> list[BoardColumn]:
    """Spread notes over five columns."""
    texts = ("Pool repair funds by district", "One open map", "Women chair the water committees", "Two per ward")
    made = [BoardNote(str(number), f"{texts[number % 4]} {number}") for number in range(notes)]
    return [BoardColumn(str(at), "ABCDE"[at], f"Column {at}", COLOURS[at], tuple(made[at::5])) for at in range(5)]


def _pans(canvas: BoardCanvas) -> Frames:
    """Across and down at once, there and back: every step is one, none ends at an edge."""
    frames = Frames()
    for step in range(PANS):
        way = 1 if step % 40 < 20 else -1
        frames.add(canvas, partial(canvas.pan, 3 * way, 2 * way))
    return frames


def _anew(canvas: BoardCanvas) -> Frames:
    """Everything in view painted again from its pictures, as after a jump or a change of window."""
    frames = Frames()
    for _ in range(ANEW):
        frames.add(canvas, canvas.paint_anew)
    return frames


def _comes(canvas: BoardCanvas) -> Frames:
    """One idea more, and one idea fewer, again and again: what a board in a convening paints most often."""
    frames, shown = Frames(), canvas.columns()
    for step in range(COMES):
        notes = (*shown[0].notes, BoardNote(f"more{step}", f"One idea more {step}"))
        frames.add(canvas, partial(canvas.show_columns, (replace(shown[0], notes=notes), *shown[1:])))
        frames.add(canvas, partial(canvas.show_columns, shown))
    return frames


def _jumps(canvas: BoardCanvas) -> Frames:
    """To the far corner and back, as far as the board reaches beyond the view."""
    frames = Frames()
    for step in range(JUMPS):
        far = 100_000 if step % 2 else -100_000
        frames.add(canvas, partial(canvas.pan, far, far))
    return frames


def _zooms(canvas: BoardCanvas) -> Frames:
    frames, middle = Frames(), QPointF(canvas.viewport().rect().center())
    for step in range(ZOOMS):
        frames.add(canvas, partial(canvas.zoom, canvas.scale() * (1.03 if step < 15 else 1 / 1.03), middle))
    return frames


def _bursts(app: QApplication, canvas: BoardCanvas, notes: int) -> Frames:
    frames = Frames()
    canvas.show_whole()
    for _ in range(BURSTS):
        canvas.show_columns(columns(notes))
        _filled(app, canvas)
        frames.add(canvas, partial(canvas.show_columns, columns(notes + BURST)))
    return frames


def _settled(app: QApplication, canvas: BoardCanvas, scale: float) -> None:
    canvas.zoom(scale)
    settled = time.perf_counter() + SETTLE_SECONDS
    while time.perf_counter() < settled:
        app.processEvents()
    _filled(app, canvas)


def _filled(app: QApplication, canvas: BoardCanvas) -> float:
    began = time.perf_counter()
    while not canvas.is_complete and time.perf_counter() < began + 60:
        canvas.viewport().repaint()
        app.processEvents()
    return (time.perf_counter() - began) * 1000

"""The board with many notes: how long frames take while panning and zooming, and when many notes arrive at once."""

from __future__ import annotations

import argparse
import time
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from facilitator.app.application import application
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.qt.theme import Theme, wear
from tests.bench.figures import share

COLOURS = ("sky", "amber", "green", "yellow", "rose")
PANS, ZOOMS, BURST = 120, 30, 500
NEARER, SETTLE_SECONDS = 1.08, 0.5


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    app = application()
    wear(Theme())
    width, height = (int(side) for side in asked.size.split("x"))
    canvas = BoardCanvas()
    canvas.resize(width, height)
    canvas.show_columns(columns(asked.notes))
    canvas.show()
    canvas.show_whole()
    fill = _filled(app, canvas)
    # A little closer than the whole, so that there is somewhere to pan to; nearly every note stays in sight.
    canvas.zoom(canvas.scale() * NEARER)
    settled = time.perf_counter() + SETTLE_SECONDS
    while time.perf_counter() < settled:
        app.processEvents()
    _filled(app, canvas)
    pans = [_frame(canvas, lambda step=step: canvas.pan(3 if step % 40 < 20 else -3, 2)) for step in range(PANS)]
    middle = QPointF(width / 2, height / 2)
    zooms = [
        _frame(canvas, lambda step=step: canvas.zoom(canvas.scale() * (1.03 if step < 15 else 1 / 1.03), middle))
        for step in range(ZOOMS)
    ]
    _filled(app, canvas)
    canvas.show_whole()
    _filled(app, canvas)
    burst = _frame(canvas, lambda: canvas.show_columns(columns(asked.notes + BURST)))
    return {
        "notes": asked.notes,
        "pan_p50_ms": share(pans, 0.5),
        "pan_p95_ms": share(pans, 0.95),
        "zoom_p95_ms": share(zooms, 0.95),
        "burst_first_frame_ms": round(burst, 2),
        "fill_ms": round(fill, 1),
    }


def columns(notes: int) -> list[BoardColumn]:
    """Spread notes over five columns."""
    texts = ("Pool repair funds by district", "One open map", "Women chair the water committees", "Two per ward")
    made = [BoardNote(str(number), f"{texts[number % 4]} {number}") for number in range(notes)]
    return [BoardColumn(str(at), "ABCDE"[at], f"Column {at}", COLOURS[at], tuple(made[at::5])) for at in range(5)]


def _frame(canvas: BoardCanvas, act: Any) -> float:
    began = time.perf_counter()
    act()
    canvas.viewport().repaint()
    return (time.perf_counter() - began) * 1000


def _filled(app: QApplication, canvas: BoardCanvas) -> float:
    began = time.perf_counter()
    while not canvas.is_complete and time.perf_counter() < began + 60:
        canvas.viewport().repaint()
        app.processEvents()
    return (time.perf_counter() - began) * 1000

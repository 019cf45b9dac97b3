"""A board to test with: five columns of ideas, and the mouse on it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.kit.letters import cluster_letter
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.theme import cluster_colour

NAMES = ("Money that lasts", "Data we share", "Power and voice", "Skills that stay", "Land and source")


def columns(notes: int, count: int = 5) -> list[BoardColumn]:
    """Columns with so many notes in all, `c0` with `n0`, `n5`, ... and so on."""
    texts = [BoardNote(f"n{number}", f"Idea number {number} for every water point") for number in range(notes)]
    return [
        BoardColumn(f"c{at}", cluster_letter(at), NAMES[at % 5], cluster_colour(at), tuple(texts[at::count]))
        for at in range(count)
    ]


def settle(board: BoardCanvas) -> int:
    """Paint until every note in view is there; gives how many paints it took."""
    paints = 1
    board.viewport().repaint()
    while not board.is_complete and paints < 500:
        board.viewport().repaint()
        paints += 1
    return paints


def drag(board: BoardCanvas, start: QPoint, end: QPoint) -> None:
    """Press at a point, move in steps, and stay there with the button down."""
    QTest.mousePress(board.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 6):
        QTest.mouseMove(board.viewport(), start + (end - start) * step / 5)
        QApplication.processEvents()


def drop(board: BoardCanvas, end: QPoint) -> None:
    """Let go at a point."""
    QTest.mouseRelease(board.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def reached(ways: Mapping[str, set[str]], start: str) -> set[str]:
    """Everything that arrows lead to from one box, however many."""
    found, waiting = {start}, [start]
    while waiting:
        led = ways[waiting.pop()] - found
        found |= led
        waiting += led
    return found

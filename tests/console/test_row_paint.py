"""The ground, the line and the ring that every row of a list has."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from facilitator.console.row_brush import RowBrush
from facilitator.console.row_paint import RowPaint
from facilitator.kit.qt.rows import RowModel, RowView
from facilitator.kit.qt.theme import theme_in_use

ROW = 40


class Named(RowPaint[str]):
    """Says the row."""

    def paint_row(self, brush: RowBrush, row: str) -> None:
        brush.words(row, brush.place(40, 0, 100, brush.height), brush.theme.sized(14), brush.theme.inks.ink)


def drawn(qtbot: QtBot, *, ends_in_line: bool) -> QImage:
    """Two rows, the first one chosen, in a list that is three rows high."""
    model = RowModel[str](lambda row: row, lambda row: row)
    view = RowView(model, "Rows")
    view.setItemDelegate(Named(model, ROW, view, ends_in_line=ends_in_line))
    qtbot.addWidget(view)
    view.resize(200, 3 * ROW)
    view.fill(["one", "two"])
    view.go_to("one")
    view.show()
    return view.grab().toImage()


@pytest.mark.parametrize("ends_in_line", [True, False])
def test_only_the_chosen_row_is_tinted_and_the_last_has_a_line_if_asked(qtbot: QtBot, *, ends_in_line: bool) -> None:
    seen, inks = drawn(qtbot, ends_in_line=ends_in_line), theme_in_use().inks

    assert seen.pixelColor(180, 20) == inks.accent_soft
    assert seen.pixelColor(180, ROW + 20) != inks.accent_soft
    assert seen.pixelColor(180, ROW - 1) == inks.line
    assert (seen.pixelColor(180, 2 * ROW - 1) == inks.line) is ends_in_line
    assert any(seen.pixelColor(x, ROW + 20).lightness() < 128 for x in range(40, 80))

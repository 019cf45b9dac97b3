"""A block as it is painted: what stands in a row is seen, and nothing of it is cut off in silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.console.block_list import BlockList
from facilitator.console.planning import PlanRow
from facilitator.convening.ids import BlockId

PLAIN = PlanRow(BlockId("ideas"), "09:00", False, "Ideas", "Tomás", 40, "think", "sticker", "")


def painted(view: BlockList, row: PlanRow) -> QImage:
    view.show_rows((row, replace(PLAIN, block=BlockId("other"))), "other")
    return view.grab().toImage().copy(view.visualRect(view.model().index(0, 0)))


@pytest.mark.parametrize(
    "row",
    [
        replace(PLAIN, is_pinned=True),
        replace(PLAIN, is_protected=True),
        replace(PLAIN, is_buffer=True),
        replace(PLAIN, mark="could"),
        replace(PLAIN, missing="No question yet"),
        replace(PLAIN, before="20 min free before 12:30"),
    ],
)
def test_whatever_is_special_about_a_block_is_seen(shown: Callable[[QWidget], None], row: PlanRow) -> None:
    view = BlockList()
    shown(view)

    assert painted(view, row) != painted(view, PLAIN)


def test_a_row_is_mirrored_where_reading_begins_at_the_right(
    shown: Callable[[QWidget], None], qapp: QApplication
) -> None:
    view = BlockList()
    shown(view)
    left = painted(view, PLAIN)

    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert painted(view, PLAIN) != left


def test_minutes_keep_the_order_of_their_own_script(shown: Callable[[QWidget], None]) -> None:
    """In a window that reads from the right English still says "40 min", not "min 40"."""
    view = BlockList()
    shown(view)

    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    forty, other = painted(view, PLAIN), painted(view, replace(PLAIN, minutes=41))
    ground, end = forty.pixel(forty.width() // 2, 4), range(40, 108)

    def has_ink(x: int) -> bool:
        return any(forty.pixel(x, y) != ground for y in range(10, 36))

    changed = [x for x in end if any(forty.pixel(x, y) != other.pixel(x, y) for y in range(10, 36))]
    assert max(x for x in end if has_ink(x)) > max(changed) + 10

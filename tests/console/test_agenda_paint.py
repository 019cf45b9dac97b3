"""How the rows of the day look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from facilitator.console.agenda_paint import COMING, TIGHT, height_of
from facilitator.console.agenda_view import AgendaView
from facilitator.console.day import Phase, Row
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.theme import theme_in_use

ROW = Row(
    BlockId("one"), Phase.COMING, "Vote", "Nomsa", "09:00", "", "15 min", is_over=False, is_pause=False, icon="sticker"
)


def rows_of(view: AgendaView, *rows: Row) -> list[QImage]:
    """What each row looks like in a column as wide as the day's."""
    view.show_rows(rows)
    view.resize(296, 720)
    return [view.viewport().grab(view.visualRect(view.model().index(at, 0))).toImage() for at in range(len(rows))]


@pytest.fixture
def view(shown: Callable[[QWidget], None]) -> AgendaView:
    made = AgendaView()
    shown(made)
    return made


def test_what_comes_is_higher_than_what_is_done_and_lower_than_what_is_live() -> None:
    done, coming, live = (
        height_of(replace(ROW, phase=each), COMING) for each in (Phase.DONE, Phase.COMING, Phase.LIVE)
    )

    assert done < coming < live
    assert height_of(ROW, TIGHT) < coming


def test_the_live_row_stands_on_a_ground_of_its_own(view: AgendaView) -> None:
    coming, live = rows_of(view, ROW, replace(ROW, block=BlockId("two"), phase=Phase.LIVE))

    inks = theme_in_use().inks
    assert live.pixelColor(200, 3) == inks.accent_soft
    assert coming.pixelColor(200, 3) != inks.accent_soft

"""How the rows of the day look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.console.agenda_view import AgendaView
from facilitator.console.day import Phase, Row
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.theme import theme_in_use

ROW = Row(
    BlockId("one"), Phase.COMING, "Vote", "Nomsa", "09:00", "", "15 min", is_over=False, is_pause=False, icon="sticker"
)


LONG = "Experiment tables: what we try"
"""Thirty letters: more than a line of the column holds, less than two."""


def rows_of(view: AgendaView, *rows: Row) -> list[QImage]:
    """What each row looks like in a column as wide as the day's."""
    named = [replace(row, block=BlockId(str(at))) for at, row in enumerate(rows)]
    view.show_rows(tuple(named))
    return [view.viewport().grab(view.visualRect(view.model().index(at, 0))).toImage() for at in range(len(rows))]


def heights(view: AgendaView, *rows: Row) -> list[int]:
    """How high the rows are."""
    return [image.height() for image in rows_of(view, *rows)]


def done(title: str) -> Row:
    return replace(ROW, phase=Phase.DONE, title=title, lead="", aside="+4 min")


@pytest.fixture
def view(shown: Callable[[QWidget], None]) -> AgendaView:
    made = AgendaView()
    shown(made)
    made.resize(296, 720)
    return made


def test_what_comes_is_higher_than_what_is_done_and_lower_than_what_is_live(view: AgendaView) -> None:
    over, coming, live = heights(view, done("Vote"), ROW, replace(ROW, phase=Phase.LIVE))

    assert over < coming < live


def test_the_live_row_stands_on_a_ground_of_its_own(view: AgendaView) -> None:
    coming, live = rows_of(view, ROW, replace(ROW, phase=Phase.LIVE))

    inks = theme_in_use().inks
    assert live.pixelColor(200, 3) == inks.accent_soft
    assert coming.pixelColor(200, 3) != inks.accent_soft


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("lead", ["", "Nomsa Dube"])
def test_a_title_of_thirty_letters_is_seen_to_its_last_word(view: AgendaView, phase: Phase, lead: str) -> None:
    row = replace(ROW, phase=phase, title=LONG + " again", lead=lead)

    assert rows_of(view, row) != rows_of(view, replace(row, title=LONG + " alone"))


@pytest.mark.parametrize("title", ["Vote", LONG])
@pytest.mark.parametrize("phase", [Phase.COMING, Phase.LIVE])
def test_who_guides_is_read_under_the_title(view: AgendaView, phase: Phase, title: str) -> None:
    row = replace(ROW, phase=phase, title=title)

    guided = rows_of(view, row)

    assert guided != rows_of(view, replace(row, lead="Rosa"))
    assert guided != rows_of(view, replace(row, lead=""))


def test_only_where_there_are_two_lines_a_row_is_higher(view: AgendaView) -> None:
    short, long, alone = heights(view, ROW, replace(ROW, title=LONG), replace(ROW, title=LONG, lead=""))

    assert short < long
    assert short < alone < long


def test_where_the_day_is_long_what_is_done_keeps_to_one_line(view: AgendaView) -> None:
    roomy = heights(view, done(LONG), ROW)
    tight = heights(view, done(LONG), *[ROW] * 20)

    assert tight[0] < roomy[0]
    assert tight[1] < roomy[1]


def test_in_a_wider_column_a_long_title_takes_one_line_again(view: AgendaView, qapp: QApplication) -> None:
    narrow = heights(view, replace(ROW, title=LONG))

    view.resize(600, 720)
    qapp.processEvents()

    assert heights(view, replace(ROW, title=LONG)) < narrow


def test_a_title_that_may_be_cut_is_whole_in_its_tip(view: AgendaView) -> None:
    rows_of(view, done(LONG * 3))

    assert view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == LONG * 3


def test_a_title_that_wraps_beside_a_scroll_bar_runs_over_no_other(view: AgendaView, qapp: QApplication) -> None:
    """The bar takes room that the line had: every row is laid out anew, and stands as it would then."""
    row = replace(ROW, title="Yesterday in four minutes", aside="10 min")
    day = [replace(row, block=BlockId(str(at))) for at in range(16)]
    view.show_rows(tuple(day))
    qapp.processEvents()

    view.resize(296, 400)
    qapp.processEvents()
    seen = view.viewport().grab().toImage()

    view.doItemsLayout()
    assert view.verticalScrollBar().isVisible()
    assert seen == view.viewport().grab().toImage()

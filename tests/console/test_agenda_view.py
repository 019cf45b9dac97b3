"""The day as a column of rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.agenda_view import AgendaView
from facilitator.console.day import Phase, Row
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.theme import theme_in_use

Show = Callable[[QWidget], None]


def row(key: str, phase: Phase, likely: str = "") -> Row:
    return Row(
        BlockId(key),
        phase,
        key.title(),
        "Nomsa",
        "09:00",
        likely,
        "15 min",
        is_over=False,
        is_pause=False,
        icon="sticker",
    )


DAY = (row("arrive", Phase.DONE), row("ideas", Phase.LIVE), row("vote", Phase.COMING, "11:16"))


@pytest.fixture
def view(shown: Show) -> AgendaView:
    made = AgendaView()
    made.show_rows(DAY)
    shown(made)
    return made


def test_rows_are_as_high_as_they_matter(view: AgendaView) -> None:
    heights = [view.visualRect(view.model().index(at, 0)).height() for at in range(3)]

    assert heights[0] < heights[2] < heights[1]


def test_two_presses_ask_for_a_block_and_one_does_not(view: AgendaView, qtbot: QtBot) -> None:
    asked: list[str] = []
    view.wanted.connect(asked.append)
    place = view.visualRect(view.model().index(2, 0)).center()

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (asked, view.chosen()) == ([], "vote")
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert asked == ["vote"]


def test_letters_look_for_no_row(view: AgendaView, qtbot: QtBot) -> None:
    view.choose("ideas")

    QTest.keyClicks(view, "v")

    assert view.chosen() == "ideas"


def test_a_screen_reader_hears_every_row(view: AgendaView) -> None:
    face = QAccessible.queryAccessibleInterface(view)

    said = [face.child(at).text(QAccessible.Text.Name) for at in range(face.childCount())]

    assert "09:00, likely 11:16, Vote, Nomsa, 15 min" in said


def test_the_chosen_row_stays_chosen_while_the_day_goes_on(view: AgendaView) -> None:
    view.choose("vote")

    view.show_rows((*DAY[:2], row("vote", Phase.COMING, "11:17")))

    assert view.chosen() == "vote"


NEXT_DAY = (row("arrive", Phase.DONE), row("ideas", Phase.DONE), row("vote", Phase.LIVE))


def test_the_chosen_row_follows_the_block_that_runs(view: AgendaView) -> None:
    view.choose("arrive")
    view.setFocus()

    view.show_rows(NEXT_DAY)

    assert view.chosen() == "vote"


def test_whoever_looks_at_another_row_by_arrows_is_left_there(view: AgendaView) -> None:
    view.choose("ideas")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Up)

    view.show_rows(NEXT_DAY)
    assert view.chosen() == "arrive"
    view.clearFocus()
    view.show_rows(DAY)

    assert view.chosen() == "ideas"


def test_a_menu_is_wanted_at_the_row_that_was_pressed(view: AgendaView, qtbot: QtBot) -> None:
    view.choose("vote")
    place = view.visualRect(view.model().index(2, 0)).center()
    spot = view.viewport().mapToGlobal(place)

    with qtbot.waitSignal(view.menu_wanted) as wanted:
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, spot))

    assert wanted.args == [spot]


def test_only_a_later_time_is_in_the_colour_of_what_runs_over(view: AgendaView) -> None:
    """Red says trouble: a day that is ahead of its plan has none."""
    late, early = row("vote", Phase.COMING, "09:10"), replace(row("vote", Phase.COMING, "08:50"), is_calm=True)
    inks = theme_in_use().inks

    seen = []
    for each in (late, early):
        view.show_rows((each,))
        image = view.viewport().grab().toImage()
        shown = {image.pixelColor(x, y).rgb() for x in range(8, 70) for y in range(60)}
        seen.append((inks.over.rgb() in shown, inks.accent.rgb() in shown))

    assert seen == [(True, False), (False, True)]

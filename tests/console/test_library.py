"""The library beside an agenda."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities import discover
from facilitator.beginnings.methods import methods
from facilitator.console.library import Library
from facilitator.console.offers import offers
from tests.console.conftest import OpenedWindows, button, names, press


@pytest.fixture
def library(shown: Callable[[QWidget], None]) -> Library:
    made = Library(offers(discover()))
    shown(made)
    return made


def test_a_press_gives_the_offer(library: Library, qtbot: QtBot) -> None:
    with qtbot.waitSignal(library.wanted) as wanted:
        press(qtbot, library, "Idea board")

    assert wanted.args[0].planned.block.activity == "ideation_board"


def test_a_word_leaves_what_it_fits_and_enter_adds_the_first(library: Library, qtbot: QtBot) -> None:
    QTest.keyClicks(library.search, "vote")
    assert "Dot vote" in names(library)
    assert "Idea board" not in names(library)

    with qtbot.waitSignal(library.wanted) as wanted:
        QTest.keyClick(library.search, Qt.Key.Key_Return)

    assert wanted.args[0].planned.block.activity == "dot_vote"


def test_arrows_go_from_one_to_the_next(library: Library, qtbot: QtBot) -> None:
    button(library, "Talk").setFocus()

    QTest.keyClick(button(library, "Talk"), Qt.Key.Key_Down)

    focused = library.focused()
    assert focused is not None
    assert focused.title != "Talk"


def test_the_last_row_asks_for_every_method(library: Library, qtbot: QtBot) -> None:
    QTest.keyClicks(library.search, "nothing is called this")

    with qtbot.waitSignal(library.all_wanted):
        press(qtbot, library, f"All {len(methods())} methods")


def test_it_opens_no_window_before_it_has_its_place(opened_windows: OpenedWindows) -> None:
    """Such a window would flash up, and the keys would go to it."""
    made = Library(offers(discover()))

    assert opened_windows.names == []
    made.deleteLater()


def test_it_is_whole_again_when_it_is_opened_anew(library: Library) -> None:
    for open_anew in (library.open_search, library.show):
        QTest.keyClicks(library.search, "vote")
        assert "Idea board" not in names(library)
        library.setVisible(open_anew == library.open_search)

        open_anew()

        assert "Idea board" in names(library)
        assert library.search.text() == ""

"""The library: filters, a field, three families, and the chosen method."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities import discover
from facilitator.console.methods.columns import MethodRow
from facilitator.console.methods.page import MethodsPage
from facilitator.console.methods.words import TimeTaken
from tests.console.conftest import do, doubled, press, unnamed

Show = Callable[[QWidget], None]


@pytest.fixture
def page(shown: Show) -> MethodsPage:
    made = MethodsPage(discover())
    shown(made)
    made.take_focus()
    return made


def rows(page: MethodsPage) -> list[str]:
    return [row.method.key for row in page.findChildren(MethodRow) if not row.isHidden()]


def test_keys_lead_through_families_and_the_card_follows(page: MethodsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(row.hasFocus() for row in page.findChildren(MethodRow)))
    do(page, "2")
    chosen = page.chosen()
    assert chosen is not None
    assert chosen.family == "doing"

    do(page, "Down")

    after = page.chosen()
    assert after is not None
    assert after != chosen


def test_words_and_filters_leave_what_fits(page: MethodsPage, qtbot: QtBot) -> None:
    field = next(iter(page.findChildren(QLineEdit)))
    do(page, "/")
    QTest.keyClicks(field, "triz")
    qtbot.waitUntil(lambda: rows(page) == ["triz"])
    QTest.keyClick(field, Qt.Key.Key_Return)
    chosen = page.chosen()
    assert chosen is not None
    assert chosen.key == "triz"

    field.setText("no such method at all")

    qtbot.waitUntil(lambda: rows(page) == [])
    assert page.chosen() is None
    assert not any(act.is_enabled() for act in page.acts() if act.key == "Enter")
    field.clear()
    qtbot.waitUntil(lambda: len(rows(page)) == 105)


def test_a_key_and_a_press_filter(page: MethodsPage, qtbot: QtBot) -> None:
    page.show_times({"troika": TimeTaken(30, 34)})
    press(qtbot, page, "Used before")
    qtbot.waitUntil(lambda: rows(page) == ["troika"])

    do(page, "F")

    qtbot.waitUntil(lambda: len(rows(page)) == 105)
    do(page, "F")
    qtbot.waitUntil(lambda: 0 < len(rows(page)) < 60)


def test_the_button_and_enter_ask_for_the_chosen_method(page: MethodsPage, qtbot: QtBot) -> None:
    for is_key in (True, False):
        with qtbot.waitSignal(page.add_wanted) as wanted:
            do(page, "Enter") if is_key else press(qtbot, page, "Add to a day")
        assert wanted.args == [page.chosen()]


def test_everything_has_a_name_of_its_own(page: MethodsPage) -> None:
    assert not unnamed(page)
    assert not doubled(page)
    assert len(page.panes()) == 3

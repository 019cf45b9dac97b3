"""The menu of a convening's card does for the mouse what keys do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.home import Home
from facilitator.console.home_cards import DayCard, NextCard, TemplateCard
from tests.console.conftest import Room
from tests.console.listed import listed

Show = Callable[[QWidget], None]


@pytest.fixture
def home(room: Room, shown: Show) -> Home:
    made = Home(room.activities, room.clock)
    made.show_list([listed("Clean Water", "2027-03-18"), listed("Learning day", "2027-04-13")])
    shown(made)
    return made


def menu_on(home: Home, card: QWidget, qtbot: QtBot) -> list[QMenu]:
    place = card.mapToGlobal(card.rect().center())
    QApplication.sendEvent(home, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, home.mapFromGlobal(place), place))
    return [menu for menu in home.findChildren(QMenu) if menu.isVisible()]


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
@pytest.mark.parametrize(("kind", "title"), [(NextCard, "clean water"), (DayCard, "learning day")])
def test_a_card_can_be_opened_prepared_and_deleted(
    home: Home, qtbot: QtBot, kind: type[NextCard | DayCard], title: str
) -> None:
    led: list[str] = []
    prepared: list[str] = []
    home.lead_wanted.connect(led.append)
    home.prepare_wanted.connect(prepared.append)
    (menu,) = menu_on(home, home.findChildren(kind)[0], qtbot)

    assert [action.text() for action in menu.actions()] == ["Open console\tEnter", "Prepare\tE", "Delete…\tDel"]
    for action in menu.actions():
        action.trigger()
    menu.close()

    assert (led, prepared) == ([title], [title])
    assert title in home.deleting.words().casefold()


def test_a_template_has_no_such_menu(home: Home, qtbot: QtBot) -> None:
    assert menu_on(home, home.findChildren(TemplateCard)[0], qtbot) == []

"""Templates of one's own on the desk at home: begun, handed on and removed by keys and by the mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities import discover
from facilitator.beginnings.templates import Template, templates
from facilitator.console.home import Home
from facilitator.console.home_cards import TemplateCard
from facilitator.console.saved_templates import SavedTemplateCard
from tests.console.conftest import Room, do, doubled, press, unnamed

Show = Callable[[QWidget], None]
MINE = replace(templates(discover())[0], key="saved:Mine.json", name="Mine")


@pytest.fixture
def home(room: Room, shown: Show) -> Home:
    made = Home(room.activities, room.clock)
    shown(made)
    made.saved.show_templates([MINE])
    return made


def card(home: Home) -> SavedTemplateCard:
    return next(each for each in home.findChildren(SavedTemplateCard) if each.isVisible())


def test_they_stand_before_the_eight_that_are_built_in(home: Home) -> None:
    shown = [each for each in home.findChildren(TemplateCard) if each.isVisible()]

    assert len(shown) == 9
    assert card(home).accessibleName().startswith("Template Mine, ")
    assert card(home).accessibleName().endswith(", Made by you")
    assert any(label.text().startswith("Made by you · ") for label in card(home).findChildren(QLabel))
    assert all((each.y(), each.x()) >= (card(home).y(), card(home).x()) for each in shown)
    assert not unnamed(home)
    assert not doubled(home)


def test_enter_begins_with_it(home: Home, qtbot: QtBot) -> None:
    card(home).setFocus()

    with qtbot.waitSignal(home.plan_made) as made:
        QTest.keyClick(card(home), Qt.Key.Key_Space)

    assert made.args[0].convening.title == "Mine"
    assert len(made.args[0].blocks) == len(MINE.blocks)


def test_del_removes_the_template_that_has_the_focus_and_no_convening(home: Home, qtbot: QtBot) -> None:
    card(home).setFocus()
    assert next(act.title for act in home.acts() if act.key == "Del" and act.is_enabled()) == "Remove template"

    with qtbot.waitSignal(home.saved.remove_wanted) as removed:
        do(home, "Del")

    assert removed.args == [MINE.key]
    assert home.deleting.isHidden()


def test_it_is_handed_on_as_a_file(home: Home, qtbot: QtBot, tmp_path: Path) -> None:
    card(home).setFocus()
    do(home, "Ctrl S")
    dialog = next(iter(home.findChildren(QFileDialog)))
    qtbot.waitUntil(dialog.isVisible)
    name = next(iter(dialog.findChildren(QLineEdit)))
    assert Path(name.text()).name.startswith("Mine")
    name.setText(str(tmp_path / "handed"))

    with qtbot.waitSignal(home.saved.share_wanted) as shared:
        QTest.keyClick(name, Qt.Key.Key_Return)

    assert shared.args == [MINE.key, str(tmp_path / "handed.json")]


def test_a_file_is_brought_in_by_a_press_or_a_key(home: Home, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "theirs.json").write_text("{}")
    for is_key in (True, False):
        do(home, "Ctrl Shift O") if is_key else press(qtbot, home, "Bring in a template")
        dialog = next(each for each in home.findChildren(QFileDialog) if each.isVisible())
        name = next(iter(dialog.findChildren(QLineEdit)))
        name.setText(str(tmp_path / "theirs.json"))
        with qtbot.waitSignal(home.saved.bring_wanted) as brought:
            QTest.keyClick(name, Qt.Key.Key_Return)
        assert brought.args == [str(tmp_path / "theirs.json")]


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_the_menu_of_the_card_offers_the_same(home: Home, qtbot: QtBot) -> None:
    mine = card(home)
    mine.setFocus()
    assert home.saved.show_menu(mine.mapToGlobal(mine.rect().center()))

    menu = next(iter(home.findChildren(QMenu)))
    qtbot.waitUntil(menu.isVisible)
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    menu.close()

    assert words == ["Begin", "Save as a file…", "Remove"]


def test_the_same_templates_twice_change_nothing(home: Home) -> None:
    before = card(home)
    gone: list[Template] = []
    home.saved.changed.connect(lambda: gone.append(MINE))

    home.saved.show_templates([MINE])

    assert card(home) is before
    assert not gone

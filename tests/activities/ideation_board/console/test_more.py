"""What is changed less often on a board."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.more import BoardMore
from facilitator.activities.ideation_board.rules import Board, LimitIdeas, YieldWhole
from facilitator.convening.ids import BlockId
from facilitator.convening.words import Wish


def test_how_many_ideas_each_may_send_is_shown_and_chosen(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    more = BoardMore(asked.append)
    qtbot.addWidget(more)
    more.show_board(Board(BlockId("b"), limit=4))
    menus = more.made_menu().findChildren(QMenu)
    limits = {act.text(): act for menu in menus if menu.title() == "Ideas from each person" for act in menu.actions()}

    assert [words for words, action in limits.items() if action.isChecked()] == ["4 ideas each"]
    limits["any number each"].trigger()

    assert asked == [LimitIdeas(0)]


def test_what_goes_on_is_shown_and_chosen(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    more = BoardMore(asked.append)
    qtbot.addWidget(more)
    more.show_board(Board(BlockId("b")))
    menus = more.made_menu().findChildren(QMenu)
    shapes = [act for menu in menus if menu.title().startswith("What goes on") for act in menu.actions()]

    assert [(act.text(), act.isChecked()) for act in shapes] == [
        ("Ideas one by one", True),
        ("Each cluster as one", False),
    ]
    shapes[1].trigger()

    assert asked == [YieldWhole()]

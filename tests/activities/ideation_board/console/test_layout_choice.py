"""The button that says how the board is laid out, and its menu."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.layout_choice import LayoutChoice, shipped
from facilitator.activities.ideation_board.console.more import LAYOUT_KEY
from facilitator.activities.ideation_board.rules import LayOut, read_layout
from facilitator.convening.words import Wish

FOREIGN = """{"key": "kitchen", "title": "The kitchen table", "shape": "canvas",
    "zones": [{"key": "all", "title": "All", "where": [0, 0, 1, 1], "snaps": true}]}"""


def choice(qtbot: QtBot) -> tuple[LayoutChoice, list[Wish]]:
    asked: list[Wish] = []
    made = LayoutChoice(asked.append)
    qtbot.addWidget(made)
    return made, asked


def test_it_says_the_layout_and_asks_for_another_with_its_data(qtbot: QtBot) -> None:
    made, asked = choice(qtbot)
    layout, drawn = shipped()["free"]
    made.show_layout(layout)

    assert made.accessibleName() == "Free canvas"
    actions = made.made_menu().actions()
    assert [action.text() for action in actions if action.isChecked()] == ["&3  Free canvas"]
    for action in actions[2:4]:
        action.trigger()

    assert asked == [LayOut(shipped()["impact_effort"][1])]
    assert read_layout(drawn) == layout


def test_a_layout_from_elsewhere_is_called_by_its_own_title(qtbot: QtBot) -> None:
    made, _asked = choice(qtbot)

    made.show_layout(read_layout(FOREIGN))

    assert made.accessibleName() == "The kitchen table"
    assert not [action for action in made.made_menu().actions() if action.isChecked()]
    keys = [act.key for act in made.acts()]
    assert keys[0] == LAYOUT_KEY
    assert len(keys) == len(shipped()) + 1

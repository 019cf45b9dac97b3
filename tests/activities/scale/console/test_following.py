"""The act that begins the next block."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.following import Following
from facilitator.kit.qt.dress import dress


@pytest.fixture
def button(qtbot: QtBot, qapp: QApplication) -> Following:
    dress(qapp)
    made = Following()
    qtbot.addWidget(made)
    return made


def test_where_the_day_ends_nothing_is_offered(button: Following) -> None:
    before = button.isHidden()
    button.show_title("Lunch")
    offered = button.isHidden()
    button.show_title("")

    assert (before, offered, button.isHidden()) == (True, False, True)
    assert not button.act().is_enabled()


def test_a_long_title_stands_whole_in_the_tip_and_takes_no_more_room(button: Following) -> None:
    button.show_title("Lunch")
    short, tip = button.sizeHint().width(), button.toolTip()
    button.show_title("Check-out: what shifted, whom we thank, and what we take home")

    assert short < button.maximumWidth()
    assert tip == ""
    assert button.toolTip() == "Next: Check-out: what shifted, whom we thank, and what we take home"
    assert button.minimumWidth() < short

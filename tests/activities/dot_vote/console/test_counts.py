"""Large counts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.dot_vote.console.counts import CountCard, dots_placed, no_dots
from facilitator.kit.qt.dot_field import DotField


def test_counts_are_said_in_plain_words(qtbot: QtBot) -> None:
    card = CountCard()
    qtbot.addWidget(card)
    card.resize(700, 200)
    card.show()

    card.show_counts(17, 22, 54, 66)

    said = [label.accessibleName() or label.text() for label in card.findChildren(QLabel)]
    assert {"17", "of 22 are done", "54 of 66 dots placed"} <= set(said)
    assert card.findChildren(DotField)[0].accessibleName() == "54 of 66 dots placed"


def test_before_the_first_dot_the_words_say_how_many_there_are() -> None:
    assert no_dots(22, 66) == "No dots yet. 22 people have 66."
    assert dots_placed(1, 1) == "1 of 1 dot placed"


@pytest.mark.parametrize("count", [0, 1, 66, 300, 2100, 6000])
def test_the_dots_of_any_room_fit(qtbot: QtBot, count: int) -> None:
    card = CountCard()
    qtbot.addWidget(card)
    field = card.findChildren(DotField)[0]

    card.show_counts(1, 22, count // 2, count)

    assert field.heightForWidth(700) <= 113
    card.keep_low(is_low=True)
    assert field.heightForWidth(700) <= 61

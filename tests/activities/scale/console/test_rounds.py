"""Round by round."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.rounds import RoundsCard, SpreadLine
from facilitator.activities.scale.console.strip import colour_of
from facilitator.activities.scale.rules.points import ROTI, Scale
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import theme_in_use
from tests.activities.scale.asking import AGREE, answers, opened, ready, revealed
from tests.activities.scale.console.asked_room import words_of
from tests.convening.given import Room


def shown(qtbot: QtBot, room: Room) -> RoundsCard:
    card = RoundsCard()
    qtbot.addWidget(card)
    card.show()
    card.show_rounds(room.records, AGREE.id)
    QApplication.processEvents()
    return card


def ask(room: Room, *points: str) -> None:
    round_ = opened(room)
    answers(room, round_, *points)
    revealed(room, round_)


def test_one_round_needs_no_history(qtbot: QtBot) -> None:
    room = ready(people=3)
    ask(room, *"117")
    assert shown(qtbot, room).isHidden()

    ask(room, *"112")
    card = shown(qtbot, room)
    assert not card.isHidden()
    assert {
        "Round 1: 2 of 6 supported version 1.",
        "Round 2: 3 of 6 supported version 1.",
    } <= set(words_of(card))


def test_a_pulse_of_a_few_has_no_spread_in_its_history_either(qtbot: QtBot) -> None:
    """DE5: shown from five answers up."""
    room = ready(kind=ROTI, enough=0, people=3)
    ask(room, *"0123")
    ask(room, *"012345")

    card = shown(qtbot, room)

    assert len(card.findChildren(SpreadLine)) == 1
    assert "Round 1: fewer than five answered." in words_of(card)


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_each_point_is_as_long_as_its_share(qtbot: QtBot, qapp: QApplication, side: Qt.LayoutDirection) -> None:
    dress(qapp)
    scale = Scale(BlockId("b"))
    line = SpreadLine(scale, {"1": 6, "8": 2})
    qtbot.addWidget(line)
    line.setLayoutDirection(side)
    line.resize(402, 10)

    picture = line.grab().toImage()

    row = [picture.pixelColor(x, 5) for x in range(402)]
    first, last = colour_of(scale, "1", theme_in_use()), colour_of(scale, "8", theme_in_use())
    assert row.count(first) == pytest.approx(300, abs=3)
    assert row.count(last) == pytest.approx(100, abs=3)
    assert (row.index(first) < row.index(last)) == (side is Qt.LayoutDirection.LeftToRight)

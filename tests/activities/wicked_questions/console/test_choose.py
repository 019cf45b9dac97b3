"""Choosing one question together."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.choose import ChooseCard, LivePage, LivingPair
from facilitator.activities.wicked_questions.rules import Candidate, Inquiry, KeepCandidate
from facilitator.convening.ballots import CloseRound, OpenRound, RevealRound
from facilitator.convening.ids import BlockId, CardId, RoundId
from facilitator.convening.records import Records
from facilitator.convening.words import Receipt, Say, Wish
from facilitator.kit.qt.asking import Asking
from tests.convening.given import BOOK
from tests.stage.sample_room import SampleRoom

CHOSEN = Candidate(CardId("c"), BlockId("b"), "at_once", "fast", "slow")


def answered(asked: list[Wish]) -> Say:
    """A voice that says yes to everything and remembers it."""

    def say(wish: Wish) -> Future[Receipt]:
        asked.append(wish)
        answer: Future[Receipt] = Future()
        answer.set_result(Receipt("w", len(asked)))
        return answer

    return say


@pytest.fixture
def room(tmp_path: Path) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    opened.start("wicked")
    for half in ("one", "two"):
        opened.say(KeepCandidate("at_once", half, "other"), "wicked")
    yield opened
    opened.close()


def shown(qtbot: QtBot, room: SampleRoom, asked: list[Wish]) -> ChooseCard:
    host = QObject()
    card = ChooseCard(Asking(answered(asked), {}, host))
    host.setParent(card)
    qtbot.addWidget(card)
    card.show()
    card.show_round(everything(room), room.blocks["wicked"])
    return card


def test_the_room_is_asked_about_every_candidate(qtbot: QtBot, room: SampleRoom) -> None:
    asked: list[Wish] = []
    card = shown(qtbot, room, asked)
    button = next(b for b in card.findChildren(QAbstractButton) if b.accessibleName() == "Ask the room")

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert isinstance(asked[0], OpenRound)
    assert len(asked[0].options) == 2
    assert (asked[0].quota, asked[0].cap) == (1, 1)


def test_closing_and_revealing_are_one_act_asked_for_twice(qtbot: QtBot, room: SampleRoom) -> None:
    asked: list[Wish] = []
    options = tuple(everything(room)[Candidate])
    round_ = RoundId(room.say(OpenRound(options), "wicked") + ".1")
    card = shown(qtbot, room, asked)

    card.closing.press()
    card.closing.press()

    assert asked == [CloseRound(round_), RevealRound(round_)]


def test_the_question_to_live_with_is_read_aloud(qtbot: QtBot) -> None:
    pair = LivingPair()
    qtbot.addWidget(pair)

    pair.show_candidate(CHOSEN)

    assert pair.accessibleName() == "How is it that we are fast and we are slow, simultaneously?"


def test_without_a_chosen_question_the_page_says_where_to_go(qtbot: QtBot) -> None:
    host = QObject()
    page = LivePage(Asking(answered([]), {}, host))
    host.setParent(page)
    qtbot.addWidget(page)
    page.show()

    page.show_inquiry(Records(BOOK.kinds), Inquiry(BlockId("b"), "live"))

    assert "No question is chosen yet. Go back to Choose." in [
        x.text() for x in page.findChildren(QLabel) if x.isVisible()
    ]
    assert not page.answers.isVisible()


def everything(room: SampleRoom) -> Records:
    """All records, once everything said so far has been told."""
    room.desk.errand(lambda _workspace: None).result()
    return room.desk.news.records

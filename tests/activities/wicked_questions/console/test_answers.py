"""Answers on the console: they come in without a name, and the room reads one when S is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.answers import AnswerCard
from facilitator.activities.wicked_questions.console.lines import LineList
from facilitator.activities.wicked_questions.rules import ChooseCandidate, KeepCandidate, TakeStep, the_inquiry
from facilitator.activities.wicked_questions.rules.answers import RemoveAnswer, SendAnswer, ShowAnswer
from facilitator.convening.ids import CardId, PersonId
from facilitator.convening.words import Role, Wish
from facilitator.kit.qt.asking import Asking
from tests.activities.wicked_questions.console.test_choose import answered, everything
from tests.stage.sample_room import SampleRoom

STORY, LATER = "In Turkana the committee met for six weeks", "The year of the drought"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    opened.start("wicked")
    yield opened
    opened.close()


@pytest.fixture
def question(room: SampleRoom) -> CardId:
    kept = CardId(room.say(KeepCandidate("at_once", "fast", "slow"), "wicked") + ".1")
    room.say(ChooseCandidate(kept), "wicked")
    room.say(TakeStep("live"), "wicked")
    return kept


def shown(qtbot: QtBot, room: SampleRoom, asked: list[Wish]) -> AnswerCard:
    host = QObject()
    card = AnswerCard(Asking(answered(asked), {}, host))
    host.setParent(card)
    qtbot.addWidget(card)
    card.resize(740, 400)
    card.show()
    follow(card, room)
    return card


def follow(card: AnswerCard, room: SampleRoom) -> None:
    records = everything(room)
    card.show_answers(records, the_inquiry(records, room.blocks["wicked"]))


def click(card: AnswerCard, words: str) -> None:
    button = next(b for b in card.findChildren(QAbstractButton) if b.accessibleName() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def lines(card: AnswerCard) -> LineList:
    (found,) = card.findChildren(LineList)
    return found


def test_answers_stand_in_their_order_and_nobody_is_named(qtbot: QtBot, room: SampleRoom, question: CardId) -> None:
    room.join(1)
    wambui = room.sample["people"][0]["name"]
    room.desk.say(
        SendAnswer(question, STORY, "phone"), by=PersonId(""), role=Role.PARTICIPANT, device=f"phone-{wambui}",
        activity=room.blocks["wicked"],
    ).result()  # fmt: skip
    room.say(SendAnswer(question, LATER), "wicked")

    card = shown(qtbot, room, [])

    assert [line.said() for line in lines(card).lines()] == [STORY, LATER]
    assert wambui not in str(lines(card).lines())


def test_s_shows_the_current_answer_and_then_the_question_alone(
    qtbot: QtBot, room: SampleRoom, question: CardId
) -> None:
    first = CardId(room.say(SendAnswer(question, STORY), "wicked") + ".1")
    asked: list[Wish] = []
    card = shown(qtbot, room, asked)
    assert [act.is_enabled() for act in card.acts()] == [False, False]
    assert card.go_to(first)

    click(card, "Show to the room")
    room.say(ShowAnswer(first), "wicked")
    follow(card, room)

    assert [line.end for line in lines(card).lines()] == ["on the stage"]
    click(card, "Question alone")
    assert asked == [ShowAnswer(first), ShowAnswer(CardId(""))]
    room.say(ShowAnswer(CardId("")), "wicked")
    follow(card, room)
    assert [(line.end, line.is_on) for line in lines(card).lines()] == [("shown", False)]
    assert [act.title for act in card.acts()] == ["Show to the room", "Take away"]


def test_a_click_on_an_answer_shows_nothing_to_the_room(qtbot: QtBot, room: SampleRoom, question: CardId) -> None:
    room.say(SendAnswer(question, STORY), "wicked")
    asked: list[Wish] = []
    card = shown(qtbot, room, asked)
    view = lines(card)

    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert view.current()
    assert asked == []


def test_one_is_taken_away(qtbot: QtBot, room: SampleRoom, question: CardId) -> None:
    first = CardId(room.say(SendAnswer(question, STORY), "wicked") + ".1")
    asked: list[Wish] = []
    card = shown(qtbot, room, asked)
    card.go_to(first)

    click(card, "Take away")

    assert asked == [RemoveAnswer(first)]


def test_keys_go_on_with_the_answer_that_took_its_place(qtbot: QtBot, room: SampleRoom, question: CardId) -> None:
    sent = [CardId(room.say(SendAnswer(question, text), "wicked") + ".1") for text in ("one", "two", "three")]
    card = shown(qtbot, room, [])
    card.go_to(sent[1])

    for gone, current in ((sent[1], sent[2]), (sent[2], sent[0]), (sent[0], "")):
        room.say(RemoveAnswer(gone), "wicked")
        follow(card, room)
        assert lines(card).current() == current


def test_what_was_told_aloud_is_typed(qtbot: QtBot, room: SampleRoom, question: CardId) -> None:
    asked: list[Wish] = []
    card = shown(qtbot, room, asked)
    (field,) = card.findChildren(QLineEdit)

    QTest.keyClicks(field, LATER)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert asked == [SendAnswer(question, LATER)]
    assert field.text() == ""

"""What is better settled before a vote opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView
from pytestqt.qtbot import QtBot

from facilitator.activities.dot_vote.console.prepare import Preparing, heading, warnings
from facilitator.activities.dot_vote.rules import ChooseOptions, options
from facilitator.activities.ideation_board.rules import StarIdea
from facilitator.convening.ballots import InterruptRound
from facilitator.convening.harvest import TakeHarvest
from facilitator.convening.ids import CardId
from facilitator.convening.records import Records
from facilitator.convening.undo import UndoLast
from facilitator.convening.words import Wish
from tests.stage.sample_room import SampleRoom


@pytest.fixture
def room(tmp_path: Path) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    opened.join(6)
    opened.start("ideas")
    opened.add_ideas()
    opened.reveal_board()
    opened.start("vote")
    yield opened
    opened.close()


def test_forty_ideas_are_a_lot_to_weigh(room: SampleRoom) -> None:
    said = warnings(everything(room), room.blocks["vote"])

    assert said[0].startswith("40 ideas are a lot to weigh.")


def test_look_alikes_are_named_by_their_numbers(room: SampleRoom) -> None:
    room.add_ideas(texts={"t1": "Pool repair funds by district", "t2": "pool repair Funds, by district"})
    room.say(ChooseOptions((room.cards["t1"], room.cards["b1"], room.cards["t2"])), "vote")

    said = warnings(everything(room), room.blocks["vote"])

    assert said == ["1 and 3 look alike and would share their dots."]


def test_a_few_different_ideas_raise_no_warning(room: SampleRoom) -> None:
    room.say(ChooseOptions((room.cards["a1"], room.cards["b1"])), "vote")

    assert warnings(everything(room), room.blocks["vote"]) == []


def test_the_ideas_of_the_board_can_be_taken_once_more(room: SampleRoom, qtbot: QtBot) -> None:
    asked: list[Wish] = []
    preparing = Preparing(asked.append, room.blocks["vote"])
    qtbot.addWidget(preparing)
    preparing.show_vote(everything(room))
    button = next(b for b in preparing.findChildren(QAbstractButton) if b.accessibleName() == "Take the ideas again")

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert asked == [TakeHarvest(room.blocks["vote"])]


def test_ideas_that_are_taken_again_are_all_on_the_ballot_whatever_was_ticked(room: SampleRoom, qtbot: QtBot) -> None:
    vote = room.blocks["vote"]
    room.say(ChooseOptions((room.cards["a1"], room.cards["b1"])), "vote")
    room.say(StarIdea(CardId(room.cards["b2"])), "ideas")
    preparing = Preparing(lambda wish: room.say(wish, "vote"), vote)
    qtbot.addWidget(preparing)
    preparing.show_vote(everything(room))
    button = next(b for b in preparing.findChildren(QAbstractButton) if b.accessibleName() == "Take the ideas again")

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    preparing.show_vote(everything(room))
    assert preparing.chosen() == (room.cards["b2"],)
    room.say(UndoLast(), "vote")
    assert [card.id for card in options(everything(room), vote)] == [room.cards["a1"], room.cards["b1"]]


def test_after_an_interruption_a_tick_counts_and_the_ideas_can_be_taken_again(room: SampleRoom, qtbot: QtBot) -> None:
    vote, a1, b1 = room.blocks["vote"], room.cards["a1"], room.cards["b1"]
    room.say(InterruptRound(room.open_vote(("a1", "b1"))), "vote")
    preparing = Preparing(lambda wish: room.say(wish, "vote"), vote)
    qtbot.addWidget(preparing)
    preparing.show_vote(everything(room))
    ideas = next(view for view in preparing.findChildren(QListView) if view.accessibleName() == "Ideas for the ballot")
    assert preparing.chosen() == (a1, b1)

    ideas.setCurrentIndex(next(ideas.model().index(at, 0) for at in range(40) if text_at(ideas, at).startswith("1. ")))
    QTest.keyClick(ideas, Qt.Key.Key_Space)
    preparing.show_vote(everything(room))
    assert preparing.chosen() == (b1,)

    button = next(b for b in preparing.findChildren(QAbstractButton) if b.accessibleName() == "Take the ideas again")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    preparing.show_vote(everything(room))
    assert len(preparing.chosen()) == 40


def text_at(view: QListView, at: int) -> str:
    return str(view.model().index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_without_any_idea_the_panel_says_where_they_come_from(tmp_path: Path, qtbot: QtBot) -> None:
    room = SampleRoom(tmp_path / "other")
    preparing = Preparing(_unheard, room.start("vote"))
    qtbot.addWidget(preparing)
    preparing.show()

    preparing.show_vote(everything(room))
    room.close()

    said = [label.text() for label in preparing.findChildren(QLabel) if label.isVisible()]
    assert "No ideas have come from an activity before. Show them on an idea board first." in said
    assert not preparing.has_options()


def test_a_heading_says_its_words(qtbot: QtBot) -> None:
    made = heading("Rules")
    qtbot.addWidget(made)

    assert made.text() == "Rules"


def everything(room: SampleRoom) -> Records:
    """All records, once everything said so far has been told."""
    room.desk.errand(lambda _workspace: None).result()
    return room.desk.news.records


def _unheard(_said: object) -> None:
    pass

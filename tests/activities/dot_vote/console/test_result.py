"""After the reveal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from facilitator.activities.dot_vote.console.result import Result, notes, turnout_words, uncounted
from facilitator.activities.dot_vote.rules import ranking
from facilitator.activities.ideation_board.rules import MergeIdeas
from facilitator.convening.ballots import CloseRound, RevealRound, Round
from facilitator.convening.ids import RoundId
from facilitator.convening.records import Records
from tests.stage.sample_room import SampleRoom


@pytest.fixture
def room(tmp_path: Path) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    opened.join(6)
    opened.start("ideas")
    opened.add_ideas()
    opened.start("vote")
    yield opened
    opened.close()


def voted(room: SampleRoom) -> RoundId:
    round_ = room.open_vote()
    room.cast(round_, [("a1", "a1", "b1"), ("a1", "b1"), ("a3", "a3")])
    return round_


def reveal(room: SampleRoom, round_: RoundId) -> Round:
    room.say(CloseRound(round_), "vote")
    room.say(RevealRound(round_), "vote")
    return everything(room)[Round][round_]


def test_nothing_is_ranked_before_the_reveal(room: SampleRoom, qtbot: QtBot) -> None:
    voting = voted(room)
    round_ = everything(room)[Round][voting]
    result = Result()
    qtbot.addWidget(result)

    result.show_result(everything(room), round_)

    assert result.findChildren(QAbstractItemView)[0].model().rowCount() == 0
    assert result.above(everything(room), round_) == ()


def test_what_stands_above_the_cut_can_go_into_another_round(room: SampleRoom, qtbot: QtBot) -> None:
    round_ = reveal(room, voted(room))
    result = Result()
    qtbot.addWidget(result)

    above = result.above(everything(room), round_)

    assert set(above) == {room.cards["a1"], room.cards["a3"], room.cards["b1"]}


def test_ties_and_the_low_idea_are_named(room: SampleRoom) -> None:
    round_ = reveal(room, voted(room))

    said = " ".join(notes(ranking(everything(room), round_), round_, 3))

    assert "The widest gap lies after 3 ideas." in said
    assert "Equal totals share a rank" in said
    assert "Give one low idea a hearing." in said
    assert "With so few voters secrecy could not be promised." in said


def test_turnout_is_counted_in_people_and_dots(room: SampleRoom) -> None:
    assert turnout_words(reveal(room, voted(room))) == "3 people gave 7 dots"


def test_dots_beyond_the_cap_are_said_when_ideas_were_merged_since(room: SampleRoom) -> None:
    round_ = reveal(room, voted(room))
    assert uncounted(everything(room), round_) == []

    room.say(MergeIdeas((room.cards["a1"], room.cards["b1"])), "ideas")

    assert uncounted(everything(room), round_) == [
        "1 dot lies beyond the most on one idea, since ideas were merged, and is not counted."
    ]


def everything(room: SampleRoom) -> Records:
    """All records, once everything said so far has been told."""
    room.desk.errand(lambda _workspace: None).result()
    return room.desk.news.records

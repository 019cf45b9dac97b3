"""While a vote is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.dot_vote.console.open import Voting, unfinished
from facilitator.convening.ballots import Round
from facilitator.convening.cards import Card
from facilitator.convening.records import Records
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets.label import LineLabel
from tests.stage.sample_room import SampleRoom


@pytest.fixture
def room(tmp_path: Path) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    opened.join(3)
    opened.start("ideas")
    opened.add_ideas()
    opened.start("vote")
    yield opened
    opened.close()


def test_those_with_dots_left_are_named_with_how_many_they_gave(room: SampleRoom) -> None:
    round_ = room.open_vote()
    room.cast(round_, [("a1", "a1", "b1"), ("a1",)])
    records = everything(room)

    rows = unfinished(records, records[Round][round_])

    names = [who["name"] for who in room.sample["people"]]
    assert {(row.title, row.placed, row.of) for row in rows} == {(names[1], 1, 3), (names[2], 0, 3)}


def test_the_ballot_stands_in_the_order_of_the_paper(room: SampleRoom, qtbot: QtBot) -> None:
    round_ = room.open_vote()
    voting = Voting()
    qtbot.addWidget(voting)

    voting.show_round(everything(room), everything(room)[Round][round_])

    ballot = next(v for v in voting.findChildren(QAbstractItemView) if v.accessibleName() == "On the ballot")
    assert ballot.model().rowCount() == 8
    texts = [ballot.model().index(at, 0).data() for at in range(8)]
    assert texts == [everything(room)[Card][card].text for card in everything(room)[Round][round_].options]


def everything(room: SampleRoom) -> Records:
    """All records, once everything said so far has been told."""
    room.desk.errand(lambda _workspace: None).result()
    return room.desk.news.records


def test_that_it_is_hidden_is_read_whole_on_the_smallest_laptop(room: SampleRoom, qtbot: QtBot) -> None:
    voting = Voting()
    qtbot.addWidget(voting)
    round_ = room.open_vote()
    voting.show_round(everything(room), everything(room)[Round][round_])
    label = next(label for label in voting.findChildren(QLabel) if "Hidden from everyone" in label.text())

    heights = []
    for width in (768, 608):
        voting.resize(width, 480)
        voting.show()
        QApplication.processEvents()
        heights.append(label.height())
        assert label.text() == "Hidden from everyone until the reveal"
        assert label.height() >= label.heightForWidth(label.width())

    assert heights[0] < heights[1]


def test_rules_are_fixed_since_the_time_that_the_clock_in_the_room_tells_now(room: SampleRoom, qtbot: QtBot) -> None:
    """Fault 26. The laptop's clock was an hour slow, and is set while the vote is open."""
    voting = Voting()
    qtbot.addWidget(voting)
    opened = room.open_vote()
    round_ = everything(room)[Round][opened]
    voting.show_round(everything(room), round_)

    for shift_ms in (0, 3_600_000):
        reading = Reading(round_.opened + 60_000, timezone(timedelta(hours=3)), shift_ms)
        voting.show_time(reading)

        said = f"Rules are fixed since {reading.time_at(round_.opened)}"
        assert said in [label.whole() for label in voting.findChildren(LineLabel)]

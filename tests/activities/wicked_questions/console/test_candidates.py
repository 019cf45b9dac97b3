"""The list of candidates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.candidates import CandidateCard
from facilitator.activities.wicked_questions.rules import ChooseCandidate, KeepCandidate
from facilitator.convening.ids import CardId
from facilitator.convening.records import Records
from tests.stage.sample_room import SampleRoom


@pytest.fixture
def room(tmp_path: Path) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    opened.start("wicked")
    yield opened
    opened.close()


def shown(qtbot: QtBot, room: SampleRoom, *, is_fixed: bool = False) -> CandidateCard:
    card = CandidateCard(list, list)
    qtbot.addWidget(card)
    card.resize(740, 200)
    card.show()
    card.show_candidates(everything(room), room.blocks["wicked"], is_fixed=is_fixed)
    return card


def test_without_candidates_the_card_says_how_to_get_one(qtbot: QtBot, room: SampleRoom) -> None:
    card = shown(qtbot, room)

    assert "None yet. Build a pair, then keep it." in [label.text() for label in card.findChildren(QLabel)]


def test_the_chosen_one_is_marked(qtbot: QtBot, room: SampleRoom) -> None:
    kept = room.say(KeepCandidate("say_do", "patience", "receipts"), "wicked") + ".1"
    room.say(ChooseCandidate(CardId(kept)), "wicked")

    lines = shown(qtbot, room).findChildren(QListView)[0]

    line = lines.model().index(0, 0).data(Qt.ItemDataRole.UserRole)
    assert (line.joint, line.is_on) == ("AND", True)
    assert lines.model().index(0, 0).data() == "Why do we say patience and do receipts?"


def test_nothing_is_changed_while_the_room_chooses(qtbot: QtBot, room: SampleRoom) -> None:
    room.say(KeepCandidate("say_do", "patience", "receipts"), "wicked")
    card = shown(qtbot, room, is_fixed=True)
    lines = card.findChildren(QListView)[0]

    lines.setCurrentIndex(lines.model().index(0, 0))

    assert card.current()
    assert not any(button.isEnabled() for button in card.findChildren(QAbstractButton))


def everything(room: SampleRoom) -> Records:
    """All records, once everything said so far has been told."""
    room.desk.errand(lambda _workspace: None).result()
    return room.desk.news.records

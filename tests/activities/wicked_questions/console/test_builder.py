"""The builder of candidates."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.builder import Builder
from facilitator.activities.wicked_questions.rules import Candidate, EditCandidate, KeepCandidate
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.words import Wish
from facilitator.kit.qt.asking import Asking
from tests.activities.wicked_questions.console.test_choose import answered

KEPT = Candidate(CardId("c1"), BlockId("b"), "say_do", "patience", "receipts")


def builder(qtbot: QtBot, asked: list[Wish]) -> Builder:
    host = QObject()
    made = Builder(Asking(answered(asked), {}, host))
    host.setParent(made)
    qtbot.addWidget(made)
    made.resize(740, 320)
    made.show()
    return made


def test_a_new_pair_is_kept_and_the_next_begins(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    made = builder(qtbot, asked)
    made.start_from("at_once", "fast", "slow")

    made.keep()

    assert asked == [KeepCandidate("at_once", "fast", "slow")]
    assert not made.has_pair()


def test_a_candidate_is_changed_not_kept_twice(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    made = builder(qtbot, asked)

    made.mend(KEPT)
    made.pair.second.setPlainText("receipts this week")
    said = made.keep_button.accessibleName()
    made.keep()

    assert said == "Keep the change"
    assert asked == [EditCandidate(CardId("c1"), "say_do", "patience", "receipts this week")]
    assert made.keep_button.accessibleName() == "Keep as candidate"


def test_mending_can_be_left(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    made = builder(qtbot, asked)
    made.mend(KEPT)

    made.leave()

    assert (asked, made.has_pair()) == ([], False)

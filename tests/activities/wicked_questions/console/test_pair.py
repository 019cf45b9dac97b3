"""The pair being built."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.pair import PairEditor
from facilitator.activities.wicked_questions.rules import FIRST, SECOND


def editor(qtbot: QtBot) -> PairEditor:
    made = PairEditor()
    qtbot.addWidget(made)
    made.resize(480, 260)
    made.show()
    return made


def test_halves_of_one_stem_never_go_into_another(qtbot: QtBot) -> None:
    pair = editor(qtbot)
    pair.show_pair("at_once", "moving fast", "moving slowly")

    pair.show_stem("say_do")
    in_the_other = pair.halves()
    pair.show_stem("at_once")

    assert in_the_other == ("", "")
    assert pair.halves() == ("moving fast", "moving slowly")


def test_a_second_truth_is_added_after_the_first(qtbot: QtBot) -> None:
    pair = editor(qtbot)

    pair.take(FIRST, "A child is thirsty")
    pair.take(FIRST, "today")
    pair.take(SECOND, "A village must lead")

    assert pair.halves() == ("A child is thirsty today", "A village must lead")


def test_each_field_is_named_by_the_words_before_it(qtbot: QtBot) -> None:
    pair = editor(qtbot)

    pair.show_stem("want_why")

    assert pair.first.accessibleName() == "First half: If people want"
    assert pair.second.accessibleName() == "Second half: do we"


def test_every_change_is_told(qtbot: QtBot) -> None:
    pair, changes = editor(qtbot), list[int]()
    pair.changed.connect(lambda: changes.append(1))

    pair.clear()
    QTest.keyClicks(pair.first, "ab")

    assert len(changes) >= 2

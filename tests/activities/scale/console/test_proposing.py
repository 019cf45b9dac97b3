"""From the first words to the moment answers open, by keys and clicks on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.scale import ACTIVITY
from facilitator.activities.scale.console.proposing import Proposing
from facilitator.activities.scale.rules.points import ROTI, SetScale
from facilitator.activities.scale.rules.proposal import SetProposal, the_proposal
from facilitator.activities.scale.rules.support import asked, the_rule
from facilitator.convening.ballots import OPEN, InterruptRound, latest
from facilitator.convening.ids import BlockId
from facilitator.convening.words import Say
from facilitator.kit.qt.asking import Asking
from tests.activities.led import Led
from tests.activities.scale.asking import MAP, spread_of
from tests.activities.scale.console.asked_room import KEY, AskingRoom, cut_parts, the, words_of

FIELD = "Exact words the room reads"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AskingRoom]:
    opened = AskingRoom(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def page(room: AskingRoom, qtbot: QtBot) -> Led:
    return Led(room, qtbot, proposing, KEY)


def proposing(say: Say, block: BlockId, /) -> QWidget:
    """As the panel makes it."""
    asking = Asking(say, ACTIVITY.refusals)
    made = Proposing(asking, block)
    asking.setParent(made)
    return made


def write(page: Led, words: str) -> None:
    field = the(QPlainTextEdit, FIELD, page.panel)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def test_a_proposal_is_worded_ruled_and_opened_by_keys_alone(page: Led) -> None:
    write(page, "We share one map.")
    page.press("Ctrl Enter")
    assert the_proposal(page.records(), page.block).text == "We share one map."
    assert not page.can("Ctrl Enter")

    page.press("N")
    assert not page.can("N")
    page.click("Back to the proposal")
    page.press("R")
    assert the_rule(page.records(), page.block).enough == 11
    assert not page.can("R")

    page.press("N")
    page.press("N")
    round_ = latest(page.records(), page.block)
    assert round_ is not None
    assert round_.state == OPEN


@pytest.mark.parametrize("is_pressed", [True, False])
def test_going_on_keeps_what_is_still_being_written(page: Led, *, is_pressed: bool) -> None:
    write(page, "We share one map.")

    if is_pressed:
        page.click("To the questions")
    else:
        page.press("N")

    assert the_proposal(page.records(), page.block).text == "We share one map."
    assert "Only questions to understand. No arguments yet." in words_of(page.panel)


def test_what_is_missing_stands_beside_the_way_on(page: Led, room: AskingRoom) -> None:
    assert "Write the proposal first." in words_of(page.panel)

    room.say(SetProposal(MAP), KEY)
    page.follow()

    assert "Say how much support is enough before you open." in words_of(page.panel)


def test_amending_begins_with_how_the_round_before_went(page: Led, room: AskingRoom) -> None:
    room.word_it()
    room.ask(*spread_of(3, 5, 2, 3, 2, 1, 1, 1))
    page.follow()

    assert "Round 1: 10 of 22 supported version 1." in words_of(page.panel)


def test_a_round_that_was_interrupted_is_told_where_one_goes_on(page: Led, room: AskingRoom) -> None:
    room.word_it()
    room.say(InterruptRound(room.open()), KEY)
    page.follow()

    assert "Round 1 was interrupted and has no result." in words_of(page.panel)


def test_a_pulse_asks_for_no_rule(page: Led, room: AskingRoom) -> None:
    assert "Decision rule" in words_of(page.panel)

    room.say(SetScale(ROTI), KEY)
    page.follow()

    assert "Decision rule" not in words_of(page.panel)
    assert not page.can("R")


def test_the_panel_is_told_when_the_page_changes(page: Led, qtbot: QtBot) -> None:
    part = page.panel
    assert isinstance(part, Proposing)

    with qtbot.waitSignal(part.moved):
        page.press("N")
    assert part.is_asking_questions()

    part.show_proposal()
    assert not part.is_asking_questions()


@pytest.mark.parametrize("words", [MAP, "x" * 600, "نحن ننشر كل قراءة على خريطة مفتوحة واحدة. " * 12])
@pytest.mark.parametrize("size", [(608, 470), (768, 660), (1100, 840)])
def test_nothing_is_cut_on_any_laptop(page: Led, room: AskingRoom, size: tuple[int, int], words: str) -> None:
    room.word_it(words)
    page.panel.resize(*size)
    page.follow()
    QApplication.processEvents()

    for is_questions in (False, True):
        if is_questions:
            page.press("N")
            QApplication.processEvents()
        assert cut_parts(page.panel) == []
        foot = the(QPushButton, "Open for answers" if is_questions else "To the questions", page.panel)
        assert foot.mapTo(page.panel, QPoint(0, foot.height())).y() <= size[1]


def test_tab_goes_from_the_words_to_the_scale_and_the_rule(page: Led) -> None:
    field = the(QPlainTextEdit, FIELD, page.panel)
    field.setFocus()
    seen = []
    for _press in range(14):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    wanted = ["Kind of scale", "Name the points", "Set the rule", "Much is at stake", "Enough people"]
    assert [name for name in seen if name in wanted] == wanted
    assert "To the questions" in seen


def test_a_pulse_opens_with_two_presses_by_the_question_that_is_usual(room: AskingRoom, page: Led) -> None:
    room.say(SetScale(ROTI), KEY)
    page.follow()

    page.press("Q")
    page.press("N")

    round_ = latest(page.records(), page.block)
    assert round_ is not None
    assert (round_.state, asked(page.records(), round_.id).text) == (OPEN, "Was this worth your time?")


def test_what_decides_is_offered_no_question(room: AskingRoom, page: Led) -> None:
    offered = [page.can("Q")]
    room.say(SetScale(ROTI), KEY)
    page.follow()
    offered.append(page.can("Q"))
    write(page, "Shall we meet again?")
    offered.append(page.can("Q"))

    assert offered == [False, True, False]
    assert not [words for words in words_of(page.panel) if words.startswith("Ask “")]

"""The facilitator's wicked question by keys and clicks, on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console import Inspector, Panel
from facilitator.activities.wicked_questions.rules import (
    Candidate,
    ChooseCandidate,
    KeepCandidate,
    SendTruths,
    TakeStep,
    candidates,
    support,
    the_inquiry,
    truths,
)
from facilitator.activities.wicked_questions.rules.answers import SendAnswer, shown
from facilitator.convening.agenda import current
from facilitator.convening.ballots import OPEN, REVEALED, CastBallot, latest
from facilitator.convening.ids import PersonId
from facilitator.convening.words import Role
from facilitator.kit.qt.dress import dress
from tests.activities.led import Led
from tests.stage.sample_room import SampleRoom


class LedHere(Led):
    """The panel of this activity."""

    def __init__(self, room: SampleRoom, qtbot: QtBot) -> None:
        super().__init__(room, qtbot, Panel, "wicked")

    def step(self, name: str) -> None:
        self.room.say(TakeStep(name), "wicked")
        self.follow()

    def keep(self, first: str, second: str, stem: str = "at_once") -> None:
        self.room.say(KeepCandidate(stem, first, second), "wicked")
        self.follow()

    def lines(self, name: str) -> QListView:
        return next(view for view in self.panel.findChildren(QListView) if view.accessibleName() == name)

    def go_to(self, name: str, row: int) -> None:
        self.lines(name).setFocus()
        self.lines(name).setCurrentIndex(self.lines(name).model().index(row, 0))

    def half(self, name: str) -> QPlainTextEdit:
        return next(f for f in self.panel.findChildren(QPlainTextEdit) if f.accessibleName().startswith(name))

    def found(self) -> list[Candidate]:
        return candidates(self.records(), self.block)

    def said(self) -> str:
        return words_of(self.panel)


def words_of(root: QWidget) -> str:
    """Everything a widget says, to eyes and to screen readers."""
    said: list[str] = []
    for part in root.findChildren(QWidget):
        said += [part.accessibleName(), part.accessibleDescription()]
        if isinstance(part, QLabel):
            said.append(part.text() if part.isVisible() else "")
        if isinstance(part, QAbstractItemView):
            model = part.model()
            roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.UserRole)
            said += [str(model.data(model.index(at, 0), role)) for at in range(model.rowCount()) for role in roles]
    return "\n".join(word for word in said if word)


@pytest.fixture
def led(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[LedHere]:
    dress(qapp)
    opened = SampleRoom(tmp_path)
    opened.join(6)
    yield LedHere(opened, qtbot)
    opened.close()


def test_a_truth_is_typed_for_its_half(led: LedHere) -> None:
    field = next(
        f
        for f in led.panel.findChildren(QWidget)
        if f.accessibleName().startswith("We must also, and it is good: type")
    )
    field.setFocus()

    QTest.keyClicks(field, "Trust grows slowly")
    QTest.keyClick(field, Qt.Key.Key_Return)
    led.follow()

    assert truths(led.records(), led.block, "second") == [("Trust grows slowly", 1)]


def test_the_same_truth_from_two_people_is_one_row_with_a_count(led: LedHere) -> None:
    for _ in range(2):
        led.room.say(SendTruths("A child is thirsty today", ""), "wicked")
    led.follow()

    rows = led.lines("We must, and it is good").model()

    assert rows.rowCount() == 1
    assert rows.data(rows.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "A child is thirsty today, 2"


def test_enter_takes_a_truth_into_its_half(led: LedHere) -> None:
    led.room.say(SendTruths("A child is thirsty today", ""), "wicked")
    led.step("build")
    led.go_to("We must, and it is good", 0)

    QTest.keyClick(led.lines("We must, and it is good"), Qt.Key.Key_Return)

    assert led.half("First half").toPlainText() == "A child is thirsty today"


def test_a_pair_is_kept_with_its_stem_and_the_fields_are_empty_for_the_next(led: LedHere) -> None:
    led.step("build")
    led.half("First half").setPlainText("asking for patience")
    led.half("Second half").setPlainText("asking for receipts")

    led.press("Ctrl Enter")

    assert [(c.stem, c.first, c.second) for c in led.found()] == [
        ("at_once", "asking for patience", "asking for receipts")
    ]
    assert led.half("First half").toPlainText() == ""


def test_a_pair_with_one_half_is_not_kept(led: LedHere) -> None:
    led.step("build")
    led.half("First half").setPlainText("asking for patience")

    assert not led.can("Ctrl Enter")


def test_a_refused_pair_stays_written(led: LedHere) -> None:
    led.step("build")
    led.half("First half").setPlainText("long " * 200)
    led.half("Second half").setPlainText("short")

    led.press("Ctrl Enter")

    assert led.half("First half").toPlainText().startswith("long")
    assert "Up to 600 letters" in led.said()


def test_tab_goes_to_the_other_half(led: LedHere) -> None:
    led.step("build")
    led.half("First half").setFocus()

    QTest.keyClick(led.half("First half"), Qt.Key.Key_Tab)

    assert led.half("Second half").hasFocus()


def test_a_candidate_is_mended_in_the_builder(led: LedHere) -> None:
    led.keep("asking for patience", "asking for receipts")
    led.step("build")
    led.go_to("Candidates", 0)

    led.press("E")
    led.half("Second half").setPlainText("asking for receipts this week")
    led.press("Ctrl Enter")

    assert [c.second for c in led.found()] == ["asking for receipts this week"]


def test_a_candidate_is_set_aside(led: LedHere) -> None:
    led.keep("asking for patience", "asking for receipts")
    led.step("build")
    led.go_to("Candidates", 0)

    led.press("X")

    assert led.found() == []


def test_the_deck_opens_over_the_table_and_a_card_of_it_begins_a_pair(led: LedHere) -> None:
    led.step("build")
    led.press("K")
    shown = led.lines("Cards of the deck").model().rowCount()

    QTest.keyClick(led.lines("Cards of the deck"), Qt.Key.Key_Return)

    assert shown == 72
    assert led.half("First half").toPlainText() == "inviting every voice"
    assert not led.lines("Cards of the deck").isVisible()


def test_each_half_of_a_card_can_become_a_truth(led: LedHere) -> None:
    led.press("K")

    led.click("Use each half as a truth")

    assert truths(led.records(), led.block, "first") == [("inviting every voice", 1)]


def test_the_room_chooses_unseen_and_the_reveal_asks_twice(led: LedHere) -> None:
    led.keep("one", "two")
    led.keep("three", "four")
    led.step("choose")
    led.click("Ask the room")
    first, second = (c.id for c in led.found())
    cast(led, 0, first)
    before = led.said()
    cast(led, 0, second, number=2)
    unchanged = led.said()

    led.press("Ctrl Enter")
    round_ = latest(led.records(), led.block)
    assert round_ is not None
    after_one = round_.state
    led.press("Ctrl Enter")

    assert unchanged == before
    assert "1 of 6 have chosen" in before
    assert after_one == OPEN
    revealed = latest(led.records(), led.block)
    assert revealed is not None
    assert revealed.state == REVEALED
    assert support(led.records(), led.block) == {second: 1}


def test_candidates_stay_as_they_are_while_the_room_chooses(led: LedHere) -> None:
    led.keep("one", "two")
    led.keep("three", "four")
    led.step("choose")
    led.go_to("Candidates", 0)

    led.click("Ask the room")

    assert not led.can("E")
    assert not led.can("X")


def test_enter_chooses_the_question_to_live_with_and_n_goes_there(led: LedHere) -> None:
    led.keep("one", "two")
    led.step("choose")
    had_next = led.can("N")
    led.go_to("Candidates", 0)

    QTest.keyClick(led.lines("Candidates"), Qt.Key.Key_Return)
    led.follow()
    led.press("N")

    inquiry = the_inquiry(led.records(), led.block)
    assert not had_next
    assert (inquiry.step, inquiry.chosen) == ("live", led.found()[0].id)
    assert "How is it that we are one and we are two, simultaneously?" in led.said()


def test_after_living_with_it_the_next_block_begins(led: LedHere) -> None:
    led.step("live")

    led.press("N")

    assert current(led.records()) == led.room.blocks["tea"]


def test_before_the_day_one_reads_how_the_time_is_spent(led: LedHere, qtbot: QtBot) -> None:
    inspector = Inspector(led.room.desk.say, led.block)
    qtbot.addWidget(inspector)

    inspector.show_records(led.records())

    assert "In 25 minutes" in "".join(label.text() for label in inspector.findChildren(QLabel))
    assert inspector.acts() == ()


def cast(led: LedHere, who: int, candidate: str, number: int = 1) -> None:
    round_ = latest(led.records(), led.block)
    assert round_ is not None
    wish, device = CastBallot(round_.id, number, (candidate,)), f"phone-{led.room.sample['people'][who]['name']}"
    answer = led.room.desk.say(wish, by=PersonId(""), role=Role.PARTICIPANT, device=device, activity=led.block)
    answer.result()
    led.follow()


def test_an_answer_is_shown_to_the_room_by_key_and_taken_off_with_the_step(led: LedHere) -> None:
    led.keep("fast", "slow")
    (question,) = candidates(led.records(), led.block)
    led.room.say(ChooseCandidate(question.id), "wicked")
    led.step("live")
    answer = led.room.say(SendAnswer(question.id, "The year of the drought"), "wicked") + ".1"
    led.follow()
    led.go_to("Answers", 0)

    led.press("S")

    assert shown(led.room.records, led.block) == answer
    led.press("PgUp")
    assert shown(led.room.records, led.block) == ""
    assert not led.can("S")


def test_however_many_answers_come_there_is_room_to_type_one(led: LedHere) -> None:
    led.keep("fast", "slow")
    (question,) = candidates(led.records(), led.block)
    led.room.say(ChooseCandidate(question.id), "wicked")
    led.step("live")
    for number in range(60):
        led.room.desk.say(SendAnswer(question.id, f"The year of the drought {number} " * 8), activity=led.block)
    led.follow()

    field = next(each for each in led.panel.findChildren(QLineEdit) if each.isVisible())

    led.bot.waitUntil(lambda: field.mapTo(led.panel, field.rect().bottomLeft()).y() < led.panel.height())
    assert led.lines("Answers").verticalScrollBar().maximum() > 0
    assert led.lines("Answers").height() > 240

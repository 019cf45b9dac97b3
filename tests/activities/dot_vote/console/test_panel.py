"""The facilitator's dot vote by keys and clicks, on a real desk; and that no word of it tells what is sealed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.dot_vote.console import Inspector, Panel
from facilitator.activities.dot_vote.rules import ChooseOptions, Vote, options
from facilitator.activities.ideation_board.rules import RemoveIdea
from facilitator.convening.agenda import current
from facilitator.convening.ballots import CLOSED, OPEN, REVEALED, CastBallot, CloseRound, RevealRound, latest
from facilitator.convening.ids import PersonId, RoundId
from facilitator.convening.seats import AddSeat
from facilitator.convening.words import Role
from facilitator.kit.qt.dress import dress
from tests.activities.led import Led
from tests.stage.sample_room import SampleRoom

OPTIONS = ("a1", "a3", "b1", "b6", "c1", "d1", "d4", "e3")


class LedHere(Led):
    """The panel of this activity."""

    def __init__(self, room: SampleRoom, qtbot: QtBot) -> None:
        room.start("vote")
        room.say(ChooseOptions(tuple(room.cards[key] for key in OPTIONS)), "vote")
        super().__init__(room, qtbot, Panel, "vote")

    def state(self) -> str:
        round_ = latest(self.records(), self.block)
        return round_.state if round_ is not None else ""

    def give(self, who: str, number: int, *keys: str) -> None:
        round_ = latest(self.records(), self.block)
        assert round_ is not None
        wish = CastBallot(round_.id, number, tuple(self.room.cards[key] for key in keys))
        device = f"phone-{who}"
        self.room.desk.say(wish, by=PersonId(""), role=Role.PARTICIPANT, device=device, activity=self.block).result()
        self.follow()

    def names(self) -> list[str]:
        return [who["name"] for who in self.room.sample["people"]]


def words_of(root: QWidget) -> str:
    """Everything a widget says: labels, buttons, names and descriptions for screen readers, and rows of lists."""
    said: list[str] = []
    for part in (root, *root.findChildren(QWidget)):
        said += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
        if isinstance(part, QLabel | QAbstractButton):
            said.append(part.text())
        if isinstance(part, QAbstractItemView):
            model = part.model()
            for at in range(model.rowCount()):
                roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.UserRole)
                said += [str(model.data(model.index(at, 0), role)) for role in roles]
    return "\n".join(word for word in said if word)


@pytest.fixture
def led(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[LedHere]:
    dress(qapp)
    opened = SampleRoom(tmp_path)
    opened.join(22)
    opened.add_ideas()
    yield LedHere(opened, qtbot)
    opened.close()


def test_the_vote_opens_with_the_ideas_and_rules_that_are_shown(led: LedHere) -> None:
    led.click("Dots for each: one more")

    led.press("N")

    round_ = latest(led.records(), led.block)
    assert round_ is not None
    assert (round_.quota, round_.cap, len(round_.options)) == (4, 2, 8)


def test_an_idea_taken_off_the_ballot_is_not_asked_about(led: LedHere) -> None:
    lists = [
        view for view in led.panel.findChildren(QAbstractItemView) if view.accessibleName() == "Ideas for the ballot"
    ]
    lists[0].setFocus()
    lists[0].setCurrentIndex(lists[0].model().index(0, 0))

    QTest.keyClick(lists[0], Qt.Key.Key_Space)
    led.follow()

    assert len(options(led.records(), led.block)) == 7


def test_fewer_than_five_people_are_told_that_secrecy_cannot_be_promised(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    room = SampleRoom(tmp_path)
    room.join(3)
    room.add_ideas()

    small = LedHere(room, qtbot)

    assert "Fewer than five people are here" in words_of(small.panel)
    room.close()


def test_before_the_first_dot_one_reads_how_many_there_are(led: LedHere) -> None:
    led.press("N")

    assert "No dots yet. 22 people have 66." in words_of(led.panel)


def test_counts_of_people_and_dots_move_while_the_vote_is_open(led: LedHere) -> None:
    led.press("N")

    led.give(led.names()[0], 1, "a1", "a1", "b1")
    led.give(led.names()[1], 1, "e3")

    said = words_of(led.panel)
    assert "4 of 66 dots placed" in said
    assert "of 22 are done" in said


def test_no_word_of_the_panel_tells_where_the_dots_lie(led: LedHere) -> None:
    led.press("N")
    led.give(led.names()[0], 1, "a1", "a1", "b1")
    led.give(led.names()[1], 1, "a1", "a1")
    before = words_of(led.panel)
    picture = led.panel.grab().toImage()

    led.give(led.names()[0], 2, "e3", "d1", "d1")
    led.give(led.names()[1], 2, "d4", "e3")

    assert words_of(led.panel) == before
    assert led.panel.grab().toImage() == picture


def test_there_is_no_way_to_a_result_before_the_reveal(led: LedHere) -> None:
    led.press("N")
    led.give(led.names()[0], 1, "a1", "a1", "b1")
    closed_words = words_of(led.panel)

    led.click("Close, reveal later")

    assert led.state() == CLOSED
    for said in (closed_words, words_of(led.panel)):
        assert "%" not in said
        assert "suggested cut" not in said


def test_closing_and_revealing_asks_for_its_key_twice(led: LedHere) -> None:
    led.press("N")
    led.give(led.names()[0], 1, "a1", "a1", "b1")

    led.press("Ctrl Enter")
    after_one, asked = led.state(), words_of(led.panel)
    led.press("Ctrl Enter")

    assert after_one == OPEN
    assert "that cannot be undone. Press Ctrl Enter once more." in asked
    assert led.state() == REVEALED


def test_a_vote_closed_too_early_opens_again_whatever_was_done_since(led: LedHere) -> None:
    led.press("N")
    led.click("Close, reveal later")
    led.room.say(AddSeat("Late"))
    led.follow()

    led.click("Open again")

    assert led.state() == OPEN


def test_the_result_shows_dots_and_people_and_ties_share_a_rank(led: LedHere) -> None:
    led.press("N")
    led.give(led.names()[0], 1, "a1", "a1", "b1")
    led.give(led.names()[1], 1, "a3", "a3", "b1")
    led.press("Ctrl Enter")
    led.press("Ctrl Enter")

    rows = [line for line in words_of(led.panel).splitlines() if "people" in line or "person" in line]

    assert any(line.startswith("1. Pool repair funds by district, 2 dots · 1 person · 50 %") for line in rows)
    assert any(line.startswith("1. Pay for litres flowing, not wells dug, 2 dots · 1 person") for line in rows)
    assert any(line.startswith("1. ") and "2 dots · 2 people" in line for line in rows)


def test_next_step_never_leaves_an_open_vote_by_mistake(led: LedHere) -> None:
    led.press("N")

    led.press("N")

    assert current(led.records()) == led.block
    assert "The vote is open. Ctrl Enter, pressed twice, closes it." in words_of(led.panel)


def test_after_the_result_the_next_block_begins(led: LedHere) -> None:
    led.press("N")
    led.press("Ctrl Enter")
    led.press("Ctrl Enter")

    led.press("N")

    assert current(led.records()) == led.room.blocks["agreement"]


def test_a_refusal_is_said_in_the_panel(led: LedHere) -> None:
    led.press("N")
    round_ = latest(led.records(), led.block)
    assert round_ is not None
    led.room.say(CloseRound(RoundId(round_.id)), "vote")
    led.room.say(RevealRound(RoundId(round_.id)), "vote")

    led.click("Close, reveal later")

    assert "The vote is closed." in words_of(led.panel)


def test_the_rules_are_settled_before_the_day(led: LedHere, qtbot: QtBot) -> None:
    inspector = Inspector(lambda wish: led.room.desk.say(wish, activity=led.block), led.block)
    qtbot.addWidget(inspector)
    inspector.show_records(led.records())
    inspector.show()
    more = next(
        b for b in inspector.findChildren(QAbstractButton) if b.accessibleName() == "Most on one idea: one less"
    )

    QTest.mouseClick(more, Qt.MouseButton.LeftButton)

    assert led.records()[Vote][led.block].cap == 1


def test_the_next_step_is_called_what_it_does_now(led: LedHere) -> None:
    def step() -> tuple[str, bool]:
        act = next(act for act in led.acts() if act.key == "N")
        return act.title, act.is_enabled()

    assert step() == ("Open dot vote", True)
    led.press("N")
    assert step() == ("How the vote closes", True)
    led.click("Close, reveal later")
    assert step() == ("How the result is shown", True)
    round_ = latest(led.records(), led.block)
    assert round_ is not None
    led.room.say(RevealRound(round_.id), "vote")
    led.follow()

    assert step() == ("Next: Agreement: open map", True)


def test_a_vote_without_options_cannot_be_opened_by_its_key(led: LedHere) -> None:
    led.room.say(ChooseOptions(()), "vote")
    for key in led.room.cards.values():
        led.room.say(RemoveIdea(key), "ideas")
    led.follow()

    assert not next(act for act in led.acts() if act.key == "N").is_enabled()

"""After the reveal, on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.scale import ACTIVITY
from facilitator.activities.scale.console.columns import Columns
from facilitator.activities.scale.console.listening import Listening, ResultCard
from facilitator.activities.scale.rules.points import ROTI, SetScale
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.reservations import SendReservation, reservations
from facilitator.activities.scale.rules.support import spread
from facilitator.convening.ballots import latest
from facilitator.convening.ids import BlockId
from facilitator.convening.words import Say
from facilitator.kit.qt.asking import Asking
from tests.activities.led import Led
from tests.activities.scale.asking import SPREAD, spread_of
from tests.activities.scale.console.asked_room import KEY, AskingRoom, cut_parts, the, words_of


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AskingRoom]:
    opened = AskingRoom(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def page(room: AskingRoom, qtbot: QtBot) -> Led:
    return Led(room, qtbot, listening, KEY)


def listening(say: Say, block: BlockId, /) -> QWidget:
    """As the panel makes it."""
    asking = Asking(say, ACTIVITY.refusals)
    made = Listening(asking, block)
    asking.setParent(made)
    return made


def test_the_spread_the_count_and_the_verdict_are_read_at_once(page: Led, room: AskingRoom) -> None:
    room.word_it()
    room.ask(*spread_of(*SPREAD))
    page.follow()

    said = words_of(page.panel)
    assert {"17", "of 22 support it", "The rule asked for 15: supported."} <= set(said)
    assert "Everyone from 4 to 8 is heard first. What would move you one step?" in said
    page.panel.grab()
    assert "How it was taken in" not in said
    columns = page.panel.findChildren(Columns)[0]
    assert [words for words in columns.painted() if words.isdecimal()] == [str(count) for count in SPREAD]


def test_a_pulse_of_a_few_shows_nothing_of_its_answers(tmp_path: Path, qtbot: QtBot) -> None:
    """DE5: the distribution is shown from five answers up; before, nobody reads how anybody answered."""
    rooms = [AskingRoom(tmp_path / points) for points in ("0015", "3345")]
    pages = [Led(room, qtbot, listening, KEY) for room in rooms]
    for room, page, points in zip(rooms, pages, ("0015", "3345"), strict=True):
        room.say(SetScale(ROTI), KEY)
        room.say(SetProposal("Was today worth it?"), KEY)
        room.ask(*points)
        page.follow()

    said, other = (words_of(page.panel) for page in pages)
    picture, other_picture = (page.panel.findChildren(ResultCard)[0].grab().toImage() for page in pages)
    for room in rooms:
        room.close()

    assert "Fewer than five answered, so the spread is not shown, to anybody." in said
    assert not [words for words in said if "of 22" in words or "Lost time" in words]
    assert said == other
    assert picture == other_picture


def test_a_pulse_of_five_shows_its_spread(page: Led, room: AskingRoom) -> None:
    room.say(SetScale(ROTI), KEY)
    room.say(SetProposal("Was today worth it?"), KEY)
    room.ask(*"00155")
    page.follow()

    said = words_of(page.panel)
    assert {"5", "of 22 have answered"} <= set(said)
    assert any(words.startswith("Lost time: 2.") for words in said)
    assert "Fewer than five answered, so the spread is not shown, to anybody." not in said


def test_before_the_reveal_nothing_is_told(page: Led, room: AskingRoom) -> None:
    room.word_it()
    room.open()
    page.follow()
    before = words_of(page.panel)

    room.answer(*spread_of(*SPREAD))
    page.follow()

    assert words_of(page.panel) == before
    assert not [words for words in before if "support it" in words]


def test_a_reservation_is_met_by_keys_alone(page: Led, room: AskingRoom) -> None:
    """DE1: how each objection was integrated."""
    room.word_it()
    round_ = room.open()
    room.say(SendReservation(round_, "Who pays in year three?"), KEY)
    room.say(SendReservation(round_, "March would be kinder."), KEY)
    room.answer(*spread_of(*SPREAD))
    room.reveal()
    page.follow()
    part = page.panel
    assert isinstance(part, Listening)
    assert not page.can("M")

    part.reservations.rows.setFocus()
    QTest.keyClick(part.reservations.rows, Qt.Key.Key_Down)
    page.press("M")
    field = the(QLineEdit, "How it was taken in", part)
    QTest.keyClicks(field, "Published in March.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    page.follow()

    met = {words.text: found.met for found, words in reservations(page.records(), page.block)}
    chosen = part.reservations.rows.current_id()
    assert {text for text, how in met.items() if how} == {
        words.text for _found, words in reservations(page.records(), page.block) if words.id == chosen
    }
    assert any("Published in March." in words for words in words_of(part.reservations.rows))


def test_each_round_stays_to_be_compared(page: Led, room: AskingRoom) -> None:
    room.word_it("One map by 2027.")
    room.ask(*spread_of(3, 5, 2, 3, 2, 4, 2, 1))
    page.follow()
    assert "Round by round" not in words_of(page.panel)

    room.say(SetProposal("One map by 2028."), KEY)
    room.ask(*spread_of(*SPREAD))
    page.follow()

    said = words_of(page.panel)
    assert {"Round 1: 10 of 22 supported version 1.", "Round 2: 17 of 22 supported version 2."} <= set(said)


def test_amending_and_deciding_are_told(page: Led, room: AskingRoom, qtbot: QtBot) -> None:
    room.word_it()
    room.ask(*spread_of(*SPREAD))
    page.follow()
    part = page.panel
    assert isinstance(part, Listening)

    for signal, words, key in (
        (part.amend_wanted, "Amend and ask again", "A"),
        (part.decide_wanted, "To the decision", "N"),
    ):
        with qtbot.waitSignal(signal):
            page.click(words)
        with qtbot.waitSignal(signal):
            page.press(key)


def test_a_pulse_has_nothing_to_decide(page: Led, room: AskingRoom) -> None:
    room.say(SetScale(ROTI), KEY)
    room.say(SetProposal("Was today worth it?"), KEY)
    room.ask(*"00155")
    page.follow()

    assert not page.can("N")
    assert the(QPushButton, "Ask again", page.panel).isVisible()
    assert "To the decision" not in words_of(page.panel)


@pytest.mark.parametrize("size", [(608, 470), (768, 660), (1100, 840)])
def test_nothing_is_cut_on_any_laptop(page: Led, room: AskingRoom, size: tuple[int, int]) -> None:
    room.word_it("x" * 300)
    round_ = room.open()
    for words in ("Unzerstörbarkeitsvermutungsbestätigung" * 5, "من سيدفع في السنة الثالثة؟" * 6):
        room.say(SendReservation(round_, words), KEY)
    room.answer(*spread_of(*SPREAD))
    room.reveal()
    page.panel.resize(*size)
    page.follow()
    QApplication.processEvents()

    assert cut_parts(page.panel) == []
    found = latest(page.records(), page.block)
    assert found is not None
    assert sum(spread(page.records(), found).values()) == 22

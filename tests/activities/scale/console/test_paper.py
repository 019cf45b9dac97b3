"""Slips typed by keys: a digit, Enter, the next person; counted and sealed, and nothing of it stays to be read."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from facilitator.convening.ballots import CLOSED, OPEN, REVEALED, CloseRound, RevealRound, revealed
from facilitator.convening.seats import MoveToPhone
from facilitator.kit.qt.acts import KEPT_KEYS
from facilitator.kit.qt.dress import dress
from tests.activities.scale.console.answered import Answered, PaperRoom
from tests.activities.scale.console.asked_room import KEY, words_of

ENTER, ESC, BACK, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Down
ONE, THREE, SEVEN, NINE = Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_7, Qt.Key.Key_9


@pytest.fixture
def led(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Answered]:
    dress(qapp)
    room = PaperRoom(tmp_path)
    yield Answered(room, qtbot)
    room.close()


def reveal(led: Answered) -> list[tuple[str, ...]]:
    round_ = led.the_round()
    led.room.say(CloseRound(round_.id), KEY)
    led.room.say(RevealRound(round_.id), KEY)
    return sorted(revealed(led.records(), round_.id))


def test_d_goes_to_the_first_person_on_paper_and_says_what_to_type(led: Answered) -> None:
    led.press("D")

    assert led.people.hasFocus()
    chosen = led.people.current()
    assert chosen is not None
    assert chosen.name == "Halima Abdi"
    assert led.line() == "Type the digit that Halima Abdi wrote."


def test_the_digit_is_said_with_its_point_and_enter_counts_it_sealed(led: Answered) -> None:
    led.press("D")
    logged = led.room.seq

    led.key(THREE)
    said, before = led.line(), led.answered()
    led.key(ENTER)

    assert led.room.seq == logged, "a sealed answer is no fact"
    assert said == "3 Support, with doubts for Halima Abdi. Enter counts it."
    assert (before, led.answered()) == (0, 1)
    assert revealed(led.records(), led.the_round().id) == []
    assert reveal(led) == [("3",)]


def test_nothing_of_a_slip_stays_to_be_read_after_enter(led: Answered, caplog: pytest.LogCaptureFixture) -> None:
    """The next person who looks over a shoulder reads who is counted, and nothing of what they wrote."""
    caplog.set_level(logging.DEBUG)
    led.press("D")
    led.key(SEVEN, ENTER)
    seven, picture = words_of(led.page.still), led.page.still.grab().toImage()
    led.press("Ctrl Z")
    led.people.go_to(led.paper_room.called("Halima Abdi"))

    led.key(ONE, ENTER)

    assert words_of(led.page.still) == seven
    assert led.page.still.grab().toImage() == picture
    assert not [record for record in caplog.records if record.name.startswith("facilitator")]


def test_the_next_person_on_paper_comes_by_itself(led: Answered) -> None:
    led.press("D")

    led.key(THREE, ENTER)
    second = led.people.current()
    led.key(ONE, ENTER)

    assert second is not None
    assert second.name == "Ousmane Diallo"
    assert led.answered() == 2
    assert reveal(led) == [("1",), ("3",)]


@pytest.mark.parametrize("key", [ESC, BACK])
def test_a_digit_is_taken_back_before_it_counts(led: Answered, key: Qt.Key) -> None:
    led.press("D")
    led.key(THREE)
    kept = list(led.people.property(KEPT_KEYS))

    led.key(key, ENTER)

    assert kept == ["Esc", "Backspace"]
    assert led.people.property(KEPT_KEYS) == []
    assert led.answered() == 0
    assert led.line() == "Type the digit that Halima Abdi wrote."


def test_the_last_digit_is_the_one_that_counts(led: Answered) -> None:
    led.press("D")

    led.key(THREE, SEVEN, ENTER)

    assert reveal(led) == [("7",)]


def test_a_digit_goes_with_its_person_and_never_to_the_next(led: Answered) -> None:
    led.press("D")
    led.key(THREE)

    led.key(DOWN, ENTER)

    assert led.answered() == 0
    assert led.line() == "Type the digit that Ousmane Diallo wrote."


def test_a_digit_that_is_no_point_is_refused_in_words(led: Answered) -> None:
    led.press("D")

    led.key(NINE, ENTER)

    assert led.answered() == 0
    assert led.line() == "This scale has no 9."


def test_a_phone_that_answers_meanwhile_leaves_the_digit_where_it_is(led: Answered) -> None:
    led.press("D")
    led.key(THREE)

    led.paper_room.phone("Kiptoo Cheruiyot", 1, "1")
    led.follow()
    led.key(ENTER)

    assert led.answered() == 2
    assert reveal(led) == [("1",), ("3",)]


def test_who_answers_by_phone_is_left_to_their_phone(led: Answered) -> None:
    led.press("D")
    led.people.go_to(led.paper_room.called("Kiptoo Cheruiyot"))

    led.key(THREE)
    said = led.line()
    led.key(ENTER)

    assert said == "Kiptoo Cheruiyot answers by phone. J shows the seats: put them on paper there first."
    assert led.answered() == 0


def test_ctrl_z_right_after_takes_the_slip_back(led: Answered) -> None:
    led.press("D")
    led.key(THREE, ENTER)
    said = led.line()

    led.press("Ctrl Z")

    assert said == "Counted for Halima Abdi. Ctrl Z takes it back."
    assert led.answered() == 0
    chosen = led.people.current()
    assert chosen is not None
    assert chosen.said() == "Halima Abdi, paper"
    assert not led.can("Ctrl Z")


def test_ctrl_z_takes_a_digit_back_that_was_not_counted(led: Answered) -> None:
    def title() -> str:
        return next(act.title for act in led.acts() if act.key == "Ctrl Z")

    titles = [title()]
    led.press("D")
    led.key(THREE, ENTER, SEVEN)
    titles.append(title())

    led.press("Ctrl Z")
    after_one = led.answered()
    titles.append(title())
    led.press("Ctrl Z")

    assert (after_one, led.answered()) == (1, 0)
    assert titles == ["Take back the last slip", "Take the digit back", "Take back the slip of Halima Abdi"]


def test_ctrl_z_is_the_windows_own_once_the_list_is_left(led: Answered) -> None:
    led.press("D")
    led.key(THREE, ENTER)
    could = led.can("Ctrl Z")

    led.page.reservations.write()
    led.follow()

    assert could
    assert not led.can("Ctrl Z")
    assert led.answered() == 1


def test_a_slip_that_was_typed_stands_last_and_can_be_typed_anew(led: Answered) -> None:
    led.press("D")
    led.key(THREE, ENTER)
    last = led.names()[-1]
    led.people.go_to(led.paper_room.called("Halima Abdi"))
    led.follow()
    said = led.line()

    led.key(SEVEN, ENTER)

    assert last == "Halima Abdi, paper, typed"
    assert said == "The slip of Halima Abdi is typed. A digit types it anew."
    assert led.answered() == 1
    assert reveal(led) == [("7",)]


def test_a_refusal_is_said_in_one_sentence_and_changes_nothing(led: Answered) -> None:
    """Halima found her phone and has answered by it, while her slip was being typed."""
    led.press("D")
    led.key(THREE)
    led.room.say(MoveToPhone(led.paper_room.called("Halima Abdi")))
    led.paper_room.phone("Halima Abdi", 1, "1")

    led.key(ENTER)

    assert led.line() == "Halima Abdi: They have answered by phone, and can change it there."
    assert reveal(led) == [("1",)]


def test_digits_do_nothing_once_the_round_is_closed(led: Answered) -> None:
    led.press("D")
    led.key(THREE, ENTER)
    round_ = led.the_round()
    assert round_.state == OPEN

    led.room.say(CloseRound(round_.id), KEY)
    led.follow()
    led.key(SEVEN, ENTER)

    assert led.the_round().state == CLOSED
    assert [led.can(key) for key in ("D", "1–8", "Ctrl Z")] == [False, False, False]
    led.room.say(RevealRound(round_.id), KEY)
    assert led.the_round().state == REVEALED
    assert revealed(led.records(), round_.id) == [("3",)]


def test_the_digits_are_shown_among_the_keys_only_where_they_work(led: Answered) -> None:
    before = led.can("1–8")

    led.press("D")

    assert (before, led.can("1–8")) == (False, True)


def test_digits_of_an_arabic_keyboard_mean_the_same(led: Answered) -> None:
    led.press("D")

    QApplication.sendEvent(led.people, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "٣"))
    led.key(ENTER)

    assert reveal(led) == [("3",)]


def test_what_is_typed_is_seen_on_the_smallest_laptop_wherever_the_page_was(led: Answered, qtbot: QtBot) -> None:
    led.panel.resize(608, 470)
    bar = led.page.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    def is_seen() -> bool:
        line = next(each for each in led.page.still.findChildren(QLabel) if "Halima Abdi" in each.text())
        return line.visibleRegion().boundingRect() == line.rect()

    led.press("D")
    qtbot.waitUntil(is_seen)
    bar.setValue(0)
    led.press("D")
    qtbot.waitUntil(is_seen)
    bar.setValue(0)
    led.key(THREE)
    qtbot.waitUntil(is_seen)

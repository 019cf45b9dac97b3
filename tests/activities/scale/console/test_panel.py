"""The facilitator's scale from its proposal to the next block, by keys and clicks on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from facilitator.activities import discover
from facilitator.activities.scale.console import Panel
from facilitator.activities.scale.console.answering import Answering
from facilitator.activities.scale.console.reservations import ReservationCard
from facilitator.activities.scale.console.still import AwaitedList
from facilitator.activities.scale.rules.points import ROTI, SetScale, the_scale
from facilitator.activities.scale.rules.reservations import Reservation, SendReservation
from facilitator.activities.scale.rules.support import SetRule
from facilitator.console.faces import INSPECTOR, PANEL
from facilitator.convening.agenda import AddBlock, Block, current
from facilitator.convening.ballots import INTERRUPTED, OPEN, REVEALED, OpenRound, Round, Turnout, latest, revealed
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId, PersonId, RoundId
from facilitator.convening.people import Person
from facilitator.convening.seats import MoveToPaper
from facilitator.kit.qt.dress import dress
from tests.activities.led import Led
from tests.activities.scale.console.answered import PaperRoom
from tests.activities.scale.console.asked_room import KEY, words_of
from tests.app.conftest import windows_of


class LedHere(Led):
    """The panel of this activity."""

    def __init__(self, room: PaperRoom, qtbot: QtBot) -> None:
        super().__init__(room, qtbot, Panel, KEY)
        self.paper_room = room

    def the_round(self) -> Round:
        """The latest round."""
        found = latest(self.records(), self.block)
        assert found is not None
        return found

    def step(self) -> str:
        """Which step is on."""
        on = [words for words in words_of(self.panel) if words.endswith(", now")]
        assert len(on) == 1
        return on[0].removesuffix(", now")

    def choose(self, title: str) -> None:
        """Press a step of the stepper."""
        names = (title, f"{title}, done", f"{title}, now")
        button = next(b for b in self.panel.findChildren(QAbstractButton) if b.accessibleName() in names)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.follow()


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[PaperRoom]:
    dress(qapp)
    opened = PaperRoom(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def led(room: PaperRoom, qtbot: QtBot) -> LedHere:
    return LedHere(room, qtbot)


def test_the_console_finds_a_panel_for_the_day_and_an_inspector_for_before() -> None:
    face = discover()["scale"].face("console")

    assert face is not None
    assert {INSPECTOR, PANEL} <= set(vars(face))


def test_the_next_step_leads_from_the_proposal_to_open_answers(led: LedHere) -> None:
    steps = [led.step()]
    led.press("N")
    steps.append(led.step())
    led.press("N")
    steps.append(led.step())

    assert steps == ["Proposal", "Questions", "Answer"]
    assert led.the_round().state == OPEN


def test_ctrl_enter_twice_reveals_and_the_room_is_listened_to(led: LedHere) -> None:
    led.room.say(SetRule(4), KEY)
    led.paper_room.open()
    led.follow()
    for name, point in (("Nomsa Dube", "1"), ("Kiptoo Cheruiyot", "7")):
        led.paper_room.phone(name, 1, point)
    led.follow()

    led.press("Ctrl Enter")
    led.press("Ctrl Enter")

    assert led.the_round().state == REVEALED
    assert led.step() == "Listen"


def test_while_answers_are_open_every_other_step_only_says_how_they_close(led: LedHere) -> None:
    led.paper_room.open()
    led.follow()

    for title in ("Proposal", "Questions", "Listen", "Decide"):
        led.choose(title)

        assert led.step() == "Answer"
        assert "Answers are open. Ctrl Enter, pressed twice, closes and reveals them." in words_of(led.panel)


def test_before_the_reveal_nothing_can_be_listened_to(led: LedHere) -> None:
    led.choose("Listen")
    said = words_of(led.panel)
    led.choose("Answer")

    assert "There is nothing to hear before the reveal." in said
    assert "Answers open from the step before, with N." in words_of(led.panel)
    assert led.step() == "Proposal"


def test_back_to_questions_keeps_no_answer_and_shows_the_questions(led: LedHere) -> None:
    led.paper_room.open()
    led.paper_room.phone("Nomsa Dube", 1, "7")
    led.follow()

    led.click("Back to questions")
    led.click("Back to questions")

    assert led.the_round().state == INTERRUPTED
    assert revealed(led.records(), led.the_round().id) == []
    assert led.step() == "Questions"


def test_after_listening_the_proposal_is_amended_and_asked_again(led: LedHere) -> None:
    led.paper_room.ask("1", "2")
    led.follow()
    listening = led.step()

    led.press("A")
    amending = led.step()
    led.choose("Questions")
    led.press("N")

    assert (listening, amending, led.step()) == ("Listen", "Proposal", "Answer")
    assert led.the_round().number == 2


def test_a_second_round_is_read_from_its_proposal_on(led: LedHere) -> None:
    led.panel.resize(608, 420)
    led.paper_room.open()
    led.follow()
    led.press("D")
    bars = [each.verticalScrollBar() for each in led.panel.findChildren(Answering)[0].findChildren(QScrollArea)]
    outer = max(bars, key=lambda bar: bar.height())
    outer.setValue(outer.maximum())
    scrolled = outer.value()
    led.paper_room.reveal()
    led.follow()
    led.paper_room.open()
    led.follow()

    assert (scrolled > 0, led.step(), outer.value()) == (True, "Answer", 0)


def test_the_page_that_was_chosen_stays_while_others_do_something(led: LedHere) -> None:
    led.paper_room.ask("1", "2")
    led.follow()
    led.choose("Questions")

    led.room.say(SendReservation(led.the_round().id, "Who pays?"), KEY)
    led.follow()

    assert led.step() == "Questions"


def test_a_pulse_goes_on_to_the_next_block_after_listening(led: LedHere) -> None:
    led.room.say(SetScale(ROTI), KEY)
    led.room.say(AddBlock(Block(BlockId(""), "Check-out", "plain")))
    led.paper_room.ask("1", "2", "3", "4", "5")
    led.follow()
    step, acts = led.step(), [act.title for act in led.acts() if act.key == "N"]

    led.press("N")

    assert (step, acts) == ("Listen", ["Next: Check-out"])
    assert led.records()[Block][current(led.records())].title == "Check-out"


def test_after_deciding_the_next_block_begins(led: LedHere) -> None:
    led.room.say(AddBlock(Block(BlockId(""), "Check-out", "plain")))
    led.paper_room.ask("1", "2")
    led.follow()

    led.press("N")
    deciding = led.step()
    led.press("N")

    assert deciding == "Decide"
    assert led.records()[Block][current(led.records())].title == "Check-out"


@pytest.mark.parametrize("width", [608, 1440])
def test_beside_a_long_title_of_the_next_block_no_step_is_cut(led: LedHere, width: int) -> None:
    led.room.say(AddBlock(Block(BlockId(""), "Check-out: what shifted, whom we thank, what we take home", "plain")))
    led.paper_room.ask("1", "2")
    led.panel.resize(width, 620)
    led.follow()

    led.press("N")

    for each in led.panel.findChildren(QAbstractButton):
        if each.isVisible() and not each.accessibleName().startswith("Next"):
            assert each.width() >= each.minimumSizeHint().width(), each.accessibleName()


def test_a_day_that_ends_with_it_has_nothing_to_go_on_to(led: LedHere) -> None:
    led.paper_room.ask("1", "2")
    led.follow()

    led.press("N")

    assert led.step() == "Decide"
    assert not led.can("N")


def test_what_was_found_is_shown_where_it_stands(led: LedHere) -> None:
    round_ = led.paper_room.open()
    card = led.room.say(SendReservation(round_, "Who pays?"), KEY) + ".1"
    led.follow()
    panel = led.panel
    assert isinstance(panel, Panel)

    found, unknown, proposal = panel.seek(card), panel.seek("nobody"), panel.seek(led.block)

    assert (found, unknown, proposal) == (True, False, True)
    shown = [each for each in panel.findChildren(ReservationCard) if each.isVisible()]
    assert [each.rows.current_id() for each in shown] == [card]


def test_whoever_goes_by_keys_stays_in_the_panel_when_the_page_turns(led: LedHere) -> None:
    led.press("N")
    button = next(b for b in led.panel.findChildren(QAbstractButton) if b.accessibleName() == "Open for answers")
    button.setFocus()

    led.press("N")

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Answer, now"


def test_no_name_is_borne_by_two_things_that_are_seen(led: LedHere) -> None:
    led.paper_room.open()
    led.follow()

    names = [
        b.accessibleName() for b in led.panel.findChildren(QAbstractButton) if b.isVisible() and b.accessibleName()
    ]

    assert len(names) == len(set(names))


def test_in_the_window_digits_are_answers_and_ctrl_z_takes_the_slip_and_not_what_was_done_before(
    data_folder: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    """The whole window hears the keys: one slip is typed, taken back, and what was done before it stands."""
    dress(qapp)
    with windows_of(data_folder) as windows:
        windows.open_sample()
        assert windows.room is not None
        desk = windows.room.room.desk
        block = next(one.id for one in desk.news.records[Block].values() if one.activity == "scale")
        person = next(iter(desk.news.records[Person]))
        for wish in (GoLive(), StartBlock(block), MoveToPaper(PersonId(person))):
            desk.say(wish).result()
        asking = OpenRound(the_scale(desk.news.records, block).points)
        opened = RoundId(desk.say(asking, activity=block).result().id + ".1")
        told = desk.say(SendReservation(opened, "Who pays?"), activity=block).result()

        def answered() -> int:
            return desk.news.records[Turnout].get(opened, Turnout(opened)).ballots

        def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
            QTest.keyClick(QApplication.focusWidget() or windows.console, key, held)

        def is_shown() -> bool:
            return any(each.isVisible() and each.rows() for each in windows.console.findChildren(AwaitedList))

        qtbot.waitUntil(is_shown)
        with qtbot.waitActive(windows.console):
            windows.console.activateWindow()
        press(Qt.Key.Key_D)
        press(Qt.Key.Key_3)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: answered() == 1)
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: answered() == 0)

        assert f"{told.id}.1" in desk.news.records[Reservation]

        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: f"{told.id}.1" not in desk.news.records[Reservation])
        assert answered() == 0

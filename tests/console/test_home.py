"""The desk at home."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.home import Home
from facilitator.console.home_cards import DayCard
from facilitator.console.surroundings import Gravity, Projector, Surroundings, Trouble
from facilitator.convening.findable import Question
from facilitator.convening.gathering import OVER
from tests.console.conftest import Room, do, doubled, names, press, unnamed
from tests.console.listed import listed
from tests.console.search.answers import TRUST, answer, hit

Show = Callable[[QWidget], None]
NAV = ["Ctrl 1", "Ctrl O", "Ctrl 2", "Ctrl 3", "Ctrl N"]
THREE = [
    listed("Clean Water", "2027-03-18"),
    listed("Learning day", "2027-04-13"),
    listed("Kick-off", "2026-11-02", state=OVER),
]


@pytest.fixture
def home(room: Room, shown: Show) -> Home:
    made = Home(room.activities, room.clock)
    made.show_list(THREE)
    shown(made)
    return made


def cards(home: Home) -> list[str]:
    return [card.accessibleName() for card in home.findChildren(DayCard) if card.isVisible()]


def test_the_next_convening_is_large_and_the_others_are_cards(home: Home) -> None:
    assert "Open console" in names(home)
    assert cards(home) == ["Learning day, Tue 13 April", "Kick-off, Mon 2 November 2026"]


def test_a_press_on_a_card_opens_it(home: Home, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.lead_wanted) as led:
        press(qtbot, home, "Learning day, Tue 13 April")

    assert led.args == ["learning day"]


def test_e_prepares_the_card_that_has_the_focus_else_the_next_one(home: Home, qtbot: QtBot) -> None:
    asked: list[str] = []
    home.prepare_wanted.connect(asked.append)
    do(home, "E")

    next(card for card in home.findChildren(DayCard) if card.convening == "learning day").setFocus()
    do(home, "E")

    assert asked == ["clean water", "learning day"]


def asked(home: Home) -> list[Question]:
    """What is asked of the search from now on."""
    found: list[Question] = []
    home.search.asked.connect(found.append)
    return found


def test_two_letters_after_slash_turn_the_desk_into_the_search_and_escape_back(home: Home, qtbot: QtBot) -> None:
    questions = asked(home)
    do(home, "/")
    QTest.keyClicks(home.focusWidget(), "p")
    assert [each.words for each in questions] == [""]
    assert not home.search.isVisible()

    QTest.keyClicks(home.focusWidget(), "u")
    assert [each.words for each in questions] == ["", "pu"]
    assert home.search.isVisible()
    assert not cards(home)
    assert "New convening" not in names(home)

    QTest.keyClick(home.focusWidget(), Qt.Key.Key_Escape)
    assert len(cards(home)) == 2
    assert {"Good morning", "New convening", "Open console"} <= set(names(home))
    assert isinstance(home.focusWidget(), QPushButton)


def test_what_was_found_stands_in_the_head_and_enter_opens_what_is_looked_at(home: Home, qtbot: QtBot) -> None:
    questions = asked(home)
    do(home, "/")
    QTest.keyClicks(home.focusWidget(), "pump")
    home.search.show_answer(answer(hit("A pump"), hit("Pumps", where=TRUST), question=questions[-1]))
    assert {"2 results in 2 convenings", "Searched 2 convenings on this laptop in 0.04 seconds."} <= set(names(home))
    assert home.focusWidget().accessibleDescription().startswith("A pump, ")

    QTest.keyClick(home.focusWidget(), Qt.Key.Key_Down)
    with qtbot.waitSignal(home.search.place_wanted) as wanted:
        QTest.keyClick(home.focusWidget(), Qt.Key.Key_Return)

    assert wanted.args[0].key == "Pumps"


def test_the_keys_of_the_search_are_offered_while_it_has_hits(home: Home) -> None:
    questions = asked(home)
    do(home, "/")
    QTest.keyClicks(home.focusWidget(), "pump")
    assert [act.key for act in home.acts() if act.is_enabled()] == ["Esc", "/", *NAV]

    home.search.show_answer(answer(hit("A pump"), question=questions[-1]))
    own = ["Enter", "Up", "Down", "Tab", "Esc", "/"]
    assert [act.key for act in home.acts() if act.is_enabled()] == [*own, *NAV]

    home.panes()[-1].findChildren(QCheckBox)[0].setFocus()
    assert "Tab" not in [act.key for act in home.acts() if act.is_enabled()]


@pytest.mark.parametrize("way", ["a key", "a press"])
def test_the_convenings_are_one_step_away_from_the_search(home: Home, qtbot: QtBot, way: str) -> None:
    do(home, "/")
    QTest.keyClicks(home.focusWidget(), "pump")
    assert not cards(home)

    if way == "a key":
        do(home, "Ctrl 1")
    else:
        press(qtbot, home, "Convenings")

    assert len(cards(home)) == 2


def test_the_keys_at_the_edge_of_the_desk_hold_wherever_one_is(home: Home, qtbot: QtBot) -> None:
    assert set(NAV) <= {act.key for act in home.acts()}
    do(home, "/")
    QTest.keyClicks(home.focusWidget(), "pump")
    do(home, "Ctrl 2")
    assert home.backups.is_seen()
    with qtbot.waitSignal(home.plan_made):
        do(home, "Ctrl N")


def test_the_desk_may_be_shown_anew_while_somebody_searches(home: Home, qtbot: QtBot) -> None:
    questions = asked(home)
    do(home, "/")
    QTest.keyClicks(home.focusWidget(), "pump")
    home.search.show_answer(answer(hit("A pump"), question=questions[-1]))

    home.show_list([*THREE, listed("One more", "2027-05-01")])

    assert "1 result in 1 convening" in names(home)
    assert "New convening" not in names(home)
    do(home, "Esc")
    qtbot.waitUntil(lambda: len(cards(home)) == 3)


def test_private_notes_are_not_looked_for_while_the_room_sees_this_desk(home: Home) -> None:
    questions = asked(home)
    home.show_surroundings(Surroundings(Projector.MIRRORED))
    do(home, "/")
    QTest.keyClicks(home.focusWidget(), "pump")

    assert questions[-1].kinds_out == {"note"}


def test_the_first_day_offers_two_ways_to_begin(room: Room, shown: Show) -> None:
    empty = Home(room.activities, room.clock)
    empty.show_list([])

    shown(empty)

    assert {"Choose a template", "Blank day"} <= set(names(empty))
    assert "Open console" not in names(empty)


def test_a_template_becomes_a_plan_for_today(home: Home, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.plan_made) as made:
        press(qtbot, home, "Template Ideation sprint (90 minutes), 90 min")

    assert made.args[0].convening.date == "2027-03-18"
    assert len(made.args[0].blocks) == 9


def test_what_is_plugged_in_is_told(home: Home) -> None:
    home.show_surroundings(Surroundings(Projector.READY, "1920 × 1080", address="10.42.0.1:8000"))

    assert {"Projector ready", "Phones can join"} <= set(names(home))


def test_showing_the_same_list_twice_makes_no_new_cards(home: Home) -> None:
    before = home.findChildren(DayCard)

    home.show_list(THREE)

    assert home.findChildren(DayCard) == before


def test_a_trouble_stands_over_the_desk_in_a_bar_of_its_own_height(home: Home, qtbot: QtBot) -> None:
    home.trouble.tell(Trouble("back", Gravity.GOOD, "Everything is back.", "The laptop stopped at 10:41."))

    assert "Everything is back. The laptop stopped at 10:41." in names(home)
    qtbot.waitUntil(lambda: home.trouble.height() == 44)
    assert home.trouble.width() == home.width()
    assert home.trouble.y() == 0


def test_everything_has_a_name_of_its_own(home: Home) -> None:
    assert not unnamed(home)
    assert not doubled(home)
    questions = asked(home)
    do(home, "/")
    QTest.keyClicks(home.focusWidget(), "pump")
    home.search.show_answer(answer(hit("A pump"), hit("Ask about pumps", kind="note"), question=questions[-1]))
    assert not unnamed(home)
    assert not doubled(home)


def test_home_is_painted_before_anything_slow_is_imported(tmp_path: Path) -> None:
    story = """
import sys
before = set(sys.modules)
from PySide6.QtWidgets import QApplication
app = QApplication([])
from facilitator.activities import discover
from facilitator.console.window import ConsoleWindow
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.reading import Reading
dress(app)
window = ConsoleWindow(discover(), lambda: Reading(1_805_360_400_000))
window.show_list([])
window.show()
app.processEvents()
slow = {"reportlab", "uvicorn", "starlette", "sqlite_utils", "miniaudio", "qrcode", "sqlite3"} & (set(sys.modules) - before)
assert not slow, slow
"""
    subprocess.run([sys.executable, "-c", story], check=True, cwd=Path(__file__).parents[2], timeout=50)

"""The board as a list: everything that the painted board can do is done here by the same keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdeas, Placement, clusters, the_board
from facilitator.convening.cards import Card
from facilitator.kit.qt.announcing import Announcer
from tests.activities.ideation_board.console.listed import Listed, listed_board


@pytest.fixture
def led(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Listed]:
    with listed_board(tmp_path, qtbot, qapp) as made:
        yield made


def test_one_key_shows_the_board_as_a_list_and_as_notes_again(led: Listed) -> None:
    was_listed = led.ideas.isVisible() and not led.canvas.isVisible()

    led.key("Shift L")

    assert was_listed
    assert (led.ideas.isVisible(), led.canvas.isVisible()) == (False, True)


def test_every_cluster_is_a_head_and_every_idea_a_row(led: Listed) -> None:
    said = led.lines()

    assert said[:4] == [
        "Unsorted, 2 ideas, 2 not on stage yet",
        "Solar pumps with local parts. not on stage yet, from a list",
        "Publish who was consulted. not on stage yet, from a list",
        "A Money that lasts, 8 ideas",
    ]
    assert len(said) == 1 + 2 + 5 + 40


def test_what_is_chosen_in_the_list_is_chosen_on_the_board_and_back(led: Listed) -> None:
    card = led.go_to("b1")
    on_board = led.canvas.selected()

    led.key("Shift L")
    led.canvas.select(led.room.cards["c2"])
    led.key("Shift L")

    assert on_board == card
    assert led.ideas.current_id() == led.room.cards["c2"]


def test_digits_place_and_the_next_idea_is_chosen(led: Listed) -> None:
    led.go_to("u1")

    led.key("2")

    assert led.texts_in(1)[-1] == "Solar pumps with local parts"
    assert led.ideas.current_id() == led.room.cards["u2"]
    assert led.lines()[0].startswith("Unsorted, 1 idea,")


def test_the_last_idea_that_is_placed_takes_the_list_along(led: Listed) -> None:
    led.go_to("u1")

    led.key("2", "3")

    assert led.ideas.selected() == led.room.cards["u2"]
    assert led.canvas.selected() == led.room.cards["u2"]
    led.key("1")
    assert led.texts_in(0)[-1] == "Publish who was consulted"


def test_picked_ideas_are_placed_together(led: Listed) -> None:
    led.go_to("a1")

    led.key("Shift Down", "Shift Down", "3")

    assert [text in led.texts_in(2) for text in ("Pool repair funds by district", "Ten-year grants, not two")] == [
        True,
        True,
    ]
    assert len(led.texts_in(0)) == 5


def test_picked_ideas_become_one_and_come_apart_again(led: Listed) -> None:
    card = led.go_to("a1")
    led.key("Shift Down", "M")
    led.key("Enter")
    merged = next(line for line in led.lines() if line.startswith("Pool repair funds"))

    led.ideas.setFocus()
    led.ideas.go_to(card)
    led.key("Shift M")

    assert merged == "Pool repair funds by district. 2 wordings, from a list"
    assert led.records()[Card][led.room.cards["a2"]].merged_into == ""


def test_stars_holds_and_parking_are_said_in_the_row(led: Listed) -> None:
    led.go_to("b1")

    led.key("*", "X")
    said = next(line for line in led.lines() if line.startswith("One open map"))
    led.key("P")

    assert said == "One open map of every water point. on the short list, not on stage yet, from a list"
    assert led.lines()[-2] == "Parked for later, 1 idea"
    assert led.records()[Placement][led.room.cards["b1"]].is_parked


def test_an_idea_is_edited_where_it_stands(led: Listed) -> None:
    led.go_to("b2")

    led.key("Enter")
    led.write("Text a fault, and somebody comes")

    assert led.records()[Card][led.room.cards["b2"]].text == "Text a fault, and somebody comes"
    assert led.ideas.hasFocus()


def test_a_cluster_is_named_at_its_head_and_moved_from_there(led: Listed) -> None:
    led.ideas.go_to(led.cluster(1))
    led.key("Enter")
    led.write("What we measure together")

    led.key("Alt Left")

    assert clusters(led.records(), led.block)[0].name == "What we measure together"
    assert led.ideas.current_id() == led.cluster(0)


def test_keys_of_a_cluster_mean_the_one_whose_head_is_current(led: Listed) -> None:
    led.ideas.go_to(led.cluster(3))

    led.key("S")

    assert the_board(led.records(), led.block).spotlight == led.cluster(3)
    assert "D Skills that stay, 8 ideas, large on the stage" in led.lines()


def test_one_idea_goes_large_on_the_stage_and_the_walk_takes_the_list_along(led: Listed) -> None:
    led.go_to("a1")

    led.key("Shift S", "]", "]")

    shown = the_board(led.records(), led.block).focus
    assert shown == led.room.cards["a3"] == led.ideas.current_id()
    assert next(line for line in led.lines() if "large on the stage" in line).startswith("Pay for litres")


def test_at_the_end_of_the_way_a_line_says_so(led: Listed) -> None:
    led.go_to("a8")

    led.key("Shift S", "]")

    assert the_board(led.records(), led.block).focus == led.room.cards["a8"]
    assert "There is no further idea on this way." in [label.text() for label in led.panel.findChildren(QLabel)]


def test_a_walk_begins_anew_where_the_large_idea_was_taken_away(led: Listed) -> None:
    led.go_to("b1")
    led.key("Shift S", "Del")
    led.go_to("c1")

    led.key("]")

    assert the_board(led.records(), led.block).focus == led.room.cards["c1"]


def test_new_ideas_leave_the_current_one_where_it_is(led: Listed) -> None:
    led.go_to("c1")
    before = led.ideas.place_of(led.room.cards["c1"])

    led.room.say(AddIdeas(tuple(f"New idea {number}" for number in range(50))), "ideas")
    led.follow()

    assert led.ideas.current_id() == led.room.cards["c1"]
    assert led.lines()[0] == "Unsorted, 52 ideas, 52 not on stage yet"
    assert not before.isEmpty()


def test_the_heads_fold_and_a_click_with_ctrl_picks(led: Listed) -> None:
    led.go_to("a1")
    led.key("Left", "Left")
    folded = not led.ideas.is_open(led.cluster(0))

    led.key("Right")
    for key in ("a2", "a3"):
        place = led.ideas.place_of(led.room.cards[key]).center()
        QTest.mouseClick(led.ideas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)

    assert folded
    assert led.ideas.picked() == (led.room.cards["a2"], led.room.cards["a3"])


def test_a_screen_reader_is_told_the_tree(led: Listed) -> None:
    led.go_to("a2")
    spoken = QAccessible.queryAccessibleInterface(led.ideas)
    parts = [spoken.child(at) for at in range(spoken.childCount())]

    current = [part for part in parts if part.state().selected]

    assert spoken.text(QAccessible.Text.Name) == "Ideas as a list"
    assert [part.text(QAccessible.Text.Name) for part in current] == ["Ten-year grants, not two. from a list"]


def test_what_phones_send_is_told_in_counts_while_the_list_is_read(led: Listed, qtbot: QtBot) -> None:
    announcer = led.panel.findChildren(Announcer)[0]
    led.go_to("b1")

    with qtbot.waitSignal(announcer.said) as told:
        led.room.say(AddIdeas(("Ask the elders", "Mend by noon")), "ideas")
        led.follow()

    assert told.args == ["2 new ideas, 44 in all"]
    assert led.ideas.current_id() == led.room.cards["b1"]


def test_words_that_do_not_fit_their_line_are_read_below_the_list(led: Listed) -> None:
    long = "Let every village choose who mends its pump, and pay them for litres that flow. " * 4
    led.room.say(AddIdeas((long.strip(),)), "ideas")
    led.follow()

    led.ideas.go_to(next(row.id for row in led.ideas.groups()[0].rows if row.text.startswith("Let every")))
    read, height = led.ideas.whole.words(), led.ideas.height()
    led.go_to("a1")

    assert read == long.strip()
    assert led.ideas.whole.words() == ""
    led.bot.waitUntil(lambda: led.ideas.height() > height)


def test_nothing_is_read_below_the_painted_board(led: Listed) -> None:
    led.room.say(AddIdeas(("word " * 100,)), "ideas")
    led.follow()
    led.ideas.go_to(led.ideas.groups()[0].rows[-1].id)

    led.key("Shift L")

    assert led.ideas.whole.words() == ""


def test_an_empty_board_says_that_silence_is_fine(led: Listed) -> None:
    for card in list(led.records()[Card]):
        led.ideas.go_to(card)
        led.key("Del")

    assert led.lines()[0] == "Unsorted, 0 ideas, Waiting for the first idea. Silence is fine."

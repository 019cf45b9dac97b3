"""The facilitator's idea board by keys and clicks, on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console import Inspector, Panel
from facilitator.activities.ideation_board.rules import (
    AddIdea,
    Board,
    Cluster,
    GoToStep,
    HoldIdea,
    Placement,
    cards_by_cluster,
    clusters,
    questions,
    the_board,
)
from facilitator.convening.agenda import current
from facilitator.convening.cards import Card
from facilitator.convening.ids import ClusterId, PersonId
from facilitator.convening.words import Role
from facilitator.kit.qt.acts import KeyFilter
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.dress import dress
from tests.activities.led import Led
from tests.stage.sample_room import SampleRoom


class LedHere(Led):
    """The panel of this activity."""

    def __init__(self, room: SampleRoom, qtbot: QtBot) -> None:
        super().__init__(room, qtbot, Panel, "ideas")

    def tray(self) -> QListView:
        return next(view for view in self.panel.findChildren(QListView) if view.accessibleName() == "Unsorted ideas")

    def choose(self, row: int) -> None:
        self.tray().setFocus()
        self.tray().setCurrentIndex(self.tray().model().index(row, 0))

    def canvas(self) -> BoardCanvas:
        return self.panel.findChildren(BoardCanvas)[0]

    def said(self) -> str:
        return "\n".join(label.text() for label in self.panel.findChildren(QLabel) if not label.isHidden())

    def field(self, name: str) -> QPlainTextEdit:
        return next(field for field in self.panel.findChildren(QPlainTextEdit) if field.accessibleName() == name)

    def write(self, text: str, field: QWidget | None = None) -> None:
        target = field or self.field("Type an idea")
        target.setFocus()
        QTest.keyClicks(target, text)
        QTest.keyClick(target, Qt.Key.Key_Return)
        self.follow()


@pytest.fixture
def led(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[LedHere]:
    dress(qapp)
    opened = SampleRoom(tmp_path)
    opened.join(20)
    yield LedHere(opened, qtbot)
    opened.close()


@pytest.fixture
def sorted_(led: LedHere) -> LedHere:
    led.room.add_ideas()
    led.room.say(GoToStep("cluster"), "ideas")
    led.room.cluster()
    led.room.add_ideas(texts={"u1": "Solar pumps with local parts", "u2": "Publish who was consulted"})
    led.room.reveal_board()
    for key in ("u1", "u2"):
        led.room.say(HoldIdea(led.room.cards[key]), "ideas")
    led.follow()
    return led


def test_the_steps_go_on_with_n_and_after_the_last_the_next_block_begins(led: LedHere) -> None:
    steps = []

    for _ in range(3):
        steps.append(the_board(led.records(), led.block).step)
        led.press("N")

    assert steps == ["prompt", "collect", "cluster"]
    assert current(led.records()) == led.room.blocks["vote"]


def test_an_empty_board_says_that_silence_is_fine(led: LedHere) -> None:
    assert "Waiting for the first idea. Silence is fine." in led.said()


def test_enter_adds_an_idea_and_opens_the_line_for_the_next(led: LedHere) -> None:
    led.write("Pool repair funds")
    led.write("Ten-year grants")

    assert [card.text for card in led.records()[Card].values()] == ["Pool repair funds", "Ten-year grants"]
    assert led.field("Type an idea").toPlainText() == ""


def test_a_pasted_list_becomes_many_cards(led: LedHere) -> None:
    QApplication.clipboard().setText("- Pool repair funds\n- Ten-year grants\n\n• Open the books")

    led.field("Type an idea").paste()
    led.follow()

    texts = [card.text for card in led.records()[Card].values()]
    assert texts == ["Pool repair funds", "Ten-year grants", "Open the books"]


def test_what_is_too_long_is_refused_in_the_line_and_stays_to_be_shortened(led: LedHere) -> None:
    led.field("Type an idea").setPlainText("long " * 200)

    led.write("")

    assert "Up to 600 letters" in led.said()
    assert led.field("Type an idea").toPlainText().startswith("long")


def test_a_digit_places_the_chosen_idea_and_the_next_is_chosen(sorted_: LedHere) -> None:
    sorted_.choose(0)

    sorted_.press("2")

    second = clusters(sorted_.records(), sorted_.block)[1]
    placed = cards_by_cluster(sorted_.records(), sorted_.block)[second.id]
    assert placed[-1].text == "Solar pumps with local parts"
    assert sorted_.tray().currentIndex().data() == "Publish who was consulted"


def test_when_all_are_placed_the_tray_says_so(sorted_: LedHere) -> None:
    sorted_.choose(0)
    sorted_.press("1")
    sorted_.press("1")

    assert "All ideas are placed. New ones wait here first." in sorted_.said()


def test_x_takes_an_idea_off_the_stage_and_puts_it_back(sorted_: LedHere) -> None:
    card = sorted_.room.cards["a1"]
    sorted_.canvas().select(card)

    sorted_.press("X")
    was_held = sorted_.records()[Placement][card].is_held
    sorted_.press("X")

    assert was_held
    assert not sorted_.records()[Placement][card].is_held


def test_a_star_puts_an_idea_on_the_short_list(sorted_: LedHere) -> None:
    sorted_.canvas().select(sorted_.room.cards["a1"])

    sorted_.press("*")

    assert sorted_.records()[Placement][sorted_.room.cards["a1"]].is_starred


def test_s_shows_one_cluster_large_and_then_all_again(sorted_: LedHere) -> None:
    sorted_.canvas().select(sorted_.room.cards["b1"])
    second = clusters(sorted_.records(), sorted_.block)[1].id

    sorted_.press("S")
    shown = the_board(sorted_.records(), sorted_.block).spotlight
    sorted_.press("S")

    assert shown == second
    assert the_board(sorted_.records(), sorted_.block).spotlight == ClusterId("")


def test_an_idea_is_edited_where_it_stands(sorted_: LedHere) -> None:
    sorted_.canvas().select(sorted_.room.cards["a1"])
    sorted_.press("E")
    field = next(
        field for field in sorted_.panel.findChildren(QPlainTextEdit) if field.isVisible() and field.hasFocus()
    )
    field.selectAll()

    sorted_.write("One fund for repairs", field)

    assert sorted_.records()[Card][sorted_.room.cards["a1"]].text == "One fund for repairs"


def test_a_cluster_is_renamed_where_its_name_stands(sorted_: LedHere) -> None:
    sorted_.canvas().select(sorted_.room.cards["a1"])
    sorted_.press("R")
    field = sorted_.field("Rename this cluster")
    field.selectAll()

    sorted_.write("Money stays in the district", field)

    assert clusters(sorted_.records(), sorted_.block)[0].name == "Money stays in the district"


def test_a_new_cluster_begins_with_the_chosen_idea(sorted_: LedHere) -> None:
    sorted_.choose(0)
    sorted_.press("A")
    field = QApplication.focusWidget()
    assert field is not None

    sorted_.write("The sun does the pumping", field)

    newest = clusters(sorted_.records(), sorted_.block)[-1]
    assert newest.name == "The sun does the pumping"
    assert [card.text for card in cards_by_cluster(sorted_.records(), sorted_.block)[newest.id]] == [
        "Solar pumps with local parts"
    ]


def test_a_cluster_taken_apart_gives_its_ideas_back(sorted_: LedHere) -> None:
    before = len(sorted_.records()[Cluster])
    sorted_.canvas().select(sorted_.room.cards["a1"])

    sorted_.press("Shift X")

    assert len(sorted_.records()[Cluster]) == before - 1
    assert sorted_.tray().model().rowCount() == 10


def test_showing_all_ideas_asks_for_its_key_twice_and_says_why(sorted_: LedHere) -> None:
    sorted_.press("Ctrl Enter")
    asked = sorted_.said()
    held_after_one = sorted_.records()[Placement][sorted_.room.cards["u1"]].is_held

    sorted_.press("Ctrl Enter")

    assert "2 ideas go on the stage, and that cannot be undone. Press Ctrl Enter once more." in asked
    assert held_after_one
    assert not sorted_.records()[Placement][sorted_.room.cards["u1"]].is_held
    assert not sorted_.can("Ctrl Enter")


def test_the_count_names_no_one(sorted_: LedHere) -> None:
    assert "42 ideas" in sorted_.said()
    assert "Amina" not in sorted_.said()


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_every_act_is_in_the_menu_too(sorted_: LedHere) -> None:
    sorted_.choose(0)

    sorted_.panel.contextMenuEvent(
        QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, sorted_.tray().pos(), sorted_.panel.mapToGlobal(sorted_.tray().pos())
        )
    )

    menu = QApplication.activePopupWidget()
    assert menu is not None
    titles = [action.text().split("\t")[0] for action in menu.findChildren(QAction)] or [
        a.text() for a in menu.actions()
    ]
    menu.close()
    assert any("Place in A" in title for title in titles)


def test_a_key_reaches_the_board_from_the_keyboard_but_not_while_somebody_types(
    sorted_: LedHere, qapp: QApplication
) -> None:
    keys = KeyFilter(sorted_.acts)
    keys.install()
    sorted_.choose(0)

    QTest.keyClick(sorted_.tray(), Qt.Key.Key_1)
    sorted_.follow()
    sorted_.field("Type an idea").setFocus()
    QTest.keyClick(sorted_.field("Type an idea"), Qt.Key.Key_1)
    sorted_.follow()
    qapp.removeEventFilter(keys)

    first = clusters(sorted_.records(), sorted_.block)[0]
    placed = cards_by_cluster(sorted_.records(), sorted_.block)[first.id]
    assert [card.text for card in placed].count("Solar pumps with local parts") == 1
    assert sorted_.field("Type an idea").toPlainText() == "1"


def test_showing_the_same_records_twice_changes_nothing(sorted_: LedHere) -> None:
    before = (sorted_.said(), sorted_.canvas().columns(), sorted_.tray().model().rowCount())

    sorted_.follow()

    assert (sorted_.said(), sorted_.canvas().columns(), sorted_.tray().model().rowCount()) == before


def test_before_the_day_one_says_whether_the_room_sees_ideas_arrive(led: LedHere, qtbot: QtBot) -> None:
    inspector = Inspector(lambda wish: led.room.desk.say(wish, activity=led.block), led.block)
    qtbot.addWidget(inspector)
    inspector.show_records(led.records())
    switch = next(
        part for part in inspector.children() if getattr(part, "accessibleName", str)() == "Room can see ideas arrive"
    )
    assert isinstance(switch, QWidget)

    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)

    assert led.records()[Board][led.block].shows_arriving


def test_five_columns_are_seen_whole_on_the_smallest_laptop(sorted_: LedHere) -> None:
    sorted_.panel.resize(608, 560)
    QApplication.processEvents()

    canvas = sorted_.canvas()

    assert len(canvas.columns()) == 5
    assert canvas.horizontalScrollBar().maximum() == 0


def test_the_ideas_of_one_person_are_shown_by_pressing_twice(led: LedHere) -> None:
    for person, text in ((0, "One"), (1, "Two"), (0, "Three")):
        device = f"phone-{led.room.sample['people'][person]['name']}"
        led.room.desk.say(
            AddIdea(text, "phone"), by=PersonId(""), role=Role.PARTICIPANT, device=device, activity=led.block
        ).result()
    led.follow()
    led.choose(2)

    led.press("Alt Enter")
    assert "What this person wrote goes on the stage, without a name. Press Alt Enter once more." in led.said()
    led.press("Alt Enter")

    held = {led.records()[Card][lies.id].text for lies in led.records()[Placement].values() if lies.is_held}
    assert held == {"Two"}


def test_all_are_shown_in_a_mixed_order_by_pressing_twice(led: LedHere) -> None:
    led.room.add_ideas(texts={str(at): f"Idea {at:02}" for at in range(30)})
    led.follow()
    before = [card.text for card in cards_by_cluster(led.records(), led.block)[ClusterId("")]]

    led.press("Shift Enter")
    assert "30 ideas go on the stage, and that cannot be undone. Press Shift Enter once more." in led.said()
    led.press("Shift Enter")

    after = [card.text for card in cards_by_cluster(led.records(), led.block)[ClusterId("")]]
    assert sorted(after) == before != after
    assert not led.can("Shift Enter")


def test_one_more_question_is_asked_and_is_a_column(led: LedHere) -> None:
    led.press("Q")
    field = QApplication.focusWidget()
    assert field is not None

    led.write("What would stop us?", field)

    assert [each.name for each in questions(led.records(), led.block)] == ["What would stop us?"]
    assert "What would stop us?" in [each.name for each in led.canvas().columns()]


def test_check_11_forty_ideas_are_typed_one_after_the_other(led: LedHere) -> None:
    """BD2. Check 11, in part: Enter adds and opens the next, and nothing else has to be pressed."""
    for number in range(40):
        if not number:
            led.press("I")
        field = QApplication.focusWidget()
        assert field is led.field("Type an idea")
        led.write(f"Idea {number}", field)

    assert [card.text for card in led.records()[Card].values()] == [f"Idea {number}" for number in range(40)]


def test_check_11_a_thousand_pasted_lines_are_one_wish_and_are_all_there(led: LedHere) -> None:
    """BD2. Check 11, in part: a pasted list becomes cards."""
    before = led.room.desk.news.seq
    QApplication.clipboard().setText("\n".join(f"{number}. Idea" for number in range(1000)))

    led.field("Type an idea").paste()
    led.follow()

    assert len(led.records()[Card]) == 1000
    assert led.room.desk.news.seq == before + 1
    assert led.tray().model().rowCount() == 1000


def test_one_note_is_shown_large_and_brackets_walk_on_through_its_cluster(sorted_: LedHere) -> None:
    sorted_.canvas().select(sorted_.room.cards["a1"])
    sorted_.press("Shift S")
    sorted_.press("]")
    second = the_board(sorted_.records(), sorted_.block).focus
    assert sorted_.canvas().selected() == second == sorted_.room.cards["a2"]
    for _ in range(2):
        sorted_.press("[")
    assert the_board(sorted_.records(), sorted_.block).focus == sorted_.room.cards["a1"]
    sorted_.press("Shift S")

    assert the_board(sorted_.records(), sorted_.block).focus == ""

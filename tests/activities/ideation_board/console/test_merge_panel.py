"""Notes become one on the facilitator's board, by keys alone, on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.merge_panel import MergePanel
from facilitator.activities.ideation_board.console.merged_note import MergedNote
from facilitator.activities.ideation_board.console.table import Table
from facilitator.activities.ideation_board.console.tick import Tick
from facilitator.activities.ideation_board.console.wording import WordingChoice
from facilitator.activities.ideation_board.rules import EditIdea, Placement, cards_by_cluster, lineage
from facilitator.activities.ideation_board.stage import Scene
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, ClusterId
from facilitator.convening.undo import RedoLast, UndoLast
from facilitator.kit.qt.acts import KeyFilter
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import Theme
from tests.activities.ideation_board.console.test_panel import LedHere
from tests.stage.sample_room import SampleRoom, painted

TWINS = {"u1": "Solar pumps with local parts", "u2": "Publish who was consulted", "u3": "Solar pump with local parts"}


class Merging(LedHere):
    """The panel, with keys that go through the window's own filter."""

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, held)
        self.follow()

    def asked(self) -> MergePanel:
        return self.panel.findChildren(MergePanel)[0]

    def wordings(self, key: str) -> list[str]:
        return [card.text for card in lineage(self.records(), self.room.cards[key])]

    def new_words(self) -> QWidget:
        return next(f for f in self.asked().findChildren(QPlainTextEdit) if f.accessibleName() == "Or new words")

    def ideas(self) -> list[str]:
        rows = range(self.tray().model().rowCount())
        return [str(self.tray().model().index(row, 0).data()) for row in rows]


@pytest.fixture
def led(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Merging]:
    dress(qapp)
    opened = SampleRoom(tmp_path)
    opened.join(20)
    led = Merging(opened, qtbot)
    keys = KeyFilter(led.acts)
    keys.install()
    opened.add_ideas(texts=TWINS)
    led.follow()
    yield led
    qapp.removeEventFilter(keys)
    opened.close()


def test_check_12_picked_notes_become_one_and_come_apart_again_by_keys(led: Merging) -> None:
    """BD3. Check 12, in part: what is merged keeps every wording and is undone."""
    led.choose(0)
    led.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    led.key(Qt.Key.Key_M)
    assert led.asked().isVisible()
    led.key(Qt.Key.Key_2)
    led.key(Qt.Key.Key_Return)

    assert not led.asked().isVisible()
    assert led.ideas() == ["Publish who was consulted", "Solar pump with local parts"]
    assert led.wordings("u2") == ["Publish who was consulted", "Solar pumps with local parts"]
    led.choose(0)
    led.key(Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert led.ideas() == list(TWINS.values())


def test_new_words_are_written_and_enter_merges(led: Merging) -> None:
    led.choose(0)
    led.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    led.key(Qt.Key.Key_M)
    led.key(Qt.Key.Key_3)
    assert QApplication.focusWidget() is led.new_words()
    QTest.keyClicks(led.new_words(), "Sun, and openness")

    led.key(Qt.Key.Key_Return)

    assert "Sun, and openness" in led.ideas()
    assert len(led.ideas()) == 2


def test_one_note_waits_for_the_one_it_is_merged_with(led: Merging) -> None:
    led.choose(1)
    led.key(Qt.Key.Key_M)
    assert "Choose the note that says the same and press M. Esc leaves it." in led.said()
    led.key(Qt.Key.Key_Left)
    led.key(Qt.Key.Key_M)
    assert led.asked().isVisible()

    led.key(Qt.Key.Key_Return)

    assert led.wordings("u2") == ["Publish who was consulted", "Solar pumps with local parts"]
    assert "Choose the note" not in led.said()


def test_look_alikes_are_pointed_out_and_merged_only_when_asked(led: Merging, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: led.can("Ctrl M"))
    assert len(led.ideas()) == 3

    led.press("Ctrl M")
    led.key(Qt.Key.Key_Return)

    assert led.wordings("u1") == ["Solar pumps with local parts", "Solar pump with local parts"]
    assert [card.merged_into for card in led.records()[Card].values()].count(led.room.cards["u1"]) == 1


def test_notes_that_are_not_the_same_are_pointed_out_no_more(led: Merging, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: led.can("Ctrl M"))
    led.press("Ctrl M")
    led.click("Keep both notes")

    qtbot.waitUntil(lambda: not led.can("Ctrl M"))

    assert len(led.ideas()) == 3


def test_escape_leaves_everything_as_it_was_and_the_focus_goes_back(led: Merging) -> None:
    led.choose(0)
    led.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    led.key(Qt.Key.Key_M)
    led.key(Qt.Key.Key_3)
    QTest.keyClicks(led.new_words(), "Not yet")

    led.key(Qt.Key.Key_Escape)

    assert not led.asked().isVisible()
    assert QApplication.focusWidget() is led.tray()
    assert led.ideas() == list(TWINS.values())


def test_words_that_are_too_long_cannot_be_merged_and_what_is_chosen_is_read_aloud(led: Merging) -> None:
    led.choose(0)
    led.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    led.key(Qt.Key.Key_M)
    led.asked().findChildren(QPlainTextEdit)[0].setPlainText("x" * 601)
    merge = next(b for b in led.asked().findChildren(QAbstractButton) if b.accessibleName() == "Merge")

    assert not merge.isEnabled()
    names = [choice.accessibleName() for choice in led.asked().findChildren(WordingChoice) if choice.isVisible()]
    assert names == [f"Use these words: {TWINS[key]}" for key in ("u1", "u2")]
    led.key(Qt.Key.Key_Escape)
    assert CardId(led.room.cards["u1"]) in led.records()[Card]


def test_many_picked_notes_are_placed_by_one_key_and_come_back_by_one_undo(led: Merging) -> None:
    led.room.add_ideas()
    led.room.cluster()
    led.follow()
    led.choose(0)
    led.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    led.key(Qt.Key.Key_2)

    assert led.ideas() == ["Solar pump with local parts"]
    led.room.say(UndoLast())
    led.follow()
    assert led.ideas() == list(TWINS.values())


def test_a_merged_note_is_opened_by_o_and_one_wording_is_taken_out(led: Merging) -> None:
    led.choose(0)
    assert not led.can("O")
    for _ in range(2):
        led.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    led.key(Qt.Key.Key_M)
    led.key(Qt.Key.Key_Return)
    assert led.ideas() == ["Solar pumps with local parts"]
    led.choose(0)
    led.key(Qt.Key.Key_O)
    assert "3 wordings" in led.said()

    led.click("Take out: Publish who was consulted")

    assert sorted(led.ideas()) == ["Publish who was consulted", "Solar pumps with local parts"]


@pytest.mark.timeout(120)
def test_check_12_a_hundred_and_fifty_notes_are_sorted_by_keys_and_twenty_steps_come_back(led: Merging) -> None:
    """Check 12. Merge, cluster, name, undo 20 steps: by keys alone, with author and lineage kept."""
    led.room.add_ideas(texts={f"n{at}": f"Note {at} of {at * 37}" for at in range(150)})
    led.follow()
    for name in ("Money that lasts", "Data we share", "Skills that stay"):
        led.key(Qt.Key.Key_A)
        field = QApplication.focusWidget()
        assert field is not None
        led.write(name, field)
    led.choose(0)
    while led.ideas():
        led.key((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[len(led.ideas()) % 3])
        if not led.tray().currentIndex().isValid() and led.ideas():
            led.choose(0)
    led.canvas().setFocus()
    led.canvas().select(led.room.cards["n10"])
    led.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    led.key(Qt.Key.Key_M)
    led.key(Qt.Key.Key_Return)
    sorted_once = cards_by_cluster(led.records(), led.block)

    for _ in range(20):
        led.room.say(UndoLast())
    led.follow()
    taken_back = cards_by_cluster(led.records(), led.block)
    for _ in range(20):
        led.room.say(RedoLast())
    led.follow()

    assert sum(map(len, sorted_once.values())) == 152
    assert len(taken_back[ClusterId("")]) == 19
    assert cards_by_cluster(led.records(), led.block) == sorted_once
    assert len(led.wordings("n10")) == 2
    assert sum(len(column.notes) for column in led.canvas().columns()) == 152


def test_what_is_parked_goes_to_the_end_of_the_tray_and_says_so(led: Merging) -> None:
    led.choose(0)
    led.key(Qt.Key.Key_P)

    assert led.ideas()[-1] == "Solar pumps with local parts"
    last = led.tray().model().index(2, 0)
    assert "parked for later" in str(last.data(Qt.ItemDataRole.AccessibleTextRole))
    assert led.tray().currentIndex().data() == "Publish who was consulted"
    led.choose(2)
    led.key(Qt.Key.Key_P)
    assert led.ideas() == list(TWINS.values())


def test_both_wordings_on_stage_and_the_word_to_the_phones_go_with_the_merge(led: Merging) -> None:
    led.choose(0)
    led.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    led.key(Qt.Key.Key_M)
    ticks = {tick.accessibleName(): tick for tick in led.asked().findChildren(Tick)}
    assert {name: tick.isChecked() for name, tick in ticks.items()} == {
        "Show both wordings on stage": False,
        "Tell both phones, in plain words": True,
    }

    QTest.mouseClick(ticks["Show both wordings on stage"], Qt.MouseButton.LeftButton)
    led.key(Qt.Key.Key_Return)

    stands = led.records()[Placement][led.room.cards["u1"]]
    assert (stands.shows_wordings, stands.tells_authors) == (True, True)
    led.room.reveal_board()
    scene = Scene(led.block)
    scene.wear(Theme())
    scene.show_records(led.room.records)
    assert f"{TWINS['u1']}\nalso said: “{TWINS['u2']}”" in painted(scene)


def test_many_notes_are_asked_about_as_many_and_nothing_is_remembered_from_before(led: Merging) -> None:
    led.choose(0)
    for _ in range(2):
        led.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    led.key(Qt.Key.Key_M)
    ticks = led.asked().findChildren(Tick)
    names = [tick.accessibleName() for tick in ticks]
    for tick in ticks:
        QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    led.key(Qt.Key.Key_Escape)
    led.key(Qt.Key.Key_M)

    assert names == ["Show every wording on stage", "Tell their phones, in plain words"]
    assert [tick.isChecked() for tick in ticks] == [False, True]


def test_over_a_small_board_nothing_lies_on_another(led: Merging, qtbot: QtBot) -> None:
    led.panel.resize(608, 534)
    cards = tuple(led.room.cards[key] for key in ("u2", "u1"))
    led.room.say(EditIdea(cards[0], "Train young plumbers in each village of the valley"), "ideas")
    led.follow()
    led.panel.findChildren(Table)[0].merge_asked.emit(cards)
    asked = led.asked()
    note, tick = asked.findChildren(MergedNote)[0], asked.findChildren(Tick)[0]
    stays = next(label for label in asked.findChildren(QLabel) if label.text().startswith("It stays in"))

    def is_clear() -> bool:
        tops = [part.mapTo(asked, QPoint()).y() for part in (note, stays, tick)]
        return tops[0] + note.height() <= tops[1] and tops[1] + stays.height() <= tops[2]

    qtbot.waitUntil(is_clear)

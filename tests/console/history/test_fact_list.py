"""The list of facts: pressed, walked through, grown at its top without moving what is read, fluent with 10,000."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.console.history.chronicle import Entry
from facilitator.console.history.fact_list import ROW, FactList
from facilitator.kit.told import Group
from tests.console.conftest import NINE, Room

Show = Callable[[QWidget], None]


def entries(count: int) -> tuple[Entry, ...]:
    """So many facts, newest first; every second one can be taken back."""
    made = [
        Entry(f"f{n}", n, NINE + n, f"You did thing {n}.", "sticker", Group.IDEAS, is_mine=True, sought="")
        for n in range(1, count + 1)
    ]
    return tuple(reversed(made))


@pytest.fixture
def listed(room: Room, shown: Show) -> FactList:
    made = FactList(room.clock, lambda entry: entry.place % 2 == 0)
    shown(made)
    made.resize(800, 300)
    return made


def top(view: FactList) -> tuple[str, int]:
    """The fact at the top of what is seen, and how far it is scrolled out."""
    index = view.indexAt(QPoint(5, 1))
    return view.rows()[index.row()].id, view.visualRect(index).top()


def test_a_press_looks_at_a_fact_and_a_press_on_undo_takes_it_back(listed: FactList) -> None:
    listed.show_entries(entries(6))
    looked: list[str] = []
    undone: list[str] = []
    listed.looked.connect(looked.append)
    listed.undo_wanted.connect(undone.append)
    left = Qt.MouseButton.LeftButton

    QTest.mouseClick(listed.viewport(), left, pos=listed.end_of(0))
    assert (looked, undone) == ([], ["f6"])
    QTest.mouseClick(listed.viewport(), left, pos=listed.end_of(1))
    assert (looked, undone) == (["f5"], ["f6"])
    QTest.mouseClick(listed.viewport(), left, pos=QPoint(200, 2 * ROW + 5))
    assert looked[-1] == "f4"


def test_keys_walk_through_the_facts(listed: FactList) -> None:
    listed.show_entries(entries(6))
    looked: list[str] = []
    listed.looked.connect(looked.append)
    listed.mark("f4")
    assert not looked

    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Up)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert looked == ["f3", "f4", "f4"]
    assert listed.can_undo_current()
    listed.mark("")
    assert not listed.can_undo_current()
    assert listed.current_id() == ""


def test_a_new_fact_comes_in_above_without_moving_what_is_read(listed: FactList) -> None:
    listed.show_entries(entries(10_000))
    listed.grab()
    listed.verticalScrollBar().setValue(50 * ROW + 7)
    read = top(listed)

    listed.show_entries(entries(10_003))

    assert top(listed) == read
    assert listed.rows()[0].id == "f10003"


def test_who_reads_the_top_sees_what_is_new(listed: FactList) -> None:
    listed.show_entries(entries(20))
    listed.show_entries(entries(21))

    assert top(listed) == ("f21", 0)


def test_what_is_looked_at_stays_so_when_a_fact_comes(listed: FactList) -> None:
    listed.show_entries(entries(20))
    listed.mark("f7")
    listed.show_entries(entries(21))

    assert listed.current_id() == "f7"


def test_another_filter_shows_other_rows(listed: FactList) -> None:
    listed.show_entries(entries(20))
    listed.show_entries(entries(20)[::3])

    assert [row.id for row in listed.rows()][:2] == ["f20", "f17"]


def test_of_ten_thousand_only_those_that_are_seen_are_asked_about(room: Room, shown: Show) -> None:
    asked: set[str] = set()

    def undoable(entry: Entry) -> bool:
        asked.add(entry.id)
        return True

    made = FactList(room.clock, undoable)
    shown(made)
    made.resize(800, 300)
    made.show_entries(entries(10_000))
    made.grab()

    assert 7 <= len(asked) < 60


def test_a_row_says_when_and_whether_it_can_be_taken_back(listed: FactList) -> None:
    listed.show_entries(entries(2))
    said = [listed.model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in (0, 1)]

    assert said == ["09:00: You did thing 2. You can take it back.", "09:00: You did thing 1."]


def test_other_days_have_room_for_their_names(listed: FactList) -> None:
    narrow = listed.time_width
    old = Entry("old", 1, NINE - 86_400_000, "You did it.", "sticker", Group.IDEAS, is_mine=True, sought="")
    listed.show_entries((*entries(3), old))

    assert listed.time_width > narrow


def test_a_sentence_runs_as_the_page_does_whatever_name_it_begins_with(listed: FactList) -> None:
    (entry,) = entries(1)
    named = replace(entry, sentence="\u2068ليلى الحدّاد\u2069 sent “One open map”. It waits.")
    listed.show_entries([named])
    seen = listed.grab().toImage()

    listed.show_entries([replace(named, sentence=f"\u200e{named.sentence}")])

    assert listed.grab().toImage() == seen

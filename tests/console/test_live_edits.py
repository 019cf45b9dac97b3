"""Changing the day while it runs: by keys, by the menu and by dragging, each at once and taken back by one undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.live_edits import LiveEdits, menu_of, read_new
from facilitator.console.new_line import NewLine
from facilitator.convening.agenda import agenda
from facilitator.convening.arranging import MoveBlocks, SplitBlock
from facilitator.convening.planning import Replan
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import Wish
from tests.console.conftest import MINUTE, ClockedRoom
from tests.console.late import Late, open_late

ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[ClockedRoom]:
    made = ClockedRoom(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def late(room: ClockedRoom, qtbot: QtBot) -> Iterator[Late]:
    made = open_late(room, qtbot)
    made.run_over(-10)
    made.live.take_focus()
    yield made
    made.window.close_convening()


def titles(late: Late) -> list[str]:
    return [block.title for block in agenda(late.room.records)]


def choose(late: Late, title: str) -> None:
    late.live.day.agenda.choose(late.block(title).id)


def starts(late: Late) -> dict[str, str]:
    """When each block likely starts, as its row says."""
    return {row.title: row.likely or row.planned for row in late.live.day.agenda.rows()}


def test_check_8_a_block_is_moved_by_alt_and_arrows_and_later_times_follow(late: Late) -> None:
    """Check 8. TM8: while running, in two keys; later times recompute."""
    choose(late, "Ideas")

    late.press(Qt.Key.Key_Up, ALT)

    late.room.until(lambda: titles(late)[1:3] == ["Ideas", "Talk"])
    late.room.until(lambda: (starts(late)["Ideas"], starts(late)["Talk"]) == ("09:20", "10:00"))
    late.press(Qt.Key.Key_Z, CTRL)
    late.room.until(lambda: titles(late)[1:3] == ["Talk", "Ideas"])


def test_nothing_goes_before_what_has_begun(late: Late) -> None:
    choose(late, "Talk")
    acts = {act.key: act for act in late.live.acts() if act.title in ("Move up", "Move down")}

    assert (acts["Alt Up"].is_enabled(), acts["Alt Down"].is_enabled()) == (False, True)
    choose(late, "Welcome")
    assert not any(
        act.is_enabled() for act in late.live.acts() if act.title in ("Move up", "Split in two", "Leave out")
    )


def test_check_8_brackets_change_what_comes_by_five_minutes(late: Late) -> None:
    """Check 8. TM8: the plan stays beside what is."""
    choose(late, "Talk")

    late.press(Qt.Key.Key_BracketLeft)

    late.room.until(lambda: late.minutes()["Talk"] == 25)
    late.room.until(lambda: starts(late)["Ideas"] == "09:45")
    assert late.block("Talk").minutes == 30


def test_brackets_anywhere_else_change_the_block_that_runs(late: Late) -> None:
    late.live.day.agenda.clearFocus()
    late.press(Qt.Key.Key_BracketRight)

    late.room.until(lambda: late.room.records[Timebox][late.block("Welcome").id].length_ms == 25 * MINUTE)
    assert late.minutes()["Welcome"] == 20


def test_check_8_a_block_is_dropped_and_brought_back_by_one_key(late: Late) -> None:
    """Check 8. TM8: dropped, it stays seen, struck through."""
    choose(late, "Ideas")

    late.press(Qt.Key.Key_Delete)
    late.room.until(lambda: starts(late)["Lunch"] == "09:54")
    assert [row.is_dropped for row in late.live.day.agenda.rows() if row.title == "Ideas"] == [True]
    late.press(Qt.Key.Key_Delete)

    late.room.until(lambda: starts(late)["Lunch"] == "10:34")


def test_check_8_a_block_is_split_by_one_key(late: Late) -> None:
    """Check 8. TM8."""
    choose(late, "Ideas")

    late.press(Qt.Key.Key_S, SHIFT)

    late.room.until(lambda: "Ideas, second part" in titles(late))
    assert titles(late)[2:4] == ["Ideas", "Ideas, second part"]
    assert (late.minutes()["Ideas"], late.minutes()["Ideas, second part"]) == (20, 20)


def test_check_8_a_block_is_inserted_with_its_minutes_in_one_line(late: Late) -> None:
    """Check 8. TM8: a key, a line, Enter; it stands after the chosen row, and later times follow."""
    choose(late, "Talk")

    late.press(Qt.Key.Key_A, SHIFT)
    late.write("Energiser 5")
    late.press(Qt.Key.Key_Return)

    late.room.until(lambda: titles(late)[1:4] == ["Talk", "Energiser", "Ideas"])
    late.room.until(lambda: (starts(late).get("Energiser"), starts(late)["Ideas"]) == ("09:50", "09:55"))
    assert late.live.day.agenda.hasFocus()


def test_a_new_block_comes_after_what_has_begun_and_escape_adds_none(late: Late) -> None:
    choose(late, "Welcome")
    late.press(Qt.Key.Key_A, SHIFT)
    late.write("Stretch")
    late.press(Qt.Key.Key_Escape)
    assert not late.live.findChildren(NewLine)[0].isVisible()

    late.press(Qt.Key.Key_A, SHIFT)
    late.write("Walk")
    late.press(Qt.Key.Key_Return)

    late.room.until(lambda: titles(late)[1] == "Walk")
    assert late.minutes()["Walk"] == 10
    assert "Stretch" not in titles(late)


def test_check_8_a_row_is_dragged_to_another_place(late: Late, qtbot: QtBot) -> None:
    """Check 8. TM8: dragged; what has begun cannot be overtaken."""
    view = late.live.day.agenda
    rows = [row.title for row in view.rows()]

    def drop(title: str, onto: str) -> None:
        carried: QMimeData = view.model().mimeData([view.model().index(rows.index(title), 0)])
        low = view.visualRect(view.model().index(rows.index(onto), 0)).bottomLeft()
        at = QPointF(low) + QPointF(20, -1)
        event = QDropEvent(
            at, Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        view.dropEvent(event)

    drop("Stories", "Talk")
    late.room.until(lambda: titles(late)[:4] == ["Welcome", "Talk", "Stories", "Ideas"])
    late.live.day.agenda.moved.emit(late.block("Stories").id, "")  # dropped above the first row

    late.room.until(lambda: titles(late)[:3] == ["Welcome", "Stories", "Talk"])
    flags = view.model().flags(view.model().index(0, 0))
    assert not flags & Qt.ItemFlag.ItemIsDragEnabled


def test_the_menu_of_a_row_offers_the_same(late: Late, qtbot: QtBot) -> None:
    asked: list[Wish] = []
    ideas, holder = late.block("Ideas"), QWidget()
    qtbot.addWidget(holder)
    menu = menu_of(holder, LiveEdits(asked.append, late.room.records, lambda: None).acts(ideas.id))

    for entry in menu.actions():
        if entry.isEnabled() and not entry.text().startswith("Add"):
            entry.trigger()

    assert [entry.text().split("\t")[0] for entry in menu.actions()] == [
        "Move up", "Move down", "5 min less", "5 min more", "Leave out", "Split in two", "Add a block",
    ]  # fmt: skip
    assert asked == [
        MoveBlocks((ideas.id,), late.block("Welcome").id, ideas.day),
        MoveBlocks((ideas.id,), late.block("Spare").id, ideas.day),
        Replan(ideas.day, (ideas.id,), (35,)),
        Replan(ideas.day, (ideas.id,), (45,)),
        Replan(ideas.day, (ideas.id,), (0,)),
        SplitBlock(ideas.id, 20, "Ideas, second part"),
    ]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Energiser 10", ("Energiser", 10)),
        (" Energiser  in pairs 12 min", ("Energiser in pairs", 12)),
        ("10 Energiser", ("Energiser", 10)),
        ("Energiser", ("Energiser", 10)),
        ("Vision 2035", ("Vision 2035", 10)),
        ("15", ("15", 10)),
        ("", ("", 10)),
    ],
)
def test_a_line_is_read_as_a_title_and_minutes(words: str, read: tuple[str, int]) -> None:
    assert read_new(words) == read

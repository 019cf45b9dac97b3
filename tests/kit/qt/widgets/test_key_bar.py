"""The bar at the foot: the keys that act now, as many as there is room for, and what was saved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets import KeyBar


def bar_with(qtbot: QtBot, width: int, acts: list[Act]) -> KeyBar:
    bar = KeyBar()
    qtbot.addWidget(bar)
    bar.resize(width, 32)
    bar.show_acts(acts)
    bar.show_status("Saved on this laptop 10:58")
    bar.grab()
    return bar


def acts(done: list[str]) -> list[Act]:
    return [
        Act("T", "Pause timer", lambda: done.append("T")),
        Act("X", "Take off stage", lambda: done.append("X"), lambda: False),
        Act("", "Without a key", lambda: done.append("")),
        Act("Ctrl Enter", "Close and reveal", lambda: done.append("Ctrl Enter")),
        Act("?", "All keys", lambda: done.append("?")),
    ]


def test_what_can_be_done_now_is_shown_with_its_key(qtbot: QtBot, theme: Theme) -> None:
    bar = bar_with(qtbot, 1000, acts([]))

    assert bar.shown() == ("Pause timer", "Close and reveal", "All keys")
    assert "Ctrl Enter: Close and reveal" in bar.accessibleName()
    assert bar.accessibleDescription() == "Saved on this laptop 10:58"


def test_where_room_ends_the_first_ones_stay(qtbot: QtBot, theme: Theme) -> None:
    assert bar_with(qtbot, 330, acts([])).shown() == ("Pause timer",)


def test_a_long_title_leaves_the_others_their_place(qtbot: QtBot, theme: Theme) -> None:
    long = Act("N", "Next step: Each group offers one thing not yet said; repeat the cycle if needed.", print)

    bar = bar_with(qtbot, 760, [long, *acts([])])

    assert bar.shown() == (long.title, "Pause timer", "Close and reveal")
    assert long.title in bar.accessibleName()


def test_a_press_on_an_act_does_it(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    bar = bar_with(qtbot, 1000, acts(done))

    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(30, 16))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(600, 16))

    assert done == ["T"]


def test_where_reading_begins_at_the_right_the_first_key_lies_there(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    bar = bar_with(qtbot, 1000, acts(done))
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.grab()

    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(30, 16))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(970, 16))

    assert done == ["T"]


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_the_same_keys_said_again_cost_no_paint_and_do_what_they_do_now(qtbot: QtBot, theme: Theme) -> None:
    first: list[str] = []
    now: list[str] = []
    bar = bar_with(qtbot, 1000, acts(first))
    bar.show()
    qtbot.waitExposed(bar)
    paints = Paints(bar)
    bar.installEventFilter(paints)
    qtbot.waitUntil(lambda: bool(bar.shown()))
    QApplication.processEvents()
    before = paints.count

    bar.show_acts(acts(now))
    QApplication.processEvents()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(30, 16))

    assert paints.count == before
    assert (first, now) == ([], ["T"])
    bar.show_acts(acts(now)[3:])
    qtbot.waitUntil(lambda: bar.shown() == ("Close and reveal", "All keys"))

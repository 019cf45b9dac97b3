"""The head of a day in preparation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.planning import plan_of
from facilitator.console.preparing.day_head import DayHead
from facilitator.console.preparing.folds import Fold
from facilitator.convening.days import FIRST_DAY, Day, days
from facilitator.convening.ids import DayId
from facilitator.convening.planning import AddDay
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.label import LineLabel
from tests.console.conftest import Room, button, names, press


def test_the_chips_say_how_a_day_stands_and_open_what_is_behind(
    room: Room, shown: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    room.block("Talk", minutes=60)
    room.block("Lunch", minutes=45, category="pause")
    turned: list[Fold] = []
    head = DayHead(room.clock, turned.append)
    plan = plan_of(room.records, FIRST_DAY, 540)
    head.show_day(room.records, days(room.records)[0], plan)
    head.show_chosen(plan, plan.rows[0].block)
    shown(head)

    assert {"2 blocks", "60 min work · 45 min rest", "09:00–10:45"} <= set(names(head))
    assert button(head, "2 blocks, 09:00 – 10:45").height() > 20
    press(qtbot, head, "60 min work · 45 min rest")
    press(qtbot, head, "1 thing to settle before you go live")
    press(qtbot, head, "Change this day")
    assert turned == [Fold.SUMS, Fold.SETTLE, Fold.DAY]


def test_a_day_without_a_line_says_so_in_the_ink_of_what_is_not_written(
    room: Room, shown: Callable[[QWidget], None]
) -> None:
    room.say(AddDay(Day(DayId(""), "Second thoughts")))
    head = DayHead(room.clock, lambda _fold: None)
    shown(head)
    title = next(iter(head.findChildren(LineLabel)))
    first, second = days(room.records)

    head.show_day(room.records, first, plan_of(room.records, first.id, 540))
    assert title.whole() == "A day without a line yet"
    assert title.palette().color(QPalette.ColorRole.WindowText) == theme_in_use().inks.ink_3

    head.show_day(room.records, second, plan_of(room.records, second.id, 540))
    assert title.whole() == "Second thoughts"
    assert title.palette().color(QPalette.ColorRole.WindowText) == theme_in_use().inks.ink

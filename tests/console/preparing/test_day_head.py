"""The head of a day in preparation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.planning import plan_of
from facilitator.console.preparing.day_head import DayHead
from facilitator.console.preparing.folds import Fold
from facilitator.convening.days import FIRST_DAY, days
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

"""What folds open over the list: one at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.asking import refusals_of
from facilitator.console.planning import plan_of
from facilitator.console.preparing.folds import Fold, Folds, day_names
from facilitator.convening.days import FIRST_DAY, Day, days
from facilitator.convening.ids import ROOM, DayId
from facilitator.convening.planning import AddDay
from facilitator.convening.records import Records
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room


def filled(folds: Folds, records: Records) -> None:
    folds.show_records(records, days(records)[0], plan_of(records, FIRST_DAY, 540))


def test_one_is_open_at_a_time_and_esc_closes_it(room: Room, shown: Callable[[QWidget], None], qtbot: QtBot) -> None:
    room.block("Talk")
    folds = Folds(Asking(room.say_to(ROOM), refusals_of(room.activities)))
    filled(folds, room.records)
    host = QWidget()
    folds.setParent(host)
    shown(host)

    folds.turn(Fold.SUMS)
    folds.turn(Fold.SETTLE)

    assert (folds.sums.isVisible(), folds.settle.isVisible()) == (False, True)
    with qtbot.waitSignal(folds.closed):
        QTest.keyClick(folds.settle.list, Qt.Key.Key_Escape)
    assert not folds.isVisible()


def test_days_have_names_only_where_there_are_several(room: Room) -> None:
    assert day_names(room.records) == {}

    room.say(AddDay(Day(DayId(""))))

    assert list(day_names(room.records).values()) == ["Day 1", "Day 2"]

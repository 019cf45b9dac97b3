"""One trouble at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.surroundings import Gravity, Trouble
from facilitator.console.trouble_bar import TroubleBar
from facilitator.kit.qt.acts import Act
from tests.console.conftest import button, names, press

Show = Callable[[QWidget], None]


@pytest.fixture
def bar(shown: Show) -> TroubleBar:
    made = TroubleBar()
    shown(made)
    made.hide()
    return made


def test_the_worst_is_told_first_and_the_other_after_it(bar: TroubleBar) -> None:
    bar.tell(Trouble("phones", Gravity.WARNING, "Reconnecting 4 phones."))
    bar.tell(Trouble("disk", Gravity.BAD, "The disk is full.", "Nothing is lost."))
    assert bar.words() == "The disk is full. Nothing is lost."

    bar.settle("disk")

    assert bar.words() == "Reconnecting 4 phones."


def test_the_bar_goes_when_all_is_well(bar: TroubleBar) -> None:
    bar.tell(Trouble("phones", Gravity.WARNING, "Reconnecting 4 phones."))

    bar.settle("phones")

    assert bar.isHidden()
    assert bar.words() == ""


def test_what_can_be_done_is_a_button(bar: TroubleBar, qtbot: QtBot) -> None:
    done: list[str] = []
    bar.tell(
        Trouble("phones", Gravity.WARNING, "Reconnecting.", acts=(Act("", "Phones", lambda: done.append("phones")),))
    )
    qtbot.waitUntil(lambda: "Phones" in names(bar))

    press(qtbot, bar, "Phones")

    assert done == ["phones"]


def test_good_news_is_closed_by_a_press(bar: TroubleBar, qtbot: QtBot) -> None:
    bar.tell(Trouble("back", Gravity.GOOD, "Everything is back."))

    QTest.mouseClick(button(bar, "Close"), Qt.MouseButton.LeftButton)

    assert bar.isHidden()


def test_good_news_stands_above_a_warning_that_stays_and_below_what_is_bad(bar: TroubleBar) -> None:
    bar.tell(Trouble("way", Gravity.WARNING, "No phone has reached this laptop yet."))
    bar.tell(Trouble("summary", Gravity.GOOD, "The summary is ready."))
    bar.tell(Trouble("way", Gravity.WARNING, "No phone has reached this laptop yet."))
    assert bar.words() == "The summary is ready."

    bar.refuse("No timer is running.")
    assert bar.words() == "No timer is running."
    bar.tell(Trouble("begin", Gravity.BAD, "It could not be begun."))
    assert bar.words() == "It could not be begun."
    for key in ("begin", "summary"):
        bar.settle(key)
    bar.accept()

    assert bar.words() == "No phone has reached this laptop yet."


def test_a_refusal_goes_with_the_next_thing_that_works(bar: TroubleBar) -> None:
    bar.refuse("No timer is running.")
    assert bar.words() == "No timer is running."

    bar.accept()

    assert bar.isHidden()


def test_of_troubles_that_are_as_bad_the_newest_is_told(bar: TroubleBar) -> None:
    bar.tell(Trouble("begin", Gravity.BAD, "It could not be begun."))
    bar.tell(Trouble("summary", Gravity.BAD, "There is no summary yet."))
    assert bar.words() == "There is no summary yet."

    bar.tell(Trouble("begin", Gravity.BAD, "It could not be begun."))

    assert bar.words() == "It could not be begun."


def test_while_the_disk_takes_nothing_that_is_told_whatever_comes(bar: TroubleBar) -> None:
    bar.tell(Trouble("disk", Gravity.BAD, "The disk is full."))
    bar.tell(Trouble("summary", Gravity.BAD, "There is no summary yet."))
    assert bar.words() == "The disk is full."

    bar.tell(Trouble("disk", Gravity.WARNING, "The disk is nearly full."))

    assert bar.words() == "There is no summary yet."

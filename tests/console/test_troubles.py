"""What is told in one bar is told in all, and closed in all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.console.disk_trouble import saved_again
from facilitator.console.surroundings import Gravity, Surroundings, Trouble
from facilitator.console.trouble_bar import TroubleBar
from facilitator.console.troubles import Troubles
from facilitator.kit.qt.dress import dress

READY = Trouble("summary", Gravity.GOOD, "The summary is ready.")


@pytest.fixture
def bars(qtbot: QtBot, qapp: QApplication) -> tuple[TroubleBar, TroubleBar]:
    dress(qapp)
    made = (TroubleBar(), TroubleBar())
    for bar in made:
        qtbot.addWidget(bar)
    return made


def test_a_bar_that_comes_later_tells_it_too_and_one_that_left_no_more(bars: tuple[TroubleBar, TroubleBar]) -> None:
    first, second = bars
    troubles = Troubles()
    troubles.join(first)
    troubles.tell(READY)

    troubles.join(second)
    assert [bar.words() for bar in bars] == ["The summary is ready."] * 2

    troubles.part(second)
    troubles.tell(replace(READY, fact="The summary is being made."))
    assert [bar.words() for bar in bars] == ["The summary is being made.", "The summary is ready."]


def test_what_was_closed_in_one_bar_is_closed_in_all(bars: tuple[TroubleBar, TroubleBar]) -> None:
    troubles = Troubles()
    for bar in bars:
        troubles.join(bar)
    troubles.tell(READY)

    bars[0].closed.emit(READY.key)

    assert [bar.words() for bar in bars] == ["", ""]


def test_the_disk_is_told_when_it_changes_and_is_over_when_it_is_well(bars: tuple[TroubleBar, TroubleBar]) -> None:
    troubles = Troubles()
    troubles.join(bars[0])

    troubles.look_around(Surroundings(disk=saved_again()))
    assert "Everything is written again" in bars[0].words()
    troubles.look_around(Surroundings())

    assert bars[0].words() == ""


def test_a_bar_that_comes_later_tells_the_newest_too(bars: tuple[TroubleBar, TroubleBar]) -> None:
    troubles = Troubles()
    troubles.join(bars[0])
    troubles.tell(READY)
    troubles.tell(Trouble("back", Gravity.GOOD, "Everything is back."))
    troubles.tell(READY)

    troubles.join(bars[1])

    assert [bar.words() for bar in bars] == ["The summary is ready."] * 2


def test_a_room_that_is_gone_takes_its_troubles_with_it(bars: tuple[TroubleBar, TroubleBar]) -> None:
    troubles = Troubles()
    troubles.join(bars[0])
    away = Trouble("away", Gravity.WARNING, "Reconnecting 4 phones.")
    doors = Trouble("doors", Gravity.BAD, "Phones cannot come in.")

    troubles.look_around(Surroundings(doors=doors, away=away))
    assert bars[0].words() == "Phones cannot come in."
    troubles.look_around(Surroundings(away=away))
    assert bars[0].words() == "Reconnecting 4 phones."
    troubles.look_around(Surroundings())

    assert bars[0].words() == ""

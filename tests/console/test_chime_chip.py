"""What a chime says is seen beside the timer, for a while."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.chime_chip import ChimeChip
from facilitator.convening.cues import Chime
from facilitator.kit.qt.widgets.frames import row
from tests.console.conftest import names

LONG = 600_000


@pytest.fixture
def host(shown: Callable[[QWidget], None]) -> QWidget:
    made = QWidget()
    shown(made)
    return made


def chip_in(host: QWidget, shown_ms: int) -> ChimeChip:
    chip = ChimeChip(shown_ms)
    row(host, chip)
    return chip


def test_nothing_is_seen_before_a_chime(shown: Callable[[QWidget], None]) -> None:
    host = QWidget()
    chip = chip_in(host, LONG)

    shown(host)

    assert not chip.isVisible()


@pytest.mark.parametrize(
    ("chime", "minutes", "words"),
    [
        (Chime.CUE, 5, "5 min left"),
        (Chime.CUE, 1, "1 min left"),
        (Chime.OVER, 10, "10 min over"),
        (Chime.STEP, 0, "Step over"),
        (Chime.END, 0, "Time is up"),
    ],
)
def test_each_chime_says_what_it_means(host: QWidget, chime: Chime, minutes: int, words: str) -> None:
    chip = chip_in(host, LONG)

    chip.show_ring(chime, minutes)

    assert words in names(host)


def test_it_goes_after_a_while(host: QWidget, qtbot: QtBot) -> None:
    chip = chip_in(host, 50)
    chip.show_ring(Chime.CUE, 5)
    seen = chip.isVisible()

    qtbot.waitUntil(lambda: not chip.isVisible())

    assert seen


def test_the_newest_chime_takes_the_place_of_the_one_before(host: QWidget) -> None:
    chip = chip_in(host, LONG)

    chip.show_ring(Chime.CUE, 1)
    chip.show_ring(Chime.END, 0)

    assert "Time is up" in names(host)
    assert "1 min left" not in names(host)


@pytest.mark.parametrize(("chime", "stays"), [(c, c in (Chime.STEP, Chime.END)) for c in Chime])
def test_what_was_said_of_one_clock_is_not_seen_beside_the_next(host: QWidget, chime: Chime, stays: bool) -> None:
    """Past a step, "1 min left" stood beside seven minutes; that the step is over is still news."""
    chip = chip_in(host, LONG)
    chip.show_ring(chime, 1)

    chip.leave_clock()

    assert chip.isVisible() is stays

"""What the laptop knows of the room around it."""

from __future__ import annotations

from datetime import UTC

from facilitator.console.surroundings import Gravity, Surroundings, nothing_saved
from facilitator.kit.qt.reading import Reading
from tests.console.conftest import NINE


def test_what_is_saved_is_said_with_its_time() -> None:
    reading = Reading(NINE, UTC)

    assert Surroundings().saved_words(reading) == "Everything stays on this laptop"
    assert Surroundings(saved_at=NINE).saved_words(reading) == "Saved on this laptop 09:00"


def test_a_disk_that_takes_nothing_is_bad_but_nothing_is_lost() -> None:
    trouble = nothing_saved(3)

    assert trouble.gravity is Gravity.BAD
    assert "3 wait in memory" in trouble.meaning

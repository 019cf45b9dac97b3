"""What the laptop knows of the room around it."""

from __future__ import annotations

from datetime import UTC

from facilitator.console.surroundings import Surroundings
from facilitator.kit.qt.reading import Reading
from tests.console.conftest import NINE


def test_what_is_saved_is_said_with_its_time() -> None:
    reading = Reading(NINE, UTC)

    assert Surroundings().saved_words(reading) == "Everything stays on this laptop"
    assert Surroundings(saved_at=NINE).saved_words(reading) == "Saved on this laptop 09:00"

"""The chime: rings beside the windows, ends in time, and is silent where there is no loudspeaker."""

from __future__ import annotations

import threading
import time
import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.sound import Chime
from facilitator.paths import resources


def test_the_bundled_chime_is_short_soft_and_small() -> None:
    path = resources() / "sounds" / "chime.wav"

    with wave.open(str(path)) as sound:
        seconds = sound.getnframes() / sound.getframerate()
        samples = memoryview(sound.readframes(sound.getnframes())).cast("h")

    assert 0.5 < seconds < 3
    assert 8_000 < max(samples) < 25_000
    assert abs(samples[-1]) < 50
    assert path.stat().st_size < 100_000


def test_nothing_starts_before_the_first_ring() -> None:
    before = threading.active_count()

    chime = Chime()

    assert threading.active_count() == before
    chime.stop()


def test_ringing_returns_at_once_and_stopping_ends_within_two_seconds() -> None:
    chime = Chime()
    began = time.monotonic()

    chime.ring()
    chime.ring()
    rang = time.monotonic() - began
    chime.stop()

    assert rang < 0.5
    assert not [thread for thread in threading.enumerate() if thread.name == "chime"]
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("name", ["not there.wav", "not a sound.wav"])
def test_what_cannot_be_played_is_silence_for_the_rest_of_the_run(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    (tmp_path / "not a sound.wav").write_bytes(b"words")
    chime = Chime(tmp_path / name)

    chime.ring()
    qtbot.waitUntil(lambda: chime.is_silent, timeout=10_000)
    chime.ring()
    chime.stop()

    assert chime.is_silent

"""The chimes: one at a time beside the windows, as loud as asked, and silent where there is no loudspeaker."""

from __future__ import annotations

import logging
import threading
import time
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

import miniaudio
import pytest
from pytestqt.qtbot import QtBot

from facilitator.convening.cues import Chime
from facilitator.kit.qt.loudness import Loudness
from facilitator.kit.qt.sound import Chimes, Frames, Loudspeaker
from facilitator.paths import resources

FULL = Loudness(1.0)


class Desk:
    """A loudspeaker on a desk: it draws samples when it is told to, and can be unplugged."""

    def __init__(self) -> None:
        self.tried = 0
        self.opened: list[int] = []
        self.closed = 0
        self.drawing: list[Frames] = []
        self.is_plugged = True

    def open(self, rate: int) -> Loudspeaker:
        self.tried += 1
        if not self.is_plugged:
            raise OSError("no such device")
        self.opened.append(rate)
        return self

    def start(self, callback_generator: Frames) -> None:
        self.drawing.append(callback_generator)

    def close(self) -> None:
        self.closed += 1

    def draw(self, wanted: int) -> array[int]:
        return self.drawing[-1].send(wanted)

    def draw_all(self) -> array[int]:
        heard = array("h")
        try:
            while True:
                heard += self.draw(441)
        except StopIteration:
            return heard


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def chimes(desk: Desk) -> Iterator[Chimes]:
    made = Chimes(open_speaker=desk.open)
    made.turn_to(FULL)
    yield made
    made.stop()


def samples_of(chime: Chime) -> array[int]:
    with wave.open(str(resources() / "sounds" / f"{chime.value}.wav")) as file:
        return array("h", file.readframes(file.getnframes()))


def threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "chime"]


@pytest.mark.parametrize("chime", list(Chime))
def test_each_chime_is_its_own_sound(chimes: Chimes, desk: Desk, qtbot: QtBot, chime: Chime) -> None:
    chimes.play(chime)
    qtbot.waitUntil(lambda: len(desk.drawing) == 1)

    assert desk.draw_all() == samples_of(chime)
    assert desk.opened == [22_050]


def test_the_volume_makes_every_sample_smaller(chimes: Chimes, desk: Desk, qtbot: QtBot) -> None:
    chimes.turn_to(Loudness(0.5))

    chimes.play(Chime.END)
    qtbot.waitUntil(lambda: len(desk.drawing) == 1)

    heard, full = desk.draw_all(), samples_of(Chime.END)
    assert all(abs(one - other / 4) <= 0.5 for one, other in zip(heard, full, strict=True))


def test_what_is_muted_opens_no_loudspeaker(chimes: Chimes, desk: Desk) -> None:
    chimes.turn_to(Loudness(1.0, is_muted=True))

    chimes.play(Chime.END)

    assert not threads()
    assert not desk.opened


def test_muting_silences_what_sounds_without_a_click(chimes: Chimes, desk: Desk, qtbot: QtBot) -> None:
    chimes.play(Chime.END)
    qtbot.waitUntil(lambda: len(desk.drawing) == 1)
    before = desk.draw(2000)

    chimes.turn_to(Loudness(1.0, is_muted=True))

    falling, after = desk.draw(2000), desk.draw(2000)
    full = samples_of(Chime.END)[2000:4000]
    assert max(before) > 1000
    assert falling[0] == full[0]
    assert abs(falling[1] - full[1]) < 5
    assert all(abs(one) <= abs(other) for one, other in zip(falling, full, strict=True))
    assert set(after) == {0}


def test_one_sounds_at_a_time_and_the_newest_asked_for_comes_next(chimes: Chimes, desk: Desk, qtbot: QtBot) -> None:
    chimes.play(Chime.CUE)
    qtbot.waitUntil(lambda: len(desk.drawing) == 1)

    chimes.play(Chime.OVER)
    chimes.play(Chime.STEP)
    first, closed = desk.draw_all(), desk.closed
    qtbot.waitUntil(lambda: len(desk.drawing) == 2)

    assert (first, closed) == (samples_of(Chime.CUE), 0)
    assert desk.closed == 1
    assert desk.draw_all() == samples_of(Chime.STEP)
    qtbot.waitUntil(lambda: desk.closed == 2)


def test_nothing_starts_before_the_first_chime(desk: Desk) -> None:
    chimes = Chimes(open_speaker=desk.open)

    assert not threads()
    chimes.stop()


def test_stopping_ends_a_chime_that_sounds(chimes: Chimes, desk: Desk, qtbot: QtBot) -> None:
    chimes.play(Chime.END)
    qtbot.waitUntil(lambda: len(desk.drawing) == 1)

    chimes.stop()

    assert desk.closed == 1
    assert not threads()


def test_a_chime_may_be_asked_for_again_after_stopping(chimes: Chimes, desk: Desk, qtbot: QtBot) -> None:
    chimes.play(Chime.CUE)
    qtbot.waitUntil(lambda: len(desk.drawing) == 1)
    chimes.stop()

    chimes.play(Chime.STEP)

    qtbot.waitUntil(lambda: len(desk.drawing) == 2)


def test_a_loudspeaker_that_takes_its_time_keeps_nobody_waiting(desk: Desk, qtbot: QtBot) -> None:
    is_there = threading.Event()

    def open_late(rate: int) -> Loudspeaker:
        is_there.wait(20)
        return desk.open(rate)

    chimes = Chimes(open_speaker=open_late)
    began = time.monotonic()
    for _ in range(100):
        chimes.play(Chime.END)
    asked = time.monotonic() - began
    is_there.set()

    qtbot.waitUntil(lambda: len(desk.drawing) == 1)
    chimes.stop()
    assert asked < 5


def test_a_laptop_without_sound_is_told_of_once_and_stays_silent(
    chimes: Chimes, desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    desk.is_plugged = False
    with caplog.at_level(logging.INFO):
        chimes.play(Chime.END)
        qtbot.waitUntil(lambda: chimes.is_silent)
        desk.is_plugged = True
        chimes.play(Chime.END)
        chimes.stop()

    assert not desk.opened
    assert [record.getMessage() for record in caplog.records] == ["No chime can be heard: no such device"]


def test_a_loudspeaker_that_went_away_is_looked_for_at_the_next_chime(
    chimes: Chimes, desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        chimes.play(Chime.CUE)
        qtbot.waitUntil(lambda: len(desk.drawing) == 1)
        desk.draw_all()
        qtbot.waitUntil(lambda: desk.closed == 1)
        desk.is_plugged = False
        chimes.play(Chime.END)
        qtbot.waitUntil(lambda: len(caplog.records) == 1)
        chimes.play(Chime.END)
        qtbot.waitUntil(lambda: desk.tried == 3)
        desk.is_plugged = True
        chimes.play(Chime.STEP)
        qtbot.waitUntil(lambda: len(desk.drawing) == 2)

    assert not chimes.is_silent
    assert desk.draw_all() == samples_of(Chime.STEP)
    assert len(caplog.records) == 1


def test_a_loudspeaker_that_draws_no_more_is_let_go(chimes: Chimes, desk: Desk, qtbot: QtBot) -> None:
    chimes.play(Chime.CUE)
    qtbot.waitUntil(lambda: len(desk.drawing) == 1)
    desk.draw(441)

    qtbot.waitUntil(lambda: desk.closed == 1, timeout=10_000)


@pytest.mark.parametrize("words", [b"", b"words", b"RIFF\x24\x00\x00\x00WAVE"])
def test_what_cannot_be_read_is_silence_for_the_rest_of_the_run(
    qtbot: QtBot, tmp_path: Path, desk: Desk, words: bytes
) -> None:
    if words:
        (tmp_path / "end.wav").write_bytes(words)
    chimes = Chimes(tmp_path, desk.open)

    chimes.play(Chime.END)
    qtbot.waitUntil(lambda: chimes.is_silent, timeout=10_000)
    chimes.stop()

    assert not desk.opened


def test_miniaudio_plays_one_to_its_end_and_then_the_next(qtbot: QtBot) -> None:
    opened: list[float] = []

    def nowhere(rate: int) -> Loudspeaker:
        """Open what miniaudio calls a null device: it draws in real time, and nobody hears it."""
        opened.append(time.monotonic())
        null: Loudspeaker = miniaudio.PlaybackDevice(nchannels=1, sample_rate=rate, backends=[miniaudio.Backend.NULL])
        return null

    chimes = Chimes(open_speaker=nowhere)
    chimes.play(Chime.CUE)
    qtbot.waitUntil(lambda: len(opened) == 1)
    chimes.play(Chime.STEP)
    qtbot.waitUntil(lambda: len(opened) == 2, timeout=10_000)
    chimes.stop()

    assert not chimes.is_silent
    assert opened[1] - opened[0] > len(samples_of(Chime.CUE)) / 22_050


def test_this_laptop_rings_or_is_silent_and_its_thread_ends(qtbot: QtBot) -> None:
    chimes = Chimes()

    chimes.play(Chime.CUE)
    chimes.stop()

    assert not threads()

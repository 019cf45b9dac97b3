"""How loud this laptop chimes is kept: the next start, and the next convening, are as loud."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.chiming import MUTED, VOLUME, Chiming
from facilitator.convening.cues import Chime
from facilitator.kit.qt.loudness import Loudness
from facilitator.kit.qt.sound import Chimes, Frames, Loudspeaker
from facilitator.store import kept


class Heard:
    """A loudspeaker that draws a whole chime at once."""

    def __init__(self) -> None:
        self.sounds: list[array[int]] = []

    def open(self, rate: int) -> Loudspeaker:
        return self

    def start(self, callback_generator: Frames) -> None:
        heard = array("h")
        try:
            while True:
                heard += callback_generator.send(4410)
        except StopIteration:
            self.sounds.append(heard)

    def close(self) -> None:
        """Nothing to let go of."""


@contextmanager
def chiming_of(folder: Path, stream: str = "convening-1", **settings: str) -> Iterator[tuple[Chiming, Heard]]:
    workspace = house.open_workspace(folder)
    for name, value in settings.items():
        kept.set_setting(workspace.connection, name, value)
    room, heard = house.Room(workspace, stream), Heard()
    chiming = Chiming(room.desk, Chimes(open_speaker=heard.open))
    yield chiming, heard
    chiming.stop()
    room.close()
    workspace.close()


def test_a_new_laptop_chimes_as_loud_as_usual(data_folder: Path, qtbot: QtBot) -> None:
    with chiming_of(data_folder) as (chiming, _):
        assert chiming.volume.loudness == Loudness()


@pytest.mark.parametrize("next_one", ["convening-1", "convening-2"])
def test_volume_and_mute_are_kept_for_the_laptop(data_folder: Path, qtbot: QtBot, next_one: str) -> None:
    with chiming_of(data_folder) as (chiming, _):
        chiming.volume.turn_to(0.3)
        chiming.volume.toggle_mute()

    with chiming_of(data_folder, next_one) as (chiming, _):
        assert chiming.volume.loudness == Loudness(0.3, is_muted=True)


@pytest.mark.parametrize("rubbish", ["loud", "", "nan", "inf", "-0.1", "7"])
def test_settings_that_cannot_be_read_are_as_if_never_set(data_folder: Path, qtbot: QtBot, rubbish: str) -> None:
    """Fault 19. Settings are garbage: it chimes as loud as on a new laptop, and can be turned."""
    with chiming_of(data_folder, **{VOLUME: rubbish, MUTED: rubbish}) as (chiming, _):
        assert chiming.volume.loudness == Loudness()
        chiming.volume.turn_to(0.5)

    with chiming_of(data_folder) as (chiming, _):
        assert chiming.volume.loudness == Loudness(0.5)


def test_what_is_heard_follows_what_was_kept_and_what_is_turned(data_folder: Path, qtbot: QtBot) -> None:
    with chiming_of(data_folder, **{VOLUME: "0.50", MUTED: "no"}) as (chiming, heard):
        chiming.ring()
        qtbot.waitUntil(lambda: len(heard.sounds) == 1)
        chiming.volume.turn_to(1)
        chiming.play(Chime.END)
        qtbot.waitUntil(lambda: len(heard.sounds) == 2)
        chiming.volume.toggle_mute()
        chiming.ring()
        chiming.stop()

    assert len(heard.sounds) == 2
    assert max(heard.sounds[0]) == pytest.approx(max(heard.sounds[1]) / 4, abs=1)

"""How loud this laptop chimes."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.loudness import Loudness, Volume


def test_muting_is_silence_and_forgets_no_volume(qtbot: QtBot) -> None:
    volume = Volume(Loudness(0.3))

    volume.toggle_mute()
    muted = volume.loudness
    volume.toggle_mute()

    assert (muted, muted.gain) == (Loudness(0.3, is_muted=True), 0.0)
    assert volume.loudness == Loudness(0.3)


@pytest.mark.parametrize(("wanted", "volume"), [(0.5, 0.5), (-1, 0.0), (7, 1.0), (0.30000000000000004, 0.3)])
def test_a_volume_lies_between_nothing_and_all(qtbot: QtBot, wanted: float, volume: float) -> None:
    turned = Volume()

    turned.turn_to(wanted)

    assert turned.loudness.volume == volume


def test_whoever_turns_the_volume_wants_to_hear(qtbot: QtBot) -> None:
    volume = Volume(Loudness(0.3, is_muted=True))

    volume.turn_to(0.4)

    assert volume.loudness == Loudness(0.4)


def test_what_changed_is_told_once_and_what_did_not_is_not_told(qtbot: QtBot) -> None:
    volume = Volume(Loudness(0.3))

    with qtbot.waitSignal(volume.changed) as told:
        volume.turn_to(0.6)
    with qtbot.assertNotEmitted(volume.changed):
        volume.turn_to(0.6)

    assert told.args == [Loudness(0.6)]


def test_half_the_volume_is_a_quarter_of_the_gain() -> None:
    assert Loudness(0.5).gain == 0.25
    assert Loudness(1.0).gain == 1.0

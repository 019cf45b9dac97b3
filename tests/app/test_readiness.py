"""Whether the room is ready, in plain words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.readiness import checks
from facilitator.app.wakefulness import Wakefulness
from facilitator.console.seats.attendance import Attendance
from facilitator.console.seats.seating import Check, State
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import ConveningId
from facilitator.convening.records import Records
from facilitator.convening.words import added

ASLEEP = Wakefulness()
READY = Surroundings(Projector.READY, "1920 × 1080", 1, "10.0.0.5:8080", choices=("10.0.0.5",))


def looked_at(around: Surroundings, folder: Path, seats: int = 22, awake: Wakefulness = ASLEEP) -> dict[str, Check]:
    working = Records(house.rulebook().kinds).edit()
    working.put((added(Convening(ConveningId("c"), "Clean Water", seats=seats)),))
    return {check.name: check for check in checks(working.publish(), around, folder, awake)}


def test_a_room_that_is_ready_says_so(data_folder: Path) -> None:
    found = looked_at(replace(READY, attendance=Attendance(frozenset({"amina"}))), data_folder)

    wanted = ("Projector", "Room network", "Phones reach it", "Heads", "Disk")
    assert {name: found[name].state for name in wanted} == dict.fromkeys(wanted, State.WELL)


def test_a_mirrored_screen_no_network_and_no_phone_are_told_with_what_to_do(data_folder: Path) -> None:
    found = looked_at(Surroundings(Projector.MIRRORED), data_folder)

    assert found["Projector"].state is State.LOOK
    assert "Extend the desktop" in found["Projector"].advice
    assert found["Room network"].says == "no network"
    assert found["Phones reach it"].state is State.UNKNOWN
    assert "firewall" in found["Phones reach it"].advice


def test_more_heads_than_the_air_carries_are_told(data_folder: Path) -> None:
    many = looked_at(READY, data_folder, seats=120)["Heads"]
    hotspot = looked_at(replace(READY, address="10.42.0.1:8080"), data_folder, seats=22)["Heads"]

    assert (many.state, "about 40 phones" in many.advice) == (State.LOOK, True)
    assert (hotspot.state, "Bring a router" in hotspot.advice) == (State.LOOK, True)


def test_a_screen_that_knows_its_size_says_from_how_far_it_is_read(data_folder: Path) -> None:
    name = "Stage reads at 10 m"
    large = looked_at(replace(READY, image=2400), data_folder)[name]
    small = looked_at(replace(READY, image=1210), data_folder)[name]
    wall = looked_at(READY, data_folder)[name]

    assert (large.state, large.says) == (State.WELL, "image 2.4 m wide")
    assert (small.state, small.says) == (State.LOOK, "image 1.2 m wide")
    assert wall.state is State.UNKNOWN
    assert "an image of 2.3 m for 10 m" in wall.advice


def test_a_laptop_that_may_fall_asleep_is_told_with_what_to_do(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """The real wakepy, by its own way of being tried where no system can be asked."""
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    awake = Wakefulness()
    before = looked_at(READY, data_folder, awake=awake)["Sleep and updates"]
    awake.begin()
    qtbot.waitUntil(lambda: awake.is_held)
    held = looked_at(READY, data_folder, awake=awake)["Sleep and updates"]
    awake.end()

    assert (before.state, "updates" in before.advice) == (State.LOOK, True)
    assert (held.state, held.says) == (State.WELL, "sleep is held off")
    assert not awake.is_held


def test_more_phones_than_were_expected_count_too(data_folder: Path) -> None:
    crowd = Attendance(frozenset(f"person {number}" for number in range(41)))

    heads = looked_at(replace(READY, attendance=crowd), data_folder, seats=22)["Heads"]

    assert (heads.state, heads.says) == (State.LOOK, "41 are here")

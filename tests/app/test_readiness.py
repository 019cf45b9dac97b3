"""Whether the room is ready, in plain words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from facilitator.app import house
from facilitator.app.readiness import checks
from facilitator.console.seats.attendance import Attendance
from facilitator.console.seats.seating import Check, State
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import ConveningId
from facilitator.convening.records import Records
from facilitator.convening.words import added

READY = Surroundings(Projector.READY, "1920 × 1080", 1, "10.0.0.5:8080", choices=("10.0.0.5",))


def looked_at(around: Surroundings, folder: Path, seats: int = 22) -> dict[str, Check]:
    working = Records(house.rulebook().kinds).edit()
    working.put((added(Convening(ConveningId("c"), "Clean Water", seats=seats)),))
    return {check.name: check for check in checks(working.publish(), around, folder)}


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

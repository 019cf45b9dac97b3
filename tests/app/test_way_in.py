"""The way in for phones, with real networks that come, change and go."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.app.way_in import WayIn
from tests.phones.network import LAPTOP, Air, air, ip, needs_networks
from tests.phones.room import CODE, Phone, Room

SECONDS = 15_000
pytestmark = needs_networks


@pytest.fixture
def network() -> Iterator[Air]:
    with air() as made:
        yield made


@pytest.fixture
def room(network: Air, data_folder: Path) -> Iterator[Room]:
    made = Room(data_folder, names=())
    made.open()
    yield made
    made.close()


class Way:
    """A way in that is looked at often, and what it told."""

    def __init__(self, room: Room, nobody_seconds: float = 600.0) -> None:
        self.shown = 0
        self.way = WayIn(room.bridge, self.show, look_seconds=0.2, nobody_seconds=nobody_seconds)

    def show(self) -> None:
        self.shown += 1

    @property
    def fact(self) -> str:
        return self.way.trouble.fact if self.way.trouble is not None else ""

    @property
    def meaning(self) -> str:
        return self.way.trouble.meaning if self.way.trouble is not None else ""


def press(way: Way, title: str) -> None:
    assert way.way.trouble is not None
    next(act for act in way.way.trouble.acts if act.title == title).do()


@pytest.fixture
def way(room: Room, qtbot: QtBot) -> Iterator[Way]:
    made = Way(room)
    yield made
    made.way.stop()


def test_the_address_that_is_shown_answers(room: Room, way: Way, network: Air, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: way.way.joining.address == f"{LAPTOP}:{room.bridge.port}", timeout=SECONDS)

    asked = ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", f"http://{way.way.joining.address}/j/{CODE}"]
    seen = subprocess.run(network.on_phone(asked), capture_output=True, text=True, check=True)

    assert seen.stdout == "303"
    assert way.way.trouble is None
    assert way.way.joining.url == f"HTTP://{LAPTOP}:{room.bridge.port}/J/{CODE}"


def test_a_laptop_that_changes_its_address_shows_the_new_one_and_every_seat_stays(
    room: Room, way: Way, network: Air, qtbot: QtBot
) -> None:
    """Fault 30. Another address by itself, one line that says so, and the token of a phone is as good as before."""
    qtbot.waitUntil(lambda: bool(way.way.joining.url), timeout=SECONDS)
    joined = Phone(room.bridge.port, headers={"Host": LAPTOP}).join("Wambui")

    network.lose(LAPTOP)
    qtbot.waitUntil(lambda: way.fact == "This laptop is in no network.", timeout=SECONDS)
    assert way.way.joining.url == ""
    network.have("192.168.7.9")
    qtbot.waitUntil(lambda: way.way.joining.address == f"192.168.7.9:{room.bridge.port}", timeout=SECONDS)

    assert way.fact == f"Phones now find this laptop at 192.168.7.9:{room.bridge.port}."
    joined.headers["Host"] = f"192.168.7.9:{room.bridge.port}"
    assert joined.say("room", "typing").status == 200
    press(way, "Show the codes")
    assert (way.shown, way.fact) == (1, "")


def test_the_facilitator_chooses_among_addresses_and_a_lost_choice_gives_way(
    room: Room, way: Way, network: Air, qtbot: QtBot
) -> None:
    network.have("192.168.7.9")
    qtbot.waitUntil(lambda: set(way.way.choices) == {LAPTOP, "192.168.7.9"}, timeout=SECONDS)

    way.way.choose("192.168.7.9")
    qtbot.waitUntil(lambda: way.way.joining.address.startswith("192.168.7.9:"), timeout=SECONDS)
    network.lose("192.168.7.9")

    qtbot.waitUntil(lambda: way.way.joining.address.startswith(f"{LAPTOP}:"), timeout=SECONDS)


def test_a_room_that_no_phone_reaches_is_told_what_to_check_until_one_does(
    room: Room, network: Air, qtbot: QtBot
) -> None:
    """Fault 39. Nothing gets through to the laptop: after a while three checks are named, and the first phone ends it."""
    ip("route", "add", "blackhole", "10.42.0.22/32")
    waiting = Way(room, nobody_seconds=1.0)
    asked = ["curl", "-s", "-m", "1", f"http://{LAPTOP}:{room.bridge.port}/"]
    blocked = subprocess.run(network.on_phone(asked), check=False)

    qtbot.waitUntil(lambda: waiting.fact == "No phone has reached this laptop yet.", timeout=SECONDS)
    assert blocked.returncode != 0
    waiting.way.hear(())
    assert waiting.meaning.count("?") == 3
    waiting.way.hear([""])

    assert waiting.fact == ""
    waiting.way.stop()

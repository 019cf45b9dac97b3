"""A phone in a network of its own, whose Wi-Fi goes away and comes back."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from facilitator.convening.cards import Card
from tests.phones.network import LAPTOP, air, ip, needs_networks
from tests.phones.room import CODE, Room

IDEAS = 20


@needs_networks
@pytest.mark.parametrize(
    "seconds", [1.0, pytest.param(4.0, marks=pytest.mark.long), pytest.param(20.0, marks=pytest.mark.long)]
)
@pytest.mark.timeout(120)
def test_a_phone_that_loses_its_wifi_while_it_sends_loses_no_idea(data_folder: Path, seconds: float) -> None:
    """Fault 29. The link is down while ideas go out: each of them is there in the end, once."""
    with air() as network:
        room = Room(data_folder)
        room.open()
        try:
            room.start("ideation_board")
            url = f"http://{LAPTOP}:{room.bridge.port}/j/{CODE}"
            command = network.on_phone([sys.executable, "-m", "tests.phones.walker", url, str(IDEAS)])
            with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as phone:
                assert phone.stdout is not None
                assert phone.stdout.readline() == "in\n"
                room.wait_until(lambda records: len(records[Card]) >= 3)
                ip("link", "set", "wlan0", "down")
                time.sleep(seconds)  # how long the Wi-Fi is away is what is tried
                before = len(room.records[Card])
                ip("link", "set", "wlan0", "up")

                statuses = json.loads(phone.stdout.readline())

            assert before < IDEAS
            assert statuses == [200] * IDEAS
            assert sorted(card.text for card in room.records[Card].values()) == sorted(
                f"Idea {number}" for number in range(IDEAS)
            )
        finally:
            room.close()

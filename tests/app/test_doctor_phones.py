"""The way in for phones, as the doctor finds it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from facilitator.app.doctor_phones import looks
from facilitator.phones.listening import PORTS, listen
from tests.phones.network import LAPTOP, Air, air, ip, needs_networks


@pytest.fixture
def network() -> Iterator[Air]:
    with air() as made:
        yield made


def found() -> dict[str, tuple[bool, str]]:
    return {look.name: (look.is_well, look.says) for look in looks()}


@needs_networks
def test_the_address_that_answers_and_the_port_are_named(network: Air) -> None:
    said = found()

    assert said["Addresses"] == (True, LAPTOP)
    assert said["Port"] == (True, f"{PORTS[0]} is free")
    assert "keeps devices apart" in said["Firewall and network"][1]
    assert "this laptop serves" in said["Heads"][1]


@needs_networks
def test_a_taken_port_is_told_with_the_one_that_is_used_instead(network: Air) -> None:
    """Fault 39. The usual port is taken."""
    with listen((PORTS[0],)):
        said = found()

    assert said["Port"] == (True, f"{PORTS[1]}, since {PORTS[0]} is taken")


@needs_networks
def test_a_laptop_without_a_network_is_told_so(network: Air) -> None:
    network.lose(LAPTOP)

    assert found()["Addresses"] == (True, "No network: phones cannot join.")


@needs_networks
def test_an_address_that_does_not_answer_is_not_well(network: Air) -> None:
    ip("link", "set", "lo", "down")

    is_well, says = found()["Addresses"]

    assert (is_well, says) == (False, f"This laptop does not answer at {LAPTOP}.")

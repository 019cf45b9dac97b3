"""The doorway that phones know, over restarts."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.app import house
from facilitator.app.doorway import address_as_chosen, ports_as_known, remember_address, remember_port
from facilitator.phones.listening import PORTS, listen
from facilitator.store import kept


def port_of_a_day(folder: Path, ports: tuple[int, ...] = (0,)) -> int:
    """Open the doors and close them again."""
    workspace = house.open_workspace(folder)
    room = house.open_sample(workspace)
    try:
        return room.open_doors(house.Doors(ports=ports, more_hosts=("room.test",))).port
    finally:
        room.close()
        workspace.close()


def test_a_restart_opens_the_port_that_phones_know(data_folder: Path) -> None:
    first = port_of_a_day(data_folder)

    assert port_of_a_day(data_folder) == first


def test_a_known_port_that_is_taken_gives_way(data_folder: Path) -> None:
    """Fault 39. Somebody else has our port today: the doors open all the same."""
    first = port_of_a_day(data_folder)

    with listen((first,)):
        second = port_of_a_day(data_folder)

    assert second not in (0, first)


@pytest.mark.parametrize("known", ["", "nonsense", "0", "70000", "99999999", "-1", "٨٠٨٠"])
def test_a_port_that_is_none_is_not_tried(data_folder: Path, known: str) -> None:
    workspace = house.open_workspace(data_folder)
    kept.set_setting(workspace.connection, "phones_port", known)

    tried = ports_as_known(workspace, PORTS)
    workspace.close()

    assert tried in (PORTS, (8080, 8000, 8888, 0))


def test_whoever_wants_a_certain_port_gets_that_one(data_folder: Path) -> None:
    workspace = house.open_workspace(data_folder)
    remember_port(workspace, 8000)

    anything, certain = ports_as_known(workspace, PORTS), ports_as_known(workspace, (9000,))
    workspace.close()

    assert anything == (8000, 8080, 8888, 0)
    assert certain == (9000,)


def test_the_chosen_address_is_remembered(data_folder: Path) -> None:
    workspace = house.open_workspace(data_folder)
    before = address_as_chosen(workspace)
    remember_address(workspace, "192.168.7.9")

    after = address_as_chosen(workspace)
    workspace.close()

    assert (before, after) == ("", "192.168.7.9")

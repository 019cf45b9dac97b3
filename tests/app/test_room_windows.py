"""One open convening with its windows: nothing for the room before it is live, then the stage and the doors at once."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.room_windows import RoomWindows
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.convening.agenda import Block
from facilitator.convening.clock import EndConvening, StartBlock
from facilitator.convening.gathering import GoLive, the_convening
from facilitator.convening.stage_state import BlankStage
from facilitator.desk.news import News
from facilitator.kit.qt.dress import dress
from facilitator.stage.show import laptop_clock
from facilitator.stage.window import StageWindow
from tests.phones.network import LAPTOP, Air, air, needs_networks
from tests.phones.room import HOST_NAME, Phone

SECONDS = 15_000


class Console(QWidget):
    """A console that only listens."""

    def __init__(self) -> None:
        super().__init__()
        self.news: list[News] = []
        self.around: list[Surroundings] = []


@pytest.fixture
def console(qtbot: QtBot, qapp: QApplication) -> Console:
    dress(qapp)
    made = Console()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def windows(data_folder: Path, console: Console) -> Iterator[RoomWindows]:
    workspace = house.open_workspace(data_folder)
    room, _ = house.begin_room_of_sample(workspace)
    made = RoomWindows(room, console, house.Doors(ports=(0,), more_hosts=(HOST_NAME,)), laptop_clock)
    made.follow(console.news.append, console.around.append)
    yield made
    made.close()
    workspace.close()


@pytest.fixture
def network() -> Iterator[Air]:
    with air() as made:
        yield made


def gateways() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "--gateway" in child.cmdline()]


def begin(windows: RoomWindows, title: str) -> None:
    block = next(block for block in windows.room.desk.news.records[Block].values() if block.title == title)
    windows.room.tell(StartBlock(block.id))


def test_nothing_is_opened_before_it_is_live(windows: RoomWindows, console: Console, qtbot: QtBot) -> None:
    begin(windows, "Tea and a walk")

    qtbot.waitUntil(lambda: bool(console.news), timeout=SECONDS)
    assert not windows.stage.isVisible()
    assert windows.room.bridge is None
    assert not gateways()


def test_going_live_lights_the_stage_and_opens_the_doors_once(
    windows: RoomWindows, console: Console, qtbot: QtBot
) -> None:
    windows.room.tell(GoLive())
    qtbot.waitUntil(lambda: bool(windows.around.address), timeout=SECONDS)
    begin(windows, "Tea and a walk")
    qtbot.waitUntil(lambda: "Take a walk" in windows.stage.painted_text(), timeout=SECONDS)

    assert windows.stage.isVisible()
    assert len(gateways()) == 1
    assert windows.around.address == console.around[-1].address
    assert windows.around.projector is Projector.MISSING


def test_phones_are_counted_once_they_have_a_seat(windows: RoomWindows, qtbot: QtBot) -> None:
    windows.room.tell(GoLive())
    qtbot.waitUntil(lambda: bool(windows.around.address), timeout=SECONDS)
    assert windows.room.bridge is not None
    phone = Phone(windows.room.bridge.port).come_in(the_convening(windows.room.desk.news.records).code)
    assert phone.say("room", "join", name="Amina").status == 200

    with phone.listening() as stream:
        next(stream)
        qtbot.waitUntil(lambda: windows.around.phones == 1, timeout=SECONDS)

    qtbot.waitUntil(lambda: windows.around.phones == 0, timeout=SECONDS)


def test_what_is_saved_and_what_waits_is_told(windows: RoomWindows, console: Console, qtbot: QtBot) -> None:
    windows.room.tell(BlankStage())
    qtbot.waitUntil(lambda: windows.around.saved_at > 0, timeout=SECONDS)
    opened = windows.opened(lambda: None)
    windows.room.desk.stop()

    opened.say_to("room")(EndConvening())

    qtbot.waitUntil(lambda: console.around[-1].disk is not None, timeout=SECONDS)


def test_doors_that_are_just_opening_are_closed_too(data_folder: Path, console: Console, qtbot: QtBot) -> None:
    workspace = house.open_workspace(data_folder)
    room, _ = house.begin_room_of_sample(workspace)
    windows = RoomWindows(room, console, house.Doors(ports=(0,)), laptop_clock)
    windows.follow(console.news.append, console.around.append)
    room.tell(GoLive())
    qtbot.waitUntil(windows.stage.isVisible, timeout=SECONDS)

    windows.close()
    workspace.close()

    assert not gateways()


def test_quitting_waits_for_no_doors_that_are_still_opening(
    data_folder: Path, console: Console, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = house.open_workspace(data_folder)
    room, _ = house.begin_room_of_sample(workspace)
    windows = RoomWindows(room, console, house.Doors(ports=(0,)), laptop_clock)
    windows.follow(console.news.append, console.around.append)
    silent = data_folder / "silent"
    silent.write_text("#!/bin/sh\nexec sleep 60\n")
    silent.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(silent))
    room.tell(GoLive())
    qtbot.waitUntil(windows.stage.isVisible, timeout=SECONDS)

    began = time.monotonic()
    windows.close()
    workspace.close()

    assert time.monotonic() - began < 5
    qtbot.wait(30)
    assert not any(around.doors for around in console.around)


@needs_networks
def test_another_address_is_shown_as_soon_as_the_laptop_has_it(
    network: Air, data_folder: Path, console: Console, qtbot: QtBot
) -> None:
    """Fault 30. The laptop changes its Wi-Fi: the stage has no dead code for a moment, then the new one."""
    workspace = house.open_workspace(data_folder)
    room, _ = house.begin_room_of_sample(workspace)
    windows = RoomWindows(room, console, house.Doors(ports=(0,)), laptop_clock)
    windows.follow(console.news.append, console.around.append)
    room.tell(GoLive())
    qtbot.waitUntil(lambda: windows.around.address.startswith(f"{LAPTOP}:"), timeout=SECONDS)
    qtbot.waitUntil(lambda: LAPTOP in windows.stage.painted_text(), timeout=SECONDS)

    network.lose(LAPTOP)
    qtbot.waitUntil(lambda: windows.around.way is not None and not windows.around.address, timeout=SECONDS)
    qtbot.waitUntil(lambda: LAPTOP not in windows.stage.painted_text(), timeout=SECONDS)
    network.have("192.168.7.9")

    qtbot.waitUntil(lambda: windows.around.address.startswith("192.168.7.9:"), timeout=SECONDS)
    qtbot.waitUntil(lambda: "192.168.7.9" in windows.stage.painted_text(), timeout=SECONDS)
    assert windows.around.way is not None
    windows.close()
    workspace.close()


def test_doors_that_do_not_open_are_told_and_can_be_tried_again(
    windows: RoomWindows, console: Console, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(sys, "executable", "/bin/false")
        broken.setattr("facilitator.phones.bridge.READY_SECONDS", 0.2)
        windows.room.tell(GoLive())
        qtbot.waitUntil(lambda: bool(console.around and console.around[-1].doors is not None), timeout=SECONDS)

    (again,) = [act for around in console.around[-1:] if around.doors for act in around.doors.acts]
    again.do()
    again.do()

    qtbot.waitUntil(lambda: bool(windows.around.address), timeout=SECONDS)
    assert console.around[-1].doors is None
    again.do()
    qtbot.wait(50)
    assert len(gateways()) == 1
    assert len([thread for thread in threading.enumerate() if thread.name == "doors"]) == 0


def test_a_room_that_was_closed_leaves_no_stage_behind(data_folder: Path, console: Console) -> None:
    workspace = house.open_workspace(data_folder)
    windows = RoomWindows(house.Room(workspace, "convening-1"), console, house.Doors(), laptop_clock)

    windows.close()
    workspace.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert not console.findChildren(QObject)
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, StageWindow)]


def test_the_console_turns_the_pages_of_the_stage(windows: RoomWindows) -> None:
    assert windows.opened(lambda: None).turn_stage == windows.show.turn


def awake() -> bool:
    return "awake" in [thread.name for thread in threading.enumerate()]


def test_the_laptop_is_kept_awake_from_going_live_until_the_day_is_over(windows: RoomWindows, qtbot: QtBot) -> None:
    begin(windows, "Tea and a walk")
    assert not awake()

    windows.room.tell(GoLive())
    qtbot.waitUntil(awake, timeout=15_000)
    windows.room.tell(EndConvening())
    qtbot.waitUntil(lambda: not awake(), timeout=15_000)
    windows.room.tell(GoLive())

    qtbot.waitUntil(awake, timeout=15_000)


def test_a_room_whose_doors_do_not_open_is_kept_awake_too(
    data_folder: Path, console: Console, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = house.open_workspace(data_folder)
    room, _ = house.begin_room_of_sample(workspace)
    monkeypatch.setattr("facilitator.phones.bridge.READY_SECONDS", 0.0)
    windows = RoomWindows(room, console, house.Doors(ports=(0,)), laptop_clock)
    windows.follow(console.news.append, console.around.append)

    windows.room.tell(GoLive())

    qtbot.waitUntil(lambda: windows.around.doors is not None, timeout=15_000)
    assert awake()
    windows.close()
    assert not awake()
    workspace.close()

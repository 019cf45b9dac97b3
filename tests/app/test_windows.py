"""The app with its windows: it opens what is asked for, shows what happens, and ends in order however it is ended."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import Placement
from facilitator.app import house
from facilitator.app.windows import Windows
from facilitator.console.home import Home
from facilitator.console.live import Live
from facilitator.console.prepare import Prepare
from facilitator.convening.clock import EndConvening
from facilitator.convening.gathering import DescribeConvening, GoLive, the_convening
from facilitator.convening.words import NotSaved, Receipt, Refusal
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import theme_in_use
from tests.app.left import leave_the_sample_live

MOST_SECONDS = 30.0


def seen(windows: Windows) -> list[str]:
    """The page that is seen, by its kind."""
    pages = windows.console.findChildren(QWidget)
    return [type(each).__name__ for each in pages if isinstance(each, Home | Prepare | Live) and each.isVisible()]


def shown(windows: Windows) -> list[str]:
    """The names of what is seen in the console."""
    return [each.accessibleName() for each in windows.console.findChildren(QWidget) if each.isVisible()]


def listed(windows: Windows) -> list[str]:
    """The names of what lies on the desk at home."""
    return [each.accessibleName() for each in windows.console.home.findChildren(QWidget)]


def test_an_empty_folder_opens_with_a_desk_and_no_file(windows: Windows, data_folder: Path) -> None:
    assert seen(windows) == ["Home"]
    assert windows.room is None
    assert not data_folder.exists()


def test_every_field_of_the_console_has_the_height_and_the_edge_of_the_theme(windows: Windows) -> None:
    windows.open_sample()
    windows.console.prepare()
    field = next(each for each in windows.console.findChildren(QLineEdit) if each.isVisible() and each.isEnabled())

    edge = field.grab().toImage().pixelColor(field.width() // 2, 0)
    assert field.height() >= 34
    assert edge == theme_in_use().inks.line_strong


def test_the_sample_opens_ready_to_go_live(windows: Windows) -> None:
    windows.open_sample()

    assert seen(windows) == ["Live"]
    assert windows.room is not None
    assert not windows.room.stage.isVisible()
    assert windows.room.room.bridge is None


def test_a_window_with_something_in_memory_only_closes_at_the_second_try(
    windows: Windows, data_folder: Path, qtbot: QtBot
) -> None:
    windows.open_sample()
    assert windows.room is not None
    data_folder.rename(data_folder.with_name(f"{data_folder.name}-away"))
    windows.room.voices.say_to("room")(GoLive())
    qtbot.waitUntil(lambda: windows.room is not None and windows.room.voices.waiting() == 1, timeout=15_000)

    assert not windows.console.close()
    qtbot.waitUntil(
        lambda: any("1 thing is in memory only. Close once more to lose it." in name for name in shown(windows)),
        timeout=15_000,
    )

    assert windows.console.close()


def test_what_is_opened_twice_is_one_room(windows: Windows) -> None:
    windows.open_sample()
    room = windows.room
    assert room is not None

    windows.prepare(room.room.desk.stream)

    assert windows.room is room
    assert seen(windows) == ["Prepare"]


def test_the_desk_lists_a_convening_as_it_was_renamed(windows: Windows, qtbot: QtBot) -> None:
    windows.open_sample()
    assert windows.room is not None
    room = windows.room.room
    now = the_convening(room.desk.news.records)
    room.tell(DescribeConvening(replace(now, title="Clean Water, at last")))

    windows.console.go_home()

    qtbot.waitUntil(lambda: any("Clean Water, at last" in name for name in listed(windows)), timeout=5000)


def test_news_of_a_room_that_was_closed_reach_nobody(windows: Windows, qtbot: QtBot) -> None:
    windows.open_sample()
    first = windows.room
    assert first is not None
    heard: list[object] = []
    first.follow(heard.append, lambda _: None)
    qtbot.waitUntil(lambda: bool(heard), timeout=5000)
    heard.clear()
    first.room.tell(GoLive())

    windows.close()
    qtbot.wait(50)

    assert not heard
    assert first.room.bridge is None


def test_settings_that_are_garbage_leave_the_boards_as_they_are(
    data_folder: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    """Fault 19. Random bytes where settings were: the app starts as on the first day, says so once, and has all boards."""
    convening = leave_the_sample_live(data_folder)
    chance = random.Random(19)
    (data_folder / "laptop").write_bytes(chance.randbytes(8))
    with contextlib.closing(sqlite3.connect(data_folder / "workspace.db", isolation_level=None)) as connection:
        connection.execute("update setting set value = cast(? as text)", (b"\xff" + chance.randbytes(20),))
        connection.execute("insert into draft values ('note', cast(? as text))", (b"\xff" + chance.randbytes(20),))
    dress(qapp)
    windows = Windows(data_folder, house.Doors(ports=(0,)))
    windows.show()

    windows.come_back()

    said = "Some settings could not be read. They are as on the first day. Your boards are untouched."
    assert windows.console.home.trouble.words() == said
    assert any("Clean Water by 2035" in name for name in listed(windows))
    windows.lead(convening)
    qtbot.waitUntil(lambda: bool(windows.room and windows.room.around.address), timeout=15_000)
    assert len(windows.records()[Placement]) == 43
    windows.close()
    windows.console.close()
    windows.console.deleteLater()
    again = Windows(data_folder, house.Doors(ports=(0,)))
    again.come_back()
    assert again.console.home.trouble.words() == ""
    again.close()
    again.console.deleteLater()


def away(folder: Path) -> Path:
    """Take the folder away: the disk takes nothing."""
    return folder.rename(folder.with_name(f"{folder.name}-away"))


def say_into_memory(windows: Windows, folder: Path, qtbot: QtBot) -> Future[Receipt]:
    """Say something that the disk does not take; give what its asker holds."""
    room = windows.room
    assert room is not None
    away(folder)
    answer = room.voices.say_to("room")(GoLive())
    qtbot.waitUntil(lambda: room.voices.waiting() == 1, timeout=15_000)
    return answer


def bar(windows: Windows) -> str:
    pages = windows.console.findChildren(QWidget)
    seen_pages = (each for each in pages if isinstance(each, Home | Prepare | Live) and each.isVisible())
    return next(page.trouble.words() for page in seen_pages)


def begin_one(windows: Windows) -> None:
    next(each for each in windows.console.home.acts() if each.key == "Ctrl N" and each.is_enabled()).do()


LEAVES: dict[str, Callable[[Windows, str], object]] = {
    "led": lambda windows, other: windows.lead(other),
    "prepared": lambda windows, other: windows.prepare(other),
    "begun": lambda windows, _: begin_one(windows),
    "sample": lambda windows, _: windows.open_sample(),
    "deleted": lambda windows, _: windows.console.home.delete_wanted.emit(
        windows.room and windows.room.room.desk.stream
    ),
    "copy": lambda windows, _: windows.rest(),
}


@pytest.mark.parametrize("how", LEAVES)
def test_a_convening_with_something_in_memory_only_is_left_at_the_second_try(
    windows: Windows, data_folder: Path, qtbot: QtBot, how: str
) -> None:
    windows.open_sample()
    assert windows.room is not None
    sample = windows.room.room.desk.stream
    if how == "sample":
        windows.console.go_home()
        begin_one(windows)
        qtbot.waitUntil(lambda: seen(windows) == ["Prepare"], timeout=15_000)
    windows.console.go_home()
    room, answer = windows.room, say_into_memory(windows, data_folder, qtbot)

    with contextlib.suppress(Refusal):
        LEAVES[how](windows, sample if how == "sample" else "another")

    assert windows.room is room
    assert seen(windows) == ["Home"]
    qtbot.waitUntil(lambda: "1 thing is in memory only. Do that once more to lose it." in bar(windows), timeout=15_000)
    assert not answer.done()
    data_folder.with_name(f"{data_folder.name}-away").rename(data_folder)
    with contextlib.suppress(Refusal):
        LEAVES[how](windows, sample if how == "sample" else "another")

    assert windows.room is not room
    assert answer.done()


def test_what_was_in_memory_when_its_room_was_closed_is_answered(
    windows: Windows, data_folder: Path, qtbot: QtBot
) -> None:
    windows.open_sample()
    answer = say_into_memory(windows, data_folder, qtbot)

    windows.close()

    assert isinstance(answer.exception(0), NotSaved)


def test_a_room_that_was_closed_leaves_nothing_in_the_bar(windows: Windows, data_folder: Path, qtbot: QtBot) -> None:
    windows.open_sample()
    say_into_memory(windows, data_folder, qtbot)
    qtbot.waitUntil(lambda: bar(windows).startswith("The folder of this convening is gone."), timeout=15_000)

    # As soon as the folder is back the desk saves what it holds: what it refuses, it refuses before.
    with pytest.raises(Refusal, match=r"convening\.in_memory"):
        windows.rest()
    data_folder.with_name(f"{data_folder.name}-away").rename(data_folder)
    windows.rest()

    assert bar(windows) == ""


def test_the_desk_at_home_is_seen_while_the_list_is_still_read(windows: Windows, qtbot: QtBot) -> None:
    windows.open_sample()
    assert windows.room is not None
    going_on = threading.Event()
    windows.room.room.desk.errand(lambda _: going_on.wait(10))
    began = time.monotonic()

    windows.console.go_home()

    assert time.monotonic() - began < 5
    assert seen(windows) == ["Home"]
    going_on.set()
    qtbot.waitUntil(lambda: any("Clean Water by 2035" in name for name in listed(windows)), timeout=15_000)


def test_a_live_room_is_not_closed_for_another_convening(windows: Windows, qtbot: QtBot) -> None:
    windows.open_sample()
    assert windows.room is not None
    room = windows.room
    room.room.tell(GoLive())
    windows.console.go_home()

    windows.prepare("another one")
    windows.lead("another one")

    assert windows.room is room
    assert seen(windows) == ["Home"]
    assert windows.console.home.trouble.words() == "Another convening is live. Do that when its day is over."


def test_a_convening_that_is_not_there_is_not_opened_empty(windows: Windows) -> None:
    windows.open_sample()
    windows.console.go_home()

    windows.prepare("not here")

    assert windows.room is None
    assert seen(windows) == ["Home"]
    assert windows.console.home.trouble.words() == "There is no convening of that name or number."


def test_a_live_convening_is_known_whether_it_is_open_or_not(windows: Windows, data_folder: Path) -> None:
    assert not windows.has_live()
    leave_the_sample_live(data_folder)
    assert windows.has_live()

    windows.open_sample()
    assert windows.has_live()
    assert windows.room is not None
    windows.room.room.tell(EndConvening())
    assert not windows.has_live()

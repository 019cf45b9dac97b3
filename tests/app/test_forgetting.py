"""Forgetting and deleting in the app's windows: no page, file or export knows the name, and backups are named."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.exporting import export_to
from facilitator.app.windows import Windows
from facilitator.console.home import Home
from facilitator.console.live import Live
from facilitator.console.prepare import Prepare
from facilitator.convening.agenda import Block
from facilitator.convening.clock import StartBlock
from facilitator.convening.forgetting import ForgetPerson
from facilitator.convening.gathering import Convening, GoLive
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.kit.qt.acts import Act
from facilitator.store.backups import Why, backups_folder, listed
from facilitator.store.copies import BACKUPS
from facilitator.store.opening import WORKSPACE
from facilitator.store.workspace import list_convenings
from tests.store.grep import files_with

WAIT = 20_000


@pytest.fixture
def windows(windows: Windows, data_folder: Path, qtbot: QtBot) -> Windows:
    """The sample is open. The first backup, which comes after three seconds and would hold the names, is made and gone."""
    windows.open_sample()
    windows.backups.backing_up.ask()
    folder = backups_folder(data_folder)
    qtbot.waitUntil(lambda: Why.ASKED in {backup.why for backup in listed(folder)}, timeout=WAIT)
    for backup in listed(folder):
        backup.path.unlink()
    return windows


def room_of(windows: Windows) -> house.Room:
    assert windows.room is not None
    return windows.room.room


def backed_up(folder: Path, name: str = "1.db") -> None:
    """A backup as it is now, made on 12 November."""
    (folder / BACKUPS).mkdir(exist_ok=True)
    connection = sqlite3.connect(folder / WORKSPACE)
    connection.execute("vacuum into ?", (str(folder / BACKUPS / name),))
    connection.close()
    os.utime(folder / BACKUPS / name, (1_794_474_000, 1_794_474_000))


def bar(windows: Windows) -> str:
    return next(page.trouble.words() for page in windows.console.findChildren(Prepare) if page.isVisible())


def somebody(windows: Windows) -> Person:
    return next(iter(room_of(windows).desk.news.records[Person].values()))


def press(qtbot: QtBot, page: QWidget, title: str) -> None:
    def seen() -> list[QPushButton]:
        found = page.findChildren(QPushButton)
        return [child for child in found if child.accessibleName() == title and child.isVisible()]

    qtbot.waitUntil(lambda: len(seen()) == 1, timeout=WAIT)
    seen()[0].click()


def begin_another(windows: Windows, qtbot: QtBot) -> house.Room:
    """Begin a blank convening from the desk at home."""
    before = windows.room
    windows.console.go_home()
    pressed(windows, "Ctrl N", qtbot)
    qtbot.waitUntil(lambda: windows.room is not before, timeout=WAIT)
    room = room_of(windows)
    qtbot.waitUntil(lambda: bool(room.desk.news.records[Convening]), timeout=WAIT)
    qtbot.waitUntil(lambda: not windows.console.home.isVisible(), timeout=WAIT)
    return room


def pressed(windows: Windows, key: str, qtbot: QtBot) -> None:
    def can() -> list[Act]:
        return [each for each in windows.console.home.acts() if each.key == key and each.is_enabled()]

    qtbot.waitUntil(lambda: bool(can()), timeout=WAIT)
    can()[0].do()


def words_of(page: QWidget) -> str:
    """Everything that a page says, seen or not."""
    children = page.findChildren(QWidget)
    said = [part for child in children for part in (child.accessibleName(), child.toolTip())]
    return " ".join((*said, *(label.text() for label in page.findChildren(QLabel))))


def test_pages_that_are_not_seen_and_the_whole_folder_let_go_of_the_name(
    windows: Windows, data_folder: Path, qtbot: QtBot
) -> None:
    room = room_of(windows)
    block = next(block for block in room.desk.news.records[Block].values() if block.guide)
    who = room.desk.news.records[Person][block.guide]
    live = windows.console.findChildren(Live)[0]
    room.tell(StartBlock(block.id))
    qtbot.waitUntil(lambda: who.name in words_of(live), timeout=WAIT)
    windows.console.prepare()
    assert windows.room is not None
    windows.room.drafts.keep("note", f"ask {who.name}")

    room.tell(ForgetPerson(who.id))
    qtbot.waitUntil(lambda: bar(windows) == "Forgotten.", timeout=WAIT)

    assert not live.isVisible()
    assert who.name not in words_of(windows.console)
    assert windows.room.drafts.kept("note") == ""
    assert files_with(data_folder, who.name) == []


def test_backups_that_still_hold_the_name_are_named_and_deleted(
    windows: Windows, data_folder: Path, qtbot: QtBot
) -> None:
    backed_up(data_folder)
    windows.console.prepare()
    who = somebody(windows)
    room_of(windows).tell(ForgetPerson(who.id))
    qtbot.waitUntil(lambda: "1 backup (Thu 12 November) still holds this name." in bar(windows), timeout=WAIT)
    backed_up(data_folder, "after.db")

    press(qtbot, windows.console, "Delete them now")

    qtbot.waitUntil(lambda: bar(windows) == "The older backups are deleted.", timeout=WAIT)
    assert [file.name for file in (data_folder / BACKUPS).glob("*.db")] == ["after.db"]
    assert files_with(data_folder, who.name) == []


def test_another_convening_with_that_name_on_its_list_is_named(windows: Windows, qtbot: QtBot) -> None:
    who = somebody(windows)
    fresh = begin_another(windows, qtbot)
    fresh.tell(AddPerson(Person(who.id, who.name), Contact(who.id)))
    fresh.tell(ForgetPerson(who.id))

    qtbot.waitUntil(
        lambda: "Somebody of this name is also on the list of: Clean Water by 2035." in bar(windows), timeout=WAIT
    )


@pytest.mark.parametrize("ending", [".convene", ".json", ".csv"])
def test_no_export_holds_the_name(windows: Windows, data_folder: Path, tmp_path: Path, ending: str) -> None:
    who = somebody(windows)
    room_of(windows).tell(ForgetPerson(who.id))
    stream = room_of(windows).desk.stream
    windows.close()

    export_to(data_folder, stream, tmp_path / f"out{ending}", "facilitator", "en", lambda _done, _of: None)

    assert (tmp_path / f"out{ending}").stat().st_size > 100
    assert files_with(tmp_path, who.name) == []


def test_a_convening_that_was_left_is_deleted_with_what_it_was(
    windows: Windows, data_folder: Path, qtbot: QtBot
) -> None:
    windows.console.prepare()
    windows.console.go_home()
    pressed(windows, "Del", qtbot)
    pressed(windows, "Del", qtbot)

    assert windows.console.home.deleting.words() == "The convening is being deleted."
    qtbot.waitUntil(lambda: windows.console.home.deleting.words() == "Deleted.", timeout=WAIT)
    assert windows.room is None
    assert list_convenings(data_folder) == []
    assert files_with(data_folder, "Clean Water by 2035") == []
    qtbot.waitUntil(lambda: "Choose a template" in {each.title for each in windows.console.home.acts()}, timeout=WAIT)


def test_what_is_live_is_not_deleted_and_says_why(windows: Windows, data_folder: Path, qtbot: QtBot) -> None:
    room_of(windows).tell(GoLive())
    windows.console.go_home()
    pressed(windows, "Del", qtbot)
    pressed(windows, "Del", qtbot)

    said = "This convening is live. Do that when its day is over."
    assert windows.console.home.deleting.words() == said
    assert [one.title for one in list_convenings(data_folder)] == ["Clean Water by 2035"]


def test_none_is_deleted_while_another_one_is_live(windows: Windows, data_folder: Path, qtbot: QtBot) -> None:
    """A file that is written anew keeps everybody waiting who says something meanwhile."""
    sample = room_of(windows).desk.stream
    begin_another(windows, qtbot).tell(GoLive())
    windows.console.go_home()

    windows.console.home.delete_wanted.emit(sample)

    said = "Another convening is live. Do that when its day is over."
    assert windows.console.home.deleting.words() == said
    assert sample in {one.id for one in list_convenings(data_folder)}


@pytest.mark.parametrize("beside", [False, True])
def test_the_windows_go_on_while_one_is_deleted(
    windows: Windows, data_folder: Path, qtbot: QtBot, beside: bool
) -> None:
    sample = room_of(windows).desk.stream
    if beside:
        begin_another(windows, qtbot)
    windows.console.go_home()
    line, reader = windows.console.home.deleting, sqlite3.connect(data_folder / WORKSPACE, isolation_level=None)
    # Another program writes: whoever deletes waits for it, and nobody else.
    reader.execute("begin immediate")
    began = time.monotonic()

    windows.console.home.delete_wanted.emit(sample)
    qtbot.wait(50)

    assert time.monotonic() - began < 1
    assert line.words() == "The convening is being deleted."
    reader.execute("rollback")
    reader.close()
    qtbot.waitUntil(lambda: line.words() == "Deleted.", timeout=WAIT)
    assert sample not in {one.id for one in list_convenings(data_folder)}


def test_one_is_deleted_while_another_is_open_and_its_backups_are_named(
    windows: Windows, data_folder: Path, qtbot: QtBot
) -> None:
    backed_up(data_folder)
    sample = room_of(windows).desk.stream
    opened = begin_another(windows, qtbot)
    windows.console.go_home()
    windows.console.home.delete_wanted.emit(sample)

    line = windows.console.home.deleting
    qtbot.waitUntil(lambda: "1 backup (Thu 12 November) still holds it." in line.words(), timeout=WAIT)
    assert room_of(windows) is opened
    assert sample not in {one.id for one in list_convenings(data_folder)}
    press(qtbot, windows.console, "Delete them now")
    qtbot.waitUntil(lambda: line.words() == "The older backups are deleted.", timeout=WAIT)
    assert files_with(data_folder, "Clean Water by 2035") == []


def test_the_desk_at_home_is_what_is_seen_after(windows: Windows, qtbot: QtBot) -> None:
    windows.console.go_home()
    pressed(windows, "Del", qtbot)
    pressed(windows, "Del", qtbot)

    assert [page for page in windows.console.findChildren(QWidget) if isinstance(page, Home) and page.isVisible()]


def test_closing_interrupts_a_deletion_that_takes_long(windows: Windows, data_folder: Path, qtbot: QtBot) -> None:
    """Fault 5. Closed while a convening is being deleted: it ends soon, and the file can be opened again."""
    sample = room_of(windows).desk.stream
    begin_another(windows, qtbot)
    windows.console.go_home()
    room_of(windows).desk.errand(
        lambda open_: open_.connection.execute(
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000000) select max(i) from n"
        ).fetchone()
    )
    windows.console.home.delete_wanted.emit(sample)
    began = time.monotonic()

    windows.close()

    assert time.monotonic() - began < 5
    assert list_convenings(data_folder)


def test_copies_that_cannot_be_looked_into_are_said_and_the_forgetting_too(
    windows: Windows, data_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up(data_folder)
    usual = Path.iterdir

    def failing(folder: Path) -> Iterator[Path]:
        if folder.name == BACKUPS:
            raise OSError(5, "Input/output error")
        return usual(folder)

    monkeypatch.setattr(Path, "iterdir", failing)
    windows.console.prepare()
    who = somebody(windows)
    room_of(windows).tell(ForgetPerson(who.id))

    said = "Forgotten. Older copies could not be looked into: a backup may still hold it."
    qtbot.waitUntil(lambda: bar(windows).startswith(said), timeout=WAIT)

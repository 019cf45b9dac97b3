"""A copy of a backup is looked at, used, left and kept, in the app as it runs."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.windows import Windows
from facilitator.convening.gathering import GoLive
from facilitator.convening.words import Refusal
from facilitator.kit.qt.dress import dress
from facilitator.store.backups import backups_folder, listed
from facilitator.store.lock import WorkspaceLock
from facilitator.store.looked_at import LOOKED_AT, kept_copies, make_copy
from facilitator.store.opening import WORKSPACE
from facilitator.store.workspace import list_convenings
from tests.app.looking import (
    MOST_MS,
    NOW,
    copy_again,
    look_at_it,
    page_of,
    rows,
    running,
    said_on_page,
    shown_names,
    write,
)
from tests.console.conftest import press
from tests.desk.room import opened
from tests.store.damaged import back_up, begun, board_of, ideas_in, say_ideas


@pytest.fixture
def windows(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Windows]:
    with running(data_folder, qtbot, qapp) as made:
        yield made


def test_a_copy_that_could_not_be_put_in_place_is_open_again_with_all_that_was_done_in_it(
    windows: Windows, qtbot: QtBot, data_folder: Path
) -> None:
    look_at_it(windows, qtbot)
    write(windows, "Written into the copy")
    copy_again(windows)
    there = backups_folder(data_folder)
    there.rename(data_folder / "away")
    there.write_text("in the way")

    press(qtbot, page_of(windows), "Use this instead")

    qtbot.waitUntil(lambda: any("Is the disk full" in each for each in said_on_page(windows)), timeout=MOST_MS)
    assert windows.workspace.folder == data_folder / LOOKED_AT
    assert "Written into the copy" in ideas_in(data_folder / LOOKED_AT)
    assert "Written into the copy" not in ideas_in(data_folder)
    assert windows.console.home.trouble.words().startswith("This is a copy.")

    there.unlink()
    (data_folder / "away").rename(there)
    press(qtbot, page_of(windows), "Use this instead")
    qtbot.waitUntil(lambda: "Written into the copy" in ideas_in(data_folder), timeout=MOST_MS)
    qtbot.waitUntil(lambda: not (data_folder / LOOKED_AT).exists(), timeout=MOST_MS)
    assert windows.workspace.folder == data_folder


def mark_version(path: Path, version: int) -> int:
    """Say that a file is of another version; give the one before."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        (before,) = connection.execute("pragma user_version").fetchone()
        connection.execute(f"pragma user_version={version}")
    return int(before)


def test_nobody_else_opens_the_desk_while_a_copy_is_looked_at(
    windows: Windows, qtbot: QtBot, data_folder: Path
) -> None:
    look_at_it(windows, qtbot)

    with pytest.raises(Refusal) as refused:
        WorkspaceLock(data_folder)
    assert refused.value.code == "file.in_use"

    press(qtbot, page_of(windows), "Back to my desk")
    assert windows.workspace.folder == data_folder
    assert windows.life.crashed is None


def test_a_way_back_that_is_refused_leaves_the_copy_open_and_its_bar(
    windows: Windows, qtbot: QtBot, data_folder: Path
) -> None:
    look_at_it(windows, qtbot)
    version = mark_version(data_folder / WORKSPACE, 999)

    press(qtbot, page_of(windows), "Back to my desk")

    qtbot.waitUntil(lambda: any("a newer Facilitator" in each for each in said_on_page(windows)), timeout=MOST_MS)
    assert windows.workspace.folder == data_folder / LOOKED_AT
    assert windows.console.home.trouble.words().startswith("This is a copy.")
    mark_version(data_folder / WORKSPACE, version)
    press(qtbot, page_of(windows), "Back to my desk")
    assert windows.workspace.folder == data_folder


def test_a_room_that_is_live_is_not_closed_for_a_copy(windows: Windows, qtbot: QtBot, data_folder: Path) -> None:
    write(windows, "Before it went live")
    assert windows.room is not None
    windows.room.room.tell(GoLive())
    room = windows.room
    copy_again(windows)

    press(qtbot, page_of(windows), "Restore as a copy")
    said = "Another convening is live. Do that when its day is over."
    qtbot.waitUntil(lambda: said in said_on_page(windows), timeout=MOST_MS)

    windows.console.lead()
    windows.backups.look_at_newest()
    assert windows.console.home.trouble.words() == said
    assert windows.room is room
    assert not (data_folder / LOOKED_AT).exists()


def test_what_was_done_in_a_copy_is_kept_and_stands_among_the_backups(
    windows: Windows, qtbot: QtBot, data_folder: Path
) -> None:
    look_at_it(windows, qtbot)
    write(windows, "Said in the copy")
    copy_again(windows)

    press(qtbot, page_of(windows), "Back to my desk")

    (kept,) = kept_copies(data_folder)
    assert "Said in the copy" in ideas_in(kept.path.parent)
    assert kept.name in windows.console.home.trouble.words()
    qtbot.waitUntil(lambda: [row.why for row in rows(windows)] == ["kept", "live"], timeout=MOST_MS)
    page_of(windows).list.go_to(kept.name)
    look_at_it(windows, qtbot)
    assert "Said in the copy" in ideas_in(data_folder / LOOKED_AT)


def test_closing_the_app_in_a_copy_keeps_what_was_done_in_it(windows: Windows, qtbot: QtBot, data_folder: Path) -> None:
    look_at_it(windows, qtbot)
    write(windows, "Said in the copy")

    windows.close()

    (kept,) = kept_copies(data_folder)
    assert "Said in the copy" in ideas_in(kept.path.parent)
    assert not (data_folder / LOOKED_AT).exists()
    WorkspaceLock(data_folder).release()


def test_what_a_crash_left_of_a_copy_is_kept_at_the_start(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    begun(data_folder, 5)
    make_copy(data_folder, back_up(data_folder).path, NOW)
    with opened(data_folder / LOOKED_AT) as room:
        say_ideas(room, board_of(room), "In the copy", 1)

    windows = Windows(data_folder, house.Doors(ports=(0,)), lambda: NOW)
    windows.show()

    assert windows.console.home.trouble.words().startswith("What you did in the copy is kept.")
    assert len(ideas_in(kept_copies(data_folder)[0].path.parent)) == 6
    windows.close()
    windows.console.close()
    windows.console.deleteLater()


def test_a_second_press_while_a_copy_is_made_or_open_does_nothing(
    windows: Windows, qtbot: QtBot, data_folder: Path
) -> None:
    page, (first,) = page_of(windows), rows(windows)
    page.copy_wanted.emit(first.name)
    assert windows.console.home.trouble.words() == "The copy is being made."
    assert windows.workspace.folder == data_folder
    page.copy_wanted.emit(first.name)
    qtbot.waitUntil(lambda: "Back to my desk" in shown_names(windows), timeout=MOST_MS)
    write(windows, "Written into the copy")

    page.copy_wanted.emit(first.name)
    page.use_wanted.emit()
    windows.prepare(str(list_convenings(data_folder)[0].id))
    assert windows.room is None
    page.back_wanted.emit()

    qtbot.waitUntil(lambda: not (data_folder / LOOKED_AT).exists(), timeout=MOST_MS)
    assert "Written into the copy" in ideas_in(data_folder)
    assert windows.workspace.folder == data_folder


def test_the_search_turns_with_the_desk(windows: Windows, qtbot: QtBot) -> None:
    write(windows, "Hippopotamus")
    copy_again(windows)
    told: list[str] = []
    windows.console.home.search.told.connect(lambda said, _more: told.append(said))
    windows.console.home.search.search("hippopotamus")
    qtbot.waitUntil(windows.console.home.search.has_hits, timeout=MOST_MS)
    told.clear()

    look_at_it(windows, qtbot)

    qtbot.waitUntil(lambda: told[-1:] == ["Nothing found"], timeout=MOST_MS)
    assert not windows.console.home.search.has_hits()


def test_in_a_copy_no_backup_of_the_desk_is_offered_for_deleting(
    windows: Windows, qtbot: QtBot, data_folder: Path
) -> None:
    look_at_it(windows, qtbot)

    windows.console.home.delete_wanted.emit(str(list_convenings(data_folder)[0].id))
    qtbot.waitUntil(lambda: "forgetting" not in [each.name for each in threading.enumerate()], timeout=MOST_MS)
    QApplication.processEvents()

    assert windows.console.home.deleting.words() == "Deleted."
    assert list_convenings(data_folder / LOOKED_AT) == []
    assert len(list_convenings(data_folder)) == 1
    assert len(listed(backups_folder(data_folder))) >= 1


def test_a_copy_is_looked_at_and_left_and_the_desk_is_as_it_was(
    windows: Windows, qtbot: QtBot, data_folder: Path
) -> None:
    write(windows, "Since the backup")
    windows.console.go_home()
    windows.console.home.backups.see()

    look_at_it(windows, qtbot)

    assert windows.workspace.folder == data_folder / LOOKED_AT
    write(windows, "Written into the copy")
    windows.console.go_home()
    windows.console.home.backups.see()
    qtbot.waitUntil(lambda: "Back to my desk" in shown_names(windows), timeout=MOST_MS)
    press(qtbot, page_of(windows), "Back to my desk")
    assert windows.workspace.folder == data_folder
    assert not (data_folder / LOOKED_AT).exists()
    assert {"Since the backup"} == {text for text in ideas_in(data_folder) if not text.startswith("Early")}


def test_a_copy_is_used_instead_and_what_was_here_stays_as_a_backup(
    windows: Windows, qtbot: QtBot, data_folder: Path
) -> None:
    write(windows, "Since the backup")
    windows.console.go_home()
    windows.console.home.backups.see()
    press(qtbot, page_of(windows), "Restore as a copy")
    qtbot.waitUntil(lambda: "Use this instead" in shown_names(windows), timeout=MOST_MS)

    press(qtbot, page_of(windows), "Use this instead")
    qtbot.waitUntil(lambda: "Use this instead" not in shown_names(windows), timeout=MOST_MS)

    assert windows.workspace.folder == data_folder
    assert not (data_folder / LOOKED_AT).exists()
    assert not any(text == "Since the backup" for text in ideas_in(data_folder))
    qtbot.waitUntil(lambda: "replaced" in [row.why for row in rows(windows)], timeout=MOST_MS)
    (replaced,) = [row for row in rows(windows) if row.why == "replaced"]
    assert replaced.ideas == 6

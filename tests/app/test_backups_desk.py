"""Backups from the page to the files and back, in the app as it runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.app.backups_desk import LOOKED_AT
from facilitator.app.windows import Windows
from facilitator.console.backup_rows import BackupRow
from facilitator.console.backups_page import BackupsPage
from facilitator.kit.qt.dress import dress
from facilitator.store.backups import Why, backups_folder, listed
from facilitator.store.second_folder import second_folder
from facilitator.store.workspace import list_convenings
from tests.console.conftest import names, press
from tests.store.damaged import NOON, back_up, begun, ideas_in, zero_length

MOST_MS = 20_000
NOW = NOON + 120_000


@pytest.fixture
def windows(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Windows]:
    dress(qapp)
    begun(data_folder, 5)
    back_up(data_folder)
    made = Windows(data_folder, house.Doors(ports=(0,)), lambda: NOW)
    made.show()
    made.console.home.backups.see()
    qtbot.waitUntil(lambda: bool(rows(made)), timeout=MOST_MS)
    yield made
    made.close()
    made.console.close()
    made.console.deleteLater()


def page_of(windows: Windows) -> BackupsPage:
    return windows.console.home.backups.page


def rows(windows: Windows) -> tuple[BackupRow, ...]:
    return page_of(windows).list.rows()


def write(windows: Windows, text: str) -> None:
    """Open the convening and say an idea in it."""
    windows.prepare(str(list_convenings(windows.workspace.folder)[0].id))
    assert windows.room is not None
    room = windows.room.room
    blocks = room.desk.news.records.table("block").values()
    board = next(str(block.id) for block in blocks if getattr(block, "activity", "") == "ideation_board")
    room.tell(AddIdea(text), activity=board)


def test_one_that_is_asked_for_appears_in_the_list(windows: Windows, qtbot: QtBot) -> None:
    press(qtbot, page_of(windows), "Back up now")

    qtbot.waitUntil(lambda: [row.why for row in rows(windows)] == ["asked", "live"], timeout=MOST_MS)
    assert [(row.convenings, row.ideas, row.is_sound) for row in rows(windows)] == 2 * [(1, 5, True)]


def test_a_copy_is_looked_at_and_left_and_the_desk_is_as_it_was(
    windows: Windows, qtbot: QtBot, data_folder: Path
) -> None:
    write(windows, "Since the backup")
    windows.console.go_home()
    windows.console.home.backups.see()

    press(qtbot, page_of(windows), "Restore as a copy")

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

    assert windows.workspace.folder == data_folder
    assert not any(text == "Since the backup" for text in ideas_in(data_folder))
    qtbot.waitUntil(lambda: "replaced" in [row.why for row in rows(windows)], timeout=MOST_MS)
    (replaced,) = [row for row in rows(windows) if row.why == "replaced"]
    assert replaced.ideas == 6


def shown_names(windows: Windows) -> set[str]:
    return set(names(page_of(windows)))


def test_a_backup_that_went_bad_is_refused_on_the_page_and_nothing_changes(
    windows: Windows, qtbot: QtBot, data_folder: Path
) -> None:
    (backup,) = [each for each in listed(backups_folder(data_folder)) if each.why is Why.LIVE]
    zero_length(backup.path)

    press(qtbot, page_of(windows), "Restore as a copy")

    assert windows.workspace.folder == data_folder
    qtbot.waitUntil(lambda: any(not row.is_sound for row in rows(windows)), timeout=MOST_MS)
    assert len(ideas_in(data_folder)) == 5


def test_a_second_folder_is_chosen_filled_and_forgotten(
    windows: Windows, qtbot: QtBot, data_folder: Path, tmp_path: Path
) -> None:
    page = page_of(windows)

    page.second.wanted.emit(str(tmp_path))

    qtbot.waitUntil(lambda: any(row.is_on_second for row in rows(windows)), timeout=MOST_MS)
    assert len(listed(Path(second_folder(data_folder)))) == 1
    qtbot.waitUntil(lambda: "Stop copying there" in shown_names(windows), timeout=MOST_MS)
    press(qtbot, page, "Stop copying there")
    qtbot.waitUntil(lambda: "Keep a copy there" in shown_names(windows), timeout=MOST_MS)
    assert second_folder(data_folder) == ""


def test_a_place_that_is_no_folder_is_refused_on_the_page(windows: Windows, qtbot: QtBot, tmp_path: Path) -> None:
    page_of(windows).second.wanted.emit(str(tmp_path / "nowhere"))

    refusal = f"That folder is not there, or takes no files: {tmp_path / 'nowhere'}"
    qtbot.waitUntil(
        lambda: refusal in [label.text() for label in page_of(windows).findChildren(QLabel)], timeout=MOST_MS
    )


def test_closing_the_app_keeps_what_was_said(windows: Windows, data_folder: Path) -> None:
    write(windows, "The last word")

    windows.close()

    newest = listed(backups_folder(data_folder))[0]
    assert (newest.why, newest.at) == (Why.CLOSE, NOW)

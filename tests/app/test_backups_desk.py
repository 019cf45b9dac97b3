"""Backups from the page to the files and back, in the app as it runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.app.windows import Windows
from facilitator.store.backups import Why, backups_folder, listed
from facilitator.store.second_folder import second_folder
from tests.app.looking import (
    MOST_MS,
    NOW,
    page_of,
    rows,
    running,
    shown_names,
    write,
)
from tests.console.conftest import press
from tests.store.damaged import ideas_in, zero_length


@pytest.fixture
def windows(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Windows]:
    with running(data_folder, qtbot, qapp) as made:
        yield made


def test_one_that_is_asked_for_appears_in_the_list(windows: Windows, qtbot: QtBot) -> None:
    press(qtbot, page_of(windows), "Back up now")

    qtbot.waitUntil(lambda: [row.why for row in rows(windows)] == ["asked", "live"], timeout=MOST_MS)
    assert [(row.convenings, row.ideas, row.is_sound) for row in rows(windows)] == 2 * [(1, 5, True)]


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

"""A damaged file at the start: the newest good backup is open, a line says so, and nothing was asked."""

from __future__ import annotations

import sqlite3
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app import house, recovering
from facilitator.app.mark import Mark
from facilitator.app.windows import Windows
from facilitator.console.prepare import Prepare
from facilitator.console.trouble_bar import TroubleBar
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.reading import Reading
from facilitator.store import damage
from facilitator.store.backups import Backup
from facilitator.store.restoring import Restored
from facilitator.store.second_folder import carry, choose_second_folder
from facilitator.store.workspace import list_convenings
from tests.app.conftest import windows_of
from tests.convening.given import refused
from tests.store.damaged import NOON, a_letter, back_up, begun, half, ideas_in, tear, unlinked, zero_length

NOW = NOON + 120_000


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    dress(qapp)


@pytest.fixture
def backup(data_folder: Path) -> Backup:
    begun(data_folder, 5)
    return back_up(data_folder)


def is_open(windows: Windows) -> bool:
    """Whether a convening is open."""
    return windows.room is not None


def bar_of(windows: Windows) -> str:
    """What the bar says on the page of an open convening."""
    windows.prepare(str(list_convenings(windows.workspace.folder)[0].id))
    (page,) = windows.console.findChildren(Prepare)
    (bar,) = page.findChildren(TroubleBar)
    return bar.words()


@pytest.mark.parametrize("spoil", [zero_length, a_letter, half, unlinked])
def test_a_damaged_file_leads_to_the_backup_and_a_line(
    data_folder: Path, backup: Backup, qtbot: QtBot, spoil: object
) -> None:
    """Fault 14. The app starts on a damaged file: its newest backup is open, named with its time, and nothing is asked."""
    assert callable(spoil)
    spoil(data_folder / "workspace.db")

    with windows_of(data_folder, lambda: NOW) as windows:
        names = [each.accessibleName() for each in windows.console.home.findChildren(QWidget)]
        assert QApplication.activeModalWidget() is None
        assert any("From single fixes to one system" in name for name in names)
        gone = "gone" if spoil is unlinked else "damaged"
        was = "is gone." if gone == "gone" else "was damaged."
        assert bar_of(windows) == (
            f"The file of this laptop {was} "
            "The copy from 12:00 (2 min ago) is open. What was said since may be missing."
        )
        assert len(list(data_folder.glob("workspace.damaged-*.db"))) == (0 if gone == "gone" else 1)


def test_without_a_good_backup_the_desk_begins_empty_and_says_where_the_file_is(
    data_folder: Path, backup: Backup
) -> None:
    zero_length(backup.path)
    zero_length(data_folder / "workspace.db")

    opened = recovering.opened_at_start(data_folder, NOW)

    assert opened is not None
    opened.workspace.close()
    (restored,) = opened.restored
    assert recovering.words(restored, Reading(NOW, UTC)) == (
        "The file of this laptop was damaged, and no backup is good.",
        "It is kept as workspace.damaged-2027-03-18T12-02-00Z.db. This desk begins empty.",
    )
    assert list_convenings(data_folder) == []
    again = recovering.opened_at_start(data_folder, NOW + 1)
    assert again is not None
    again.workspace.close()
    assert again.restored == ()


def test_an_empty_folder_is_neither_opened_nor_made(data_folder: Path) -> None:
    assert recovering.opened_at_start(data_folder, NOW) is None
    assert not data_folder.exists()


def test_a_sound_file_is_opened_as_it_is(data_folder: Path, backup: Backup) -> None:
    opened = recovering.opened_at_start(data_folder, NOW)

    assert opened is not None
    assert opened.restored == ()
    opened.workspace.close()


def test_a_second_start_is_refused_before_anything_is_looked_at(data_folder: Path, backup: Backup) -> None:
    workspace = house.open_workspace(data_folder)

    with refused("file.in_use", path=str(data_folder)):
        recovering.opened_at_start(data_folder, NOW)

    workspace.close()


def test_what_was_open_and_is_damaged_after_a_crash_leads_to_the_backup(data_folder: Path, backup: Backup) -> None:
    """Fault 14. The convening that a crash left open cannot be read: the backup is told of, and the app goes on."""
    stream = str(list_convenings(data_folder)[0].id)
    mark = Mark(data_folder, lambda: NOW)
    mark.set()
    mark.note(stream)
    connection = sqlite3.connect(data_folder / "workspace.db")
    connection.execute("update convening set greetings = 'torn'")
    connection.commit()
    connection.close()

    with windows_of(data_folder, lambda: NOW) as windows:
        windows.come_back()

        assert not is_open(windows)
        assert windows.console.home.trouble.words().startswith("The file of this laptop was damaged.")


@pytest.mark.parametrize("table", ["convening", "person", "block", "fact", "setting"])
def test_a_large_file_that_is_torn_where_the_start_reads_leads_to_the_backup(
    data_folder: Path, backup: Backup, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    """Fault 14. A file that is too large to be read whole before it is opened: the damage shows when it is listed."""
    monkeypatch.setattr(damage, "LARGE", 0)
    tear(data_folder / "workspace.db", table)

    with windows_of(data_folder, lambda: NOW) as windows:
        assert bar_of(windows).startswith("The file of this laptop was damaged. The copy from 12:00")
        assert len(list(data_folder.glob("workspace.damaged-*.db"))) == 1
    assert len(ideas_in(data_folder)) == 5


def test_every_way_is_said_in_its_own_words() -> None:
    look = Reading(NOW, UTC)
    alone = recovering.words(Restored(NOON, "/data/workspace.db", __file__), look)
    older = recovering.words(Restored(NOON, "/b/one.db", __file__, ("/b/two.db",)), look)
    gone = recovering.words(Restored(NOON, "/b/one.db", ""), look)

    assert alone[1] == "Everything up to 12:00 (2 min ago) is here."
    assert older[1] == (
        "The copy from 12:00 (2 min ago) is open; newer ones were damaged too. What was said since is missing."
    )
    assert (alone[0], gone[0]) == ("The file of this laptop was damaged.", "The file of this laptop is gone.")


def test_a_desk_that_began_empty_is_not_overtaken_by_a_stick_that_comes_back(
    data_folder: Path, backup: Backup, tmp_path: Path
) -> None:
    stick = choose_second_folder(data_folder, tmp_path)
    carry(backup, stick)
    stick.rename(tmp_path / "in the pocket")
    zero_length(backup.path)
    zero_length(data_folder / "workspace.db")
    restored: list[tuple[Restored, ...]] = []

    for now in (NOW, NOW + 1):
        opened = recovering.opened_at_start(data_folder, now)
        assert opened is not None
        opened.workspace.close()
        restored.append(opened.restored)
        if now == NOW:
            (tmp_path / "in the pocket").rename(stick)

    assert [len(each) for each in restored] == [1, 0]

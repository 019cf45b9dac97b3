"""What is damaged is mended from the newest good backup, once, and told of in the bar."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.app.windows import Windows
from facilitator.kit.qt.dress import dress
from facilitator.store.backups import Backup
from facilitator.store.restoring import Restored
from facilitator.store.workspace import list_convenings
from tests.app.conftest import windows_of
from tests.store.damaged import NOON, back_up, begun, ideas_in


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    dress(qapp)


@pytest.fixture
def backup(data_folder: Path) -> Backup:
    begun(data_folder, 5)
    return back_up(data_folder)


def is_open(windows: Windows) -> bool:
    return windows.room is not None


def tear_a_convening(folder: Path) -> None:
    """Damage that shows only when the convening is opened."""
    connection = sqlite3.connect(folder / "workspace.db")
    connection.execute("update convening set greetings = 'torn'")
    connection.commit()
    connection.close()


def test_a_convening_that_cannot_be_read_leads_to_the_backup_once(
    data_folder: Path, backup: Backup, qtbot: QtBot
) -> None:
    """Fault 14. Damage that shows only when a convening is opened: the backup comes, and clicking again opens it."""
    tear_a_convening(data_folder)
    stream = str(list_convenings(data_folder)[0].id)

    with windows_of(data_folder, lambda: NOON + 120_000) as windows:
        assert not windows.prepare(stream)
        assert not is_open(windows)
        assert windows.prepare(stream)
        assert is_open(windows)
        assert len(list(data_folder.glob("workspace.damaged-*.db"))) == 1
    assert len(ideas_in(data_folder)) == 5


def test_a_recovery_that_fails_is_told_and_holds_on_to_nothing(
    data_folder: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    tear_a_convening(data_folder)
    stream = str(list_convenings(data_folder)[0].id)

    def fail(*_: object) -> Restored:
        raise OSError("no room")

    with windows_of(data_folder, lambda: NOON + 120_000) as windows:
        with monkeypatch.context() as full:
            full.setattr("facilitator.app.recovering.restore_newest", fail)
            assert not windows.prepare(stream)

        assert windows.console.home.trouble.words().startswith("No backup could be made")
        assert list_convenings(data_folder)
        assert windows.workspace.connection.execute("select 1").fetchone() == (1,)


def test_a_convening_that_no_backup_can_read_either_is_refused_in_a_sentence(data_folder: Path, qtbot: QtBot) -> None:
    begun(data_folder, 5)
    tear_a_convening(data_folder)
    back_up(data_folder)
    stream = str(list_convenings(data_folder)[0].id)

    with windows_of(data_folder, lambda: NOON + 120_000) as windows:
        for _ in range(3):
            windows.prepare(stream)
            assert not is_open(windows)
        assert len(list(data_folder.glob("workspace.damaged-*.db"))) == 1
        assert not windows.console.findChildren(QLabel, "traceback")

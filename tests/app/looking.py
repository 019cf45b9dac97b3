"""The app before its page of backups, and a copy of one that is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.app.windows import Windows
from facilitator.console.backup_rows import BackupRow
from facilitator.console.backups_page import BackupsPage
from facilitator.kit.qt.dress import dress
from facilitator.store.workspace import list_convenings
from tests.console.conftest import names, press
from tests.store.damaged import NOON, back_up, begun

MOST_MS = 20_000
NOW = NOON + 120_000


@contextmanager
def running(folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Windows]:
    """The app with one backup of five ideas, before its page of backups."""
    dress(qapp)
    begun(folder, 5)
    back_up(folder)
    made = Windows(folder, house.Doors(ports=(0,)), lambda: NOW)
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


def shown_names(windows: Windows) -> set[str]:
    return set(names(page_of(windows)))


def look_at_it(windows: Windows, qtbot: QtBot) -> None:
    """Open the only backup as a copy, and wait until it is open."""
    press(qtbot, page_of(windows), "Restore as a copy")
    qtbot.waitUntil(lambda: "Back to my desk" in shown_names(windows), timeout=MOST_MS)


def said_on_page(windows: Windows) -> list[str]:
    return [label.text() for label in page_of(windows).findChildren(QLabel) if label.isVisible()]


def copy_again(windows: Windows) -> None:
    windows.console.go_home()
    windows.console.home.backups.see()

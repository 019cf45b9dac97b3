"""The lock: one writer at a time."""

from __future__ import annotations

import threading
from pathlib import Path

from facilitator.store.lock import WorkspaceLock
from tests.convening.given import refused


def test_a_lock_is_held_by_one_and_let_go_from_any_thread(tmp_path: Path) -> None:
    lock = WorkspaceLock(tmp_path / "new")
    with refused("file.in_use"):
        WorkspaceLock(tmp_path / "new")

    letting_go = threading.Thread(target=lock.release)
    letting_go.start()
    letting_go.join()

    WorkspaceLock(tmp_path / "new").release()


def test_a_lock_is_taken_again_once_its_folder_came_back_as_another_one(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    lock = WorkspaceLock(folder)
    lock.take_again()
    folder.rename(tmp_path / "away")
    other = WorkspaceLock(folder)

    with refused("file.in_use"):
        lock.take_again()
    other.release()
    lock.take_again()

    with refused("file.in_use"):
        WorkspaceLock(folder)
    lock.release()
    WorkspaceLock(folder).release()

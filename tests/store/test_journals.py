"""Journals that are missing, torn or another board's: nothing of them is believed, and nothing written through is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

from facilitator.store.opening import WORKSPACE, connect
from tests.desk.room import opened
from tests.store.damaged import as_a_kill_leaves_it, back_up, begun, board_of, ideas_in, killed, recover, say_ideas


def test_a_journal_of_its_own_is_read_and_nothing_is_restored(data_folder: Path, tmp_path: Path) -> None:
    begun(data_folder)
    back_up(data_folder)
    said = killed(data_folder, tmp_path / "left")
    (tmp_path / "left" / f"{WORKSPACE}-shm").unlink()

    assert recover(tmp_path / "left") is None

    assert ideas_in(tmp_path / "left") == said
    assert any(text.startswith("Late") for text in said)


def test_another_boards_journal_is_not_read_and_what_was_written_through_stays(
    data_folder: Path, tmp_path: Path
) -> None:
    """Fault 15. Another board's journal lies beside the file: all that was written through before is there."""
    begun(data_folder)
    back_up(data_folder)
    with opened(data_folder) as room:
        board = board_of(room)
        say_ideas(room, board, "Written through", 5)
    said = ideas_in(data_folder)
    begun(tmp_path / "other")
    killed(tmp_path / "other", tmp_path / "left", "Of another board", 250)
    for ending in ("-wal", "-shm"):
        shutil.copyfile(tmp_path / "left" / (WORKSPACE + ending), data_folder / (WORKSPACE + ending))
    foreign = (data_folder / f"{WORKSPACE}-wal").read_bytes()

    restored = recover(data_folder)

    assert restored is not None
    assert ideas_in(data_folder) == said
    assert Path(f"{restored.kept_as}-wal").read_bytes() == foreign
    assert restored.source == str(data_folder / WORKSPACE)


def test_a_whole_other_board_in_the_journal_is_noticed(data_folder: Path, tmp_path: Path) -> None:
    """Fault 15. A journal that holds every page of another board is sound in itself, and still not ours."""
    begun(data_folder, 20)
    said = ideas_in(data_folder)
    begun(tmp_path / "other", 3)
    with opened(tmp_path / "other") as room:
        connection = connect(tmp_path / "other" / WORKSPACE)
        connection.execute("pragma wal_autocheckpoint=0")
        connection.execute("vacuum")
        as_a_kill_leaves_it(room, tmp_path / "other", tmp_path / "left")
        connection.close()
    shutil.copyfile(tmp_path / "left" / f"{WORKSPACE}-wal", data_folder / f"{WORKSPACE}-wal")

    assert recover(data_folder) is not None

    assert ideas_in(data_folder) == said


def test_a_journal_that_is_missing_is_noticed_by_the_backup_that_holds_more(data_folder: Path, tmp_path: Path) -> None:
    """Fault 15. The journal is gone: the newest backup, which holds what stood in it, comes back."""
    begun(data_folder)
    with opened(data_folder) as room:
        board = board_of(room)
        say_ideas(room, board, "Late", 5)
        backup = back_up(data_folder)
        as_a_kill_leaves_it(room, data_folder, tmp_path / "left")
    left = tmp_path / "left"
    (left / f"{WORKSPACE}-wal").unlink()
    (left / f"{WORKSPACE}-shm").unlink()

    restored = recover(left)

    assert restored is not None
    assert Path(restored.source).name == backup.name
    assert ideas_in(left) == ideas_in(data_folder)

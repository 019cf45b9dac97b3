"""A damaged file under another name, with everything that lies beside it."""

from __future__ import annotations

from pathlib import Path

from facilitator.store.aside import copy_with_journal, forget, has_stray_journal, set_aside
from facilitator.store.opening import WORKSPACE
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK
from tests.store.damaged import NOON


def test_all_its_parts_go_together_and_never_over_another(tmp_path: Path) -> None:
    for word in ("first", "second"):
        for ending in ("", "-wal", "-shm"):
            (tmp_path / f"{WORKSPACE}{ending}").write_text(f"{word}{ending}")
        set_aside(tmp_path / WORKSPACE, NOON)

    name = "workspace.damaged-2027-03-18T12-00-00Z"
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        f"{name}{number}.db{ending}": f"{word}{ending}"
        for word, number in (("first", ""), ("second", "-2"))
        for ending in ("", "-wal", "-shm")
    }


def test_a_journal_without_its_file_is_never_written_into_a_new_one(data_folder: Path) -> None:
    data_folder.mkdir(parents=True)
    assert not has_stray_journal(data_folder / WORKSPACE)
    (data_folder / f"{WORKSPACE}-wal").write_bytes(b"left alone")
    assert has_stray_journal(data_folder / WORKSPACE)

    Workspace(data_folder, BOOK.kinds).close()

    assert [path.read_bytes() for path in data_folder.glob("workspace.damaged-*.db-wal")] == [b"left alone"]
    assert not has_stray_journal(data_folder / WORKSPACE)


def test_a_copy_is_the_same_to_the_byte_and_goes_with_all_its_parts(tmp_path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        (tmp_path / f"{WORKSPACE}{ending}").write_text(f"held{ending}")
        (tmp_path / f"copy.db{ending}").write_text("left by a crash")

    copy_with_journal(tmp_path / WORKSPACE, tmp_path / "copy.db")

    assert {path.name: path.read_text() for path in tmp_path.glob("copy.db*")} == {
        "copy.db": "held", "copy.db-wal": "held-wal"
    }  # fmt: skip
    forget(tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy.db*"))
    assert len(list(tmp_path.iterdir())) == 3

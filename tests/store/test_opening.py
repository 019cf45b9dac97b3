"""Opening a file: ours is hardened, and one that is not ours, newer or damaged is refused and left as it was."""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.convening.words import Refusal
from facilitator.desk.desk import Desk
from facilitator.store import opening
from facilitator.store.opening import WORKSPACE, connect, examine, open_reader, open_writer, said, sync_folder
from facilitator.store.schema import APPLICATION_ID, VERSION
from facilitator.store.workspace import Workspace, list_convenings
from tests.convening.given import BOOK, refused
from tests.desk.laptop import kept
from tests.desk.room import STREAM, opened


def ask(connection: sqlite3.Connection, what: str) -> int | str:
    found: int | str = connection.execute(f"pragma {what}").fetchone()[0]
    return found


def test_the_writer_loses_nothing_it_acknowledged_and_wipes_what_it_deletes(tmp_path: Path) -> None:
    connection = open_writer(tmp_path / WORKSPACE, BOOK.kinds)

    assert ask(connection, "synchronous") == 2
    assert ask(connection, "journal_mode") == "wal"
    assert ask(connection, "secure_delete") == 1
    assert ask(connection, "busy_timeout") == opening.BUSY_MS
    assert ask(connection, "application_id") == APPLICATION_ID
    assert ask(connection, "user_version") == VERSION
    connection.close()


def test_on_a_mac_the_drive_itself_is_asked_to_keep_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def watched(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(sys, "platform", "darwin")
    open_writer(tmp_path / WORKSPACE, BOOK.kinds, watched).close()

    assert {"pragma fullfsync=on", "pragma checkpoint_fullfsync=on"} <= set(asked)


def test_windows_has_no_folders_to_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync_folder(tmp_path)
    monkeypatch.setattr(sys, "platform", "win32")
    sync_folder(tmp_path / "not there")


def test_a_fact_is_never_changed_and_never_deleted(data_folder: Path) -> None:
    with opened(data_folder) as room:
        room.prepare()
    connection = connect(data_folder / WORKSPACE)

    for statement in ("update fact set at = 0", "delete from fact"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def zero_length(path: Path) -> None:
    path.write_bytes(b"")


def zeroes(path: Path) -> None:
    path.write_bytes(bytes(4096))


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def a_letter(path: Path) -> None:
    path.write_text("Dear facilitator, " * 50)


def another_app(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("create table recipe(id integer)")
    connection.close()


def newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"pragma user_version = {VERSION + 1}")
    connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()


def torn_schema(path: Path) -> None:
    found = bytearray(path.read_bytes())
    found[100:4096] = random.Random(1).randbytes(3996)
    path.write_bytes(found)


def empty_log(path: Path) -> None:
    with opened(path.parent) as room:
        room.prepare()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (zero_length, "file.damaged"), (zeroes, "file.damaged"), (cut_short, "file.damaged"), (a_letter, "file.foreign"),
        (another_app, "file.foreign"), (newer, "file.newer"), (torn_schema, "file.damaged"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_a_sound_workspace_is_refused_and_left_as_it_was(
    data_folder: Path, spoil: Callable[[Path], None], code: str
) -> None:
    empty_log(data_folder / WORKSPACE)
    path = data_folder / WORKSPACE
    spoil(path)
    before = path.read_bytes()

    with refused(code, path=str(path)):
        Workspace(data_folder, BOOK.kinds)
    with refused(code, path=str(path)):
        open_reader(path)

    assert path.read_bytes() == before
    path.unlink()
    Workspace(data_folder, BOOK.kinds).close()


def test_a_file_cut_at_any_page_is_refused_or_read_and_never_a_crash(data_folder: Path, tmp_path: Path) -> None:
    with opened(data_folder) as room:
        room.open_vote()
    whole = (data_folder / WORKSPACE).read_bytes()
    seen = set()

    for pages in range(1, len(whole) // 4096):
        folder = tmp_path / str(pages)
        folder.mkdir()
        (folder / WORKSPACE).write_bytes(whole[: pages * 4096])
        try:
            workspace = Workspace(folder, BOOK.kinds)
        except Refusal as refusal:
            seen.add(refusal.code)
            continue
        try:
            Desk(workspace, STREAM, BOOK)
        except Refusal as refusal:
            seen.add(refusal.code)
        workspace.close()

    assert seen == {"file.damaged"}


def test_a_newer_mark_that_stands_in_the_journal_only_is_seen(data_folder: Path) -> None:
    empty_log(data_folder / WORKSPACE)
    newer_app = connect(data_folder / WORKSPACE)
    newer_app.execute("pragma wal_autocheckpoint=0")
    newer_app.execute(f"pragma user_version = {VERSION + 1}")

    with refused("file.newer"):
        Workspace(data_folder, BOOK.kinds)

    newer_app.close()


def test_a_file_that_is_not_there_is_missing_for_a_reader_and_new_for_a_writer(tmp_path: Path) -> None:
    with refused("file.missing"):
        open_reader(tmp_path / WORKSPACE)

    open_writer(tmp_path / WORKSPACE, BOOK.kinds).close()

    assert {path.name for path in tmp_path.iterdir()} == {WORKSPACE}
    open_reader(tmp_path / WORKSPACE).close()


def test_a_start_that_was_cut_short_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / "workspace.young").write_bytes(b"half")
    (tmp_path / "workspace.young-wal").write_bytes(b"half")

    open_writer(tmp_path / WORKSPACE, BOOK.kinds).close()

    assert {path.name for path in tmp_path.iterdir()} == {WORKSPACE}


def test_what_the_system_does_not_let_us_read_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "folder.db").mkdir()
    (tmp_path / "wall").write_text("")

    with refused("file.unreadable"):
        examine(tmp_path / "folder.db")
    with refused("file.unreadable"):
        open_writer(tmp_path / "wall" / WORKSPACE, BOOK.kinds)


def test_a_reader_writes_nothing(data_folder: Path) -> None:
    empty_log(data_folder / WORKSPACE)
    connection = open_reader(data_folder / WORKSPACE)

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("insert into setting values ('a', 'b')")
    connection.close()


def test_a_locked_file_is_unreadable_and_not_damaged(tmp_path: Path) -> None:
    assert said(sqlite3.OperationalError("database is locked"), tmp_path).code == "file.unreadable"
    assert said(sqlite3.DatabaseError("malformed"), tmp_path).code == "file.damaged"


def test_a_file_of_before_a_table_or_a_field_came_is_filled_from_its_log(data_folder: Path) -> None:
    with opened(data_folder) as room:
        room.open_vote()
        before = kept(room.desk.news.records)
    older = connect(data_folder / WORKSPACE)
    older.execute("drop view ideas_by_dots")
    older.execute("alter table card drop column language")
    older.execute("drop table round")
    older.close()

    with opened(data_folder) as room:
        assert kept(room.desk.news.records) == before


def test_a_whole_folder_can_be_carried_elsewhere(data_folder: Path, tmp_path: Path) -> None:
    with opened(data_folder) as room:
        room.open_vote()
        before = kept(room.desk.news.records)
    shutil.copytree(data_folder, tmp_path / "new home")

    with opened(tmp_path / "new home") as room:
        assert kept(room.desk.news.records) == before
    assert [listed.title for listed in list_convenings(tmp_path / "new home")] == ["From single fixes to one system"]

"""Looking at a workspace: every harm is seen, and looking harms nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.store import damage
from facilitator.store.damage import Verdict, has_fact, is_sound_alone, last_fact, look_at
from facilitator.store.opening import WORKSPACE, open_reader
from facilitator.store.schema import VERSION
from facilitator.store.workspace import list_convenings
from tests.convening.given import refused
from tests.desk.room import opened
from tests.store.damaged import WAYS, Spoil, as_a_kill_leaves_it, begun, half, say_ideas, unlinked


def all_bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob(f"{WORKSPACE}*")}


@pytest.mark.parametrize("spoil", WAYS)
def test_every_harm_is_seen_and_looking_changes_nothing(data_folder: Path, spoil: Spoil) -> None:
    """Fault 14. Each kind of damage is named before anything opens the file for writing."""
    begun(data_folder)
    assert look_at(data_folder) is Verdict.SOUND
    spoil(data_folder / WORKSPACE)
    before = all_bytes(data_folder)

    assert look_at(data_folder) is (Verdict.MISSING if spoil is unlinked else Verdict.DAMAGED)

    assert all_bytes(data_folder) == before


def test_an_empty_folder_misses_a_file_and_a_stray_journal_is_damage(tmp_path: Path) -> None:
    assert look_at(tmp_path) is Verdict.MISSING
    (tmp_path / f"{WORKSPACE}-wal").write_bytes(b"")
    assert look_at(tmp_path) is Verdict.DAMAGED


def test_a_journal_is_looked_at_on_a_copy(data_folder: Path, tmp_path: Path) -> None:
    """Fault 15. Torn frames of a journal end it, and a foreign journal is seen, without a byte being written."""
    board = begun(data_folder)
    with opened(data_folder) as room:
        say_ideas(room, board, "Late", 30)
        as_a_kill_leaves_it(room, data_folder, tmp_path / "left")
    left = tmp_path / "left"
    before = all_bytes(left)

    assert look_at(left) is Verdict.SOUND
    assert all_bytes(left) == before

    (left / WORKSPACE).write_bytes((left / WORKSPACE).read_bytes()[:8192])
    assert look_at(left) is Verdict.DAMAGED


def test_a_page_that_was_being_written_through_is_read_from_the_journal(data_folder: Path, tmp_path: Path) -> None:
    """Fault 15. A crash in the middle of a checkpoint: the file alone is torn, with its journal it is whole."""
    begun(data_folder)
    with opened(data_folder) as room:
        connection = sqlite3.connect(data_folder / WORKSPACE, isolation_level=None)
        connection.execute("pragma wal_autocheckpoint=0")
        connection.execute("vacuum")
        as_a_kill_leaves_it(room, data_folder, tmp_path / "left")
        connection.close()
    left = tmp_path / "left"
    found = bytearray((left / WORKSPACE).read_bytes())
    found[8192:16384] = bytes(8192)
    (left / WORKSPACE).write_bytes(found)

    assert not is_sound_alone(left / WORKSPACE)
    assert look_at(left) is Verdict.SOUND


def test_a_mark_that_no_version_will_reach_is_damage_and_the_next_one_is_newer(data_folder: Path) -> None:
    begun(data_folder, 3)
    path = data_folder / WORKSPACE
    found = bytearray(path.read_bytes())

    found[60:64] = (VERSION + 1).to_bytes(4, "big")
    path.write_bytes(found)
    with refused("file.newer", path=str(path)):
        look_at(data_folder)

    found[60:64] = b"\xf0\x00\x00\x01"
    path.write_bytes(found)
    assert look_at(data_folder) is not Verdict.MISSING


def test_our_own_file_whose_mark_was_torn_is_damaged_and_a_strangers_is_foreign(data_folder: Path) -> None:
    begun(data_folder, 3)
    path = data_folder / WORKSPACE
    found = bytearray(path.read_bytes())
    found[68:72] = b"torn"
    path.write_bytes(found)
    assert look_at(data_folder) is Verdict.DAMAGED

    path.unlink()
    stranger = sqlite3.connect(path)
    stranger.execute("create table recipe(id integer)")
    stranger.close()
    with refused("file.foreign", path=str(path)):
        look_at(data_folder)


def test_a_folder_in_the_place_of_the_file_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / WORKSPACE).mkdir()

    with refused("file.unreadable"):
        look_at(tmp_path)


def test_a_large_file_is_not_read_whole_before_it_is_opened(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(data_folder)
    path = data_folder / WORKSPACE
    path.write_bytes(path.read_bytes().replace(b'"text":"Early 7"', b'"text"\x07"Early 7"'))
    assert look_at(data_folder) is Verdict.DAMAGED

    monkeypatch.setattr(damage, "LARGE", 1000)

    assert look_at(data_folder) is Verdict.SOUND
    half(path)
    assert look_at(data_folder) is Verdict.DAMAGED


def test_where_a_log_ends_is_known_by_its_last_fact(data_folder: Path) -> None:
    begun(data_folder, 3)
    connection = open_reader(data_folder / WORKSPACE)
    seq, key = last_fact(connection)

    assert has_fact(connection, (seq, key))
    assert not has_fact(connection, (seq, "another"))
    assert not has_fact(connection, (seq + 1, key))
    assert has_fact(connection, (0, ""))
    connection.close()


@pytest.mark.parametrize("look", [look_at, list_convenings])
def test_looking_leaves_the_locks_to_a_reader_of_ours(data_folder: Path, look: object) -> None:
    """A backup is being made: another program that leaves the file must not take the journal from under it."""
    assert callable(look)
    begun(data_folder, 5)
    reader = open_reader(data_folder / WORKSPACE)
    reader.execute("begin")
    reader.execute("select count(*) from fact").fetchone()
    journal = data_folder / f"{WORKSPACE}-wal"
    write = (
        "import sqlite3, sys; file = sqlite3.connect(sys.argv[1]);"
        "file.execute('pragma user_version'); file.execute(\"insert into draft values ('a', 'b')\");"
        "file.commit(); file.close()"
    )

    assert look(data_folder)
    subprocess.run([sys.executable, "-c", write, str(data_folder / WORKSPACE)], check=True)

    assert journal.exists()
    reader.close()
    assert look_at(data_folder) is Verdict.SOUND

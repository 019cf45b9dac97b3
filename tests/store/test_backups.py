"""Backups: whole or not at all, readable by name, sound, and without a ballot or a key."""

from __future__ import annotations

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from facilitator.activities.ideation_board.rules import AddIdeas
from facilitator.convening.agenda import AddBlock
from facilitator.convening.words import Refusal
from facilitator.store.backups import (
    Backup,
    Why,
    alone,
    backups_folder,
    check_copy,
    contents_of,
    is_changed,
    listed,
    make_backup,
    open_copy,
    prune,
)
from facilitator.store.opening import WORKSPACE, connect, open_writer
from facilitator.store.retention import RECENT
from facilitator.store.workspace import Workspace, list_convenings
from tests.convening.given import BOARD, BOOK, refused
from tests.desk.room import opened

NOON = 1_805_371_200_123
"""18 March 2027, 12:00:00.123 in Greenwich."""

MINUTE = 60_000


def back_up(data: Path, at: int = NOON, why: Why = Why.LIVE) -> Backup:
    return make_backup(data / WORKSPACE, backups_folder(data), why, at)


def fill(data: Path, ideas: int = 3) -> None:
    with opened(data) as room:
        board, _ = room.prepare()
        for begun in range(0, ideas, 100):
            texts = tuple(f"Idea {number} of this room" for number in range(begun, min(ideas, begun + 100)))
            room.tell(AddIdeas(texts), board)


def test_a_backup_tells_when_and_why_by_its_name_and_holds_everything(data_folder: Path) -> None:
    fill(data_folder)

    backup = back_up(data_folder)

    assert backup.path == data_folder / "backups" / "2027-03-18T12-00-00.123Z-live.db"
    assert listed(backups_folder(data_folder)) == [Backup(backup.path, NOON, Why.LIVE, backup.path.stat().st_size)]
    assert (contents_of(backup.path).convenings, contents_of(backup.path).ideas) == (1, 3)
    copy = data_folder / "elsewhere"
    copy.mkdir()
    shutil.copyfile(backup.path, copy / WORKSPACE)
    assert list_convenings(copy) == list_convenings(data_folder)
    assert {path.name for path in backup.path.parent.iterdir()} == {backup.name, ".lock"}


def test_a_backup_makes_no_folder_anew_that_was_taken_away(data_folder: Path) -> None:
    """Fault 13. The stick is pulled between a look at the file and its copy: an empty folder would look like it."""
    fill(data_folder)
    away = data_folder.parent / "away"

    with refused("backup.failed"):
        make_backup(data_folder / WORKSPACE, away / "backups", Why.LIVE, NOON)

    assert not away.exists()


def test_a_backup_is_made_while_the_file_is_open_and_written(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        ended = threading.Event()
        said = []

        def write() -> None:
            while not ended.is_set():
                said.append(room.tell(AddIdeas(("One more",)), board))

        writing = threading.Thread(target=write)
        writing.start()
        made = [back_up(data_folder, NOON + number) for number in range(5)]
        ended.set()
        writing.join()

        for backup in made:
            check_copy(backup.path)
        assert said
        assert contents_of(made[-1].path).ideas <= len(said)


def test_names_sort_by_time_and_are_never_given_twice(data_folder: Path) -> None:
    fill(data_folder)

    made = [back_up(data_folder, NOON - number // 2 * MINUTE) for number in range(4)]

    found = listed(backups_folder(data_folder))
    assert len({backup.name for backup in made}) == 4
    assert [backup.name for backup in found] == sorted((backup.name for backup in made), reverse=True)
    assert [backup.at for backup in found] == [NOON + 1, NOON, NOON - MINUTE + 1, NOON - MINUTE]


def test_only_what_is_outlived_goes(data_folder: Path) -> None:
    fill(data_folder)
    upgrade = back_up(data_folder, NOON - 5, Why.UPGRADE)
    made = [back_up(data_folder, NOON + number * 10 * MINUTE) for number in range(RECENT + 3)]

    assert listed(backups_folder(data_folder)) == [*reversed(made[3:]), upgrade]


def test_other_files_in_the_folder_are_neither_listed_nor_deleted(data_folder: Path) -> None:
    folder = backups_folder(data_folder)
    folder.mkdir(parents=True)
    for name in ("holiday.jpg", "2027-03-18T12-00-00.123Z-live.db.young-old", "2027-03-18.db"):
        (folder / name).write_text("mine")

    prune(folder)

    assert listed(folder) == []
    assert listed(folder / "not there") == []
    assert (folder / "holiday.jpg").exists()


def test_nobody_finds_a_ballot_a_voter_or_a_key_in_a_backup(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0],), (cards[1], cards[2]), (cards[2],)])
        tags = room.desk.errand(lambda open_: open_.connection.execute("select tag from ballot").fetchall()).result()
        backup = back_up(data_folder)
        live = (data_folder / WORKSPACE).read_bytes() + (data_folder / f"{WORKSPACE}-wal").read_bytes()

    held = backup.path.read_bytes()
    keys = [key.read_bytes() for key in (data_folder / "seals").glob("*.key")]
    assert len(tags) == 3
    assert len(keys) == 1
    for secret in (*(tag.encode() for (tag,) in tags), *keys, *(key.hex().encode() for key in keys)):
        assert secret not in held
    for (tag,) in tags:
        assert tag.encode() in live
    connection = open_copy(backup.path)
    assert connection.execute("select count(*) from ballot").fetchone() == (0,)
    assert connection.execute("select count(*) from receipt where round <> ''").fetchone() == (0,)
    connection.close()


def test_a_backup_is_wanted_only_after_something_was_said(data_folder: Path) -> None:
    fill(data_folder)
    folder = backups_folder(data_folder)
    assert is_changed(data_folder / WORKSPACE, folder)
    first = back_up(data_folder)
    assert not is_changed(data_folder / WORKSPACE, folder)

    with opened(data_folder) as room:
        room.tell(AddBlock(BOARD))
    assert is_changed(data_folder / WORKSPACE, folder)

    back_up(data_folder, NOON + 1).path.write_bytes(b"damaged")
    assert listed(folder)[1] == first
    assert is_changed(data_folder / WORKSPACE, folder)


def test_a_workspace_in_which_nothing_was_said_needs_no_backup(data_folder: Path) -> None:
    Workspace(data_folder, BOOK.kinds).close()

    assert not is_changed(data_folder / WORKSPACE, backups_folder(data_folder))


def test_a_damaged_file_does_not_become_a_backup(data_folder: Path) -> None:
    fill(data_folder, 400)
    first = back_up(data_folder)
    spoiled = bytearray((data_folder / WORKSPACE).read_bytes())
    spoiled[8192:] = random.Random(4).randbytes(len(spoiled) - 8192)
    (data_folder / WORKSPACE).write_bytes(spoiled)

    with pytest.raises(Refusal, match=r"backup\.|file\."):
        back_up(data_folder, NOON + 1)

    assert listed(backups_folder(data_folder)) == [first]
    assert not list(backups_folder(data_folder).glob("*.young*"))


def test_a_file_that_is_not_ours_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear facilitator, " * 50)
    bare = tmp_path / "bare.db"
    open_writer(bare, BOOK.kinds).close()
    connection = connect(bare)
    connection.execute("drop table fact")
    connection.close()

    with refused("file.foreign"):
        check_copy(tmp_path / "letter.db")
    with refused("file.missing"):
        check_copy(tmp_path / "nothing.db")
    with refused("backup.damaged"):
        check_copy(bare)
    with refused("backup.damaged"):
        contents_of(bare)


def test_a_folder_that_takes_no_file_is_said_in_one_line(data_folder: Path) -> None:
    fill(data_folder)
    backups_folder(data_folder).write_text("a file where the folder should be")

    with refused("backup.failed"):
        back_up(data_folder)


KEEPS_BACKING_UP = """
import itertools, pathlib, sys
from facilitator.store.backups import Why, make_backup
data = pathlib.Path(sys.argv[1])
print("begun", flush=True)
for number in itertools.count():
    make_backup(data / "workspace.db", data / "backups", Why.LIVE, 1_805_371_200_123 + number)
"""


def test_a_backup_that_is_killed_counts_for_nothing_and_is_swept_out(data_folder: Path) -> None:
    fill(data_folder, 1500)
    folder, lots, leftovers = backups_folder(data_folder), random.Random(18), 0

    for _ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", KEEPS_BACKING_UP, str(data_folder)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(lots.uniform(0.02, 0.15))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        leftovers += len(list(folder.glob("*.young*")))
        for backup in listed(folder):
            check_copy(backup.path)

    assert leftovers
    back_up(data_folder, NOON + 10**9)
    assert not list(folder.glob("*.young*"))


FULL = """
import pathlib, subprocess, sys
from facilitator.convening.words import Refusal
from facilitator.store.backups import Why, check_copy, listed, make_backup
data = pathlib.Path(sys.argv[1])
backups = data / "backups"
backups.mkdir()
subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={sys.argv[2]}k", "none", str(backups)], check=True)
made = []
try:
    for number in range(4):
        made.append(make_backup(data / "workspace.db", backups, Why.ASKED, 1_805_371_200_123 + number))
except Refusal as refusal:
    print(refusal.code, len(made))
assert listed(backups) == made[::-1]
for backup in made:
    check_copy(backup.path)
assert not list(backups.glob("*.young*"))
"""


def test_a_full_disk_leaves_the_backups_that_are_there(data_folder: Path) -> None:
    """Fault 10. The disk fills up during a backup: one refusal, and the previous ones stay as they are."""
    if subprocess.run(["unshare", "-Urm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    fill(data_folder, 1500)
    room_for_two = (data_folder / WORKSPACE).stat().st_size * 2.5 // 1024

    told = subprocess.run(
        ["unshare", "-Urm", sys.executable, "-c", FULL, str(data_folder), str(int(room_for_two))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (told.stdout.strip(), told.stderr) == ("backup.failed 2", "")


def test_only_one_makes_backups_in_a_folder_at_a_time(data_folder: Path) -> None:
    fill(data_folder)
    folder = backups_folder(data_folder)
    folder.mkdir()
    done: list[Backup] = []
    with alone(folder):
        other = threading.Thread(target=lambda: done.append(back_up(data_folder)))
        other.start()
        other.join(0.2)
        assert not done
    other.join()

    assert listed(folder) == done


def test_a_copy_that_is_read_gets_no_journal_beside_it(data_folder: Path) -> None:
    fill(data_folder)
    backup = back_up(data_folder)
    before = backup.path.read_bytes()

    connection = open_copy(backup.path)
    connection.execute("select * from fact").fetchall()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("delete from cell")
    connection.close()

    assert backup.path.read_bytes() == before
    assert {path.name for path in backup.path.parent.iterdir()} == {backup.name, ".lock"}


def test_a_fact_that_cannot_be_read_any_more_keeps_a_copy_from_counting(data_folder: Path) -> None:
    fill(data_folder)
    first = back_up(data_folder)
    file = (data_folder / WORKSPACE).read_bytes()
    (data_folder / WORKSPACE).write_bytes(file.replace(b'"text":"Idea 1', b'"text",\x07Idea 1'))

    with refused("backup.damaged"):
        back_up(data_folder, NOON + 1)

    assert listed(backups_folder(data_folder)) == [first]

"""An older file becomes one of this version, or stays as it was to the last byte."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from facilitator.store import migrations
from facilitator.store.backups import Why, backups_folder, contents_of, listed
from facilitator.store.opening import WORKSPACE, connect, open_reader
from facilitator.store.upgrading import upgrade
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK, refused
from tests.desk.laptop import kept
from tests.desk.room import opened


def make_old(folder: Path, journal: str = "") -> None:
    """Take a table away, as in a file of before it came; with "journal", that stands in the journal only."""
    with opened(folder) as room:
        room.open_vote()
    connection = connect(folder / WORKSPACE)
    connection.execute("pragma wal_autocheckpoint=0")
    connection.execute("drop view if exists ideas_by_dots")
    connection.execute("drop table round")
    connection.execute("insert into setting values ('told', 'last')")
    # As a kill leaves it: a copy taken while the file is open keeps its journal.
    left = {ending: (folder / (WORKSPACE + ending)).read_bytes() for ending in ("", "-wal")}
    connection.close()
    if journal:
        for ending, held_then in left.items():
            (folder / (WORKSPACE + ending)).write_bytes(held_then)
        (folder / f"{WORKSPACE}-shm").unlink(missing_ok=True)


def held(folder: Path) -> dict[str, bytes]:
    """Every byte of the file and of its journal; an empty journal is none."""
    parts = (folder / WORKSPACE, folder / f"{WORKSPACE}-wal")
    return {part.name: part.read_bytes() for part in parts if part.exists() and part.stat().st_size}


def failing_at(step: int) -> Migrations:
    """Four steps that each change the file, one of which fails in its middle."""
    steps = Migrations("workspace")

    def one(number: int) -> None:
        def change(database: Database) -> None:
            database.conn.execute(f"create table step_{number}(a text)")
            database.conn.execute("delete from setting")
            if number == step:
                raise RuntimeError("a mistake in a step")

        change.__name__ = f"step_{number}"
        steps()(change)

    for number in range(4):
        one(number)
    return steps


@pytest.mark.parametrize("step", range(4))
@pytest.mark.parametrize("journal", ["", "journal"])
def test_a_failed_upgrade_leaves_every_byte(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, step: int, journal: str
) -> None:
    """Fault 18. A step of an upgrade fails: the file and its journal are byte-identical, and a backup was made before."""
    make_old(data_folder, journal)
    before = held(data_folder)
    monkeypatch.setattr(migrations, "workspace", failing_at(step))

    with refused("file.not_brought_up", path=str(data_folder / WORKSPACE)):
        Workspace(data_folder, BOOK.kinds)

    assert held(data_folder) == before
    assert (f"{WORKSPACE}-wal" in before) == bool(journal)
    assert not list(data_folder.glob("*.upgrading*"))
    (backup,) = listed(backups_folder(data_folder))
    assert backup.why is Why.UPGRADE
    assert contents_of(backup.path).ideas == 3


def test_an_upgrade_keeps_everything_and_the_ballots_of_an_open_round(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0],), (cards[1],), (cards[2],)])
        before = kept(room.desk.news.records)
    connection = connect(data_folder / WORKSPACE)
    connection.execute("drop view ideas_by_dots")
    connection.execute("drop table round")
    connection.close()

    with opened(data_folder) as room:
        assert kept(room.desk.news.records) == before
        assert len(room.desk.errand(lambda open_: open_.sealed().shuffled(round_)).result()) == 3

    assert [backup.why for backup in listed(backups_folder(data_folder))] == [Why.UPGRADE]


def test_what_stands_in_the_journal_is_upgraded_too_and_never_written_twice(data_folder: Path) -> None:
    make_old(data_folder, "journal")

    Workspace(data_folder, BOOK.kinds).close()

    connection = open_reader(data_folder / WORKSPACE)
    assert connection.execute("select value from setting where name = 'told'").fetchone() == ("last",)
    assert connection.execute("select count(*) from round").fetchone() == (1,)
    assert connection.execute("pragma quick_check").fetchone() == ("ok",)
    connection.close()


def test_a_file_of_this_version_is_not_upgraded(data_folder: Path) -> None:
    with opened(data_folder) as room:
        room.prepare()
    before = held(data_folder)

    Workspace(data_folder, BOOK.kinds).close()

    assert held(data_folder)[WORKSPACE] == before[WORKSPACE]
    assert not listed(backups_folder(data_folder))


def test_an_upgrade_waits_for_nobody_who_reads_for_ever(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_old(data_folder, "journal")
    monkeypatch.setattr("facilitator.store.upgrading.BUSY_MS", 10)
    reader = sqlite3.connect(data_folder / WORKSPACE, isolation_level=None)
    reader.execute("begin")
    reader.execute("select * from fact").fetchone()

    with refused("file.not_brought_up"):
        upgrade(data_folder / WORKSPACE, BOOK.kinds)

    reader.execute("commit")
    reader.close()
    upgrade(data_folder / WORKSPACE, BOOK.kinds)
    Workspace(data_folder, BOOK.kinds).close()

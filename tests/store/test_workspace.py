"""The workspace: one file, one writer, and a list that needs no lock."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import psutil

from facilitator.convening.forgetting import FORGOTTEN
from facilitator.convening.gathering import DescribeConvening
from facilitator.store import clearing
from facilitator.store.reading import Listed
from facilitator.store.workspace import Workspace, list_convenings
from tests.convening.given import BOOK, CONVENING, refused
from tests.desk.room import opened
from tests.store.damaged import begun, tear


def test_a_second_writer_is_refused_until_the_first_has_closed(data_folder: Path) -> None:
    first = Workspace(data_folder, BOOK.kinds)

    with refused("file.in_use", path=str(data_folder)):
        Workspace(data_folder, BOOK.kinds)

    first.close()
    Workspace(data_folder, BOOK.kinds).close()


def test_a_writer_that_could_not_open_lets_the_next_one_try(data_folder: Path) -> None:
    data_folder.mkdir(parents=True)
    (data_folder / "workspace.db").write_text("Dear facilitator, " * 20)
    for _ in range(2):
        with refused("file.foreign"):
            Workspace(data_folder, BOOK.kinds)


def test_a_killed_writer_does_not_lock_the_next_one_out(data_folder: Path) -> None:
    code = (
        "import os, pathlib, sys; from facilitator.store.workspace import Workspace;"
        "from tests.convening.given import BOOK; Workspace(pathlib.Path(sys.argv[1]), BOOK.kinds); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(data_folder)], check=False).returncode == 9

    Workspace(data_folder, BOOK.kinds).close()


def test_another_program_that_reads_the_file_leaves_the_journal_to_the_writer(data_folder: Path) -> None:
    read = (
        "import sqlite3, sys; file = sqlite3.connect(sys.argv[1]);"
        "print(file.execute('select count(*) from fact').fetchone()[0]); file.close()"
    )
    with opened(data_folder) as room:
        room.prepare()
        list_convenings(data_folder)
        asked = [sys.executable, "-c", read, str(room.workspace.path)]

        before = int(subprocess.run(asked, check=True, capture_output=True).stdout)
        room.tell(DescribeConvening(replace(CONVENING, title="Said after somebody looked")))

        assert int(subprocess.run(asked, check=True, capture_output=True).stdout) == before + 1


def test_convenings_are_listed_while_somebody_writes(data_folder: Path) -> None:
    assert list_convenings(data_folder) == []
    with opened(data_folder) as room:
        room.prepare()

        (listed,) = list_convenings(data_folder)

    assert listed == Listed(
        CONVENING.id,
        CONVENING.title,
        "",
        "",
        "",
        "preparing",
        540,
        3,
        0,
        (("gather", 40), ("gather", 15)),
        listed.changed,
    )
    assert listed.changed > 0


def test_a_workspace_without_convenings_lists_none(data_folder: Path) -> None:
    Workspace(data_folder, {}).close()
    assert list_convenings(data_folder) == []

    Workspace(data_folder, BOOK.kinds).close()
    assert list_convenings(data_folder) == []


def test_a_file_that_is_torn_where_its_list_is_read_is_called_damaged(data_folder: Path) -> None:
    """Fault 14. The list is read without anything having looked at the file whole."""
    begun(data_folder, 5)
    tear(data_folder / "workspace.db", "convening")

    with refused("file.damaged", path=str(data_folder / "workspace.db")):
        list_convenings(data_folder)


def test_a_forgetting_that_cannot_be_read_is_damage_and_nothing_of_the_file_stays_open(data_folder: Path) -> None:
    workspace = Workspace(data_folder, BOOK.kinds)
    clearing.owe(workspace.connection, clearing.REWRITE)
    workspace.connection.execute(
        "insert into fact(id, stream, origin, oseq, hlc, at, by, activity, kind, v, body) "
        "values ('stone', 's', '0b0b0b0b', 1, 1, 1, 'host', 'room', ?, 1, '{\"changes\": [{}]}')",
        (FORGOTTEN,),
    )
    workspace.close()

    for _ in range(2):
        with refused("file.damaged", path=str(data_folder / "workspace.db")):
            Workspace(data_folder, BOOK.kinds)

    assert not [file.path for file in psutil.Process().open_files() if str(data_folder) in file.path]
    assert not (data_folder / "workspace.db-wal").exists()

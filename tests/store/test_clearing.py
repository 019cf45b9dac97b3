"""What is owed on disk is done once, whenever it can be, and only inside the data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.store import clearing
from facilitator.store.kept import settings
from facilitator.store.opening import WORKSPACE, open_reader
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK


def test_what_is_owed_adds_up_until_it_is_done(data_folder: Path) -> None:
    workspace = Workspace(data_folder, BOOK.kinds)
    connection = workspace.connection
    made = [data_folder / name for name in ("one.pdf", "two.pdf")]
    for file in made:
        file.write_bytes(b"x")
        with clearing.one_transaction(connection):
            clearing.owe(connection, clearing.REWRITE if file == made[0] else clearing.CLEAR, [file])

    assert clearing.owed(connection) == clearing.REWRITE
    with clearing.one_transaction(connection):
        clearing.rewritten(connection)
    assert clearing.owed(connection) == clearing.CLEAR
    assert clearing.clear(connection)

    assert settings(connection) == {}
    assert not [file for file in made if file.exists()]
    workspace.close()


def test_a_reader_delays_the_end_and_not_the_desk(data_folder: Path) -> None:
    workspace = Workspace(data_folder, BOOK.kinds)
    reader = open_reader(data_folder / WORKSPACE)
    reader.execute("begin")
    reader.execute("select count(*) from fact").fetchone()
    with clearing.one_transaction(workspace.connection):
        clearing.owe(workspace.connection, clearing.CLEAR)

    assert not clearing.clear(workspace.connection)
    assert clearing.owed(workspace.connection) == clearing.CLEAR
    reader.close()
    assert clearing.clear(workspace.connection)
    workspace.close()


def test_nothing_is_owed_for_what_was_not_done(data_folder: Path) -> None:
    workspace = Workspace(data_folder, BOOK.kinds)

    def break_off() -> None:
        with clearing.one_transaction(workspace.connection), clearing.guards_down(workspace.connection):
            clearing.owe(workspace.connection, clearing.CLEAR)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()

    guards = workspace.connection.execute("select count(*) from sqlite_schema where type = 'trigger'").fetchone()
    assert guards == (2,)
    assert clearing.owed(workspace.connection) == ""
    assert clearing.folder_of(workspace.connection) == data_folder
    workspace.close()

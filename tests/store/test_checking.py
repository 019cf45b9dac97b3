"""Looking at a workspace file: sound or not, and whether its tables say what its log says."""

from __future__ import annotations

from pathlib import Path

from facilitator.app import house
from facilitator.store.checking import check
from facilitator.store.workspace import Workspace


def filled(folder: Path) -> Workspace:
    workspace = house.open_workspace(folder)
    house.open_sample(workspace).close()
    return workspace


def test_a_sound_file_agrees_with_itself(data_folder: Path) -> None:
    workspace = filled(data_folder)
    workspace.close()

    found = check(workspace.path, house.rulebook().kinds)

    assert found.is_sound
    assert found.agreements == (("Clean Water by 2035", True),)


def test_a_row_that_the_log_does_not_know_is_found(data_folder: Path) -> None:
    workspace = filled(data_folder)
    workspace.connection.execute("update block set minutes = minutes + 1 where rowid = 1")
    workspace.close()

    assert check(workspace.path, house.rulebook().kinds).agreements == (("Clean Water by 2035", False),)


def test_a_damaged_page_is_named(data_folder: Path) -> None:
    workspace = filled(data_folder)
    page = workspace.connection.execute("select rootpage from sqlite_schema where name = 'fact'").fetchone()[0]
    workspace.close()
    content = bytearray(workspace.path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    workspace.path.write_bytes(content)

    found = check(workspace.path, house.rulebook().kinds)

    assert not found.is_sound
    assert found.trouble

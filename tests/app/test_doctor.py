"""The doctor finds what is not in order, and changes nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from facilitator.app import house
from facilitator.app.doctor import findings


def test_a_table_that_differs_from_the_log_is_found(data_folder: Path) -> None:
    workspace = house.open_workspace(data_folder)
    house.open_sample(workspace).close()
    workspace.close()
    connection = sqlite3.connect(workspace.path)
    connection.execute("update card set text = 'somebody else was here' where rowid = 1")
    connection.commit()
    connection.close()

    found = {finding.name: finding for finding in findings(data_folder)}

    assert found["Workspace"].is_well
    assert not found["Clean Water by 2035"].is_well


def test_a_damaged_file_is_said_and_left(data_folder: Path) -> None:
    data_folder.mkdir()
    (data_folder / "workspace.db").write_bytes(b"")

    (finding,) = [finding for finding in findings(data_folder) if finding.name == "Workspace"]

    assert not finding.is_well
    assert finding.says.startswith("This file is damaged")
    assert (data_folder / "workspace.db").read_bytes() == b""

"""The doctor finds what is not in order, and changes nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from facilitator.app import house
from facilitator.app.doctor import findings
from facilitator.convening.forgetting import ForgetPerson
from facilitator.convening.people import Person
from facilitator.store.copies import BACKUPS


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


def test_backups_that_name_somebody_forgotten_are_told(data_folder: Path) -> None:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    (data_folder / BACKUPS).mkdir()
    backup = str(data_folder / BACKUPS / "1.db")
    room.desk.errand(lambda open_: open_.connection.execute("vacuum into ?", (backup,)).fetchall()).result()
    assert "Forgotten people" not in {finding.name for finding in findings(data_folder)}

    room.tell(ForgetPerson(next(p.id for p in room.desk.news.records[Person].values())))
    room.close()
    workspace.close()

    said = {finding.name: finding.says for finding in findings(data_folder)}
    assert said["Forgotten people"] == "1 backup still names somebody who is forgotten."

"""The summary is made beside the room, kept on the desk, and named after the convening."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.summarising import Summarising, file_name
from facilitator.store.kept import summaries


def test_the_pdf_is_a_file_and_is_kept(data_folder: Path, qtbot: QtBot) -> None:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    summarising = Summarising(data_folder)

    with qtbot.waitSignal(summarising.made, timeout=30_000) as made:
        summarising.make(room.desk, "Clean Water by 2035", "2027-03-18")
    stream = room.desk.stream
    kept = room.desk.errand(lambda open_: summaries(open_.connection, stream)).result()
    summarising.finish()
    room.close()
    workspace.close()

    file = Path(made.args[0])
    assert file.name == "Clean Water by 2035 2027-03-18.pdf"
    assert [one.pdf for one in kept] == [file.read_bytes()]
    assert file.read_bytes().startswith(b"%PDF")


def test_a_summary_that_cannot_be_made_is_said(data_folder: Path, qtbot: QtBot) -> None:
    workspace = house.open_workspace(data_folder)
    room = house.Room(workspace, "an empty stream")
    summarising = Summarising(data_folder)

    with qtbot.waitSignal(summarising.failed, timeout=30_000) as failed:
        summarising.make(room.desk, "Nothing", "")
    room.close()
    workspace.close()

    assert failed.args == ["There is no convening of that name or number."]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A/B: what?", "A B what 2027-01-01"),
        ("...", "... 2027-01-01".strip(". ")),
        ("Ọlá & Wambũi", "Ọlá & Wambũi 2027-01-01"),
    ],
)
def test_a_title_becomes_a_name_that_file_systems_take(title: str, name: str) -> None:
    assert file_name(title, "2027-01-01") == name

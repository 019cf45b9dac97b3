"""Exports in a child process."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.app import house
from facilitator.app.exporting.child import ExportChild, GivenUp


def test_a_child_writes_the_file_or_says_why_not(data_folder: Path, tmp_path: Path) -> None:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    room.close()
    workspace.close()

    def why(name: str, convening: str = room.desk.stream, edition: str = "") -> str:
        return ExportChild().export(data_folder, convening, tmp_path / name, edition, "en", "Try once more.")

    assert why("a.md") == ""
    assert (tmp_path / "a.md").read_text().startswith("# Clean Water")
    assert why("a.doc") == "The name must end in .pdf .convene .json .csv .xlsx .md."
    assert why("b.md", convening="nobody") == "There is no convening of that name or number."
    assert why("b.md", edition="secret").startswith("There is no such edition")
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_what_is_given_up_begins_again_only_when_it_may(data_folder: Path, tmp_path: Path) -> None:
    child = ExportChild()
    child.give_up()
    with pytest.raises(GivenUp):
        child.export(data_folder, "nobody", tmp_path / "a.md", "", "en", "Try once more.")

    child.begin_again()

    assert child.export(data_folder, "nobody", tmp_path / "a.md", "", "en", "Try once more.").startswith("There is no")


def test_the_log_tells_which_convening_was_not_written_and_not_its_title(
    data_folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ExportChild().export(data_folder, "nobody", tmp_path / "Clean Water.md", "", "en", "Try once more.")

    assert "A .md of nobody was not written (2)" in caplog.text
    assert "Clean Water" not in caplog.text

"""The commands on a disk that is full: one plain sentence with the name of the file, and nothing is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facilitator.app import house
from facilitator.cli import run
from tests.mounted import fill, mount, small_disk, stick


@pytest.fixture
def stream(data_folder: Path) -> str:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    room.close()
    workspace.close()
    return room.desk.stream


@pytest.mark.parametrize("room_left", [0, 4096])
@pytest.mark.parametrize("ending", ["pdf", "convene", "json", "csv", "xlsx", "md"])
def test_an_export_to_a_full_disk_leaves_the_good_file_and_names_it(
    data_folder: Path, stream: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str, room_left: int
) -> None:
    """Fault 10. The disk fills up during a PDF, a copy or an export: the one that was there before stays whole."""
    with small_disk(tmp_path / "disk", "3m") as folder:
        out = folder / f"Clean Water.{ending}"
        out.write_text("the good one of yesterday")
        (folder / "room").write_bytes(bytes(room_left))
        film = fill(folder)
        (folder / "room").unlink()
        there = sorted(each.name for each in folder.iterdir())

        assert run(["--data", str(data_folder), "export", stream, str(out)]) == 2

        said = capsys.readouterr().err
        assert said == f"This file could not be written. Is the disk full, or the folder locked? {out}\n"
        assert out.read_text() == "the good one of yesterday"
        assert sorted(each.name for each in folder.iterdir()) == there

        film.unlink()
        assert run(["--data", str(data_folder), "export", stream, str(out)]) == 0
        assert out.read_bytes() != b"the good one of yesterday"


def test_an_import_into_a_full_disk_changes_nothing_and_can_be_done_again(
    data_folder: Path, stream: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fault 9. The disk fills up during an import: one sentence, nothing taken in by halves; with room it works."""
    file = tmp_path / "Clean Water.convene"
    assert run(["--data", str(data_folder), "export", stream, str(file)]) == 0
    with small_disk(tmp_path / "disk", "4m") as folder:
        house.open_workspace(folder).close()
        film = fill(folder)
        capsys.readouterr()

        assert run(["--data", str(folder), "import", str(file)]) == 2

        said = capsys.readouterr().err
        assert len(said.splitlines()) == 1
        assert "Traceback" not in said
        film.unlink()
        assert run(["--data", str(folder), "import", str(file)]) == 0
        assert run(["--data", str(folder), "show", stream]) == 0


def test_on_a_disk_that_is_full_everything_can_still_be_read_and_taken_elsewhere(
    data_folder: Path, stream: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fault 9. The disk is full before the start: lists, exports and copies work, writing is refused in a sentence."""
    with small_disk(tmp_path / "disk", "16m") as folder:
        shutil.copytree(data_folder, folder, dirs_exist_ok=True)
        fill(folder)
        words = ["--data", str(folder)]

        assert run([*words, "list"]) == 0
        assert stream in capsys.readouterr().out
        assert run([*words, "export", stream, str(tmp_path / "Clean Water.convene")]) == 0
        assert run([*words, "serve", "--sample"]) == 2
        assert capsys.readouterr().err == f"The disk is full. Make room on it, and try again. {folder}\n"


@pytest.mark.parametrize("is_new", [False, True])
def test_on_a_disk_that_is_locked_everything_can_still_be_read_and_taken_elsewhere(
    data_folder: Path, stream: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], is_new: bool
) -> None:
    """Fault 13. The folder is locked before the start: lists and copies work, writing is refused in a sentence."""
    with stick(tmp_path / "stick", tmp_path / "image") as disk:
        folder = disk / "new" if is_new else disk
        if not is_new:
            shutil.copytree(data_folder, folder, dirs_exist_ok=True)
        assert mount("-o", "remount,ro", disk)
        words = ["--data", str(folder)]

        assert run([*words, "list"]) == 0
        assert (stream in capsys.readouterr().out) is not is_new
        assert run([*words, "serve", "--sample"]) == 2
        assert capsys.readouterr().err == f"Nothing can be written in this folder: it is locked. {folder}\n"

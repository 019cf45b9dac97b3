"""The commands, as somebody types them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.app import house
from tests.store.strange import body_of, file_of, row_of


def facilitator(*words: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "facilitator", "--data", str(folder), *map(str, words)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def sample(data_folder: Path) -> str:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    room.close()
    workspace.close()
    return room.desk.stream


def test_an_empty_folder_lists_nothing_and_is_not_made(data_folder: Path) -> None:
    told = facilitator("list", folder=data_folder)

    assert (told.returncode, told.stdout.strip()) == (0, "Nothing here yet.")
    assert not data_folder.exists()


def test_the_list_names_the_convening(data_folder: Path, sample: str) -> None:
    told = facilitator("list", "--json", folder=data_folder)

    (listed,) = json.loads(told.stdout)
    assert (listed["id"], listed["title"], listed["people"]) == (sample, "Clean Water by 2035", 22)


def test_show_says_every_idea_in_its_own_script(data_folder: Path, sample: str) -> None:
    told = facilitator("show", sample, "--json", folder=data_folder)

    cards = {card["text"] for card in json.loads(told.stdout)["card"]}
    assert "Pool repair funds by district" in cards


@pytest.mark.parametrize("ending", ["convene", "json", "csv", "xlsx", "md", "pdf"])
def test_export_writes_by_the_ending(data_folder: Path, sample: str, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"room.{ending}"

    told = facilitator("export", sample, out, folder=data_folder)

    assert (told.returncode, told.stderr) == (0, "")
    assert out.stat().st_size > 1000
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


@pytest.mark.parametrize("ending", ["csv", "md", "pdf"])
def test_the_agenda_alone_is_exported(data_folder: Path, sample: str, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"agenda.{ending}"

    told = facilitator("export", sample, out, "--what", "agenda", "--paper", "a3", folder=data_folder)

    assert (told.returncode, told.stderr) == (0, "")
    assert out.stat().st_size > 1000


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "csv", "md"])
def test_one_idea_board_is_exported(data_folder: Path, sample: str, tmp_path: Path, ending: str) -> None:
    out, own = tmp_path / f"board.{ending}", ("--edition", "facilitator", "--size", "800x600")

    told = facilitator("export", sample, out, "--what", "board", *own, folder=data_folder)

    assert (told.returncode, told.stderr) == (0, "")
    assert out.stat().st_size > 1000


def test_a_size_that_no_picture_has_is_refused_in_a_sentence(data_folder: Path, sample: str, tmp_path: Path) -> None:
    told = facilitator("export", sample, tmp_path / "board.png", "--what", "board", "--size", "9x9", folder=data_folder)

    assert told.returncode == 2
    assert told.stderr == "A picture is width x height in pixels, each from 320 to 7680: 3840x2160.\n"


def test_importing_twice_changes_nothing(data_folder: Path, sample: str, tmp_path: Path) -> None:
    facilitator("export", sample, tmp_path / "room.convene", folder=data_folder)
    other = tmp_path / "other"

    first = facilitator("import", tmp_path / "room.convene", folder=other)
    shown = facilitator("show", sample, "--json", folder=other).stdout
    second = facilitator("import", tmp_path / "room.convene", folder=other)

    assert first.stdout.splitlines()[1] == sample
    assert second.stdout.splitlines()[0] == "0 new facts."
    assert facilitator("show", sample, "--json", folder=other).stdout == shown
    assert json.loads(shown) == json.loads(facilitator("show", sample, "--json", folder=data_folder).stdout)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show", "nobody"), "There is no convening of that name or number."),
        (("dance",), "No such command 'dance'."),
        (("list", "--loudly"), "No such option: --loudly"),
        (("export", "nobody", "out.docx"), "The name must end in .pdf .convene .json .csv .xlsx .md."),
        (("export", "nobody", "out.json", "--what", "agenda"), "The name must end in .pdf .csv .xlsx .md."),
        (("export", "nobody", "out.png", "--what", "board"), "There is no convening of that name or number."),
        (
            ("export", "nobody", "out.pdf", "--what", "menu"),
            "That part cannot be written alone; there are summary, agenda, board.",
        ),
        (
            ("rehearse", "--template", "party", "--out", "nowhere"),
            (
                "There is no such template; there are ci2i_day, ci_kickoff, ib_quarterly, wicked_lab, ideation_90, "
                "open_space_day, charter_meeting, root_cause_capacity."
            ),
        ),
        (("serve", "--convening", "nobody"), "There is no convening of that name or number."),
    ],
)
def test_bad_words_get_one_sentence_and_two(data_folder: Path, words: tuple[str, ...], sentence: str) -> None:
    told = facilitator(*words, folder=data_folder)

    assert (told.returncode, told.stdout, told.stderr.strip()) == (2, "", sentence)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is damaged: {path}"),
        (b"\0" * 5000, "This file is damaged: {path}"),
        (b"Dear room, this is a letter." * 10, "This is not a file of Facilitator: {path}"),
        (b"SQLite format 3\0" + b"\0" * 200, "This is not a file of Facilitator: {path}"),
    ],
)
def test_a_file_that_is_not_ours_is_left_as_it_is(data_folder: Path, content: bytes, sentence: str) -> None:
    data_folder.mkdir()
    file = data_folder / "workspace.db"
    file.write_bytes(content)

    told = facilitator("serve", "--sample", folder=data_folder)

    assert (told.returncode, told.stderr.strip()) == (2, sentence.format(path=file))
    assert file.read_bytes() == content


def test_a_newer_file_is_left_as_it_is(data_folder: Path, sample: str) -> None:
    file = data_folder / "workspace.db"
    newer = bytearray(file.read_bytes())
    newer[60:64] = (99).to_bytes(4, "big")
    file.write_bytes(newer)

    told = facilitator("import", file, folder=data_folder)

    assert sample
    assert (told.returncode, told.stderr.strip()) == (2, f"This file was made with a newer Facilitator: {file}")
    assert file.read_bytes() == bytes(newer)


@pytest.mark.parametrize(
    "words", [("import", "{file}"), ("show", "{file}"), ("export", "{file}", "{file}.md")], ids=" ".join
)
def test_a_hostile_file_gets_one_sentence_and_leaves_nothing(
    data_folder: Path, sample: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    evil = {"t": "card", "id": "x'); drop table fact; --", "set": {"here": True, "gone": False}, "was": {}}
    file = file_of(tmp_path / "evil.convene", row_of(), row_of(2, body=body_of(evil)))
    before = facilitator("show", sample, "--json", folder=data_folder).stdout

    told = facilitator(*(word.format(file=file) for word in words), folder=data_folder)

    assert (told.returncode, told.stdout, told.stderr.strip()) == (2, "", f"This file is damaged: {file}")
    assert facilitator("show", sample, "--json", folder=data_folder).stdout == before
    assert [path.name for path in tmp_path.iterdir()] == ["evil.convene"]


def test_a_second_writer_is_told_so(data_folder: Path) -> None:
    workspace = house.open_workspace(data_folder)

    told = facilitator("serve", "--sample", folder=data_folder)
    workspace.close()

    assert told.returncode == 2
    assert told.stderr.strip() == f"Facilitator is open already with this data folder: {data_folder}"


def test_the_doctor_finds_the_sample_well(data_folder: Path, sample: str) -> None:
    told = facilitator("doctor", "--json", folder=data_folder)

    found = {finding["name"]: finding for finding in json.loads(told.stdout)}
    assert sample
    assert found["Clean Water by 2035"] == {
        "name": "Clean Water by 2035",
        "is_well": True,
        "says": "its tables agree with its log",
    }
    assert found["Activities"]["says"] == "dot_vote, ideation_board, plain, scale, wicked_questions"


@pytest.mark.parametrize("words", [(), ("serve",)])
def test_nothing_live_goes_into_a_folder_that_syncs(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Fault 16. The data folder syncs: one sentence names another folder, and nothing is written."""
    (tmp_path / ".stfolder").mkdir()

    told = facilitator(*words, folder=tmp_path / "circle")

    assert told.returncode == 2
    assert told.stderr.startswith(f"Syncthing copies {tmp_path / 'circle'}, where a live convening is not safe. Use /")
    assert told.stderr.count("\n") == 1
    assert [each.name for each in tmp_path.iterdir()] == [".stfolder"]

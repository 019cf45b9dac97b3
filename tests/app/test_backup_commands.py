"""Backups by command: made, listed, restored as a copy or in place, and looked after by the doctor."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.app import house
from facilitator.app.backup_commands import ago_words, findings_of, line
from facilitator.store.backups import Why, backups_folder, listed
from facilitator.store.second_folder import carry, choose_second_folder
from tests.store.damaged import NOON, back_up, begun, ideas_in, zero_length

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


def facilitator(*words: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "facilitator", "--data", str(folder), *map(str, words)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_one_is_made_now_and_told_where_also_beside_an_open_app(data_folder: Path, tmp_path: Path) -> None:
    workspace = house.open_workspace(data_folder)
    house.open_sample(workspace).close()

    here = facilitator("backup", folder=data_folder)
    there = facilitator("backup", tmp_path / "mine.db", folder=data_folder)
    in_folder = facilitator("backup", tmp_path, folder=data_folder)
    workspace.close()

    made = listed(backups_folder(data_folder))
    assert [one.why for one in made] == 3 * [Why.ASKED]
    assert (here.returncode, here.stdout.strip(), here.stderr) == (0, str(made[2].path), "")
    assert there.stdout.strip() == str(tmp_path / "mine.db")
    assert (tmp_path / "mine.db").read_bytes() == made[1].path.read_bytes()
    assert in_folder.stdout.strip() == str(tmp_path / made[0].name)


def test_the_list_tells_time_size_convenings_and_ideas(data_folder: Path) -> None:
    assert facilitator("restore", folder=data_folder).stdout == "There is no backup yet.\n"
    begun(data_folder, 7)
    damaged, backup = back_up(data_folder, NOON - 1), back_up(data_folder, NOON)
    zero_length(damaged.path)

    told = facilitator("restore", "--json", folder=data_folder)
    plain = facilitator("restore", folder=data_folder)

    assert json.loads(told.stdout) == [
        {
            "is_sound": True, "convenings": 1, "ideas": 7, "name": backup.name, "path": str(backup.path), "at": NOON,
            "why": "live", "size": backup.size,
        },
        {
            "is_sound": False, "convenings": 0, "ideas": 0, "name": damaged.name, "path": str(damaged.path),
            "at": NOON - 1, "why": "live", "size": 0,
        },
    ]  # fmt: skip
    first, second = plain.stdout.splitlines()
    assert first == line(backup)
    assert "2027-03-18 12:00:00  1 convening · 7 ideas · 0." in first
    assert second.endswith("2027-03-18 12:00:00  damaged")


def test_a_restore_tells_what_became_of_what_was_there(data_folder: Path) -> None:
    begun(data_folder, 3)
    backup = back_up(data_folder)
    zero_length(data_folder / "workspace.db")

    told = facilitator("restore", backup.path.stem, folder=data_folder)

    assert told.returncode == 0
    assert told.stdout.startswith(
        f"{backup.name} is restored. What was there is kept: {data_folder}/workspace.damaged-"
    )
    assert len(ideas_in(data_folder)) == 3
    (data_folder / "workspace.db").unlink()
    assert facilitator("restore", "newest", folder=data_folder).stdout == f"{backup.name} is restored.\n"


def test_a_copy_goes_into_an_empty_folder_and_nothing_else_changes(data_folder: Path, tmp_path: Path) -> None:
    begun(data_folder, 3)
    backup = back_up(data_folder)

    told = facilitator("restore", backup.name, "--as-copy", tmp_path / "copy", folder=data_folder)
    again = facilitator("restore", backup.name, "--as-copy", tmp_path / "copy", folder=data_folder)

    assert told.stdout == f"A copy is ready; look at it with: facilitator --data {tmp_path / 'copy'}\n"
    assert len(ideas_in(tmp_path / "copy")) == 3
    assert (again.returncode, again.stderr) == (2, f"That folder is not empty: {tmp_path / 'copy'}\n")
    assert listed(backups_folder(data_folder)) == [backup]


def test_what_cannot_be_done_gets_one_sentence_and_two(data_folder: Path, tmp_path: Path) -> None:
    missing = facilitator("backup", folder=data_folder)
    none = facilitator("restore", "newest", folder=data_folder)
    nameless = facilitator("restore", "yesterday", folder=data_folder)
    assert not data_folder.exists()
    begun(data_folder, 3)
    nowhere = facilitator("backup", tmp_path / "nowhere" / "mine.db", folder=data_folder)
    spoiled = back_up(data_folder).path
    zero_length(spoiled)
    damaged = facilitator("restore", "newest", folder=data_folder)
    workspace = house.open_workspace(data_folder)
    in_use = facilitator("restore", back_up(data_folder, NOON + 1).name, folder=data_folder)
    workspace.close()

    told = [missing, none, nameless, nowhere, damaged, in_use]
    assert [one.returncode for one in told] == 6 * [2]
    assert [one.stdout for one in told] == 6 * [""]
    assert [one.stderr.strip() for one in told] == [
        f"There is no such file: {data_folder / 'workspace.db'}",
        "There is no backup yet.",
        "There is no backup of that name.",
        f"No backup could be made in {tmp_path / 'nowhere'}. Is the disk full, or the folder locked?",
        f"This file is damaged: {spoiled}",
        f"Facilitator is open already with this data folder: {data_folder}",
    ]


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (-5, "just now"), (59_999, "just now"), (2 * MINUTE, "2 min ago"), (3 * HOUR, "3 h ago"), (DAY, "1 day ago"),
        (5 * DAY, "5 days ago"),
    ],
)  # fmt: skip
def test_age_is_said_as_people_say_it(age: int, words: str) -> None:
    assert ago_words(NOON, NOON + age) == words


def test_the_doctor_tells_how_old_the_newest_good_backup_is(data_folder: Path, tmp_path: Path) -> None:
    assert list(findings_of(data_folder, NOON)) == []
    begun(data_folder, 3)
    assert list(findings_of(data_folder, NOON)) == [("Backups", False, "There is no backup yet.")]
    first = back_up(data_folder)
    stick = choose_second_folder(data_folder, tmp_path)
    carry(first, stick)
    newest = back_up(data_folder, NOON + HOUR)

    def found(now: int) -> list[tuple[str, bool, str]]:
        return list(findings_of(data_folder, now))

    assert found(NOON + HOUR + 2 * MINUTE) == [
        ("Backups", True, "2 backups, the newest 2 min ago"),
        ("Second folder", True, "1 backup, the newest 1 h ago"),
    ]
    zero_length(newest.path)
    (stick / first.name).unlink()
    stick.joinpath(".lock").unlink(missing_ok=True)
    stick.rmdir()
    assert found(NOON + 2 * HOUR) == [
        ("Backups", False, f"{newest.path} is damaged. The newest good one: 2 h ago"),
        ("Second folder", False, f"It is not there: {stick}"),
    ]
    zero_length(first.path)
    assert found(NOON)[0] == ("Backups", False, f"All backups are damaged: {backups_folder(data_folder)}")

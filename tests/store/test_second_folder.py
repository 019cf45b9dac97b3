"""The second folder: its own for each laptop, and never the laptop's own disk in place of a stick that is out."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.store.backups import backups_folder, check_copy, listed
from facilitator.store.retention import RECENT
from facilitator.store.second_folder import (
    carry,
    choose_second_folder,
    forget_second_folder,
    places,
    second_folder,
)
from tests.convening.given import refused
from tests.store.damaged import NOON, back_up, begun


def test_none_is_chosen_at_first_and_one_can_be_forgotten_again(data_folder: Path, tmp_path: Path) -> None:
    begun(data_folder, 3)
    assert second_folder(data_folder) == ""
    assert places(data_folder) == (backups_folder(data_folder),)

    own = choose_second_folder(data_folder, tmp_path)

    assert own.parent == tmp_path.resolve()
    assert second_folder(data_folder) == str(own)
    assert places(data_folder) == (backups_folder(data_folder), own)
    forget_second_folder(data_folder)
    assert second_folder(data_folder) == ""
    assert own.is_dir()


def test_two_laptops_share_a_stick_and_neither_finds_the_others(tmp_path: Path) -> None:
    own = []
    for name in ("amina", "tomas"):
        begun(tmp_path / name, 3)
        stick = tmp_path / "stick"
        stick.mkdir(exist_ok=True)
        own.append(choose_second_folder(tmp_path / name, stick))
        carry(back_up(tmp_path / name), own[-1])

    assert own[0] != own[1]
    assert [len(listed(folder)) for folder in own] == [1, 1]


def test_a_backup_is_carried_whole_and_what_is_outlived_goes(data_folder: Path, tmp_path: Path) -> None:
    begun(data_folder, 3)
    stick = choose_second_folder(data_folder, tmp_path)

    for number in range(RECENT + 2):
        carry(back_up(data_folder, NOON + number * 60_000), stick)

    assert [one.name for one in listed(stick)] == [one.name for one in listed(backups_folder(data_folder))]
    assert len(listed(stick)) == RECENT
    for backup in listed(stick):
        check_copy(backup.path)


def test_a_stick_that_is_out_gets_no_folder_on_the_laptops_own_disk(data_folder: Path, tmp_path: Path) -> None:
    begun(data_folder, 3)
    stick = choose_second_folder(data_folder, tmp_path)
    stick.rmdir()

    with refused("backup.no_folder", path=str(stick)):
        carry(back_up(data_folder), stick)

    assert not stick.exists()


@pytest.mark.parametrize("there", ["nothing", "a file"])
def test_a_place_that_is_no_folder_is_refused_and_the_old_choice_stays(
    data_folder: Path, tmp_path: Path, there: str
) -> None:
    begun(data_folder, 3)
    before = choose_second_folder(data_folder, tmp_path)
    if there == "a file":
        (tmp_path / "place").write_text("")

    with refused("backup.no_folder", path=str(tmp_path / "place")):
        choose_second_folder(data_folder, tmp_path / "place")

    assert second_folder(data_folder) == str(before)


def test_a_choice_that_cannot_be_read_is_none(data_folder: Path) -> None:
    data_folder.mkdir(parents=True)
    (data_folder / "second-folder").write_bytes(b"\xff\xfe\x00")

    assert second_folder(data_folder) == ""


def test_a_stick_that_takes_nothing_is_said_and_keeps_what_it_has(data_folder: Path, tmp_path: Path) -> None:
    begun(data_folder, 3)
    stick = choose_second_folder(data_folder, tmp_path)
    first = back_up(data_folder)
    carry(first, stick)
    second = back_up(data_folder, NOON + 1)
    (stick / second.name).mkdir()

    with refused("backup.failed"):
        carry(second, stick)

    check_copy(stick / first.name)
    assert not list(stick.glob("*.young"))

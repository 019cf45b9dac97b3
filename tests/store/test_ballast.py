"""Ballast: taken on while room is plenty, thrown out when there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

from facilitator.store.ballast import BALLAST_BYTES, PLENTY_BYTES, Ballast
from tests.mounted import fill, small_disk, stick


def test_ballast_takes_real_room_once_and_gives_it_back(data_folder: Path) -> None:
    data_folder.mkdir(parents=True)
    assert shutil.disk_usage(data_folder).free > PLENTY_BYTES, "this test needs room"
    ballast = Ballast(data_folder)
    assert not ballast.is_there()

    assert ballast.take_on()

    (file,) = data_folder.iterdir()
    assert file.stat().st_size == BALLAST_BYTES
    assert file.stat().st_blocks * 512 >= BALLAST_BYTES
    made = file.stat().st_mtime_ns
    assert ballast.take_on()
    assert file.stat().st_mtime_ns == made

    ballast.throw_out()
    ballast.throw_out()
    assert not ballast.is_there()
    assert list(data_folder.iterdir()) == []


def test_no_ballast_is_taken_on_where_room_is_scarce(data_folder: Path) -> None:
    with small_disk(data_folder, "16m") as folder:
        assert not Ballast(folder).take_on()
        assert list(folder.iterdir()) == []


def test_on_a_full_disk_the_ballast_makes_the_room_it_promised(data_folder: Path) -> None:
    with stick(data_folder, data_folder.with_name(f"{data_folder.name}-image"), 640) as folder:
        ballast = Ballast(folder)
        assert ballast.take_on()
        fill(folder)
        assert shutil.disk_usage(folder).free == 0

        ballast.throw_out()

        assert shutil.disk_usage(folder).free >= BALLAST_BYTES
        assert not ballast.take_on()

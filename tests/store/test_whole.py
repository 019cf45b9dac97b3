"""A file appears whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.convening.words import Refusal
from facilitator.store.whole import whole
from tests.convening.given import refused
from tests.mounted import fill, small_disk


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_what_was_written_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "ideas.csv"
    target.write_text("old")

    with whole(target) as young:
        young.write_text("new")
        assert target.read_text() == "old"

    assert target.read_text() == "new"
    assert names(tmp_path) == ["ideas.csv"]


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """Fault 10. The disk fills up during an export: the file that was there before stays, and the sentence names it."""
    with small_disk(tmp_path / "disk", "256k") as folder:
        target = folder / "ideas.csv"
        target.write_text("old")
        film = fill(folder)

        with refused("file.not_written", path=str(target)), whole(target) as young:
            young.write_text("new" * 10_000)

        assert target.read_text() == "old"
        film.unlink()
        assert names(folder) == ["ideas.csv"]


def test_what_went_wrong_in_the_making_is_said_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "ideas.csv"

    def fail(mistake: Exception) -> None:
        with whole(target) as young:
            young.write_text("half of it")
            raise mistake

    for mistake in (ZeroDivisionError(), Refusal("file.unreadable", path="another file")):
        with pytest.raises(type(mistake)) as raised:
            fail(mistake)
        assert raised.value is mistake

    assert names(tmp_path) == []


@pytest.mark.parametrize("place", ["gone/a.csv", "folder"])
def test_a_place_that_cannot_be_is_said(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()

    with refused("file.not_written", path=str(tmp_path / place)), whole(tmp_path / place) as young:
        young.write_text("new")

    assert names(tmp_path) == ["folder"]

"""The copy that is looked at: thrown away as it was made, kept with what was done in it."""

from __future__ import annotations

from pathlib import Path

from facilitator.store.archive import ARCHIVE
from facilitator.store.backups import contents_of
from facilitator.store.damage import Verdict
from facilitator.store.looked_at import LOOKED_AT, kept_copies, make_copy, put_away, throw_away
from facilitator.store.opening import WORKSPACE
from facilitator.store.restoring import all_backups, needs_restoring
from facilitator.store.sealed import SEALS
from tests.desk.room import opened
from tests.store.damaged import LATER, NOON, back_up, begun, board_of, ideas_in, locked, say_ideas

KEPT = "looked-at-2027-03-18T12-02-00.123Z"


def looked_at(folder: Path, *, said: int = 0) -> Path:
    """A copy of a backup of five ideas, in which more was said, and what lies about in such a folder."""
    begun(folder, 5)
    assert make_copy(folder, back_up(folder).path, LATER) == ""
    copy = folder / LOOKED_AT
    if said:
        with opened(copy) as room:
            say_ideas(room, board_of(room), "In the copy", said)
    (copy / SEALS).mkdir(exist_ok=True)
    (copy / SEALS / "round.key").write_bytes(b"secret")
    (copy / ARCHIVE).write_bytes(b"every word")
    return copy


def test_one_that_is_as_it_was_made_is_gone_without_a_trace(data_folder: Path) -> None:
    copy = looked_at(data_folder)
    with opened(copy) as room:
        assert room.desk.news.seq > 0

    assert put_away(data_folder, LATER) == ""

    assert not copy.exists()
    assert kept_copies(data_folder) == []


def test_one_in_which_something_was_said_is_kept_with_its_file_alone(data_folder: Path) -> None:
    copy = looked_at(data_folder, said=2)

    assert put_away(data_folder, LATER) == KEPT

    assert not copy.exists()
    (kept,) = kept_copies(data_folder)
    assert (kept.name, kept.at) == (KEPT, LATER)
    assert contents_of(kept.path).ideas == 7
    assert [file.name for file in kept.path.parent.iterdir()] == [WORKSPACE]


def test_one_that_was_left_behind_is_kept_when_the_next_is_made(data_folder: Path) -> None:
    looked_at(data_folder, said=1)

    kept = make_copy(data_folder, all_backups(data_folder)[0].path, LATER)

    assert "In the copy 0" in ideas_in(data_folder / kept)
    assert len(ideas_in(data_folder / LOOKED_AT)) == 5


def test_two_of_the_same_moment_are_both_kept_and_one_can_be_looked_at_again(data_folder: Path) -> None:
    looked_at(data_folder, said=1)
    put_away(data_folder, LATER)
    make_copy(data_folder, kept_copies(data_folder)[0].path, LATER)
    with opened(data_folder / LOOKED_AT) as room:
        say_ideas(room, board_of(room), "Once more", 1)

    assert put_away(data_folder, LATER) == f"{KEPT}-2"

    assert {len(ideas_in(kept.path.parent)) for kept in kept_copies(data_folder)} == {6, 7}


def test_one_that_cannot_be_read_may_hold_anything_and_is_kept(data_folder: Path) -> None:
    copy = looked_at(data_folder)
    (copy / WORKSPACE).write_bytes((copy / WORKSPACE).read_bytes()[:3000])

    assert put_away(data_folder, LATER) == KEPT


def test_nothing_and_half_a_copy_are_cleared(data_folder: Path) -> None:
    assert put_away(data_folder, NOON) == ""
    copy = looked_at(data_folder, said=1)
    throw_away(data_folder)
    copy.mkdir()
    (copy / f"{WORKSPACE}.restoring").write_bytes(b"half")

    assert put_away(data_folder, NOON) == ""

    assert not copy.exists()


def test_what_is_kept_never_takes_the_place_of_the_workspace_by_itself(data_folder: Path) -> None:
    looked_at(data_folder, said=3)
    put_away(data_folder, LATER)

    with locked(data_folder):
        assert needs_restoring(data_folder) is Verdict.SOUND
    assert len(all_backups(data_folder)) == 1

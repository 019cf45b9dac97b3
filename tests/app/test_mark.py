"""The mark: who finds it knows of a crash, and what was open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator.app.mark import MARK, Mark, Run

NINE = 1_805_360_400_000


class Clock:
    """A wall clock that only moves when it is told."""

    def __init__(self) -> None:
        self.now = NINE

    def __call__(self) -> int:
        return self.now


def test_a_clean_end_leaves_nothing_to_find(tmp_path: Path) -> None:
    mark = Mark(tmp_path, Clock())
    assert mark.set() is None

    mark.lift()

    assert not list(tmp_path.iterdir())
    assert Mark(tmp_path, Clock()).set() is None


def test_a_crash_tells_what_was_open_and_when_the_app_was_last_seen(tmp_path: Path) -> None:
    clock = Clock()
    mark = Mark(tmp_path, clock)
    mark.set()
    mark.note("clean-water")
    clock.now += 5 * 60_000
    mark.beat()

    assert Mark(tmp_path, clock).set() == Run(NINE, clock.now, "clean-water", 0)


def test_starts_that_crash_soon_are_counted_in_a_row_and_remember_what_was_open(tmp_path: Path) -> None:
    clock = Clock()
    first = Mark(tmp_path, clock)
    first.set()
    first.note("clean-water")

    counts = []
    for _ in range(3):
        clock.now += 59_000
        run = Mark(tmp_path, clock).set()
        assert run is not None
        assert run.convening == "clean-water"
        counts.append(run.crashes_soon())

    assert counts == [1, 2, 3]


def test_a_run_that_went_well_for_a_minute_begins_the_count_anew(tmp_path: Path) -> None:
    clock = Clock()
    Mark(tmp_path, clock).set()
    second = Mark(tmp_path, clock)
    second.set()
    clock.now += 60_000
    second.beat()

    run = Mark(tmp_path, clock).set()

    assert run is not None
    assert run.crashes_soon() == 0


@pytest.mark.parametrize("garbage", [b"", b"[]", b"\xff\x00\x80", b'{"began": "x"}', os.urandom(200)])
def test_a_mark_that_cannot_be_read_is_a_crash_of_which_nothing_is_known(tmp_path: Path, garbage: bytes) -> None:
    (tmp_path / MARK).write_bytes(garbage)

    run = Mark(tmp_path, Clock()).set()

    assert run is not None
    assert (run.convening, run.crashes_soon()) == ("", 0)


def test_who_has_not_set_it_neither_changes_nor_lifts_it(tmp_path: Path) -> None:
    first = Mark(tmp_path, Clock())
    first.set()
    said = (tmp_path / MARK).read_bytes()

    other = Mark(tmp_path, Clock())
    other.note("another")
    other.beat()
    other.lift()

    assert (tmp_path / MARK).read_bytes() == said


def test_nothing_is_said_after_the_end(tmp_path: Path) -> None:
    mark = Mark(tmp_path, Clock())
    mark.set()
    mark.end()

    mark.beat()
    mark.note("clean-water")

    assert not list(tmp_path.iterdir())


def test_an_end_that_was_called_off_leaves_a_crash_that_comes_later_to_be_found(tmp_path: Path) -> None:
    """Fault 2. The session was to end, and did not: the app is there at the next beat, and so is its mark."""
    clock = Clock()
    mark = Mark(tmp_path, clock)
    mark.set()
    mark.note("clean-water")
    mark.lift()
    assert not list(tmp_path.iterdir())
    clock.now += 5_000

    mark.beat()

    assert Mark(tmp_path, clock).set() == Run(NINE, clock.now, "clean-water", 0)


def test_what_is_opened_after_an_end_that_was_called_off_is_marked_and_what_is_closed_is_not(tmp_path: Path) -> None:
    clock = Clock()
    mark = Mark(tmp_path, clock)
    mark.set()
    mark.note("clean-water")
    mark.lift()

    mark.note("")
    assert not list(tmp_path.iterdir())
    mark.note("another")

    assert Mark(tmp_path, clock).set() == Run(NINE, NINE, "another", 0)


def test_a_folder_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    mark = Mark(tmp_path / "gone", Clock())

    assert mark.set() is None
    mark.note("clean-water")
    mark.beat()
    mark.lift()

"""The index as a file: written by difference, counted by its row numbers, thrown away."""

from __future__ import annotations

import contextlib
import sqlite3
import sys
from pathlib import Path

import pytest

from facilitator.convening.cards import Card
from facilitator.convening.findable import Question
from facilitator.convening.ids import CardId
from facilitator.convening.words import added
from facilitator.store.archive import ARCHIVE, Archive, bounds, forget_index, open_archive
from facilitator.store.search import Search
from tests.convening.given import BOOK
from tests.store.shelf import Shelf


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = open_archive(tmp_path, "shape")
    made.keep()
    return made


def test_a_young_index_is_filled_first_and_finds_once_it_is_kept(tmp_path: Path) -> None:
    young = open_archive(tmp_path, "shape")
    young.show(0, young.number("one"), {"a": ["pump"]})
    young.keep()
    assert [count for _, _, count in young.counts('"pump"')] == [1]

    young.show(0, young.number("one"), {"a": ["pump"], "b": ["pumps and a pump"]})

    assert [count for _, _, count in young.counts('"pump"')] == [2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a person's folder from others by other means")
def test_nobody_else_on_this_laptop_reads_the_index(archive: Archive, tmp_path: Path) -> None:
    archive.show(0, archive.number("one"), {"a": ["a private note"]})
    archive.keep()

    assert not (tmp_path / ARCHIVE).stat().st_mode & 0o077


def test_hits_are_counted_by_kind_and_convening(archive: Archive) -> None:
    first, second = archive.number("first"), archive.number("second")
    archive.show(0, first, {"a": ["pump"], "b": ["pump again"]})
    archive.show(3, second, {"a": ["pump"], "c": ["well"]})

    assert sorted(archive.counts('"pump"')) == [(0, first, 2), (3, second, 1)]


def test_only_what_differs_is_written(archive: Archive) -> None:
    number = archive.number("one")
    archive.show(0, number, {"a": ["pump"], "b": ["well"], "c": ["tap"]})
    before = archive.connection.total_changes

    archive.show(0, number, {"a": ["pump"], "b": ["spring"], "d": ["sea"]})

    rows = {key: (row, said) for row, key, said in archive.connection.execute("select id, key, said from found")}
    assert {key: said for key, (_, said) in rows.items()} == {"a": "pump", "b": "spring", "d": "sea"}
    assert rows["a"][0] == bounds(0, number)[0]
    assert archive.connection.total_changes > before
    assert not list(archive.counts('"well"'))
    assert [found[0] for found in archive.newest('"sea"', 0, [], 9)] == [rows["d"][0]]

    before = archive.connection.total_changes
    archive.show(0, number, {"a": ["pump"], "b": ["spring"], "d": ["sea"]})
    assert archive.connection.total_changes == before


def test_the_newest_come_first_and_whole_convenings_can_be_left_out(archive: Archive) -> None:
    first, second = archive.number("first"), archive.number("second")
    archive.show(1, first, {f"a{number}": ["pump"] for number in range(3)})
    archive.show(1, second, {"b": ["pump"]})

    rows = [(number, row - bounds(1, number)[0]) for row, number, _ in archive.newest('"pump"', 1, [], 3)]

    assert rows == [(second, 0), (first, 2), (first, 1)]
    assert [number for _, number, _ in archive.newest('"pump"', 1, [second], 3)] == [first] * 3


def test_a_convening_taken_out_leaves_no_row(archive: Archive) -> None:
    archive.show(0, archive.number("gone"), {"a": ["pump"]})
    archive.show(1, archive.number("gone"), {"a": ["pump"]})
    archive.show(0, archive.number("stays"), {"a": ["pump"]})

    archive.drop("gone", 2)

    assert set(archive.convenings()) == {"stays"}
    assert [count for _, _, count in archive.counts('"pump"')] == [1]


def test_what_is_not_kept_is_not_there_next_time(tmp_path: Path) -> None:
    first = open_archive(tmp_path, "shape")
    first.mark(seq="1")
    first.keep()
    first.mark(seq="2")
    first.close()

    again = open_archive(tmp_path, "shape")
    assert again.marks()["seq"] == "1"
    again.close()
    assert "seq" not in open_archive(tmp_path, "another shape").marks()


def test_forgetting_takes_the_file_away_even_while_it_is_read(tmp_path: Path) -> None:
    open_one = open_archive(tmp_path, "shape")
    open_one.show(0, open_one.number("one"), {"a": ["Zebulon"]})

    forget_index(tmp_path)
    with contextlib.suppress(sqlite3.OperationalError):
        open_one.keep()
    open_one.close()

    assert not (tmp_path / ARCHIVE).exists()
    forget_index(tmp_path)


@pytest.mark.parametrize("damage", [b"", b"not a database at all", b"SQLite format 3\0" + b"\0" * 4000])
def test_an_index_that_is_damaged_is_made_anew(shelf: Shelf, damage: bytes) -> None:
    shelf.idea(shelf.convening("Kick-off"), "New pump")
    shelf.ask("pump")
    (shelf.folder / ARCHIVE).write_bytes(damage)

    assert shelf.found("pump") == ["New pump"]


def test_pages_that_were_overwritten_are_made_anew(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    shelf.tell(stream, *(added(Card(CardId(f"n{number}"), f"Pump number {number}")) for number in range(800)))
    shelf.ask("pump")
    whole = bytearray((shelf.folder / ARCHIVE).read_bytes())
    whole[4096:] = b"\xa5" * (len(whole) - 4096)
    (shelf.folder / ARCHIVE).write_bytes(whole)

    assert shelf.ask("pump").count("idea") == 800


def test_an_index_of_another_shape_is_made_anew(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    shelf.idea(stream, "New pump")
    assert shelf.found("pump")

    notes_only = Search(shelf.folder, [each for each in BOOK.findable() if each.kind == "note"], BOOK.kinds)

    assert not notes_only.answer(Question("pump")).hits
    assert shelf.found("pump") == ["New pump"]

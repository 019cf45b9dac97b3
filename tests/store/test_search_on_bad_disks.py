"""The search on a disk that is full or locked: nobody is kept from finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.convening.findable import Question
from facilitator.store.archive import ARCHIVE
from facilitator.store.search import CalledOff, Search
from tests.convening.given import BOOK
from tests.mounted import fill, mount, small_disk
from tests.store.shelf import Shelf


def test_a_full_disk_keeps_nobody_from_finding(tmp_path: Path) -> None:
    """Fault 9. No room for the index: it lies in memory, and knows what is said once there is room again."""
    with small_disk(tmp_path / "disk") as disk:
        shelf = Shelf(disk)
        stream = shelf.convening("Kick-off")
        for number in range(30):
            shelf.idea(stream, f"Pump {number}")
        filling = fill(disk)

        assert shelf.ask("pump").count("idea") == 30
        assert shelf.found("29") == ["Pump 29"]

        filling.unlink()
        shelf.idea(stream, "A well")
        assert shelf.found("well") == ["A well"]
        shelf.close()


def test_a_locked_disk_keeps_nobody_from_finding(tmp_path: Path) -> None:
    """Fault 10. The disk may only be read: whatever is on it is found."""
    with small_disk(tmp_path / "disk") as disk:
        shelf = Shelf(disk)
        shelf.idea(shelf.convening("Kick-off"), "A new pump")
        shelf.close()
        if not mount("-o", "remount,ro", disk):
            pytest.skip("this machine lets nobody lock a disk")

        assert shelf.found("pump") == ["A new pump"]
        assert shelf.found("new") == ["A new pump"]
        assert not (disk / ARCHIVE).exists()


def test_a_search_in_memory_that_is_called_off_loses_nothing_of_it(tmp_path: Path) -> None:
    is_over = [False]
    with small_disk(tmp_path / "disk") as disk:
        shelf = Shelf(disk)
        shelf.idea(shelf.convening("Kick-off"), "A new pump")
        fill(disk)
        search = Search(disk, BOOK.findable(), BOOK.kinds, lambda: is_over[0])
        is_over[0] = True
        with pytest.raises(CalledOff):
            search.answer(Question("pump"))
        is_over[0] = False

        assert search.answer(Question("pump")).count("idea") == 1
        shelf.close()

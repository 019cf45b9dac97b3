"""The room without windows: one line of JSON, and a polite end."""

from __future__ import annotations

from pathlib import Path

from facilitator.store.workspace import list_convenings
from tests.rehearsal.room import served


def test_serve_says_where_phones_join(data_folder: Path) -> None:
    with served(data_folder, "dot_vote") as said:
        assert said["url"] == said["url"].upper()
        assert said["url"].endswith(f":{said['port']}/J/{said['code']}")

    assert [one.id for one in list_convenings(data_folder)] == [said["convening"]]


def test_a_block_is_named_by_its_number_too(data_folder: Path) -> None:
    with served(data_folder, "6") as said:
        assert len(said["code"]) == 8

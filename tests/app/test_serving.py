"""The room without windows: one line of JSON, and a polite end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.store.workspace import list_convenings
from tests.rehearsal.room import served
from tests.store.damaged import Spoil, back_up, begun, half, ideas_in, unlinked


def test_serve_says_where_phones_join(data_folder: Path) -> None:
    with served(data_folder, "dot_vote") as said:
        assert said["url"] == said["url"].upper()
        assert said["url"].endswith(f":{said['port']}/J/{said['code']}")

    assert [one.id for one in list_convenings(data_folder)] == [said["convening"]]


def test_a_block_is_named_by_its_number_too(data_folder: Path) -> None:
    with served(data_folder, "6") as said:
        assert len(said["code"]) == 8


@pytest.mark.parametrize("spoil", [half, unlinked])
def test_a_damaged_workspace_is_restored_before_the_room_is_served(
    data_folder: Path, capfd: pytest.CaptureFixture[str], spoil: Spoil
) -> None:
    """Fault 14. Without windows too: the newest backup is open, and one line says so."""
    begun(data_folder, 5)
    back_up(data_folder)
    spoil(data_folder / "workspace.db")

    with served(data_folder, "dot_vote") as said:
        assert len(said["code"]) == 8

    assert len(ideas_in(data_folder)) >= 5
    fact = "is gone." if spoil is unlinked else "was damaged."
    assert f"The file of this laptop {fact} The copy from " in capfd.readouterr().err


def test_a_room_is_served_without_anything_of_windows() -> None:
    asked = "import sys, facilitator.app.serving; print([one for one in sys.modules if one.startswith('PySide6')])"
    assert subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True).stdout.strip() == b"[]"

"""How long a .convene file of many facts takes to come in: new here, and a second time."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.store.portable import export_convene, import_convene
from facilitator.store.workspace import Workspace


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        file = folder / "room.convene"
        began = time.perf_counter()
        facts = _write(folder / "here", file, asked.facts)
        there = Workspace(folder / "there", house.rulebook().kinds)
        written = time.perf_counter()
        _, count = import_convene(there.connection, there.kinds, file)
        first = time.perf_counter()
        _, again = import_convene(there.connection, there.kinds, file)
        second = time.perf_counter()
        there.close()
        assert (count, again) == (facts, 0)
        return {
            "facts": count,
            "seconds": round(first - written, 2),
            "seconds_again": round(second - first, 2),
            "file_mb": round(file.stat().st_size / 2**20, 2),
            "seconds_to_prepare": round(written - began, 2),
        }
    finally:
        shutil.rmtree(folder)


def _write(folder: Path, file: Path, ideas: int) -> int:
    workspace = house.open_workspace(folder)
    room, ids = house.begin_room_of_sample(workspace)
    said = [
        room.desk.say(AddIdea(f"Idea {number}: keep every pump running"), activity=ids.blocks["ideas"])
        for number in range(ideas)
    ]
    for one in said:
        one.result()
    room.close()
    count = export_convene(workspace.connection, workspace.kinds, room.desk.stream, file)
    workspace.close()
    return count

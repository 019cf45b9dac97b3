"""How long a convening of many facts takes to open again."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.desk.desk import Desk
from facilitator.store.workspace import Workspace


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        workspace = house.open_workspace(folder)
        room, ids = house.begin_room_of_sample(workspace)
        board = ids.blocks["ideas"]
        said = [
            room.desk.say(AddIdea(f"Idea {number}: keep every pump running"), activity=board)
            for number in range(asked.facts)
        ]
        for one in said:
            one.result()
        stream = room.desk.stream
        room.close()
        workspace.close()
        opened = [_opened_ms(folder, stream) for _ in range(5)]
        return {"open_ms": round(median(opened), 1)}
    finally:
        shutil.rmtree(folder)


def _opened_ms(folder: Path, stream: str) -> float:
    began = time.perf_counter()
    workspace = Workspace(folder, house.rulebook().kinds)
    desk = Desk(workspace, stream, house.rulebook())
    took = (time.perf_counter() - began) * 1000
    desk.start()
    desk.stop()
    workspace.close()
    return took

"""How much memory the app needs with a board of ideas and the stage, the gateway included: proportional set size."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from facilitator.activities.ideation_board.rules import AddCluster, AddIdeas, GoToStep, ShowArriving
from facilitator.app import house
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive

SETTLE_SECONDS, STILL, PATIENCE_SECONDS = 4.0, 8, 120.0


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        stream = _prepared(folder, asked.notes)
        app = subprocess.Popen([sys.executable, "-m", "tests.bench.memory", str(folder), stream])
        parts = _settled(psutil.Process(app.pid))
        app.terminate()
        app.wait(60)
        # Others that use the same libraries make the proportional share smaller, but not what is this app's alone.
        return {
            "notes": asked.notes,
            "pss_mb": round(sum(one.pss for one in parts) / 2**20, 1),
            "own_mb": round(sum(one.uss for one in parts) / 2**20, 1),
            "processes_mb": [round(one.pss / 2**20, 1) for one in parts],
        }
    finally:
        shutil.rmtree(folder)


def _settled(app: psutil.Process) -> list[Any]:
    """Wait until the gateway is there and the memory of all processes stays the same; give it for each."""
    still, last, until = 0, 0, time.monotonic() + PATIENCE_SECONDS
    parts: list[Any] = []
    while still < STILL and time.monotonic() < until:
        time.sleep(SETTLE_SECONDS / STILL)
        parts = [one.memory_full_info() for one in (app, *app.children(recursive=True))]
        took = sum(one.uss for one in parts)
        still = still + 1 if len(parts) > 1 and abs(took - last) < 2**20 else 0
        last = took
    return parts


def _prepared(folder: Path, notes: int) -> str:
    workspace = house.open_workspace(folder)
    room, ids = house.begin_room_of_sample(workspace)
    board = ids.blocks["ideas"]
    room.tell(GoLive())
    room.tell(StartBlock(board))
    room.tell(GoToStep("cluster"), activity=board)
    room.tell(ShowArriving(), activity=board)
    wish = room.tell(AddIdeas(tuple(f"Note {number}: every pump runs" for number in range(notes))), activity=board)
    for column in range(5):
        cards = tuple(f"{wish}.{number + 1}" for number in range(column, notes, 5))
        room.tell(AddCluster(f"Column {column}", cards), activity=board)
    room.close()
    workspace.close()
    return room.desk.stream


def main() -> None:
    """Be the app with that convening live, until asked to end."""
    import signal

    from facilitator.app.application import application
    from facilitator.app.windows import Windows
    from facilitator.kit.qt.dress import dress

    app = application()
    dress(app)
    windows = Windows(Path(sys.argv[1]), house.Doors(ports=(0,)))
    app.aboutToQuit.connect(windows.close)
    signal.signal(signal.SIGTERM, lambda *_: app.quit())
    windows.show()
    windows.lead(sys.argv[2])
    app.exec()


if __name__ == "__main__":
    main()

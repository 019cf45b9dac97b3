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

SETTLE_SECONDS = 4.0


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        stream = _prepared(folder, asked.notes)
        app = subprocess.Popen([sys.executable, "-m", "tests.bench.memory", str(folder), stream])
        time.sleep(SETTLE_SECONDS)
        process = psutil.Process(app.pid)
        parts = [process, *process.children(recursive=True)]
        pss = [part.memory_full_info().pss / 2**20 for part in parts]
        app.terminate()
        app.wait(20)
        return {"notes": asked.notes, "pss_mb": round(sum(pss), 1), "processes_mb": [round(one, 1) for one in pss]}
    finally:
        shutil.rmtree(folder)


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

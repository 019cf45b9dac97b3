"""How many facts a desk writes in a second when a hundred speak at once, and how long one commit takes alone."""

from __future__ import annotations

import argparse
import os
import queue
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.convening.ids import BlockId
from facilitator.store.opening import WORKSPACE
from tests.bench.figures import share

SPEAKERS = 100
ALONE = 500


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    workspace = house.open_workspace(folder)
    try:
        room, ids = house.begin_room_of_sample(workspace)
        board = ids.blocks["ideas"]
        alone = [_alone(room, board, number) for number in range(ALONE)]
        before = room.desk.news.seq
        took, waits = _together(room, board, asked.facts)
        kept = room.desk.news.seq - before
        later = [_alone(room, board, number) for number in range(ALONE)]
        room.close()
        return {
            "speakers": SPEAKERS,
            "facts": kept,
            "facts_per_s": round(kept / took),
            "ack_p99_ms": share(waits, 0.99),
            "p50_commit_ms": share(alone, 0.5),
            "p99_commit_ms": share(alone, 0.99),
            "p50_commit_after_ms": share(later, 0.5),
            "bare_sync_p50_ms": _bare_sync(folder),
            "file_mb": round((folder / WORKSPACE).stat().st_size / 1_000_000, 1),
        }
    finally:
        workspace.close()
        shutil.rmtree(folder)


def _together(room: house.Room, board: BlockId, facts: int) -> tuple[float, list[float]]:
    """A hundred speakers, each of whom says the next thing once the last one was acknowledged: (seconds, waits in ms)."""
    free: queue.SimpleQueue[float] = queue.SimpleQueue()
    waits: list[float] = []
    began = time.perf_counter()

    def say(number: int) -> None:
        said = time.perf_counter()
        answer = room.desk.say(AddIdea(f"Idea {number}: keep every pump running"), activity=board)
        answer.add_done_callback(lambda done: free.put((time.perf_counter() - said) * 1000 + 0 * done.result().seq))

    for number in range(facts):
        if number >= SPEAKERS:
            waits.append(free.get())
        say(number)
    waits += [free.get() for _ in range(min(SPEAKERS, facts))]
    return time.perf_counter() - began, waits


def _alone(room: house.Room, board: BlockId, number: int) -> float:
    began = time.perf_counter()
    room.desk.say(AddIdea(f"Alone {number}"), activity=board).result()
    return (time.perf_counter() - began) * 1000


def _bare_sync(folder: Path) -> float:
    """What this disk needs to take 4 kB for good, without any of our code: half of the times less."""
    times = []
    with (folder / "bare").open("wb") as file:
        for _ in range(100):
            began = time.perf_counter()
            file.write(os.urandom(4096))
            file.flush()
            os.fsync(file.fileno())
            times.append((time.perf_counter() - began) * 1000)
    return share(times, 0.5)

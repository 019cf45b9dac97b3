"""How long the summary of many ideas takes, and what it needs: measured on a process of its own."""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pypdfium2

from facilitator.activities.ideation_board.rules import AddIdeas, ShowArriving
from facilitator.app import house
from facilitator.rehearsal.invited import pool_of
from facilitator.store.portable import export_convene
from tests.bench.peers import chromium_seconds, paired


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        workspace = house.open_workspace(folder)
        room, ids = house.begin_room_of_sample(workspace)
        board = ids.blocks["ideas"]
        room.tell(ShowArriving(), activity=board)
        ideas = tuple(pool_of(asked.ideas, random.Random(1)))
        room.tell(AddIdeas(ideas), activity=board)
        room.close()
        export_convene(workspace.connection, workspace.kinds, room.desk.stream, folder / "room.convene")
        workspace.close()
        out = folder / "summary.pdf"
        seconds, rss = _made(folder, out)
        ratio: dict[str, Any] = {}
        if asked.peer:
            ours, theirs = paired(lambda: _made(folder, out)[0], lambda: chromium_seconds(ideas, folder))
            ratio = {"chromium_seconds": round(theirs, 2), "of_chromium": round(ours / theirs, 2)}
        with pypdfium2.PdfDocument(out) as pdf:
            pages = len(pdf)
        return {
            "seconds": round(seconds, 2), "rss_mb": rss, "file_mb": round(out.stat().st_size / 2**20, 2), "pages": pages, **ratio,
        }  # fmt: skip
    finally:
        shutil.rmtree(folder)


def _made(folder: Path, out: Path) -> tuple[float, float]:
    """Make the summary in a process of its own; give the seconds it took and the most memory it needed, in MB."""
    began = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.summary", str(folder / "room.convene"), str(out)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return time.perf_counter() - began, float(json.loads(told.stdout.splitlines()[-1])["rss_mb"])


def main() -> None:
    """Export as the command does, and tell the most memory it needed."""
    from facilitator.cli import run

    run(["export", *sys.argv[1:]])
    print(json.dumps({"rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)}))


if __name__ == "__main__":
    main()

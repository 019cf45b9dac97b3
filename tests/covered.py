"""Asks whether the tests walked nearly every line and branch of the rooms where a mistake would lose what people said."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import PurePosixPath

FLOOR = 95.0
COUNTED = ("covered_lines", "num_statements", "covered_branches", "num_branches")


def main() -> int:
    """Print a line for each room, and what was left out where it is too much; 1 if a room is below the floor."""
    _coverage("combine", "--quiet")
    rooms = _rooms(json.loads(_coverage("json", "--quiet", "-o", "-"))["files"])
    poor = [room for room, counts in sorted(rooms.items()) if not _is_walked(room, counts)]
    if poor:
        print(_coverage("report"))
    return 1 if poor else 0


def _coverage(*words: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "coverage", *words], check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def _rooms(files: dict[str, dict[str, dict[str, int]]]) -> dict[str, Counter[str]]:
    """Add up the counts of the files of each room; the rules of all activities are one room."""
    rooms: dict[str, Counter[str]] = {}
    for path, found in files.items():
        room = PurePosixPath(path.replace("\\", "/")).parts[1]
        rooms.setdefault(room, Counter()).update({name: found["summary"][name] for name in COUNTED})
    return rooms


def _is_walked(room: str, counts: Counter[str]) -> bool:
    lines = _percent(counts["covered_lines"], counts["num_statements"])
    branches = _percent(counts["covered_branches"], counts["num_branches"])
    print(f"{room:12} {lines:6.1f} % of lines  {branches:6.1f} % of branches")
    return min(lines, branches) >= FLOOR


def _percent(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 100.0


if __name__ == "__main__":
    sys.exit(main())

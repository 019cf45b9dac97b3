"""Runs one benchmark and prints its figures as one line of JSON."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import time

NAMES = (
    "startup", "memory", "board", "phones", "burst", "reopen", "summary", "append", "import", "search", "backup",
    "hostile", "agenda",
)  # fmt: skip

MODULES = {"import": "import_"}
"""Where a benchmark lies whose name is a word of Python."""


def calibrated_ms() -> float:
    """How long a fixed loop takes now: a noisy machine takes longer."""
    began = time.perf_counter()
    total = 0
    for number in range(1_000_000):
        total += number & 7
    return round((time.perf_counter() - began) * 1000, 1)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--phones", type=int, default=100)
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--facts", type=int, default=10_000)
    parser.add_argument("--ideas", type=int, default=500)
    parser.add_argument("--peer", action="store_true", help="beside Impress (startup) or Chromium (summary)")
    parser.add_argument("--search-ideas", type=int, default=200_000)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")
    before = calibrated_ms()
    figures = importlib.import_module(f"tests.bench.{MODULES.get(asked.name, asked.name)}").measure(asked)
    said = {"bench": asked.name, "figures": figures, "calibration_ms": [before, calibrated_ms()]}
    print(json.dumps(said))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How long from starting the app until its list is painted and a key is answered. Run as a module, it is the app."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from facilitator.app import house
from tests.bench.peers import impress_ms, paired

RUNS = 5
HEAVY = ("reportlab", "uvicorn", "starlette", "sqlite_utils", "miniaudio")


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        workspace = house.open_workspace(folder)
        house.open_sample(workspace).close()
        workspace.close()
        started = [_start(folder) for _ in range(RUNS + 1)][1:]
        ratio = _beside_impress(folder) if asked.peer else {}
        heavy = sorted({name for one in started for name in one["heavy"]})
        return {"usable_ms": round(median(one["usable"] for one in started), 1), "imported_too_early": heavy, **ratio}
    finally:
        shutil.rmtree(folder)


def _beside_impress(folder: Path) -> dict[str, Any]:
    ours, theirs = paired(lambda: float(_start(folder)["usable"]), impress_ms)
    return {"impress_ms": round(theirs, 1), "of_impress": round(ours / theirs, 2)}


def _start(folder: Path) -> dict[str, Any]:
    began = time.time()
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.startup", str(folder)], capture_output=True, text=True, check=True
    )
    said = json.loads(told.stdout)
    return {"usable": (said["usable"] - began) * 1000, "heavy": said["heavy"]}


def main() -> None:
    """Start the app as its command does, press a key once its list is painted, and tell when it was answered."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest

    from facilitator.app.application import application
    from facilitator.app.windows import Windows
    from facilitator.kit.qt.dress import dress

    app = application()
    dress(app)
    windows = Windows(Path(sys.argv[1]))
    windows.show()
    asked: list[float] = []

    def look() -> None:
        if windows.console.isVisible() and not asked:
            asked.append(time.time())
            windows.console.repaint()
            QTest.keyClick(windows.console, Qt.Key.Key_Slash)
        elif asked and app.focusWidget() is not None:
            heavy = [name for name in HEAVY if name in sys.modules]
            print(json.dumps({"usable": time.time(), "heavy": heavy}))
            app.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(0)
    app.exec()
    windows.close()


if __name__ == "__main__":
    main()

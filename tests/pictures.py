"""Takes the pictures of the README, and lays the stage's beside those of a design: python -m tests.pictures OUT [DESIGN].

The console's day is led by a clock of our own that jumps, so that it shows a morning at work.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

STAGES = ("join", "timer", "overtime", "board", "cluster", "vote-open", "vote-result", "wicked", "thanks")
MORNING = datetime(2027, 3, 18, 9, 0, tzinfo=UTC)
REAL_MINUTES = (15, 24, 9, 33, 15)
"""How long the blocks before the idea board really took."""


def main() -> int:
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    _stages(out)
    _console(out)
    if len(sys.argv) > 2:
        _beside(out, Path(sys.argv[2]))
    return 0


def _stages(out: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "facilitator", "rehearse", "--ideas", "43", "--out", str(out / "rehearsal")], check=True
    )
    for name in STAGES:
        (out / "rehearsal" / f"stage-{name}.png").rename(out / f"stage-{name}.png")
    for left in (out / "rehearsal").iterdir():
        left.unlink()
    (out / "rehearsal").rmdir()


def _console(out: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")
    from PySide6.QtCore import QEventLoop, QTimer

    from facilitator.activities.ideation_board.rules import GoToStep, Placement, ReleaseIdea
    from facilitator.app import house
    from facilitator.app.application import application
    from facilitator.app.windows import Windows
    from facilitator.convening.agenda import agenda
    from facilitator.convening.clock import StartBlock
    from facilitator.convening.gathering import GoLive
    from facilitator.kit.qt.dress import dress

    def rest(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    app = application()
    dress(app)
    with tempfile.TemporaryDirectory() as folder:
        now = [MORNING]
        windows = Windows(Path(folder), house.Doors(ports=(0,)), lambda: round(now[0].timestamp() * 1000))
        windows.show()
        windows.open_sample()
        windows.console.prepare()
        rest(600)
        windows.console.grab().save(str(out / "console-prepare.png"))
        assert windows.room is not None
        tell, records = windows.room.room.tell, windows.room.room.desk.news.records
        tell(GoLive())
        for block, minutes in zip(agenda(records), (*REAL_MINUTES, 0), strict=False):
            tell(StartBlock(block.id))
            now[0] += timedelta(minutes=minutes)
        board = next(block.id for block in agenda(records) if block.activity == "ideation_board")
        tell(GoToStep("cluster"), activity=board)
        for lies in list(windows.room.room.desk.news.records[Placement].values()):
            if lies.cluster:
                tell(ReleaseIdea(lies.id), activity=board)
        now[0] += timedelta(minutes=22)
        windows.console.lead()
        rest(1500)
        windows.console.grab().save(str(out / "console-live.png"))
        windows.console.go_home()
        rest(300)
        windows.console.grab().save(str(out / "home.png"))
        windows.close()


def _beside(out: Path, design: Path) -> None:
    """Lay each stage picture beside the design's, in one sheet."""
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QPainter

    wide, high = 640, 360
    sheet = QImage(wide * 4, high * 5, QImage.Format.Format_RGB32)
    sheet.fill(0xFFFFFF)
    with QPainter(sheet) as painter:
        for number, name in enumerate(STAGES):
            left, top = number % 2 * 2 * wide, number // 2 * high
            for aside, folder in enumerate((out, design)):
                picture = QImage(str(folder / f"stage-{name}.png"))
                painter.drawImage(QRect(left + aside * wide, top, wide - 4, high - 4), picture)
    sheet.save(str(out / "sheet.png"))


if __name__ == "__main__":
    sys.exit(main())

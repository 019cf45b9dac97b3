"""The stage without a projector: it follows the room, tells when each idea was painted, and is photographed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from facilitator.app.application import application
from facilitator.app.house import Room
from facilitator.desk.news import News
from facilitator.kit.qt.echo import Echo
from facilitator.kit.qt.theme import Motion, Theme, wear
from facilitator.stage.joining import JoinAddress
from facilitator.stage.show import StageShow
from facilitator.stage.window import StageWindow

SIZE = (1920, 1080)
_TURN_MS = 5
_PAINT_SECONDS = 5.0


class Pictures:
    """One stage window that follows a room. `painted` maps a wish's id to when its fact was on the stage.

    Times are milliseconds of the machine's steady clock, taken after the paint event that contains the fact.
    """

    def __init__(self, room: Room, url: str, out: Path) -> None:
        """Open the stage and follow the room; pictures go to `out`."""
        self._application = application()
        wear(Theme(motion=Motion.REDUCED))
        self._room, self._out = room, out
        self.painted: dict[str, float] = {}
        self._taken: set[Path] = set()
        self._waiting: list[tuple[int, str]] = []
        self.show = StageShow(joining=JoinAddress(url.split("/")[2].lower(), url))
        self.window = StageWindow(self.show)
        self.window.resize(*SIZE)
        self.window.painted.connect(self._note_paint)
        self.window.show()
        self._seq = -1
        self._echo: Echo[News] = Echo()
        self._echo.listen(self._hear)
        self._echo.tell(room.desk.listen(self._echo.tell))

    def wait(self, future: Future[Any]) -> Any:
        """Wait for a future while the stage goes on painting."""
        loop = QEventLoop()
        timer = QTimer()
        timer.timeout.connect(lambda: loop.quit() if future.done() else None)
        timer.start(_TURN_MS)
        loop.exec()
        timer.stop()
        return future.result()

    def shoot(self, name: str) -> None:
        """Take a picture of the stage as it is after everything said so far: stage-<name>.png, once for each name."""
        file = self._out / f"stage-{name}.png"
        if file in self._taken:
            return
        self._taken.add(file)
        wanted, until = self._room.desk.news.seq, time.monotonic() + _PAINT_SECONDS
        while self._seq < wanted and time.monotonic() < until:
            self.rest(_TURN_MS)
        self.rest(200)
        self.window.grab().save(str(file))

    def close(self) -> None:
        """Follow no more."""
        self._room.desk.leave(self._echo.tell)
        self.window.close()

    def rest(self, milliseconds: int) -> None:
        """Let time pass while the stage goes on painting."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _hear(self, told: Sequence[News]) -> None:
        self._waiting += [(fact.seq, fact.id) for news in told for fact in news.facts]
        self.show.show_news(told[-1].room, told[-1].seq)

    def _note_paint(self, seq: int) -> None:
        now = time.monotonic() * 1000
        self._seq = max(self._seq, seq)
        self.painted |= {wish: now for at, wish in self._waiting if at <= seq}
        self._waiting = [(at, wish) for at, wish in self._waiting if at > seq]

"""The app as people start it: a process of its own with windows, which is watched, joined by phones, and ended."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self, TypeVar

import psutil

from facilitator.app.doorbell import name_of

MOST_SECONDS = 30.0
"""How long anything may take before a test ends badly; nothing waits so long when all is well."""

# The app itself, with one more event filter and one more ear. It says on stdout which page the console has painted,
# whenever it is another one than before, when its window falls asleep or wakes, and what the bar says. On stdin it is
# told what a hand would do: "press Ctrl+P", "minimize", "close"; and "fail", which lets a slot fail again and again,
# "stall 6", which lets a slot take so many seconds, and "look", for which it says what the timers show. STEPPED names a
# file with the seconds by which its wall clock is wrong.
WATCHED = """
import gc
import os
import re
import sys
import time
from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from facilitator.app.application import application
from facilitator.kit.qt.widgets.timer import TimerDigits
from facilitator.stage.window import StageWindow

class Watching(QObject):
    def __init__(self):
        super().__init__()
        self.said, self.told, self.console = "", "", None

    def eventFilter(self, seen, event):
        kind = type(seen).__name__
        if event.type() == QEvent.Type.Paint and kind in ("Home", "Prepare", "Live") and kind != self.said:
            self.said, self.console = kind, seen.window()
            print(kind, flush=True)
        if event.type() == QEvent.Type.WindowStateChange and kind == "ConsoleWindow":
            print("asleep" if seen.isMinimized() else "awake", flush=True)
        if event.type() == QEvent.Type.Paint and kind == "TroubleBar" and seen.words() != self.told:
            self.told = seen.words()
            print(self.told, flush=True)
        return False

    def obey(self):
        heard = os.read(0, 4096).decode().splitlines()
        ear.setEnabled(bool(heard))
        for line in heard:
            word, _, more = line.partition(" ")
            match word:
                case "press":
                    QTest.keySequence(self.console, QKeySequence(more))
                case "minimize":
                    self.console.showMinimized()
                case "fail":
                    failing.start()
                case "stall":
                    print("stalls", flush=True)
                    time.sleep(float(more))
                    print("goes on", flush=True)
                case "look":
                    # What was due while nothing went on is done first, as it is before a person can look.
                    QTimer.singleShot(300, lambda: print("looks:", time.monotonic(), *shown(), flush=True))
                case "close":
                    gc.collect()
                    self.console.close()

def shown():
    for window in application().topLevelWidgets():
        if isinstance(window, StageWindow):
            yield from re.findall(r"[+]?[0-9]+:[0-9]{2}(?::[0-9]{2})?", window.painted_text())
    yield from (f"console={each.text()}" for each in watching.console.findChildren(TimerDigits) if each.isVisible())

def fail():
    raise LookupError("a slot has failed")

if stepped := os.environ.get("STEPPED"):
    true_ns = time.time_ns
    time.time_ns = lambda: true_ns() + int(open(stepped).read()) * 10**9
watching = Watching()
application().installEventFilter(watching)
failing = QTimer(interval=20)
failing.timeout.connect(fail)
ear = QSocketNotifier(0, QSocketNotifier.Type.Read)
ear.activated.connect(watching.obey)
from facilitator.__main__ import main
status = main()
application().removeEventFilter(watching)
ear.setEnabled(False)
gc.collect()
sys.exit(status)
"""

Found = TypeVar("Found")


class Started:
    """One start of the app with windows."""

    def __init__(self, folder: Path, *asked: str, more: Mapping[str, str] | None = None) -> None:
        """Start it with a data folder and `more` of an environment; offscreen, everything else as on a laptop."""
        self._folder = folder
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-c", WATCHED, "--data", str(folder), *asked],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **(more or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said: list[str] = []
        self._begun = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Whatever happened, it does not stay behind."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()

    def until_painted(self, page: str) -> float:
        """Wait until the console has painted a page (Home, Prepare or Live); give the seconds since the start."""
        self.until_said(page)
        return time.monotonic() - self.began

    def until_said(self, *words: str) -> None:
        """Wait until it has said something about its windows that begins with one of these."""
        assert self.process.stdout is not None
        with selectors.DefaultSelector() as ready:
            ready.register(self.process.stdout, selectors.EVENT_READ)
            while not any(said.startswith(words) for said in self.said):
                assert ready.select(max(0.0, self.began + MOST_SECONDS - time.monotonic())), f"it never said {words}"
                # Read whole and not line by line: a second line that came with the first would make nothing ready again.
                heard = os.read(self.process.stdout.fileno(), 65_536)
                assert heard, f"it ended: {self.process.wait()}"
                *lines, self._begun = (self._begun + heard).split(b"\n")
                self.said += [line.decode().strip() for line in lines]

    def until_answers(self) -> None:
        """Wait until another start would be answered."""
        self.until((Path(tempfile.gettempdir()) / name_of(self._folder)).exists)

    def until(self, look: Callable[[], Found]) -> Found:
        """Wait until something is found; give it."""
        deadline = time.monotonic() + MOST_SECONDS
        while time.monotonic() < deadline:
            if found := look():
                return found
            with contextlib.suppress(subprocess.TimeoutExpired):
                raise AssertionError(f"it ended: {self.process.wait(0.01)}")
        raise AssertionError("it did not come about")

    def gateway(self) -> psutil.Process | None:
        """The process that serves phones, if there is one."""
        return self._child("--gateway")

    def _child(self, word: str) -> psutil.Process | None:
        with contextlib.suppress(psutil.Error):
            for child in psutil.Process(self.process.pid).children():
                if word in child.cmdline():
                    return child
        return None

    def summary(self) -> psutil.Process | None:
        """The process that makes the summary, while there is one."""
        return self._child("export")

    def port(self) -> int:
        """Where phones come in, as the system tells it; 0 while they cannot."""
        gateway = self.gateway()
        with contextlib.suppress(psutil.Error):
            for plug in gateway.net_connections("tcp4") if gateway is not None else ():
                if plug.status == psutil.CONN_LISTEN:
                    return int(plug.laddr.port)
        return 0

    def code(self) -> str:
        """What phones join with, as the workspace keeps it."""
        with contextlib.closing(sqlite3.connect(self._folder / "workspace.db")) as connection:
            return str(connection.execute("select code from convening where state = 'live'").fetchone()[0])

    def join_url(self) -> str:
        """Where phones join, as soon as they can."""
        return f"http://127.0.0.1:{self.until(self.port)}/j/{self.code()}"

    def until_open(self, url: str) -> None:
        """Wait until phones that know this address can come again: a new gateway answers there."""
        assert self.join_url() == url

    def do(self, words: str) -> None:
        """Let a hand do something with it."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()

    def kill(self) -> None:
        """End it in the middle of anything."""
        self.process.send_signal(signal.SIGKILL)
        self.ended()

    def end(self) -> tuple[int, str]:
        """Ask it to end; give its status, and what it said on stderr that a person should not read."""
        self.process.send_signal(signal.SIGTERM)
        return self.ended()

    def ended(self) -> tuple[int, str]:
        """Wait until it has ended; give its status, and what it said on stderr that a person should not read."""
        try:
            _, said = self.process.communicate(timeout=MOST_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            raise
        # The offscreen platform has no window manager to speak to.
        lines = [line for line in said.splitlines() if "This plugin does not support" not in line]
        return self.process.returncode, "\n".join(lines)

"""True time in the app as people start it: its clock is set, it is killed, it stalls; three faces show one second."""

from __future__ import annotations

import asyncio
import contextlib
import re
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.rehearsal.phone import Phone
from tests.app.left import leave_the_sample_live
from tests.stories.started import Started

HOUR = 3600


class WallClock:
    """The wall clock of a started app. The clocks that nobody sets go on as they are.

    libfaketime would set it for the whole process; its 0.9.10 refuses every sleep of Python then (EINVAL), though it is
    told to leave those clocks alone. So it is set where all of the app reads it: in Python.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.more: Mapping[str, str] = {"STEPPED": str(file)}
        self.set_by(0)

    def set_by(self, seconds: int) -> None:
        """Set it so far from the true time."""
        young = self._file.with_name("young")
        young.write_text(f"{seconds:+d}", "ascii")
        young.replace(self._file)


@pytest.fixture
def wall(tmp_path: Path) -> WallClock:
    return WallClock(tmp_path / "wall")


@dataclass(frozen=True, slots=True)
class Ends:
    """When the timer ends as each face has it, in seconds of the machine's steady clock."""

    console: float
    stage: float
    phone: float


def seconds_of(digits: str) -> int:
    """Read "8:40" or "+1:12" as seconds left; time over is less than nothing."""
    seconds = 0
    for part in digits.lstrip("+").split(":"):
        seconds = seconds * 60 + int(part)
    return -seconds if digits.startswith("+") else seconds


def look(app: Started) -> Ends:
    """Look at all three: what the windows show, and what a phone that comes now is told."""
    app.said = [line for line in app.said if not line.startswith("looks:")]
    app.do("look")
    app.until_said("looks:")
    (said,) = [line for line in app.said if line.startswith("looks:")]
    at, stage = said.split()[1:3]
    console = re.search(r"console=(\S+)", said)
    assert console is not None, said
    return Ends(float(at) + seconds_of(console[1]), float(at) + seconds_of(stage), asyncio.run(ask(app.join_url())))


async def ask(url: str) -> float:
    heard: list[float] = []
    phone = Phone(url)
    phone.on_page = lambda page: heard.append(time.monotonic() + page["clock"]["left_ms"] / 1000)
    await phone.enter()
    await phone.until(lambda _: bool(heard))
    await phone.leave()
    return heard[0]


def assert_one_second(app: Started, before: Ends | None = None) -> Ends:
    """All faces show the same second, give or take one, and the same end as before. A slow machine may look again."""

    def agreed() -> list[Ends]:
        now = look(app)
        ends = [now.console, now.stage, now.phone]
        ends += [before.console, before.stage, before.phone] if before is not None else []
        return [now] if max(ends) - min(ends) <= 2.0 else []

    return app.until(agreed)[0]


@pytest.mark.timeout(180)
def test_check_7_no_face_moves_when_the_clock_is_set_and_the_app_is_killed(data_folder: Path, wall: WallClock) -> None:
    """Check 7. Fault 26. Set forward an hour while the timer runs, killed, set back two, started again (TM3)."""
    leave_the_sample_live(data_folder)
    with Started(data_folder, "--sample", more=wall.more) as app:
        app.until_painted("Live")
        app.until(app.port)
        before = assert_one_second(app)

        wall.set_by(HOUR)
        app.until_said("This laptop's clock was set forward by 1 h. Timers go on as they were.")
        assert_one_second(app, before)
        app.kill()
    wall.set_by(-HOUR)

    with Started(data_folder, "--sample", more=wall.more) as again:
        again.until_said("This laptop's clock was set back by 2 h. Timers go on as they were.")
        again.until(again.port)
        assert_one_second(again, before)
        assert again.end() == (0, "")
    assert "A mistake" not in log(data_folder)


@pytest.mark.timeout(180)
def test_the_right_time_is_shown_at_once_after_the_windows_have_stalled(data_folder: Path, wall: WallClock) -> None:
    """Fault 28. A slot takes 7 s: the time is right at the first look after it, and the bar says what happened."""
    leave_the_sample_live(data_folder)
    with Started(data_folder, "--sample", more=wall.more) as app:
        app.until_painted("Live")
        app.until(app.port)
        before = assert_one_second(app)

        app.do("stall 7")
        app.until_said("stalls")
        app.until_said("goes on")
        assert_one_second(app, before)
        app.until_said("This window did not answer for ")

        (told,) = [line for line in app.said if line.startswith("This window did not answer for ")]
        seconds = re.search(r"for (\d+) seconds\. Nothing was lost\.", told)
        assert seconds is not None
        assert 5 <= int(seconds[1]) <= 12
        assert app.end() == (0, "")
    assert "The windows do not answer. What everybody is doing:" in log(data_folder)
    assert " in obey" in log(data_folder)


@pytest.mark.timeout(180)
def test_the_right_time_is_shown_at_once_after_everything_stood_still(data_folder: Path, wall: WallClock) -> None:
    """Fault 25. As Windows sleeps: app and gateway stand still for 4 s while all clocks go on, and are right at once."""
    leave_the_sample_live(data_folder)
    with Started(data_folder, "--sample", more=wall.more) as app:
        app.until_painted("Live")
        app.until(app.port)
        before, gateway = assert_one_second(app), app.gateway()
        assert gateway is not None

        app.process.send_signal(signal.SIGSTOP)
        gateway.suspend()
        with contextlib.suppress(subprocess.TimeoutExpired):
            app.process.wait(4)
        gateway.resume()
        app.process.send_signal(signal.SIGCONT)

        assert_one_second(app, before)
        assert app.end() == (0, "")


def log(folder: Path) -> str:
    file = folder / "crashes" / "log.txt"
    return file.read_text("utf-8") if file.exists() else ""

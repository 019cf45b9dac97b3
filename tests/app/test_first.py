"""Started twice: the first window comes forward, the second start leaves; there is never a second writer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from facilitator.app.first import leave_to_the_first
from facilitator.app.mark import MARK
from facilitator.convening.words import Refusal
from facilitator.store.workspace import Workspace, list_convenings
from tests.app.left import leave_the_sample_live
from tests.convening.given import BOOK, refused
from tests.stories.started import MOST_SECONDS, Started


def second(folder: Path, *asked: str) -> tuple[int, str]:
    """Start the app once more; give its status and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "--data", str(folder), *asked],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
    )
    lines = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    return done.returncode, "\n".join(lines)


def test_a_second_start_raises_the_first_window_and_leaves(data_folder: Path) -> None:
    """Fault 17. Started twice: the first window comes forward and opens what was asked for; the second leaves with 0."""
    with Started(data_folder) as first:
        first.until_painted("Home")
        first.until((data_folder / MARK).exists)
        first.do("minimize")
        first.until_said("asleep")

        assert second(data_folder) == (0, "")
        first.until_said("awake")

        assert second(data_folder, "--sample") == (0, "")
        first.until_painted("Live")
        assert first.end() == (0, "")
    (sample,) = list_convenings(data_folder)
    assert sample.title == "Clean Water by 2035"


def test_a_first_start_that_is_stuck_is_told_of_in_one_sentence(data_folder: Path) -> None:
    """Fault 17. The first start hangs: the second says so, and leaves with 2."""
    leave_the_sample_live(data_folder)
    with Started(data_folder) as first:
        first.until_painted("Home")
        first.until_answers()
        first.process.send_signal(signal.SIGSTOP)

        status, said = second(data_folder)

        first.process.send_signal(signal.SIGCONT)
    assert (status, said) == (
        2,
        "Facilitator is open already, but it does not answer. Close it, then start it again.",
    )


def test_who_holds_the_folder_without_a_window_is_not_asked_to_come_forward(data_folder: Path) -> None:
    workspace = Workspace(data_folder, BOOK.kinds)

    with refused("file.in_use"):
        leave_to_the_first(data_folder, Refusal("file.in_use", path=str(data_folder)), opens_sample=False)

    workspace.close()


def test_another_trouble_is_not_about_a_second_start(data_folder: Path) -> None:
    with refused("file.damaged"):
        leave_to_the_first(data_folder, Refusal("file.damaged", path="x"), opens_sample=False)

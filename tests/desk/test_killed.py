"""A desk that is killed at any moment has lost nothing it acknowledged."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from facilitator.store.opening import WORKSPACE
from tests.convening.given import BOOK
from tests.desk.laptop import kept
from tests.desk.oracle import Folded, folded, spelled
from tests.desk.room import opened

ROOT = Path(__file__).parents[2]


def acknowledged_until_killed(folder: Path, patience: float) -> set[str]:
    """Let a desk acknowledge at least five wishes and some more, kill it, and give the ids it acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.desk.talking", str(folder)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    heard = [child.stdout.readline() for _ in range(5)]
    time.sleep(patience)
    child.send_signal(signal.SIGKILL)
    text = b"".join(heard) + child.stdout.read()
    child.stdout.close()
    child.wait()
    return {line.decode() for line in text.split(b"\n")[:-1]}  # a torn last line acknowledges nothing


@pytest.mark.parametrize("kills", [8, pytest.param(200, marks=pytest.mark.long)])
@pytest.mark.timeout(1200)
def test_nothing_that_was_acknowledged_is_lost(data_folder: Path, kills: int) -> None:
    """Fault 1. The app is killed at random moments while twenty speak: each time all that was acknowledged is there."""
    chance = random.Random(kills)
    acknowledged: set[str] = set()
    oracle: Folded = {}
    for _ in range(kills):
        new = acknowledged_until_killed(data_folder, chance.uniform(0, 0.25))
        assert len(new) >= 5
        acknowledged |= new

        connection = sqlite3.connect(data_folder / WORKSPACE)
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        told = {key for (key,) in connection.execute("select id from fact")}
        oracle = folded(connection)
        connection.close()
        assert not acknowledged - told

    with opened(data_folder) as room:
        assert spelled(kept(room.desk.news.records)) == oracle
        assert {f"{key}.1" for key in acknowledged} <= oracle["card"].keys()
        assert set(oracle) <= set(BOOK.kinds)

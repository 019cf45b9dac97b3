"""The bell of a data folder: who rings is answered, or told that nobody is there, or that somebody is stuck."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app.doorbell import Answer, Doorbell, Wanted, name_of, ring

SECONDS = 15_000


@pytest.fixture
def bell(tmp_path: Path, qapp: QApplication) -> Iterator[Doorbell]:
    made = Doorbell(tmp_path)
    yield made
    made.take_down()


def rung(folder: Path, wanted: Wanted, qtbot: QtBot) -> Answer:
    """Ring from another program, while this one answers."""
    code = (
        "import sys; from pathlib import Path; from facilitator.app.doorbell import Wanted, ring;"
        "print(ring(Path(sys.argv[1]), Wanted(sys.argv[2])).value)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(folder), wanted.value], stdout=subprocess.PIPE, text=True
    ) as caller:
        qtbot.waitUntil(lambda: caller.poll() is not None, timeout=SECONDS)
        return Answer(caller.communicate()[0].strip())


@pytest.mark.parametrize("wanted", list(Wanted))
def test_who_rings_is_heard_and_answered(bell: Doorbell, tmp_path: Path, qtbot: QtBot, wanted: Wanted) -> None:
    heard: list[Wanted] = []
    bell.rung.connect(heard.append)

    assert rung(tmp_path, wanted, qtbot) is Answer.COMING
    assert heard == [wanted]


def test_another_folder_has_another_bell(bell: Doorbell, tmp_path: Path, qtbot: QtBot) -> None:
    assert rung(tmp_path / "another", Wanted.FORWARD, qtbot) is Answer.NOBODY


def test_who_hears_and_says_nothing_is_stuck(bell: Doorbell, tmp_path: Path) -> None:
    assert ring(tmp_path, Wanted.FORWARD, patience_ms=200) is Answer.SILENT


def test_a_bell_that_a_killed_app_left_hanging_is_taken_down_by_the_next(
    bell: Doorbell, tmp_path: Path, qtbot: QtBot
) -> None:
    heard: list[Wanted] = []
    another = Doorbell(tmp_path)
    another.rung.connect(heard.append)

    assert rung(tmp_path, Wanted.FORWARD, qtbot) is Answer.COMING

    assert heard == [Wanted.FORWARD]
    another.take_down()


@pytest.mark.parametrize("said", [b"open the door\n", b"x" * 1000, b"\xff\xfe\n"])
def test_what_nobody_asks_is_not_answered(bell: Doorbell, tmp_path: Path, qtbot: QtBot, said: bytes) -> None:
    heard: list[Wanted] = []
    bell.rung.connect(heard.append)
    stranger = QLocalSocket()
    stranger.connectToServer(name_of(tmp_path))
    assert stranger.waitForConnected(SECONDS)

    stranger.write(said)
    stranger.flush()

    qtbot.waitUntil(lambda: stranger.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=SECONDS)
    assert not heard

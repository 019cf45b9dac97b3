"""The summary is made beside the room, kept on the desk, and named after the convening."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.summarising import Summarising
from facilitator.convening.forgetting import ForgetPerson
from facilitator.convening.gathering import DescribeConvening, the_convening
from facilitator.convening.people import Person
from facilitator.store.kept import KeptSummary, summaries

NINE = 1_805_360_400_000
WENT_WRONG = "The summary could not be made. Everything that was said is kept; please try once more."


def test_the_pdf_is_a_file_and_is_kept(data_folder: Path, qtbot: QtBot) -> None:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    summarising = Summarising(data_folder)

    with qtbot.waitSignal(summarising.made, timeout=30_000) as made:
        summarising.make(room.desk, "Clean Water by 2035", "2027-03-18")
    stream = room.desk.stream
    kept = room.desk.errand(lambda open_: summaries(open_.connection, stream)).result()
    summarising.finish()
    room.close()
    workspace.close()

    file = Path(made.args[0])
    assert file.name == "Clean Water by 2035 2027-03-18.pdf"
    assert [one.pdf for one in kept] == [file.read_bytes()]
    assert file.read_bytes().startswith(b"%PDF")


def test_a_summary_that_cannot_be_made_is_said(data_folder: Path, qtbot: QtBot) -> None:
    workspace = house.open_workspace(data_folder)
    room = house.Room(workspace, "an empty stream")
    summarising = Summarising(data_folder)

    with qtbot.waitSignal(summarising.failed, timeout=30_000) as failed:
        summarising.make(room.desk, "Nothing", "")
    room.close()
    workspace.close()

    assert failed.args == ["There is no convening of that name or number."]


class Room:
    """A convening that is open, and what makes its summary."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workspace = house.open_workspace(folder)
        self.room = house.open_sample(self.workspace)
        self.summarising = Summarising(folder)

    def make(self, qtbot: QtBot) -> str:
        """Make the summary; give the sentence that says why there is none."""
        with qtbot.waitSignal(self.summarising.failed, timeout=30_000) as failed:
            self.summarising.make(self.room.desk, "Clean Water by 2035", "2027-03-18")
        self.summarising.finish()
        (said,) = failed.args
        return str(said)

    def make_it(self, qtbot: QtBot) -> list[KeptSummary]:
        """Make the summary; give what is kept then."""
        with qtbot.waitSignal(self.summarising.made, timeout=30_000):
            self.summarising.make(self.room.desk, "Clean Water by 2035", "2027-03-18")
        self.summarising.finish()
        stream = self.room.desk.stream
        return self.room.desk.errand(lambda open_: summaries(open_.connection, stream)).result()


@pytest.fixture
def opened(data_folder: Path, qapp: QApplication) -> Iterator[Room]:
    made = Room(data_folder)
    yield made
    made.room.close()
    made.workspace.close()


def test_a_convening_that_was_closed_meanwhile_is_said_and_nobody_stays_busy(opened: Room, qtbot: QtBot) -> None:
    opened.room.close()

    first, second = opened.make(qtbot), opened.make(qtbot)

    assert (
        first == second == "The convening was closed before its summary was done. Open it and make the summary again."
    )


def test_a_folder_that_takes_no_file_is_said_and_works_once_it_does(opened: Room, qtbot: QtBot) -> None:
    (opened.folder / "summaries").write_text("somebody put a file here")

    said = opened.make(qtbot)
    (opened.folder / "summaries").unlink()

    assert said.startswith("The summary could not be written to ")
    assert said.endswith("Clean Water by 2035 2027-03-18.pdf. Is the disk full, or the folder locked?")
    assert len(opened.make_it(qtbot)) == 1


def test_a_mistake_of_ours_is_a_plain_sentence_and_no_traceback(
    opened: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashing = opened.folder / "crashing"
    crashing.write_text("#!/bin/sh\necho 'Traceback (most recent call last):' >&2\nexit 1\n")
    crashing.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(crashing))

    assert opened.make(qtbot) == WENT_WRONG


def test_a_file_that_keeps_no_summary_is_a_plain_sentence(opened: Room, qtbot: QtBot) -> None:
    opened.room.desk.errand(lambda open_: open_.connection.execute("drop table summary")).result()

    assert opened.make(qtbot) == WENT_WRONG


@pytest.mark.parametrize(("language", "made_in"), [("fr", "fr"), ("sw", "en"), ("", "en")])
def test_it_speaks_the_language_of_the_convening_when_the_app_does(
    opened: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, language: str, made_in: str
) -> None:
    monkeypatch.setattr("facilitator.app.summarising.languages", lambda: ("en", "fr"))
    now = the_convening(opened.room.desk.news.records)
    opened.room.tell(DescribeConvening(replace(now, language=language)))

    (kept,) = opened.make_it(qtbot)

    assert kept.language == made_in


def test_the_summary_bears_the_time_of_the_room(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> None:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace, lambda: NINE)
    summarising = Summarising(data_folder)

    with qtbot.waitSignal(summarising.made, timeout=30_000):
        summarising.make(room.desk, "Clean Water by 2035", "2027-03-18")
    summarising.finish()
    stream = room.desk.stream
    (kept,) = room.desk.errand(lambda open_: summaries(open_.connection, stream)).result()
    room.close()
    workspace.close()

    assert kept.at == NINE


def test_the_end_of_the_app_gives_up_a_summary_that_takes_long(
    data_folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 600\n")
    slow.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(slow))
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    summarising = Summarising(data_folder)
    told: list[str] = []
    summarising.made.connect(told.append)
    summarising.failed.connect(told.append)
    summarising.make(room.desk, "Clean Water by 2035", "2027-03-18")
    (child,) = _children(qtbot)

    summarising.finish()

    assert not child.is_running()
    qtbot.wait(50)
    assert not told
    room.close()
    workspace.close()


@pytest.mark.parametrize("title", ["Clean Water by 2035", "A name that only this file has"])
def test_who_is_forgotten_while_it_is_made_is_in_no_summary(
    opened: Room, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    runs, go, held = tmp_path / "runs", tmp_path / "go", tmp_path / "held"
    held.write_text(
        f'#!/bin/sh\n"{sys.executable}" "$@"\necho run >> "{runs}"\nuntil [ -e "{go}" ]; do sleep 0.02; done\n'
    )
    held.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(held))
    desk = opened.room.desk
    who = next(iter(desk.news.records[Person].values())).id

    with qtbot.waitSignal(opened.summarising.made, timeout=60_000) as made:
        opened.summarising.make(desk, title, "2027-03-18")
        qtbot.waitUntil(runs.exists, timeout=30_000)
        opened.room.tell(ForgetPerson(who))
        forgotten = desk.errand(lambda open_: open_.log(desk.stream).seq()).result()
        go.touch()
    opened.summarising.finish()

    (kept,) = desk.errand(lambda open_: summaries(open_.connection, desk.stream)).result()
    assert kept.seq >= forgotten
    assert Path(made.args[0]).read_bytes() == kept.pdf
    assert [file.name for file in (opened.folder / "summaries").iterdir()] == [Path(made.args[0]).name]
    assert runs.read_text().split() == ["run", "run"]


def _children(qtbot: QtBot) -> list[psutil.Process]:
    """The programs that were started from here, as soon as there is one."""
    qtbot.waitUntil(lambda: bool(psutil.Process().children()), timeout=15_000)
    return list(psutil.Process().children())

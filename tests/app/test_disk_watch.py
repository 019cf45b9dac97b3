"""The watch over the disk: it says what is the matter, keeps what was said, makes room and saves copies."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.app.disk_watch import Chosen, DiskWatch, choose_file
from facilitator.app.voices import Voices
from facilitator.console.surroundings import Gravity
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.kit.qt.reading import Reading
from facilitator.store.ballast import Ballast
from tests.console.conftest import NINE
from tests.mounted import fill, lock_stick, plug_in_again, small_disk, stick

SECONDS = 15_000
LONG = "Every village keeps a key to the pump, and a second person who knows how to use it. " * 6


class Watched:
    """A room whose disk is watched, and whoever leads it."""

    def __init__(self, folder: Path, qtbot: QtBot, chosen: list[str]) -> None:
        self.qtbot = qtbot
        self.now = NINE
        self.asked: list[str] = []
        self.is_over = False
        self._chosen = chosen
        self.workspace = house.open_workspace(folder)
        self.room, ids = house.begin_room_of_sample(self.workspace, lambda: self.now)
        self.board = ids.blocks["ideas"]
        self.voices = Voices(self.room.desk)
        self.watch = DiskWatch(self.workspace, self.room.desk, self.voices, lambda: Reading(self.now), self._choose)
        self.said: list[str] = []

    def say(self, text: str) -> None:
        """Say an idea on the console."""
        self.said.append(text)
        self.voices.say_to(self.board)(AddIdea(text))

    def say_until(self, fact: str) -> None:
        """Say ideas until the bar says this, as a full disk may take a few more."""
        while not self.bar().startswith(fact):
            self.say(f"{len(self.said)} {LONG}"[:500])
            self.qtbot.waitUntil(lambda: self.voices.waiting() > 0 or self.has_said_all(), timeout=SECONDS)
            self.qtbot.wait(20)

    def bar(self) -> str:
        """What the bar says, "" for nothing."""
        trouble = self.watch.trouble
        return f"{trouble.fact} {trouble.meaning}" if trouble is not None else ""

    def press(self, title: str) -> None:
        """Press a button of the bar."""
        assert self.watch.trouble is not None
        (act,) = [act for act in self.watch.trouble.acts if act.title == title]
        act.do()

    def has_said_all(self) -> bool:
        """Whether all that was said is kept."""
        return {card.text for card in self.room.desk.news.records[Card].values()} == set(self.said)

    def until(self, is_so: Callable[[], object]) -> None:
        """Let the windows go on until it is so."""
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=SECONDS)

    def close(self) -> None:
        """End in order."""
        if not self.is_over:
            self.watch.close()
        self.room.close()
        self.workspace.close()

    def _choose(self, suggested: str, chosen: Chosen) -> None:
        self.asked.append(suggested)
        if file := self._chosen.pop(0):
            chosen(file)


@contextmanager
def watched(folder: Path, qtbot: QtBot, *chosen: str) -> Iterator[Watched]:
    room = Watched(folder, qtbot, list(chosen))
    try:
        yield room
    finally:
        room.close()


def texts(file: Path) -> set[str]:
    """The ideas that a file holds, read without our own code."""
    connection = sqlite3.connect(file)
    try:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        return {text for (text,) in connection.execute("select text from card where here and not gone")}
    finally:
        connection.close()


def test_on_a_full_disk_all_that_is_said_waits_and_is_written_when_there_is_room(
    data_folder: Path, qtbot: QtBot
) -> None:
    """Fault 9. The disk fills up: one red line, what is said waits in memory, and is written when there is room."""
    with small_disk(data_folder) as folder, watched(folder, qtbot) as room:
        room.say("Before")
        room.until(room.has_said_all)
        assert room.bar() == ""
        film = fill(folder)

        room.say_until("The disk is full. Nothing is lost: the last minute is kept in memory.")
        room.now += 3 * 60_000
        room.until(lambda: "the last 3 minutes are kept in memory" in room.bar())
        assert room.watch.trouble is not None
        assert room.watch.trouble.gravity is Gravity.BAD
        assert [act.title for act in room.watch.trouble.acts] == ["Save to USB stick"]
        room.say("Said in the dark")

        film.unlink()
        room.until(lambda: room.bar().startswith("Everything is written again."))
        assert room.voices.waiting() == 0
        assert room.has_said_all()


def test_the_ballast_makes_room_to_finish(data_folder: Path, qtbot: QtBot) -> None:
    """Fault 9. "Make room" throws the ballast out, and what waited is written."""
    image = data_folder.with_name(f"{data_folder.name}-image")
    with stick(data_folder, image, 640) as folder, watched(folder, qtbot) as room:
        room.watch.look_at_room()
        room.until(lambda: Ballast(folder).is_there() and not list(folder.glob("*.young")))
        fill(folder)
        room.say_until("The disk is full.")
        assert not room.has_said_all()

        room.press("Make room")

        room.until(room.has_said_all)
        assert not Ballast(folder).is_there()
        room.until(lambda: "Everything is written again." in room.bar())


def test_a_copy_holds_what_is_on_the_disk_and_says_what_it_lacks(
    data_folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    """Fault 9. "Save to USB stick" writes a copy elsewhere; what waits in memory is counted, not pretended."""
    with small_disk(data_folder) as folder, watched(folder, qtbot, str(tmp_path / "stick" / "Water.convene")) as room:
        (tmp_path / "stick").mkdir()
        room.say("Before")
        room.until(room.has_said_all)
        fill(folder)
        room.say_until("The disk is full.")
        waiting = room.voices.waiting()
        on_disk = {card.text for card in room.room.desk.news.records[Card].values()}

        room.press("Save to USB stick")

        room.until(lambda: room.bar().endswith(": Water.convene"))
        assert f"A copy is saved, without {waiting} thing" in room.bar()
        assert texts(tmp_path / "stick" / "Water.convene") == on_disk
        assert "Before" in on_disk
        assert room.asked[0].endswith(".convene")
        assert [each.name for each in (tmp_path / "stick").iterdir()] == ["Water.convene"]


def test_a_copy_that_cannot_be_saved_says_so_and_leaves_nothing(
    data_folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    """Fault 10. The stick is full as well: the line names the file, and no half file is left."""
    target = tmp_path / "stick"
    with (
        small_disk(target, "64k"),
        small_disk(data_folder) as folder,
        watched(folder, qtbot, str(target / "Water"), "") as room,
    ):
        fill(folder)
        room.say_until("The disk is full.")

        room.press("Save to USB stick")
        room.until(lambda: "Choose another place than Water.convene" in room.bar())
        assert list(target.iterdir()) == []

        said = room.bar()
        room.press("Save to USB stick")
        assert room.bar() == said
        assert len(room.asked) == 2


def test_a_folder_that_is_gone_can_be_copied_from_what_is_still_open(
    data_folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    """Fault 13. The folder was moved away: a copy can be saved all the same, and back in place all is written."""
    with watched(data_folder, qtbot, str(tmp_path / "Water.convene")) as room:
        room.say("Before")
        room.until(room.has_said_all)
        away = data_folder.rename(data_folder.with_name(f"{data_folder.name}-away"))

        room.say("While it was away")
        room.until(lambda: room.bar().startswith("The folder of this convening is gone."))
        room.press("Save to USB stick")
        room.until(lambda: "without 1 thing that waits in memory" in room.bar())
        assert texts(tmp_path / "Water.convene") == {"Before"}
        assert not data_folder.exists()

        away.rename(data_folder)
        room.until(room.has_said_all)
        room.until(lambda: room.bar().startswith("Everything is written again."))


def test_a_stick_that_locks_itself_is_told_and_written_once_it_is_plugged_in_again(
    data_folder: Path, qtbot: QtBot
) -> None:
    """Fault 13. The disk becomes read-only in mid-run: one red line, and plugged in again all is written."""
    image = data_folder.with_name(f"{data_folder.name}-image")
    with stick(data_folder, image) as folder, watched(folder, qtbot) as room:
        room.say("Before")
        room.until(room.has_said_all)
        assert lock_stick(folder)

        room.say("While it was locked")
        room.until(lambda: room.bar().startswith("The disk is locked"))
        assert plug_in_again(folder, image)

        room.until(room.has_said_all)
        room.until(lambda: room.bar().startswith("Everything is written again."))


def test_a_trouble_that_only_phones_had_is_told_and_ends_by_itself(data_folder: Path, qtbot: QtBot) -> None:
    """Fault 13. Nobody but a phone says something: the facilitator sees the red line all the same, and its end."""
    with watched(data_folder, qtbot) as room:
        assert room.room.desk.news.records[Block]
        away = data_folder.rename(data_folder.with_name(f"{data_folder.name}-away"))
        assert room.room.desk.say(AddIdea("From a phone"), activity=room.board).exception(20) is not None

        room.until(lambda: "phones keep what they write" in room.bar())
        away.rename(data_folder)

        room.until(lambda: room.bar().startswith("Everything is written again."))


def test_a_disk_that_is_nearly_full_is_warned_of(data_folder: Path, qtbot: QtBot) -> None:
    with small_disk(data_folder, "64m") as folder, watched(folder, qtbot) as room:
        room.watch.look_at_room()

        room.until(lambda: room.bar().startswith("The disk is nearly full: "))
        assert room.watch.trouble is not None
        assert room.watch.trouble.gravity is Gravity.WARNING
        left = shutil.disk_usage(folder).free // 1_000_000
        assert f"{left} MB" in room.bar()


@pytest.mark.parametrize("count", [1, 3])
def test_a_closed_room_says_in_general_that_nothing_is_saved(data_folder: Path, qtbot: QtBot, count: int) -> None:
    with watched(data_folder, qtbot) as room:
        room.room.desk.stop()

        for number in range(count):
            room.say(f"Too late {number}")

        room.until(lambda: room.bar().startswith("The disk does not take anything at the moment."))


def test_where_a_copy_goes_is_asked_while_everything_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    chosen: list[str] = []

    choose_file(page, "Water.convene", chosen.append)

    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.isVisible()
    assert chosen == []
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("Water.convene")
    dialog.accept()
    assert chosen == [str(tmp_path / "Water.convene")]


def test_a_watch_that_is_over_says_nothing_more(data_folder: Path, qtbot: QtBot) -> None:
    with watched(data_folder, qtbot) as room:
        away = data_folder.rename(data_folder.with_name(f"{data_folder.name}-away"))
        room.say("While it was away")
        room.until(lambda: room.bar().startswith("The folder of this convening is gone."))
        told: list[str] = []
        room.watch.changed.connect(lambda: told.append(room.bar()))

        room.watch.close()
        room.is_over = True
        room.voices.close()
        away.rename(data_folder)
        qtbot.wait(50)

        assert told == []

"""A .convene file comes in while the app is at work."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.app.exporting import export_to, records_of
from facilitator.app.windows import Windows
from facilitator.console.prepare import Prepare
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.gathering import DescribeConvening, GoLive, the_convening
from facilitator.store.workspace import list_convenings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The sample of another laptop, under a name of its own."""
    elsewhere = tmp_path / "elsewhere"
    workspace = house.open_workspace(elsewhere)
    room = house.open_sample(workspace)
    there = the_convening(room.desk.news.records)
    room.tell(DescribeConvening(type(there)(there.id, "From elsewhere")))
    room.close()
    workspace.close()
    export_to(elsewhere, room.desk.stream, tmp_path / "room.convene", "", "en", lambda _done, _of: None)
    return tmp_path / "room.convene"


def bring(windows: Windows, file: Path) -> None:
    windows.console.home.files.wanted.emit(str(file))


def words(windows: Windows) -> str:
    """What is told: under the act at home, or in the bar of another page, and never in both."""
    home = windows.console.home
    under = " / ".join(label.text() for label in home.files.findChildren(QLabel))
    bar = home.trouble.words()
    assert not (under and bar)
    return under or bar


def on_the_desk(windows: Windows) -> str:
    home = windows.console.home
    seen = [child for child in home.findChildren(QWidget) if not home.files.isAncestorOf(child)]
    return " / ".join(child.accessibleName() for child in seen)


def test_a_file_is_brought_in_and_lies_on_the_desk(windows: Windows, file: Path, qtbot: QtBot) -> None:
    bring(windows, file)
    qtbot.waitUntil(lambda: words(windows) == "“From elsewhere” was brought in.")
    assert "From elsewhere" in on_the_desk(windows)

    bring(windows, file)

    qtbot.waitUntil(lambda: "is here already" in words(windows))


def test_an_open_convening_goes_on_while_another_comes_in(windows: Windows, file: Path, qtbot: QtBot) -> None:
    windows.open_sample()
    windows.console.prepare()
    assert windows.room is not None
    room = windows.room.room
    board = next(block.id for block in room.desk.news.records[Block].values() if block.activity == "ideation_board")

    bring(windows, file)
    room.tell(AddIdea("Said while the file came in"), activity=board)
    qtbot.waitUntil(lambda: "was brought in" in words(windows))
    room.tell(AddIdea("Said after the file came in"), activity=board)

    assert windows.room.room is room
    assert windows.console.findChildren(Prepare)[0].isVisible()
    texts = {card.text for card in windows.workspace.load(room.desk.stream)[Card].values()}
    assert {"Said while the file came in", "Said after the file came in"} <= texts
    assert "From elsewhere" in on_the_desk(windows)


def test_a_file_of_the_open_convening_closes_it_first_and_its_facts_are_there_when_it_opens_again(
    windows: Windows, file: Path, qtbot: QtBot
) -> None:
    bring(windows, file)
    qtbot.waitUntil(lambda: "was brought in" in words(windows))
    convening = the_convening(records_of(Path(), str(file)))
    elsewhere = house.open_workspace(file.parent / "elsewhere")
    room = house.Room(elsewhere, convening.id)
    room.tell(DescribeConvening(type(convening)(convening.id, "Another name since")))
    room.close()
    elsewhere.close()
    export_to(file.parent / "elsewhere", convening.id, file, "", "en", lambda _done, _of: None)
    windows.prepare(convening.id)

    bring(windows, file)

    qtbot.waitUntil(lambda: "“Another name since” was brought in." in words(windows))
    assert windows.console.home.isVisible()
    windows.prepare(convening.id)
    assert windows.room is not None
    assert the_convening(windows.room.room.desk.news.records).title == "Another name since"


def test_a_convening_that_is_live_takes_no_file_of_its_own(windows: Windows, file: Path, qtbot: QtBot) -> None:
    bring(windows, file)
    qtbot.waitUntil(lambda: "was brought in" in words(windows))
    convening = the_convening(records_of(Path(), str(file))).id
    windows.prepare(convening)
    assert windows.room is not None
    room = windows.room
    room.room.tell(GoLive())
    windows.console.lead()

    bring(windows, file)

    qtbot.waitUntil(lambda: "This convening is live." in words(windows))
    assert windows.room is room


def test_a_file_that_is_none_of_ours_is_said_and_changes_nothing(
    windows: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    windows.open_sample()
    assert windows.room is not None
    before = windows.room.room.desk.news.seq
    (tmp_path / "letter.convene").write_text("Dear all, " * 50)

    bring(windows, tmp_path / "letter.convene")

    qtbot.waitUntil(lambda: words(windows) == f"This is not a file of Facilitator: {tmp_path / 'letter.convene'}")
    assert windows.room.room.desk.news.seq == before


def test_the_app_ends_in_order_while_a_file_comes_in(
    data_folder: Path, file: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    made = Windows(data_folder, house.Doors(ports=(0,)))
    made.show()
    bring(made, file)
    made.close()
    made.console.close()
    made.console.deleteLater()

    qtbot.waitUntil(lambda: "bringing" not in [thread.name for thread in threading.enumerate()])
    QApplication.processEvents()
    # The next one can open the workspace.
    house.open_workspace(data_folder).close()


def test_a_file_that_was_only_read_does_not_come_into_another_desk(
    windows: Windows, file: Path, data_folder: Path, qtbot: QtBot
) -> None:
    house.open_workspace(data_folder / "other").close()
    bring(windows, file)

    windows.turn_to(data_folder / "other")

    qtbot.waitUntil(lambda: words(windows).startswith("The file was not brought in"))
    assert list_convenings(data_folder / "other") == []
    bring(windows, file)
    qtbot.waitUntil(lambda: words(windows) == "“From elsewhere” was brought in.")
    assert [one.title for one in list_convenings(data_folder / "other")] == ["From elsewhere"]

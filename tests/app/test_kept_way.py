"""A laptop that reads boards as a list does so on the next board, and after the next start; the log hears nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.idea_list import IdeaList
from facilitator.app import house
from facilitator.app.kept_way import READING, kept_way
from facilitator.app.windows import Windows
from facilitator.convening.agenda import AddBlock, Block, agenda
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.way_of_reading import Way
from facilitator.store import kept
from tests.app.conftest import windows_of


def boards(windows: Windows) -> list[Block]:
    assert windows.room is not None
    return [block for block in agenda(windows.room.room.desk.news.records) if block.activity == "ideation_board"]


def start(windows: Windows, number: int, qtbot: QtBot) -> IdeaList:
    """Begin the board with this number; gives its list, seen or not."""
    assert windows.room is not None
    before = len(windows.console.findChildren(IdeaList))
    windows.room.room.desk.say(StartBlock(boards(windows)[number].id)).result(5)
    qtbot.waitUntil(lambda: len(windows.console.findChildren(IdeaList)) > before)
    return windows.console.findChildren(IdeaList)[-1]


def lead(windows: Windows, qtbot: QtBot) -> None:
    windows.open_sample()
    windows.console.lead()
    assert windows.room is not None
    room = windows.room.room
    if len(boards(windows)) < 2:
        room.desk.say(AddBlock(Block(BlockId(""), "Once more", "ideation_board"))).result(5)
        room.desk.say(GoLive()).result(5)


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_a_list_is_a_list_on_the_next_board_and_after_a_restart(
    data_folder: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    dress(qapp)
    with windows_of(data_folder) as windows:
        lead(windows, qtbot)
        first = start(windows, 0, qtbot)
        assert first.isHidden()
        assert windows.room is not None
        said = windows.room.room.desk.news.seq
        windows.console.activateWindow()

        QTest.keyClick(windows.console, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
        qtbot.waitUntil(first.isVisible)

        assert windows.room.room.desk.news.seq == said
        assert start(windows, 1, qtbot).isVisible()

    with windows_of(data_folder) as windows:
        lead(windows, qtbot)

        assert start(windows, 0, qtbot).isVisible()


@pytest.mark.parametrize(
    ("known", "way"), [("list", Way.LIST), ("board", Way.BOARD), ("", Way.BOARD), ("?", Way.BOARD)]
)
def test_what_was_kept_is_how_it_begins(data_folder: Path, qtbot: QtBot, known: str, way: Way) -> None:
    workspace = house.open_workspace(data_folder)
    if known:
        kept.set_setting(workspace.connection, READING, known)
    room = house.Room(workspace, "convening-1")

    assert kept_way(room.desk).way is way

    room.close()
    workspace.close()

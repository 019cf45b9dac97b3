"""Looking back with the real stage scenes, the real log and real keys, while the room goes on."""

from __future__ import annotations

from datetime import UTC

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdeas, Cluster, GoToStep, RenameCluster, RevealBoard
from facilitator.app import house
from facilitator.app.looking_back import AT_ONCE, looking, still_picture
from facilitator.app.windows import Windows
from facilitator.console.agenda_page import AgendaPage
from facilitator.console.history.fact_list import FactList
from facilitator.console.history.look_back import LookBack
from facilitator.console.history.scrubber import Scrubber
from facilitator.convening.agenda import Block
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId, ClusterId
from facilitator.convening.room import RoomView
from facilitator.convening.stage_state import FreezeStage, ShowOnStage
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets.key_bar import KeyBar
from facilitator.stage.view import StageView
from facilitator.store.reading import facts

TODAY = "A name of today"


@pytest.fixture
def windows(windows: Windows, qtbot: QtBot) -> Windows:
    with qtbot.waitActive(windows.console):
        windows.console.activateWindow()
    windows.open_sample()
    return windows


def room_of(windows: Windows) -> house.Room:
    assert windows.room is not None
    return windows.room.room


def key(windows: Windows, named: Qt.Key) -> None:
    focus = windows.console.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, named)


def listed(windows: Windows) -> FactList:
    return windows.console.findChildren(FactList)[-1]


def pictured(windows: Windows) -> str:
    """Everything that stands in the picture of the past."""
    back = windows.console.findChildren(LookBack)[-1]
    view = back.picture.widget
    assert isinstance(view, StageView)
    view.grab()
    return view.painted_text()


def worked(windows: Windows) -> BlockId:
    """A board with ideas that were shown, then grouped."""
    room = room_of(windows)
    board = next(key for key, one in room.desk.news.records[Block].items() if one.activity == "ideation_board")
    room.tell(GoLive())
    room.tell(StartBlock(BlockId(board)))
    room.tell(RevealBoard(), activity=board)
    room.tell(GoToStep("collect"), activity=board)
    room.tell(AddIdeas(("Rotate who leads", "Ask the market women")), activity=board)
    room.tell(RevealBoard(), activity=board)
    cluster = next(iter(room.desk.news.records[Cluster]))
    room.tell(RenameCluster(ClusterId(cluster), TODAY), activity=board)
    return BlockId(board)


def test_keys_open_the_history_walk_back_and_come_home(windows: Windows, qtbot: QtBot) -> None:
    worked(windows)
    key(windows, Qt.Key.Key_H)
    count = len(
        room_of(windows).desk.errand(lambda w: list(facts(w.connection, room_of(windows).desk.stream))).result()
    )
    qtbot.waitUntil(lambda: len(listed(windows).rows()) == count, timeout=8000)
    assert TODAY in pictured(windows)
    keys = next(bar for bar in windows.console.findChildren(KeyBar) if bar.isVisible())
    keys.grab()
    assert keys.shown()[:5] == ("Earlier", "Later", "Play the day", "Show fact", "Back to now")

    key(windows, Qt.Key.Key_Left)
    assert TODAY not in pictured(windows)
    assert "Money that lasts" in pictured(windows)
    assert "45 ideas" in pictured(windows)
    for _ in range(2):
        key(windows, Qt.Key.Key_Left)
    assert "43 ideas" in pictured(windows)
    assert windows.room is not None
    assert TODAY in windows.room.show.scene.painted_text()
    key(windows, Qt.Key.Key_End)
    assert TODAY in pictured(windows)
    key(windows, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not windows.console.findChildren(FactList), timeout=4000)


def test_a_frozen_stage_is_pictured_as_it_stood(windows: Windows, qtbot: QtBot) -> None:
    board = worked(windows)
    room = room_of(windows)
    room.tell(FreezeStage())
    cluster = ClusterId(next(iter(room.desk.news.records[Cluster])))
    for name in ("While it was frozen", "While it was frozen still"):
        room.tell(RenameCluster(cluster, name), activity=board)
    key(windows, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: len(listed(windows).rows()) > 3, timeout=8000)

    key(windows, Qt.Key.Key_Left)

    assert TODAY in pictured(windows)
    assert "While it was frozen" not in pictured(windows)


def test_the_log_is_read_a_little_at_a_time(windows: Windows) -> None:
    room = room_of(windows)
    worked(windows)
    for number in range(AT_ONCE):
        room.tell(ShowOnStage("timer" if number % 2 else "activity"))
    whole = room.desk.errand(lambda w: list(facts(w.connection, room.desk.stream))).result()
    read, seq, parts = looking(room.desk).read, 0, []
    while part := read(seq).result():
        parts.append(len(part))
        seq = part[-1].seq

    assert sum(parts) == len(whole)
    assert len(parts) > 1
    assert max(parts) == AT_ONCE


def test_the_picture_has_a_show_of_its_own(windows: Windows) -> None:
    room = room_of(windows)
    worked(windows)
    picture = still_picture("What the room saw")
    assert windows.room is not None
    before = windows.room.show.scene

    picture.show(RoomView(house.rulebook().veils()).of(room.desk.news.records), 1_805_360_400_000)

    assert isinstance(picture.widget, StageView)
    assert picture.widget.shown is not windows.room.show
    assert windows.room.show.scene is before


def test_the_past_is_told_by_the_clock_as_it_was_set_since(windows: Windows) -> None:
    """Fault 26. The laptop's clock was an hour slow that day, and is set: what was at nine was at ten."""
    room = room_of(windows)
    picture = still_picture("What the room saw", lambda: Reading(0, UTC, shift_ms=3_600_000))

    picture.show(RoomView(house.rulebook().veils()).of(room.desk.news.records), 1_805_360_400_000)

    assert isinstance(picture.widget, StageView)
    assert picture.widget.shown.reading().time_of_day() == "10:00"


def test_whoever_asks_for_the_last_minute_sees_it(windows: Windows, qtbot: QtBot) -> None:
    worked(windows)
    room = room_of(windows)
    log = room.desk.errand(lambda w: list(facts(w.connection, room.desk.stream))).result()
    windows.console.prepare()

    windows.console.look_back(log[10].at)

    qtbot.waitUntil(lambda: len(listed(windows).rows()) == len(log), timeout=8000)
    assert windows.console.findChildren(LookBack)[-1].isVisible()
    places = sum(fact.at <= log[10].at for fact in log)
    assert places < len(log)
    assert windows.console.findChildren(Scrubber)[-1].value() == places


def test_what_is_prepared_is_painted_as_the_room_will_see_it(windows: Windows, qtbot: QtBot) -> None:
    windows.console.resize(1440, 900)
    windows.console.prepare()
    page = windows.console.findChildren(AgendaPage)[-1]
    view = page.inspector.on_stage.picture.widget
    assert isinstance(view, StageView)
    board = next(one for one in room_of(windows).desk.news.records[Block].values() if one.activity == "ideation_board")

    page.choose(board.id)

    def painted() -> bool:
        view.grab()
        return board.prompt in view.painted_text()

    qtbot.waitUntil(painted, timeout=4000)
    assert view.accessibleName().startswith("On stage: ")
    assert windows.room is not None
    assert windows.room.show.scene is not view.shown.scene


def test_the_picture_yields_to_the_fields_in_a_low_window(windows: Windows, qtbot: QtBot) -> None:
    windows.console.prepare()
    page = windows.console.findChildren(AgendaPage)[-1]
    board = next(one for one in room_of(windows).desk.news.records[Block].values() if one.activity == "ideation_board")
    page.choose(board.id)
    fields = page.inspector.findChildren(QScrollArea)[0].verticalScrollBar()
    windows.console.resize(1440, 900)
    qtbot.waitUntil(lambda: page.inspector.on_stage.isVisible() and not fields.maximum())

    windows.console.resize(1280, 720)

    qtbot.waitUntil(lambda: page.inspector.on_stage.isHidden() and not fields.maximum())

"""The search from the keyboard to the place of a hit, on a real workspace, with its own thread."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.app.searching import Searching
from facilitator.app.windows import Windows
from facilitator.console.live import Live
from facilitator.console.prepare import Prepare
from facilitator.console.search.page import SearchPage
from facilitator.convening.agenda import Block
from facilitator.convening.clock import StartBlock
from facilitator.convening.findable import Place, Question
from facilitator.convening.forgetting import ForgetPerson
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId, PersonId
from facilitator.convening.notes import Note, WriteNote
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.convening.records import Records
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.reading import Reading
from facilitator.store.archive import ARCHIVE, forget_index
from facilitator.store.opening import WORKSPACE

LONG = 20_000


@pytest.fixture
def at_home(windows: Windows, qtbot: QtBot) -> Windows:
    """The sample convening on the shelf, and the desk at home before us."""
    windows.open_sample()
    windows.console.go_home()
    return windows


def key(windows: Windows, *keys: Qt.Key) -> None:
    for each in keys:
        QTest.keyClick(windows.console.focusWidget(), each)


def is_in_front(windows: Windows) -> bool:
    """Bring the console to the front: a stage that has just opened may lie above it."""
    windows.console.activateWindow()
    return windows.console.isActiveWindow()


def look_for(windows: Windows, qtbot: QtBot, words: str) -> None:
    """Press the slash, type, and wait for what was found."""
    qtbot.waitUntil(lambda: is_in_front(windows))
    QTest.keyClicks(windows.console.focusWidget(), "/")
    told: list[str] = []
    windows.console.home.search.told.connect(lambda said, _more: told.append(said))
    QTest.keyClicks(windows.console.focusWidget(), words)
    qtbot.waitUntil(lambda: bool(told) and told[-1] != "Searching …", timeout=LONG)


def ideas(records: Records) -> BlockId:
    """The block of the sample in which ideas are gathered."""
    return next(block.id for block in records[Block].values() if block.activity == "ideation_board")


def rows(windows: Windows) -> list[str]:
    return [row.said() for row in windows.console.home.search.results.rows()]


def said_of(page: QWidget) -> str:
    """Every word that a page knows, seen or not."""
    return " ".join(
        f"{each.accessibleName()} {each.text() if isinstance(each, QLabel) else ''}"
        for each in page.findChildren(QWidget)
    )


def seen(windows: Windows) -> list[str]:
    pages = windows.console.findChildren(QWidget)
    return [type(each).__name__ for each in pages if isinstance(each, Prepare | Live) and each.isVisible()]


def test_by_keys_alone_a_word_leads_to_the_place_of_what_was_said(at_home: Windows, qtbot: QtBot) -> None:
    look_for(at_home, qtbot, "mechan")
    assert any(row.startswith("Two pump mechanics per ward") for row in rows(at_home))

    while not at_home.console.home.search.said().startswith("Two pump"):
        key(at_home, Qt.Key.Key_Down)
    key(at_home, Qt.Key.Key_Return)

    assert seen(at_home) == ["Prepare"]
    (page,) = at_home.console.findChildren(Prepare)
    assert at_home.room is not None
    assert page.agenda.chosen() == ideas(at_home.room.room.desk.news.records)


def test_in_the_room_the_hit_is_chosen_on_its_board(at_home: Windows, qtbot: QtBot) -> None:
    assert at_home.room is not None
    room = at_home.room.room
    board = ideas(room.desk.news.records)
    room.tell(GoLive())
    room.tell(StartBlock(board))
    look_for(at_home, qtbot, "insure")

    key(at_home, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: seen(at_home) == ["Live"], timeout=LONG)
    canvas = next(each for each in at_home.console.findChildren(BoardCanvas) if each.selected())
    chosen = next(placed.note.text for placed in canvas.notes_in_order() if placed.note.id == canvas.selected())
    assert chosen == "Insure pumps against drought"


def test_what_was_just_said_is_found_and_the_index_may_vanish_any_time(at_home: Windows, qtbot: QtBot) -> None:
    assert at_home.room is not None
    room = at_home.room.room
    board = ideas(room.desk.news.records)
    look_for(at_home, qtbot, "xylophone")
    assert not rows(at_home)
    key(at_home, Qt.Key.Key_Escape)

    room.tell(AddIdea("A xylophone at every well"), activity=board)
    forget_index(room.workspace.folder)
    look_for(at_home, qtbot, "xylophone")

    assert any(row.startswith("A xylophone at every well") for row in rows(at_home))


def test_a_private_note_is_found_here_and_is_nowhere_in_what_the_room_sees(at_home: Windows, qtbot: QtBot) -> None:
    assert at_home.room is not None
    room = at_home.room.room
    room.tell(WriteNote(ideas(room.desk.news.records), "Ask Zanzibar about the money"))

    look_for(at_home, qtbot, "zanzibar")

    assert any("Ask Zanzibar" in row and "only on this laptop" in row for row in rows(at_home))
    assert not room.desk.news.room[Note]
    stage = at_home.room.stage
    said = [each.accessibleName() + each.windowTitle() for each in (stage, *stage.findChildren(QWidget))]
    assert not [words for words in said if "Zanzibar" in words]


def test_the_index_is_read_on_a_thread_of_its_own(windows: Windows, qtbot: QtBot) -> None:
    """Every step of the search is watched: none of it is taken by the windows or the desk, which is watched too."""
    threads: set[str] = set()

    def watch(frame: object, event: str, _argument: object) -> None:
        code = getattr(frame, "f_code", None)
        if event == "call" and code is not None and code.co_filename.endswith(("store/archive.py", "store/search.py")):
            threads.add(threading.current_thread().name)

    threading.setprofile(watch)
    sys.setprofile(watch)
    try:
        windows.open_sample()
        windows.console.go_home()
        look_for(windows, qtbot, "pump")
    finally:
        sys.setprofile(None)
        threading.setprofile(None)

    assert rows(windows)
    assert threads == {"search"}


class Stage:
    """A page before a search, without the rest of the desk."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.page = SearchPage(lambda: Reading(0))
        qtbot.addWidget(self.page)
        self.opened: list[Place] = []
        self.told: list[str] = []
        self.page.told.connect(lambda said, _more: self.told.append(said))
        self.searching = Searching(folder, self.page, self.opened.append)


def test_whoever_types_fast_gets_the_last_answer_only(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    workspace = house.open_workspace(data_folder)
    house.open_sample(workspace).close()
    workspace.close()
    stage = Stage(data_folder, qtbot)

    for words in ("pu", "pum", "pump", "water", "insure"):
        stage.page.search(words)
    qtbot.waitUntil(lambda: stage.page.said().startswith("Insure"), timeout=LONG)

    assert stage.told[-1] == "1 result in 1 convening"
    stage.searching.close()


def test_whoever_goes_back_into_the_field_is_answered_all_the_same(
    data_folder: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    dress(qapp)
    workspace = house.open_workspace(data_folder)
    house.open_sample(workspace).close()
    workspace.close()
    stage = Stage(data_folder, qtbot)

    stage.page.search("pu")  # keeps the thread busy: there is no index yet
    stage.page.search("insure")
    stage.page.get_ready()

    qtbot.waitUntil(lambda: stage.page.said().startswith("Insure"), timeout=LONG)
    stage.searching.close()


def test_whoever_was_forgotten_meanwhile_is_not_on_the_page_one_comes_back_to(at_home: Windows, qtbot: QtBot) -> None:
    assert at_home.room is not None
    room = at_home.room.room
    person = PersonId("zarathustra")
    room.tell(AddPerson(Person(person, "Zarathustra"), Contact(person)))
    look_for(at_home, qtbot, "zarathustra")
    assert "Zarathustra" in said_of(at_home.console.home.search)
    key(at_home, Qt.Key.Key_Return)
    assert seen(at_home) == ["Prepare"]

    room.tell(ForgetPerson(person))
    page = at_home.console.home.search
    assert "Zarathustra" not in said_of(page)
    told: list[str] = []
    page.told.connect(lambda said, _more: told.append(said))
    at_home.console.go_home()

    qtbot.waitUntil(lambda: told[-1:] == ["Nothing found"], timeout=LONG)
    assert not rows(at_home)
    assert "Zarathustra" not in said_of(page)


def test_whoever_comes_back_finds_the_row_that_was_looked_at(at_home: Windows, qtbot: QtBot) -> None:
    look_for(at_home, qtbot, "pump")
    key(at_home, Qt.Key.Key_Down, Qt.Key.Key_Down)
    before = at_home.console.home.search.said()
    key(at_home, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen(at_home)), timeout=LONG)

    at_home.console.go_home()

    qtbot.waitUntil(lambda: at_home.console.home.search.said() == before, timeout=LONG)


def test_a_file_that_is_not_ours_is_said_in_a_sentence(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    data_folder.mkdir(parents=True)
    (data_folder / WORKSPACE).write_bytes(b"somebody else's words " * 50)
    stage = Stage(data_folder, qtbot)

    stage.page.search("pump")

    qtbot.waitUntil(lambda: stage.told[-1:] == ["The search did not work."], timeout=LONG)
    stage.searching.close()


def test_closing_waits_for_the_thread_and_answers_no_more(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    stage = Stage(data_folder, qtbot)
    stage.page.asked.emit(Question("pump", 1))
    stage.searching.close()

    assert "search" not in [thread.name for thread in threading.enumerate()]
    stage.page.search("pump")
    assert "search" not in [thread.name for thread in threading.enumerate()]


def test_the_desk_at_home_makes_no_index_before_somebody_searches(windows: Windows, data_folder: Path) -> None:
    windows.open_sample()
    windows.console.go_home()

    assert (data_folder / WORKSPACE).exists()
    assert not (data_folder / ARCHIVE).exists()

"""After a crash: everything is open again without a question, and a crash that repeats itself has other ways in."""

from __future__ import annotations

import contextlib
import random
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest
from filelock import FileLock
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities import Activity
from facilitator.activities.scale.rules.support import Asked
from facilitator.app import house
from facilitator.app.mark import MARK, Mark
from facilitator.app.recovery import Ways, what_is_here
from facilitator.app.windows import Windows
from facilitator.beginnings.templates import templates
from facilitator.console.home import Home
from facilitator.console.live import Live
from facilitator.console.live_centre import PromptPanel
from facilitator.console.prepare import Prepare
from facilitator.convening.agenda import Block, current
from facilitator.convening.ballots import Round
from facilitator.convening.gathering import GoLive
from facilitator.convening.hlc import wall_ms
from facilitator.convening.ids import RoundId
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.reading import Reading
from facilitator.store.lock import WorkspaceLock
from facilitator.store.workspace import list_convenings
from tests.activities.scale.paper_rooms import MAP
from tests.app.left import leave_the_sample_live
from tests.convening.given import refused
from tests.stories.started import Started
from tests.summary.rooms import VOTE, idea, records_of

SECONDS = 15_000
WITHOUT, BACKUP = "Open without the activity", "Open the last backup"


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    dress(qapp)


@contextmanager
def start(folder: Path, ways: Ways | None = None) -> Iterator[Windows]:
    """Start the app here, as the command does."""
    windows = Windows(folder, house.Doors(ports=(0,)))
    windows.recovery.ways = ways or Ways()
    windows.show()
    windows.come_back()
    yield windows
    windows.close()
    windows.console.close()
    windows.console.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def crash(folder: Path, convening: str = "", times: int = 1) -> None:
    """Leave the folder as so many starts in a row do that open a convening and are gone in the same minute."""
    for _ in range(times):
        mark = Mark(folder, wall_ms)
        mark.set()
        mark.note(convening)


def seen(windows: Windows) -> list[str]:
    """The page that is seen, by its kind."""
    pages = windows.console.findChildren(QWidget)
    return [type(each).__name__ for each in pages if isinstance(each, Home | Prepare | Live) and each.isVisible()]


def names(windows: Windows) -> list[str]:
    return [each.accessibleName() for each in windows.console.findChildren(QWidget) if each.isVisible()]


def bar(windows: Windows) -> str:
    """What the bar of the page that is seen says."""
    return next(
        each.trouble.words()
        for each in windows.console.findChildren(QWidget)
        if isinstance(each, Home | Prepare | Live) and each.isVisible()
    )


def press(qtbot: QtBot, windows: Windows, name: str) -> None:
    qtbot.waitUntil(lambda: names(windows).count(name) == 1, timeout=SECONDS)
    (found,) = [
        each for each in windows.console.findChildren(QWidget) if each.accessibleName() == name and each.isVisible()
    ]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_killed_app_is_live_again_with_the_same_block_and_its_doors_open(data_folder: Path, qtbot: QtBot) -> None:
    """Fault 1. Killed in the middle of a board: the next start shows it again, and says so in one green line."""
    convening = leave_the_sample_live(data_folder)
    with Started(data_folder, "--sample") as app:
        app.until_painted("Live")
        app.kill()

    with start(data_folder) as windows:
        assert seen(windows) == ["Live"]
        assert windows.room is not None
        records = windows.records()
        assert windows.room.room.desk.stream == convening
        assert records[Block][current(records)].activity == "ideation_board"
        qtbot.waitUntil(lambda: bool(windows.room and windows.room.around.address), timeout=SECONDS)
        assert windows.room.stage.isVisible()
        assert windows.life.crashed is not None
        time = Reading(windows.life.crashed.seen).time_of_day()
        assert bar(windows) == f"Everything is back. The laptop stopped at {time}. All 43 ideas are here."
        press(qtbot, windows, "Close")
        assert bar(windows) == ""


def test_what_was_only_being_prepared_is_prepared_again(data_folder: Path) -> None:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    room.close()
    workspace.close()
    crash(data_folder, room.desk.stream)

    with start(data_folder) as windows:
        assert seen(windows) == ["Prepare"]
        assert windows.room is not None
        assert windows.room.room.desk.stream == room.desk.stream
        assert bar(windows).startswith("Everything is back.")


def test_a_crash_at_home_comes_back_at_home(data_folder: Path) -> None:
    leave_the_sample_live(data_folder)
    crash(data_folder)

    with start(data_folder) as windows:
        assert seen(windows) == ["Home"]
        assert bar(windows).startswith("Everything is back. The laptop stopped at ")


def test_who_is_asked_to_end_has_not_crashed(data_folder: Path) -> None:
    """Fault 7. The system ends the app: everything is kept, and the next start has nothing to tell."""
    leave_the_sample_live(data_folder)
    with Started(data_folder, "--sample") as app:
        app.until_painted("Live")
        app.until((data_folder / MARK).exists)
        assert app.end() == (0, "")

    with start(data_folder) as windows:
        assert seen(windows) == ["Home"]
        assert bar(windows) == ""


def test_a_session_that_ends_is_no_crash_even_if_the_app_is_killed_right_after(data_folder: Path) -> None:
    """Fault 7. Logoff, or an update of the system: it says so, and soon kills whoever is still there."""
    leave_the_sample_live(data_folder)
    with start(data_folder) as ending:
        ending.open_sample()
        assert (data_folder / MARK).exists()

        ending.end_of_session()

        assert not (data_folder / MARK).exists()


def test_a_last_backup_that_takes_long_leaves_no_crash_to_tell_of(data_folder: Path) -> None:
    """Fault 2. Who ends the app while its last backup waits for a disk has ended it in order; the lock is held still."""
    leave_the_sample_live(data_folder)
    (data_folder / "backups").mkdir()
    slow = FileLock(data_folder / "backups" / ".lock", thread_local=False)
    seen_meanwhile, pause = list[str](), threading.Event()

    def watch() -> None:
        began = time.monotonic()
        while (data_folder / MARK).exists() and time.monotonic() - began < 10:
            pause.wait(0.01)
        seen_meanwhile.append("marked" if (data_folder / MARK).exists() else "ended")
        with refused("file.in_use", path=str(data_folder)):
            WorkspaceLock(data_folder)
        slow.release()

    with start(data_folder) as windows:
        assert windows.workspace is not None
        slow.acquire()
        watching = threading.Thread(target=watch)
        watching.start()
    watching.join()

    assert seen_meanwhile == ["ended"]


def test_the_last_minute_is_offered_by_who_can_show_it(data_folder: Path, qtbot: QtBot) -> None:
    convening = leave_the_sample_live(data_folder)
    crash(data_folder, convening)
    asked: list[tuple[str, int]] = []

    with start(data_folder, Ways(last_minute=lambda stream, since: asked.append((stream, since)))) as windows:
        press(qtbot, windows, "See the last minute")

        assert windows.life.crashed is not None
        assert asked == [(convening, windows.life.crashed.seen - 60_000)]


def test_after_two_crashes_at_the_start_the_third_offers_to_open_without_the_activity(
    data_folder: Path, qtbot: QtBot
) -> None:
    """Fault 2. What was open brings the app down again: the third start does not open it by itself."""
    convening = leave_the_sample_live(data_folder)
    crash(data_folder, convening, times=2)

    with start(data_folder) as windows:
        assert seen(windows) == ["Home"]
        opened = windows.room
        assert opened is None
        assert bar(windows) == "Facilitator stopped twice right after its start. Everything is kept."
        assert BACKUP not in names(windows)

        press(qtbot, windows, WITHOUT)

        assert seen(windows) == ["Live"]
        assert windows.room is not None
        assert windows.room.room.desk.stream == convening
        qtbot.waitUntil(lambda: bool(windows.room and windows.room.show.seq), timeout=SECONDS)
        shown = [each for each in windows.console.findChildren(PromptPanel) if each.isVisible()]
        assert len(shown) == 1
        assert type(windows.room.show.scene).__name__ == "Timer"

        windows.console.go_home()
        windows.lead(convening)

        assert not [each for each in windows.console.findChildren(PromptPanel) if each.isVisible()]


def test_the_last_backup_is_offered_by_who_can_open_it(data_folder: Path, qtbot: QtBot) -> None:
    """Fault 2. The third start offers the last backup as well."""
    crash(data_folder, leave_the_sample_live(data_folder), times=2)
    opened: list[str] = []

    with start(data_folder, Ways(last_backup=lambda: opened.append("backup"))) as windows:
        press(qtbot, windows, BACKUP)

    assert opened == ["backup"]


def test_a_panel_that_fails_is_not_even_made(data_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 2. A panel that brings the app down must not be built when it is opened without its activity."""
    crash(data_folder, leave_the_sample_live(data_folder), times=2)
    asked: list[str] = []
    real = Activity.face

    def face(activity: Activity, name: str) -> ModuleType | None:
        asked.append(name)
        return real(activity, name)

    monkeypatch.setattr(Activity, "face", face)

    with start(data_folder) as windows:
        press(qtbot, windows, WITHOUT)
        QApplication.processEvents()

        assert "console" not in asked


def test_a_start_that_is_killed_again_and_again_still_recovers(data_folder: Path) -> None:
    """Fault 2. Killed three times in the middle of recovering: the next start is usable, and the file is whole."""
    leave_the_sample_live(data_folder)
    before = list_convenings(data_folder)
    crash(data_folder, before[0].id)
    chance = random.Random(2)
    for moment in (0.3, 0.6, 1.0):
        with Started(data_folder) as app:
            with contextlib.suppress(subprocess.TimeoutExpired):
                app.process.wait(moment * chance.uniform(0.7, 1.3))
            app.kill()

    with Started(data_folder) as app:
        # A slow machine is killed before it has said that it runs: then it comes back to the room, and not to the desk.
        app.until_said("Home", "Live")
        app.until_answers()
        assert app.end() == (0, "")
    assert list_convenings(data_folder) == before


def test_the_systems_own_request_ends_the_session(data_folder: Path, qapp: QApplication) -> None:
    """Fault 7. What Qt makes of logoff reaches the app."""
    leave_the_sample_live(data_folder)
    with start(data_folder) as ending:
        qapp.commitDataRequest.connect(ending.end_of_session)
        ending.open_sample()
        assert (data_folder / MARK).exists()

        qapp.commitDataRequest.emit(None)

        assert not (data_folder / MARK).exists()


def test_a_convening_that_is_live_is_not_taken_from_the_room_for_the_sample(data_folder: Path, qtbot: QtBot) -> None:
    workspace = house.open_workspace(data_folder)
    room = house.begin_room_of_template(workspace, next(one.key for one in templates(house.activities())))
    room.tell(GoLive())
    room.close()
    workspace.close()
    with start(data_folder) as windows:
        windows.lead(room.desk.stream)

        windows.open_sample()

        assert windows.room is not None
        assert windows.room.room.desk.stream == room.desk.stream
        assert bar(windows) == "A convening is live. The sample opens when the day is over."
        press(qtbot, windows, "All right")
        assert bar(windows) == ""


def test_what_is_here_names_dots_and_answers_as_far_as_there_are_any() -> None:
    ideas = (*idea("a", "One open map"), *idea("b", "Pooled funds"))
    voted, asked = Round(RoundId("v"), VOTE), Round(RoundId("s"), MAP)
    answered = (asked, Asked(RoundId("s"), "One open map"))

    assert what_is_here(records_of(*ideas, voted)) == "All 2 ideas and every dot are here."
    assert what_is_here(records_of(*ideas, *answered)) == "All 2 ideas and every answer are here."
    assert what_is_here(records_of(*ideas, voted, *answered)) == "All 2 ideas, every dot and every answer are here."
    assert what_is_here(records_of(*answered)) == "Nothing is lost."

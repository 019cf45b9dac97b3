"""A desk whose file goes away, comes back, or was swapped: nobody is told that something is kept which is not."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.convening.cards import Card
from facilitator.convening.words import NotSaved, Receipt
from facilitator.desk.news import News
from facilitator.desk.saving import Saving
from facilitator.store.kept import write_draft
from facilitator.store.opening import WORKSPACE, connect
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK, refused
from tests.desk.laptop import kept
from tests.desk.oracle import folded, spelled
from tests.desk.room import OpenDesk, opened
from tests.mounted import fill, lock_stick, plug_in_again, small_disk, stick

LONG = "Every village keeps a key to the pump, and a second person who knows how to use it. " * 6


def say(room: OpenDesk, board: str, wish: str, text: str = "An idea") -> str:
    """Say an idea; give why it was not saved, "" when it was."""
    try:
        answer = room.desk.say(AddIdea(text), activity=board, id=wish).result(20)
    except NotSaved as refused:
        return refused.why
    assert isinstance(answer, Receipt)
    return ""


def ideas(room: OpenDesk) -> set[str]:
    """The ideas in memory, after a look that file and memory say the same."""
    told = room.desk.errand(lambda open_: folded(open_.connection)).result(20)
    assert spelled(kept(room.desk.news.records)) == told
    return {card.removesuffix(".1") for card in room.desk.news.records[Card]}


def after_a_kill(folder: Path) -> set[str]:
    """The facts that a copy of the files has, taken as they lie there now."""
    copy = folder.with_name(f"{folder.name}-copy")
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*-shm"))
    connection = sqlite3.connect(copy / WORKSPACE)
    try:
        return {key for (key,) in connection.execute("select id from fact")}
    finally:
        connection.close()


def test_a_trouble_lasts_from_its_first_moment() -> None:
    first = Saving().failed("disk.full", lambda: 5)

    assert first == Saving("disk.full", 5)
    assert first.failed("disk.gone", lambda: 9) == Saving("disk.gone", 5)


def test_a_full_disk_takes_nothing_until_there_is_room_and_then_goes_on(data_folder: Path) -> None:
    """Fault 9. The disk fills up: nothing is acknowledged, reading goes on, and once there is room it goes on too."""
    with small_disk(data_folder) as folder, opened(folder) as room:
        board, _ = room.prepare()
        said: list[str] = []
        assert say(room, board, "before") == ""
        film = fill(folder)
        while (why := say(room, board, f"idea {len(said)}", LONG)) == "":
            said.append(f"idea {len(said)}")

        assert why == "disk.full"
        assert room.desk.saving.why == "disk.full"
        assert ideas(room) == {"before", *said}
        assert {"before", *said} <= after_a_kill_of(folder, data_folder)

        film.unlink()
        assert say(room, board, f"idea {len(said)}", LONG) == ""
        assert room.desk.saving == Saving()
        assert ideas(room) == {"before", *said, f"idea {len(said)}"}


def after_a_kill_of(folder: Path, beside: Path) -> set[str]:
    """As `after_a_kill`, to a disk that has room."""
    copy = beside.with_name(f"{beside.name}-elsewhere")
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*-shm", "*.mov"))
    return after_a_kill(copy)


def test_a_disk_that_locks_itself_takes_nothing_until_it_was_plugged_in_again(data_folder: Path) -> None:
    """Fault 13. The folder becomes read-only in mid-run: nothing is acknowledged; plugged in again, it goes on."""
    image = data_folder.with_name(f"{data_folder.name}-image")
    with stick(data_folder, image) as folder, opened(folder) as room:
        board, _ = room.prepare()
        assert say(room, board, "before") == ""

        assert lock_stick(folder)
        assert say(room, board, "locked") == "disk.read_only"
        assert ideas(room) == {"before"}

        assert plug_in_again(folder, image)
        assert say(room, board, "locked") == ""
        assert ideas(room) == {"before", "locked"}


def test_a_folder_that_is_moved_away_takes_nothing_until_it_is_back(data_folder: Path) -> None:
    """Fault 13. The folder is gone: a file takes writes under any name, so its name is looked at before each commit."""
    with opened(data_folder) as room:
        board, _ = room.prepare()
        assert say(room, board, "before") == ""

        away = data_folder.rename(data_folder.with_name(f"{data_folder.name}-away"))
        assert say(room, board, "gone") == "disk.gone"
        assert ideas(room) == {"before"}
        assert "gone" not in after_a_kill(away)

        away.rename(data_folder)
        assert say(room, board, "gone") == ""
        assert {"before", "gone"} <= after_a_kill(data_folder)


def test_a_folder_that_comes_back_as_a_copy_is_opened_anew_and_locked(data_folder: Path) -> None:
    """Fault 13. A stick that was pulled out comes back as another file: it is opened anew, with all that it has."""
    with opened(data_folder) as room:
        board, _ = room.prepare()
        told: list[News] = []
        assert say(room, board, "before") == ""
        room.desk.listen(told.append)

        away = data_folder.rename(data_folder.with_name(f"{data_folder.name}-away"))
        assert say(room, board, "after") == "disk.gone"
        shutil.copytree(away, data_folder)

        assert say(room, board, "after") == ""
        assert ideas(room) == {"before", "after"}
        assert {"before", "after"} <= after_a_kill(data_folder)
        assert told[-1].facts[-1].id == "after"
        with refused("file.in_use"):
            Workspace(data_folder, BOOK.kinds)


def test_an_older_copy_in_its_place_is_not_taken_for_it(data_folder: Path) -> None:
    """Fault 13. Another file under the name of ours, an older copy of it: nothing is written there."""
    older = data_folder.with_name(f"{data_folder.name}-older")
    with opened(data_folder) as room:
        room.prepare()
    shutil.copytree(data_folder, older)
    with opened(data_folder) as room:
        board = next(iter(room.desk.news.records.table("block")))
        assert say(room, board, "new") == ""

        away = data_folder.rename(data_folder.with_name(f"{data_folder.name}-away"))
        shutil.copytree(older, data_folder)
        assert say(room, board, "newer") == "disk.gone"
        assert "newer" not in after_a_kill(data_folder)

        shutil.rmtree(data_folder)
        away.rename(data_folder)
        assert say(room, board, "newer") == ""
        assert ideas(room) == {"new", "newer"}


def test_a_program_that_tidies_the_journal_away_takes_nothing_with_it(data_folder: Path) -> None:
    """Fault 13. Somebody looks into the file with another program, which takes the journal away when it closes."""
    with opened(data_folder) as room:
        board, _ = room.prepare()
        assert say(room, board, "before") == ""
        (data_folder / WORKSPACE).open("rb").close()  # the system forgets our lock of a file when we close it once
        look = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('select * from fact').fetchall(); c.close()"
        subprocess.run([sys.executable, "-c", look, str(data_folder / WORKSPACE)], check=True)
        assert not (data_folder / f"{WORKSPACE}-wal").exists()

        assert say(room, board, "after") == ""

        assert ideas(room) == {"before", "after"}
        assert {"before", "after"} <= after_a_kill(data_folder)


def test_a_journal_that_was_deleted_is_saved_from_memory(data_folder: Path) -> None:
    """Fault 13. Somebody deletes the journal of a file that is open: what it held is written to the file first."""
    with opened(data_folder) as room:
        board, _ = room.prepare()
        assert say(room, board, "before") == ""
        (data_folder / f"{WORKSPACE}-wal").unlink()
        assert "before" not in after_a_kill(data_folder)
        shutil.rmtree(data_folder.with_name(f"{data_folder.name}-copy"))

        assert say(room, board, "after") == ""

        assert {"before", "after"} <= after_a_kill(data_folder)


@pytest.mark.parametrize("there", ["nothing", "another"])
def test_a_folder_that_goes_in_the_moment_it_is_looked_at_gets_none_in_its_place(data_folder: Path, there: str) -> None:
    """Fault 13. The folder is taken away between two looks at it: nothing is said into an empty file in its place."""
    away, other = (data_folder.with_name(f"{data_folder.name}-{name}") for name in ("away", "other"))
    Workspace(other, BOOK.kinds).close()

    def take_away(asked: str) -> None:
        if "wal_checkpoint(full)" in asked:  # the file was there, its journal was not
            data_folder.rename(away)
            if there == "another":
                other.rename(data_folder)

    def watched(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.set_trace_callback(take_away)
        return connection

    with opened(data_folder, watched) as room:
        board, _ = room.prepare()
        assert say(room, board, "before") == ""
        (data_folder / f"{WORKSPACE}-wal").unlink()

        assert say(room, board, "gone") == "disk.gone"
        assert say(room, board, "gone") == "disk.gone"
        if there == "another":
            data_folder.rename(other)
        assert not data_folder.exists()

        away.rename(data_folder)
        assert say(room, board, "after") == ""
        assert ideas(room) == {"before", "after"}
        assert {"before", "after"} <= after_a_kill(data_folder)


def test_a_small_write_finds_out_that_the_folder_is_back(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        away = data_folder.rename(data_folder.with_name(f"{data_folder.name}-away"))
        assert say(room, board, "gone") == "disk.gone"

        room.desk.try_disk()
        assert room.desk.errand(lambda _: room.desk.saving.why).result(20) == "disk.gone"

        away.rename(data_folder)
        room.desk.try_disk()
        assert room.desk.errand(lambda _: room.desk.saving).result(20) == Saving()


def test_whoever_only_reads_notices_that_the_folder_is_gone_and_reads_on(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        assert say(room, board, "before") == ""
        away = data_folder.rename(data_folder.with_name(f"{data_folder.name}-away"))

        assert ideas(room) == {"before"}
        assert room.desk.saving.why == "disk.gone"

        shutil.copytree(away, data_folder)
        assert room.desk.errand(lambda open_: open_.path.exists()).result(20)
        room.desk.errand(lambda open_: write_draft(open_.connection, "box", "half a line")).result(20)
        connection = sqlite3.connect(data_folder / WORKSPACE)
        assert connection.execute("select text from draft").fetchall() == [("half a line",)]
        connection.close()


@pytest.mark.parametrize("text", ["", "   "])
def test_a_refusal_on_a_full_disk_does_not_say_that_the_disk_is_well(data_folder: Path, text: str) -> None:
    with small_disk(data_folder) as folder, opened(folder) as room:
        board, _ = room.prepare()
        fill(folder)
        while say(room, board, f"idea {room.desk.news.seq}", LONG) == "":
            pass
        since = room.desk.saving

        with pytest.raises(NotSaved):
            room.desk.say(AddIdea(text), activity=board).result(20)

        assert room.desk.saving == since


def test_a_disk_with_room_for_a_few_letters_only_is_not_called_well(data_folder: Path) -> None:
    with small_disk(data_folder) as folder, opened(folder) as room:
        board, _ = room.prepare()
        film = fill(folder)
        while say(room, board, f"idea {room.desk.news.seq}", LONG) == "":
            pass

        with film.open("r+b") as file:
            file.truncate(film.stat().st_size - 16 * 1024)
        room.desk.try_disk().exception(20)
        assert room.desk.saving.why == "disk.full"

        film.unlink()
        room.desk.try_disk().result(20)
        assert room.desk.saving == Saving()
        settings = room.desk.errand(lambda open_: open_.connection.execute("select value from setting").fetchall())
        assert ("",) in settings.result(20)

"""Backups by themselves: when they are wanted, on a thread of their own, and the stick never in the way."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from facilitator.app.backing_up import BackedUp, BackingUp, back_up, doubt_of
from facilitator.convening.words import Refusal
from facilitator.kit.sentences import sentence
from facilitator.store.backups import Why, backups_folder, listed
from facilitator.store.haste import Haste
from facilitator.store.second_folder import choose_second_folder, second_folder
from tests.desk.room import opened
from tests.store.damaged import NOON, begun, say_ideas

MOST_SECONDS = 20.0


def say(refusal: Refusal) -> str:
    return sentence(refusal, {})


class Keeper:
    """Backs up a folder, and waits for what it tells."""

    def __init__(self, folder: Path, every_seconds: float, settled_seconds: float) -> None:
        self.told: list[BackedUp] = []
        self._new = threading.Condition()
        self._now = NOON
        self.backing = BackingUp(folder, self.wall, say, self.hear, every_seconds, settled_seconds, MOST_SECONDS)

    def wall(self) -> int:
        self._now += 1000
        return self._now

    def hear(self, told: BackedUp) -> None:
        with self._new:
            self.told.append(told)
            self._new.notify_all()

    def wait(self, count: int) -> list[BackedUp]:
        with self._new:
            assert self._new.wait_for(lambda: len(self.told) >= count, MOST_SECONDS)
            return self.told[:count]


@contextmanager
def backing(folder: Path, every_seconds: float = 3600.0, settled_seconds: float = 0.0) -> Iterator[Keeper]:
    keeper = Keeper(folder, every_seconds, settled_seconds)
    keeper.backing.begin()
    try:
        yield keeper
    finally:
        keeper.backing.finish()


def whys(folder: Path) -> list[Why]:
    """Why the backups were made, oldest first."""
    return [backup.why for backup in reversed(listed(backups_folder(folder)))]


def test_the_start_and_the_end_are_kept_only_if_something_changed(data_folder: Path) -> None:
    board = begun(data_folder, 3)
    with backing(data_folder) as keeper:
        assert keeper.wait(1) == [BackedUp(Why.OPEN, is_made=True)]
    assert whys(data_folder) == [Why.OPEN]

    with backing(data_folder) as keeper:
        assert keeper.wait(1) == [BackedUp(Why.OPEN, is_made=False)]
        with opened(data_folder) as room:
            say_ideas(room, board, "Late", 1)

    assert whys(data_folder) == [Why.OPEN, Why.CLOSE]


def test_while_live_one_is_made_after_another_as_long_as_something_is_said(data_folder: Path) -> None:
    board = begun(data_folder, 3)
    with backing(data_folder, every_seconds=0.01) as keeper:
        keeper.wait(1)
        assert whys(data_folder) == [Why.OPEN]
        with opened(data_folder) as room:
            say_ideas(room, board, "Late", 1)
            keeper.backing.follow(is_live=True)
            live = keeper.wait(4)[1:]

    assert live == [BackedUp(Why.LIVE, is_made=True), *2 * [BackedUp(Why.LIVE, is_made=False)]]
    assert whys(data_folder) == [Why.OPEN, Why.LIVE]


def test_nothing_is_made_by_itself_while_nobody_is_live(data_folder: Path) -> None:
    board = begun(data_folder, 3)
    with backing(data_folder, every_seconds=0.01) as keeper:
        keeper.wait(1)
        with opened(data_folder) as room:
            say_ideas(room, board, "Late", 1)
        keeper.backing.ask()
        assert [told.why for told in keeper.wait(2)] == [Why.OPEN, Why.ASKED]

    assert whys(data_folder) == [Why.OPEN, Why.ASKED]


def test_what_is_asked_for_is_made_even_if_nothing_changed(data_folder: Path) -> None:
    begun(data_folder, 3)

    for number in range(2):
        assert back_up(data_folder, Why.ASKED, NOON + number, say) == BackedUp(Why.ASKED, is_made=True)

    assert whys(data_folder) == [Why.ASKED, Why.ASKED]


def test_an_empty_folder_stays_empty(data_folder: Path) -> None:
    with backing(data_folder):
        pass

    assert not data_folder.exists()


def test_whoever_never_began_is_finished_at_once(data_folder: Path) -> None:
    BackingUp(data_folder, lambda: NOON, say, lambda _: None).finish()

    assert not data_folder.exists()


def test_a_stick_that_is_out_disturbs_nothing_and_gets_its_copy_when_it_is_back(
    data_folder: Path, tmp_path: Path
) -> None:
    begun(data_folder, 3)
    stick = choose_second_folder(data_folder, tmp_path)
    away = tmp_path / "in the pocket"
    stick.rename(away)

    out = back_up(data_folder, Why.OPEN, NOON, say)

    assert out == BackedUp(Why.OPEN, True, "", f"That folder is not there, or takes no files: {stick}")
    assert whys(data_folder) == [Why.OPEN]
    away.rename(stick)
    assert back_up(data_folder, Why.LIVE, NOON + 1, say) == BackedUp(Why.LIVE, is_made=False)
    assert [one.name for one in listed(stick)] == [one.name for one in listed(backups_folder(data_folder))]


def test_a_backup_that_fails_is_told_in_a_sentence_and_the_next_one_is_tried(data_folder: Path) -> None:
    begun(data_folder, 3)
    place = backups_folder(data_folder)
    place.write_text("a file where the folder should be")
    with backing(data_folder) as keeper:
        (told,) = keeper.wait(1)
        assert not told.is_made
        assert told.trouble == f"No backup could be made in {place}. Is the disk full, or the folder locked?"
        place.unlink()

    assert whys(data_folder) == [Why.CLOSE]


def test_a_mistake_of_ours_does_not_end_the_thread(data_folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    begun(data_folder, 3)
    keeper = Keeper(data_folder, 3600.0, 0.0)
    shutil.move(data_folder / "workspace.db", data_folder / "away.db")
    (data_folder / "workspace.db").symlink_to(data_folder / "workspace.db")
    keeper.backing.begin()
    keeper.wait(1)
    (data_folder / "workspace.db").unlink()
    shutil.move(data_folder / "away.db", data_folder / "workspace.db")

    keeper.backing.finish()

    assert whys(data_folder) == [Why.CLOSE]


def change_by_itself(path: Path, before: bytes, after: bytes) -> None:
    """Change letters inside a text, as a failing disk does."""
    found = path.read_bytes()
    assert before in found
    path.write_bytes(found.replace(before, after, 1))


@pytest.mark.parametrize(("before", "after"), [(b'"text":"Early 1', b'"text":"Eerly 1'), (b"Early 1", b"Eerly 1")])
def test_a_letter_that_changed_by_itself_is_told_after_the_start(
    data_folder: Path, before: bytes, after: bytes
) -> None:
    """Fault 14. Bytes flipped inside a text leave a sound file: log and tables do not say the same any more."""
    begun(data_folder, 3)
    assert doubt_of(data_folder / "workspace.db") == ""
    change_by_itself(data_folder / "workspace.db", before, after)

    with backing(data_folder) as keeper:
        (told,) = keeper.wait(1)

    assert told.doubt == "Something in “From single fixes to one system” is not as it was written."


def test_a_part_that_cannot_be_read_is_told_and_a_file_that_is_not_there_is_no_doubt(data_folder: Path) -> None:
    assert doubt_of(data_folder / "workspace.db") == ""
    begun(data_folder, 3)
    change_by_itself(data_folder / "workspace.db", b'"text":"Early 1', b'"text"\x07"Early 1')

    assert doubt_of(data_folder / "workspace.db") == "A part of the file of this laptop cannot be read."


def test_a_file_that_is_being_written_is_not_doubted(data_folder: Path) -> None:
    board = begun(data_folder, 400)
    with opened(data_folder) as room:
        ended = threading.Event()

        def write() -> None:
            while not ended.is_set():
                say_ideas(room, board, "Late", 1)

        writing = threading.Thread(target=write)
        writing.start()
        doubts = {doubt_of(data_folder / "workspace.db") for _ in range(10)}
        ended.set()
        writing.join()

    assert doubts == {""}


def test_whoever_closes_does_not_wait_for_a_stick_that_does_not_answer(data_folder: Path, tmp_path: Path) -> None:
    """Fault 5. The app is closed while the stick hangs: it ends within two seconds, and nothing half is left here."""
    begun(data_folder, 3)
    choose_second_folder(data_folder, tmp_path)
    told: list[BackedUp] = []
    backing_up = BackingUp(data_folder, lambda: NOON, say, told.append, 3600.0, 3600.0)
    stick = Path(second_folder(data_folder))
    with FileLock(stick / ".lock"):
        backing_up.begin()
        began = time.monotonic()
        backing_up.finish()
        took = time.monotonic() - began

    assert took < 2.0
    assert whys(data_folder) == [Why.CLOSE]
    assert told == []


def test_a_look_that_is_called_off_doubts_nothing(data_folder: Path) -> None:
    begun(data_folder, 400)
    haste = Haste()
    haste.call_off()

    assert doubt_of(data_folder / "workspace.db", haste) == ""


def test_a_backup_that_is_called_off_leaves_nothing_behind(data_folder: Path) -> None:
    begun(data_folder, 1200)
    haste = Haste()
    haste.call_off()

    told = back_up(data_folder, Why.CLOSE, NOON, say, haste)

    assert not told.is_made
    assert [path.name for path in backups_folder(data_folder).iterdir() if path.name != ".lock"] == []

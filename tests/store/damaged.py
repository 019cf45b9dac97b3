"""Ways in which a workspace comes to harm, done to real files."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.activities.ideation_board.rules import AddIdeas
from facilitator.convening.agenda import Block
from facilitator.convening.ids import BlockId
from facilitator.store.backups import Backup, Why, backups_folder, make_backup
from facilitator.store.damage import Verdict
from facilitator.store.lock import WorkspaceLock
from facilitator.store.opening import WORKSPACE
from facilitator.store.restoring import Restored, needs_restoring, restore_newest
from tests.desk.room import OpenDesk, opened

NOON = 1_805_371_200_123
"""18 March 2027, 12:00:00.123 in Greenwich."""

LATER = NOON + 120_000
"""Two minutes after."""

Spoil = Callable[[Path], None]


def begun(folder: Path, ideas: int = 300) -> BlockId:
    """A workspace with a board of ideas, closed in order; give the board."""
    with opened(folder) as room:
        board, _ = room.prepare()
        say_ideas(room, board, "Early", ideas)
    return board


def say_ideas(room: OpenDesk, board: BlockId, word: str, ideas: int) -> None:
    for first in range(0, ideas, 100):
        room.tell(AddIdeas(tuple(f"{word} {number}" for number in range(first, min(ideas, first + 100)))), board)


def back_up(folder: Path, at: int = NOON, why: Why = Why.LIVE) -> Backup:
    return make_backup(folder / WORKSPACE, backups_folder(folder), why, at)


def as_a_kill_leaves_it(room: OpenDesk, folder: Path, left: Path) -> None:
    """Copy a workspace that is open, journal and all, as it would be found after a kill."""
    left.mkdir(parents=True)
    for ending in ("", "-wal", "-shm"):
        shutil.copyfile(folder / (WORKSPACE + ending), left / (WORKSPACE + ending))
    for name in (room.workspace.path.parent / "backups", room.workspace.path.parent / "seals"):
        if name.is_dir():
            shutil.copytree(name, left / name.name)


def board_of(room: OpenDesk) -> BlockId:
    return next(block.id for block in room.desk.news.records[Block].values() if block.activity == "ideation_board")


def killed(folder: Path, left: Path, word: str = "Late", ideas: int = 30) -> set[str]:
    """A workspace as a kill leaves it: `ideas` more stand in the journal only; give all texts."""
    with opened(folder) as room:
        board = board_of(room)
        say_ideas(room, board, word, ideas)
        as_a_kill_leaves_it(room, folder, left)
    return ideas_in(folder)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    lock = WorkspaceLock(folder)
    try:
        yield
    finally:
        lock.release()


def recover(folder: Path, now: int = LATER) -> Restored | None:
    """What the app does at its start."""
    with locked(folder):
        verdict = needs_restoring(folder)
        return None if verdict in (Verdict.SOUND, Verdict.MISSING) else restore_newest(folder, verdict, now)


def ideas_in(folder: Path) -> set[str]:
    """The texts of all ideas in a workspace."""
    connection = sqlite3.connect(folder / WORKSPACE)
    try:
        return {text for (text,) in connection.execute("select text from card where here and not gone").fetchall()}
    finally:
        connection.close()


def zero_length(path: Path) -> None:
    path.write_bytes(b"")


def zeroes(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def a_letter(path: Path) -> None:
    path.write_text("Dear facilitator, " * 500)


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def first_page_torn(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(4096) + path.read_bytes()[4096:])


def schema_torn(path: Path) -> None:
    found = bytearray(path.read_bytes())
    found[100:4096] = random.Random(2).randbytes(3996)
    path.write_bytes(found)


def unreadable_fact(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"text":"Early 7"', b'"text"\x07"Early 7"'))


def unreadable_column(path: Path) -> None:
    """A letter in the name of a column is no letter any more: SQLite itself still finds the file in order."""
    path.write_bytes(path.read_bytes().replace(b'"place" text', b'"pl\xc3ce" text'))


def tear(path: Path, table: str) -> None:
    """Overwrite the first page of a table."""
    connection = sqlite3.connect(path)
    page = connection.execute("select rootpage from sqlite_schema where name = ?", (table,)).fetchone()[0]
    size = connection.execute("pragma page_size").fetchone()[0]
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(random.Random(3).randbytes(size))


def unlinked(path: Path) -> None:
    path.unlink()


WAYS: tuple[Spoil, ...] = (
    zero_length, zeroes, a_letter, half, first_page_torn, schema_torn, unreadable_fact, unreadable_column, unlinked,
)  # fmt: skip

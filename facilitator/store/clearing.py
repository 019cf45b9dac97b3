"""What is left to do on disk once something was taken out for good: delete files, write the workspace anew.

It is noted in the transaction that takes something out, so that a kill or a full disk leaves it to the next start.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.convening.facts import Fact
from facilitator.paths import SUMMARIES, file_name
from facilitator.store.archive import forget_index
from facilitator.store.kept import settings
from facilitator.store.opening import cut_journal

OWED = "clearing_owed"
"""The setting that says what is owed: REWRITE (names out of the log first) or CLEAR."""

FILES = "clearing_files"
"""The setting that names, as JSON, the files of the data folder that go."""

REWRITE, CLEAR = "rewrite", "clear"


def owe(connection: sqlite3.Connection, what: str, files: Iterable[Path] = ()) -> None:
    """Note inside a transaction what is to be done after it, and which files of the data folder go with it."""
    there = settings(connection)
    folder = folder_of(connection)
    named = {*json.loads(there.get(FILES, "[]")), *(file.relative_to(folder).as_posix() for file in files)}
    still = REWRITE if REWRITE in (what, there.get(OWED)) else CLEAR
    connection.execute("insert or replace into setting values (?,?), (?,?)",
                       (OWED, still, FILES, json.dumps(sorted(named))))  # fmt: skip


def owed(connection: sqlite3.Connection) -> str:
    """What is owed: REWRITE, CLEAR, or "" for nothing."""
    return settings(connection).get(OWED, "")


def rewritten(connection: sqlite3.Connection) -> None:
    """Note inside the transaction of the rewriting that the log is clean."""
    connection.execute("update setting set value = ? where name = ?", (CLEAR, OWED))


def clear(connection: sqlite3.Connection) -> bool:
    """Delete the files, write the workspace anew and cut its journal; False while somebody reads, then again later.

    Raises sqlite3.Error, OSError when the disk does not take it; a later call goes on.
    """
    folder = folder_of(connection)
    for name in json.loads(settings(connection).get(FILES, "[]")):
        (folder / name).unlink(missing_ok=True)
    # The next search makes its index anew from what the log still says.
    forget_index(folder)
    # The names of files may be the titles of convenings: they go before the file is written anew.
    connection.execute("delete from setting where name = ?", (FILES,))
    connection.execute("vacuum")
    if not cut_journal(connection):
        return False
    connection.execute("delete from setting where name = ?", (OWED,))
    return True


def summary_files(connection: sqlite3.Connection, stream: str, told: Iterable[Fact]) -> list[Path]:
    """The files of the summaries made of a convening: those that are kept, and any under a name it has had."""
    made = {pdf for (pdf,) in connection.execute("select pdf from summary where stream = ?", (stream,)).fetchall()}
    named = _file_names(told)
    folder = folder_of(connection) / SUMMARIES
    files = [file for file in folder.iterdir() if file.is_file()] if folder.is_dir() else []
    return [file for file in files if file.stem in named or file.read_bytes() in made]


def _file_names(told: Iterable[Fact]) -> set[str]:
    """Every name a summary of a convening may have been given: each title it had, with each date."""
    titles, dates = set[str](), {""}
    for fact in told:
        for change in fact.changes:
            if change.table == "convening":
                titles |= {str(values["title"]) for values in (change.set, change.was) if "title" in values}
                dates |= {str(values["date"]) for values in (change.set, change.was) if "date" in values}
    return {file_name(title, date) for title in titles for date in dates}


def folder_of(connection: sqlite3.Connection) -> Path:
    """The data folder: where the file of a connection lies."""
    rows = connection.execute("pragma database_list").fetchall()
    return Path(next(path for _, name, path in rows if name == "main")).parent


@contextmanager
def guards_down(connection: sqlite3.Connection) -> Iterator[None]:
    """Let the log be changed inside the open transaction: its guards are taken down, and put up again as they were."""
    guards = connection.execute(
        "select name, sql from sqlite_schema where type = 'trigger' and tbl_name = 'fact'"
    ).fetchall()
    for name, _ in guards:
        connection.execute(f'drop trigger "{name}"')
    yield
    for _, statement in guards:
        connection.execute(statement)


@contextmanager
def one_transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all or nothing."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise

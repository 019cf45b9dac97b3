"""What older copies on this laptop still hold: backups, files set aside and copies that were looked at."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from facilitator.convening.words import Refusal
from facilitator.store.looked_at import LOOKED_AT
from facilitator.store.opening import WORKSPACE, examine, open_reader
from facilitator.store.tombstones import STONES

BACKUPS = "backups"
"""The folder of backups, in the data folder."""

_JOURNALS = ("-wal", "-shm", "-journal")

_NAMES_PERSON = f"""select 1 from fact, json_each(fact.body, '$.changes') as change
    where fact.stream = ? and instr(fact.body, ?) and fact.kind not in ({STONES})
    and json_extract(change.value, '$.t') in ('person', 'contact') and json_extract(change.value, '$.id') = ? limit 1"""


@dataclass(frozen=True, slots=True)
class Copy:
    """One file that holds something still: where it lies, and when it was made (UTC ms)."""

    path: Path
    at: int


def naming(folder: Path, chosen: Iterable[Path], stream: str, person: str) -> list[Copy]:
    """The copies that still name somebody who is forgotten, oldest first. `chosen` are folders beside the usual one."""
    return _holding(folder, chosen, lambda file: _finds(file, _NAMES_PERSON, stream, person, person))


def naming_anybody(folder: Path, chosen: Iterable[Path]) -> list[Copy]:
    """The copies that still name anybody who is forgotten in the workspace of a data folder, oldest first."""
    connection = open_reader(folder / WORKSPACE)
    try:
        who = connection.execute(
            f"select distinct fact.stream, json_extract(change.value, '$.id') from fact, "
            f"json_each(fact.body, '$.changes') as change where fact.kind in ({STONES}) "
            "and json_extract(change.value, '$.t') = 'person'"
        ).fetchall()
    finally:
        connection.close()
    places = tuple(chosen)
    return sorted({copy for stream, person in who for copy in naming(folder, places, stream, person)},
                  key=lambda copy: copy.at)  # fmt: skip


def holding(folder: Path, chosen: Iterable[Path], stream: str) -> list[Copy]:
    """The copies that still hold a convening that was deleted, oldest first."""
    asked = f"select 1 from fact where stream = ? and kind not in ({STONES}, 'convening.deleted') limit 1"
    return _holding(folder, chosen, lambda file: _finds(file, asked, stream))


def staying(folder: Path, copies: Iterable[Copy]) -> list[Copy]:
    """Those that do not go by themselves: only backups on this laptop are thinned out, save those before an upgrade."""
    return [copy for copy in copies if copy.path.parent != folder / BACKUPS or copy.path.stem.endswith("-upgrade")]


def not_there(chosen: Iterable[Path]) -> tuple[Path, ...]:
    """The folders that cannot be looked into now, such as a stick that is not plugged in: they may hold anything."""
    return tuple(place for place in chosen if not place.is_dir())


def delete_copies(copies: Iterable[Copy]) -> list[Copy]:
    """Delete copies, with what lies beside them; give those that could not be deleted."""
    left: list[Copy] = []
    for copy in copies:
        try:
            for ending in ("", *_JOURNALS):
                copy.path.with_name(copy.path.name + ending).unlink(missing_ok=True)
        except OSError:
            left.append(copy)
    return left


def _holding(folder: Path, chosen: Iterable[Path], finds: Callable[[sqlite3.Connection], bool]) -> list[Copy]:
    found: list[Copy] = []
    for file in _files(folder, chosen):
        # The backups are thinned out meanwhile: what went before it was looked into holds nothing.
        with suppress(FileNotFoundError):
            at = file.stat().st_mtime_ns // 1_000_000
            if _holds(file, finds):
                found.append(Copy(file, at))
    return sorted(found, key=lambda copy: copy.at)


def _holds(file: Path, finds: Callable[[sqlite3.Connection], bool]) -> bool:
    try:
        examine(file)
    except Refusal as refusal:
        # A file of somebody else's is none of ours; one of ours that cannot be read may hold anything.
        return refusal.code not in ("file.foreign", "file.missing")
    if file.with_name(f"{file.name}-wal").exists():
        return True  # what its journal says cannot be read without changing it
    # Looking must leave nothing beside the copy, which a journal of our own would.
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?immutable=1", uri=True, isolation_level=None)
    try:
        return finds(connection)
    finally:
        connection.close()


def _finds(connection: sqlite3.Connection, question: str, *values: str) -> bool:
    try:
        return connection.execute(question, values).fetchone() is not None
    except sqlite3.DatabaseError:
        return True  # what cannot be read to its end may hold it


def _files(folder: Path, chosen: Iterable[Path]) -> Iterator[Path]:
    """Every file that may be a copy: in the folders of backups, what was set aside, copies that were looked at."""
    aside = [file for file in folder.glob(f"{WORKSPACE.split('.')[0]}*") if file.name != WORKSPACE]
    places = [place for place in (folder / BACKUPS, *chosen) if place.is_dir()]
    looked_at = [file for place in sorted(folder.glob(f"{LOOKED_AT}*")) for file in sorted(place.glob(f"{WORKSPACE}*"))]
    for file in (*aside, *looked_at, *(file for place in places for file in sorted(place.iterdir()))):
        if file.is_file() and not file.name.endswith((*_JOURNALS, ".lock")):
            yield file

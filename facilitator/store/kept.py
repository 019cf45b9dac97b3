"""What is kept beside the log: seats of devices, drafts, made summaries and settings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

_LAPTOP = "laptop"
_PAST_SEATS = (
    "insert or ignore into receipt(id, by, round, answer) "
    "select 'seat ' || sha || ' ' || person, person, '', '{}' from device where stream = ? and "
)
"""Notes whose a device was until now, among the receipts: what it said then is answered as before."""

_SETTINGS = "select cast(name as blob), cast(value as blob) from setting"


def seat_device(connection: sqlite3.Connection, sha: str, stream: str, person: str) -> None:
    """Remember that a device, known by the hash of its token, is this person's."""
    connection.execute(_PAST_SEATS + "sha = ? and person <> ?", (stream, sha, person))
    connection.execute(
        "insert into device(sha, stream, person) values (?,?,?) on conflict do update "
        "set stream = excluded.stream, person = excluded.person",
        (sha, stream, person),
    )


def seat_of(connection: sqlite3.Connection, sha: str, stream: str) -> str:
    """Whose device this is, "" when it has no seat in this convening."""
    row = connection.execute("select person from device where sha = ? and stream = ?", (sha, stream)).fetchone()
    return str(row[0]) if row else ""


def sat_at(connection: sqlite3.Connection, sha: str, person: str) -> bool:
    """Whether a device was this person's before it had another seat, or none; not once they are forgotten."""
    return connection.execute("select 1 from receipt where id = ?", (f"seat {sha} {person}",)).fetchone() is not None


def devices(connection: sqlite3.Connection, stream: str) -> dict[str, str]:
    """Who each device of a convening belongs to."""
    return dict(connection.execute("select sha, person from device where stream = ?", (stream,)).fetchall())


def free_seat(connection: sqlite3.Connection, stream: str, person: str) -> None:
    """Forget which devices are this person's."""
    connection.execute(_PAST_SEATS + "person = ?", (stream, person))
    connection.execute("delete from device where stream = ? and person = ?", (stream, person))


def move_devices(connection: sqlite3.Connection, stream: str, person: str, to: str) -> None:
    """Give the devices of one person to another."""
    connection.execute(_PAST_SEATS + "person = ?", (stream, person))
    connection.execute("update device set person = ? where stream = ? and person = ?", (to, stream, person))


def write_draft(connection: sqlite3.Connection, name: str, text: str) -> None:
    """Keep what is being typed; an empty text forgets it."""
    if text:
        connection.execute("insert or replace into draft values (?,?)", (name, text))
    else:
        connection.execute("delete from draft where name = ?", (name,))


def drafts(connection: sqlite3.Connection) -> dict[str, str]:
    """What was being typed, by field. What cannot be read was not typed by anybody."""
    return _readable(connection.execute("select cast(name as blob), cast(text as blob) from draft").fetchall())


@dataclass(frozen=True, slots=True)
class KeptSummary:
    """A summary as it was made: from which point of the log, and its PDF."""

    id: str
    stream: str
    edition: str
    language: str
    seq: int
    at: int
    pdf: bytes


def keep_summary(connection: sqlite3.Connection, summary: KeptSummary) -> None:
    """Keep a summary that was made."""
    connection.execute(
        "insert into summary(id, stream, edition, language, seq, at, pdf) values (?,?,?,?,?,?,?)",
        (summary.id, summary.stream, summary.edition, summary.language, summary.seq, summary.at, summary.pdf),
    )


def summaries(connection: sqlite3.Connection, stream: str) -> list[KeptSummary]:
    """The summaries of a convening, newest first."""
    rows: Iterable[tuple[str, str, str, str, int, int, bytes]] = connection.execute(
        "select id, stream, edition, language, seq, at, pdf from summary where stream = ? order by at desc", (stream,)
    ).fetchall()
    return [KeptSummary(*row) for row in rows]


def settings(connection: sqlite3.Connection) -> dict[str, str]:
    """All settings of this laptop. What cannot be read is as if it had never been set."""
    return _readable(connection.execute(_SETTINGS).fetchall())


def forget_spoiled(connection: sqlite3.Connection) -> int:
    """Take out the settings that cannot be read; say how many there were."""
    rows = connection.execute(_SETTINGS).fetchall()
    spoiled = [row for row in rows if not _readable([row])]
    for name, _value in spoiled:
        connection.execute("delete from setting where cast(name as blob) = ?", (name,))
    return len(spoiled)


def _readable(rows: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, text in rows:
        try:
            found[name.decode()] = text.decode()
        except UnicodeDecodeError:
            continue
    return found


def set_setting(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Change a setting."""
    connection.execute("insert or replace into setting values (?,?)", (name, value))


def laptop_origin(folder: Path) -> str:
    """Name this laptop in the log: 8 hex characters, made once, in a file that no copy of the workspace carries."""
    known = _named(folder)
    if not known:
        known = token_hex(4)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _LAPTOP).write_text(known, "ascii")
    return known


def forget_origin(folder: Path) -> None:
    """Let this laptop get another name in the log: after a restore it must not number anew what is lost here."""
    (folder / _LAPTOP).unlink(missing_ok=True)


def is_laptop_spoiled(folder: Path) -> bool:
    """Whether this laptop had a name in the log, which cannot be read any more: it gets another one."""
    return (folder / _LAPTOP).exists() and not _named(folder)


def _named(folder: Path) -> str:
    try:
        known = (folder / _LAPTOP).read_text("ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
    return known if len(known) == 8 and not set(known) - set("0123456789abcdef") else ""

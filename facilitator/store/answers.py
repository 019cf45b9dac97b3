"""The first answer to a wish: whoever asks it again, from the phone it came from, is told the same."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection

from facilitator.convening.words import Refusal
from facilitator.store.kept import sat_at, seat_of


def first_answer(connection: sqlite3.Connection, wish: str, speakers: Collection[str]) -> int | Refusal | None:
    """Find the first answer to a wish: where the log stood, or the refusal; None when it is new.

    `speakers` are the names of who asks now: the person, and the device. The answer is wish.not_yours when somebody
    else used the id; a device is also whoever sat at it before its seat was moved, taken or changed for another.
    """
    row = connection.execute("select seq, by from fact where id = ?", (wish,)).fetchone()
    if row is not None:
        return int(row[0]) if _is_of(connection, row[1], speakers) else Refusal("wish.not_yours")
    row = connection.execute("select by, answer from receipt where id = ?", (wish,)).fetchone()
    if row is None:
        return None
    answer = json.loads(row[1])
    if not _is_of(connection, row[0], speakers):
        return Refusal("wish.not_yours")
    return Refusal(answer["code"], **answer["values"]) if "code" in answer else int(answer["seq"])


def first_answer_to(connection: sqlite3.Connection, wish: str, device: str, stream: str) -> int | Refusal | None:
    """Find the first answer to a wish that a device says again; as `first_answer`."""
    return first_answer(connection, wish, {seat_of(connection, device, stream), device} - {""})


def _is_of(connection: sqlite3.Connection, by: str, speakers: Collection[str]) -> bool:
    return by in speakers or any(sat_at(connection, speaker, by) for speaker in speakers)

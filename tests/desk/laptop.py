"""A laptop whose desk needs no thread and no disk: real batches on a real log, in memory."""

from __future__ import annotations

import itertools
import sqlite3
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from facilitator.convening.agenda import AddBlock
from facilitator.convening.gathering import CreateConvening
from facilitator.convening.ids import HOST, ROOM, PersonId, WishId
from facilitator.convening.people import AddPerson, Contact
from facilitator.convening.records import Records
from facilitator.convening.words import Receipt, Role, Wish
from facilitator.desk.batch import Batch, Said
from facilitator.desk.turnout import recounted
from facilitator.store.log import Log
from facilitator.store.migrations import bring_up
from facilitator.store.reading import load
from facilitator.store.sealed import SealedBallots
from tests.convening.given import BLOCKS, BOOK, CONVENING, PEOPLE

STREAM = "stream"


def empty_file() -> sqlite3.Connection:
    """A workspace in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    bring_up(connection, BOOK.kinds)
    return connection


class Laptop:
    """One laptop: what is said to it is decided, written and answered at once."""

    def __init__(self, folder: Path, origin: str = "0a0a0a0a", stream: str = STREAM) -> None:
        self.connection = empty_file()
        self.log = Log(self.connection, BOOK.kinds, stream, origin)
        self.sealed = SealedBallots(self.connection, folder / "seals")
        self.records = Records(BOOK.kinds)
        self._numbers = itertools.count()
        self.batch = self._batch()

    def prepare(self) -> None:
        """Put the convening, four blocks and three people there."""
        for wish in (
            CreateConvening(CONVENING),
            *(AddBlock(block) for block in BLOCKS),
            *(AddPerson(person, Contact(person.id)) for person in PEOPLE),
        ):
            assert isinstance(self.say(wish), Receipt)

    def say(
        self,
        wish: Wish,
        by: PersonId = HOST,
        role: Role = Role.GUIDE,
        activity: str = ROOM,
        id: str = "",
        device: str = "",
    ) -> Receipt | Exception:
        """Say one wish in a batch of its own; give the answer."""
        said = Said(
            wish, WishId(id or f"{self.log.origin}-{next(self._numbers)}"), by, role, device, activity, Future()
        )
        return self.say_all(said)[0]

    def say_all(self, *said: Said) -> list[Receipt | Exception]:
        """Say wishes in one batch."""
        self.batch = self._batch()
        self.log.begin()
        for one in said:
            self.batch.take(one)
        self.log.commit()
        self.records = self.batch.working.publish()
        return [answer for _, answer in self.batch.answers]

    def start_again(self) -> None:
        """Forget everything in memory, and go on from what is on disk."""
        self.log = Log(self.connection, BOOK.kinds, self.log.stream, self.log.origin)
        on_disk = load(self.connection, BOOK.kinds, self.log.stream)
        self.records = on_disk.after(recounted(on_disk, self.sealed))

    def _batch(self) -> Batch:
        return Batch(self.log, self.sealed, BOOK, self.records.edit())


def rows(connection: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """All projected tables and cells, each in one fixed order."""
    names = ["cell", *(name for name, kind in BOOK.kinds.items() if kind.is_kept)]
    return {name: sorted(connection.execute(f'select * from "{name}"').fetchall(), key=repr) for name in names}


def kept(records: Records) -> dict[str, dict[str, Any]]:
    """The live records of all tables that are kept."""
    return {name: dict(records.table(name)) for name, kind in BOOK.kinds.items() if kind.is_kept}


def loaded(connection: sqlite3.Connection, stream: str = STREAM) -> dict[str, dict[str, Any]]:
    """The live records as the tables have them."""
    return kept(load(connection, BOOK.kinds, stream))

"""Somebody who is named in every way there is, to be forgotten, and what a data folder says of them."""

from __future__ import annotations

import sqlite3
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from facilitator.activities.ideation_board.rules import AddIdea, RevealBoard
from facilitator.convening.cards import EditCard
from facilitator.convening.facts import Fact, merged
from facilitator.convening.forgetting import ForgetPerson, Ideas
from facilitator.convening.ids import BlockId, CardId, PersonId
from facilitator.convening.people import AddPerson, Contact, Join, Person, RemovePerson
from facilitator.convening.undo import UndoLast
from facilitator.convening.words import Refusal
from facilitator.paths import SUMMARIES
from facilitator.store import kept
from facilitator.store.archive import ARCHIVE
from facilitator.store.opening import WORKSPACE, open_reader
from facilitator.store.portable import export_convene, import_convene
from facilitator.store.reading import facts
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK, CONVENING
from tests.desk.laptop import kept as tables
from tests.desk.room import STREAM, opened

NAME, EMAIL, IDEA = "Sídíkátù Ọlájídé", "sidikatu@example.org", "Mónthly water walks"
WHO = PersonId("5f0c77aa")
NAMED = Person(WHO, NAME, "Òṣun Trust", "Nigeria")
REACHED = Contact(WHO, EMAIL, "+234 800 111 2222")


def told(folder: Path) -> BlockId:
    """A convening in which somebody is named in every way there is; give its board."""
    with opened(folder) as room:
        board, _ = room.prepare()
        room.tell(AddPerson(NAMED, REACHED))
        room.tell(AddPerson(Person(WHO, NAME, "Ọ̀ṣun Trust"), REACHED))
        room.tell(UndoLast())
        room.tell(RemovePerson(WHO))
        room.tell(UndoLast())
        room.hear(Join(NAME, consents=("photo",)), "her phone")
        room.tell(RevealBoard(), board)
        room.hear(AddIdea(IDEA), "her phone", board)
        room.hear(AddIdea("Fewer forms"), "phone0", board)
        with pytest.raises(Refusal):
            room.hear(EditCard(CardId("nothing"), IDEA), "her phone")
        room.desk.errand(lambda open_: everything_beside_the_log(open_, board)).result(20)
    (folder / SUMMARIES).mkdir()
    (folder / SUMMARIES / f"{CONVENING.title}.pdf").write_bytes(NAME.encode("utf-16-le"))
    (folder / SUMMARIES / "sent.pdf").write_bytes(f"pdf of {NAME}".encode())
    (folder / SUMMARIES / "Another day.pdf").write_bytes(b"another")
    for name in (ARCHIVE, f"{ARCHIVE}-journal"):
        (folder / name).write_bytes(NAME.encode())
    return board


def everything_beside_the_log(workspace: Workspace, board: BlockId) -> None:
    connection = workspace.connection
    kept.write_draft(connection, f"{STREAM}:note:{board}", f"ask {NAME.upper()} about it")
    kept.write_draft(connection, f"{STREAM}:note:2", f"call {unicodedata.normalize('NFD', NAME)}")
    kept.write_draft(connection, f"{STREAM}:note:3", "buy chalk")
    kept.write_draft(connection, "another:note:3", "a draft of another day")
    pdf = f"pdf of {NAME}".encode()
    kept.keep_summary(connection, kept.KeptSummary("s", STREAM, "participant", "en", 1, 1, pdf))
    kept.keep_summary(connection, kept.KeptSummary("t", "another", "participant", "en", 1, 1, b"another"))


def forget(folder: Path, ideas: Ideas = Ideas.STAY) -> None:
    with opened(folder) as room:
        room.tell(ForgetPerson(WHO, ideas))


def log_of(folder: Path, stream: str = STREAM) -> list[Fact]:
    connection = open_reader(folder / WORKSPACE)
    try:
        return list(facts(connection, stream))
    finally:
        connection.close()


def look(folder: Path, question: str, *values: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(folder / WORKSPACE)
    try:
        return connection.execute(question, values).fetchall()
    finally:
        connection.close()


def agrees(folder: Path) -> bool:
    """Whether the tables say what the log says, its JSON folded from the beginning."""
    workspace = Workspace(folder, BOOK.kinds)
    try:
        return tables(workspace.load(STREAM)) == tables(merged(BOOK.kinds, facts(workspace.connection, STREAM)))
    finally:
        workspace.close()


def exported(folder: Path, out: Path) -> Path:
    connection = open_reader(folder / WORKSPACE)
    try:
        export_convene(connection, BOOK.kinds, STREAM, out)
    finally:
        connection.close()
    return out


def take_in(folder: Path, file: Path) -> int:
    workspace = Workspace(folder, BOOK.kinds)
    try:
        return import_convene(workspace.connection, workspace.kinds, file)[1]
    finally:
        workspace.close()

"""Tombstones that come with a file: what they may take, and a disk that does not take the rewriting."""

from __future__ import annotations

import resource
import signal
from pathlib import Path
from typing import Any

import pytest

from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.forgetting import FORGOTTEN, FORGOTTEN_WITH_IDEAS
from facilitator.store.forgetting import is_owed
from facilitator.store.portable import import_convene
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK, PEOPLE, refused
from tests.desk.room import STREAM, opened
from tests.store.grep import files_with
from tests.store.somebody import (
    NAME,
    WHO,
    agrees,
    exported,
    forget,
    look,
    take_in,
    told,
)
from tests.store.strange import body_of, everything, file_of, row_of


@pytest.fixture
def folder(data_folder: Path) -> Path:
    told(data_folder)
    return data_folder


def hostile(file: Path, *told: dict[str, Any]) -> Path:
    """A file with facts of a stranger's laptop about our convening."""
    return file_of(file, *(row_of(n, stream=STREAM, **fields) for n, fields in enumerate(told, 1)))


def stone(person: str, *marked: tuple[str, str], kind: str = FORGOTTEN_WITH_IDEAS) -> dict[str, Any]:
    """A tombstone that also says of other records that they are gone."""
    return {"kind": kind, "body": body_of(*(emptied(*key) for key in (("person", person), *marked)))}


def emptied(table: str, key: str) -> dict[str, Any]:
    return {"t": table, "id": key, "set": {"here": False, "gone": True}, "was": {}}


def of_others(folder: Path) -> dict[str, str]:
    """The ids of what somebody else wrote or made, by table."""
    with opened(folder) as room:
        records = room.desk.news.records
        card = next(card.id for card in records[Card].values() if card.by != WHO)
        return {"card": card, "placement": card, "convening": STREAM, "block": next(iter(records[Block]))}


@pytest.mark.parametrize("kind", [FORGOTTEN, FORGOTTEN_WITH_IDEAS])
@pytest.mark.parametrize("table", ["card", "placement", "convening", "block"])
def test_a_tombstone_from_elsewhere_takes_nothing_of_others(
    folder: Path, tmp_path: Path, table: str, kind: str
) -> None:
    marked = (table, of_others(folder)[table])
    before = look(folder, "select * from fact"), of_tables(folder)

    with refused("file.damaged"):
        take_in(folder, hostile(tmp_path / "evil.convene", stone(WHO, marked, kind=kind)))

    assert (look(folder, "select * from fact"), of_tables(folder)) == before


@pytest.mark.parametrize("person", ["host", ""], ids=["the facilitator", "two people"])
def test_a_tombstone_that_forgets_more_than_one_person_is_not_believed(
    folder: Path, tmp_path: Path, person: str
) -> None:
    before = look(folder, "select * from fact"), of_tables(folder)
    two = () if person else (("person", PEOPLE[0].id),)

    with refused("file.damaged"):
        take_in(folder, hostile(tmp_path / "evil.convene", stone(person or WHO, *two)))

    assert (look(folder, "select * from fact"), of_tables(folder)) == before


def test_who_wrote_something_first_wrote_it_whatever_a_stranger_says_of_it(folder: Path, tmp_path: Path) -> None:
    theirs = of_others(folder)
    stolen = [{"t": name, "id": key, "set": {"by": WHO}, "was": {}} for name, key in theirs.items()]
    told = {key: str(body) for key, body in look(folder, "select id, body from fact")}
    take_in(folder, hostile(tmp_path / "stealing.convene", {"body": body_of(*stolen)}))
    take_in(folder, hostile(tmp_path / "evil.convene", {"body": body_of(*stolen)}, stone(WHO)))

    rest = {key: str(body) for key, body in look(folder, "select id, body from fact")}
    lost = {key for key, body in told.items() if rest[key] != body}
    assert lost
    assert all(WHO in told[key] for key in lost)
    with opened(folder) as room:
        assert {card.text for card in room.desk.news.records[Card].values()} == {"Fewer forms"}


def of_tables(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the tables as the file has them."""
    workspace = Workspace(folder, BOOK.kinds)
    found = everything(workspace.connection)
    workspace.close()
    return found


def test_a_forgetting_that_the_disk_does_not_take_leaves_what_came_in_and_the_next_start_goes_on(
    folder: Path, tmp_path: Path
) -> None:
    """Fault 9. A file is taken in and the disk has no room to write the workspace anew: that is owed, and no error."""
    other = tmp_path / "other"
    take_in(other, exported(folder, tmp_path / "named.convene"))
    forget(folder)
    file = exported(folder, tmp_path / "forgotten.convene")
    workspace = Workspace(other, BOOK.kinds)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (workspace.path.stat().st_size, hard))
    try:
        came_in = import_convene(workspace.connection, workspace.kinds, file)[1]
        is_left = is_owed(workspace.connection)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    workspace.close()
    Workspace(other, BOOK.kinds).close()

    assert (came_in, is_left) == (1, True)
    assert files_with(other, NAME) == []
    assert agrees(other)

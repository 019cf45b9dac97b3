"""A backup from before forgets again, once it takes the workspace's place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facilitator.convening.forgetting import ForgetPerson
from facilitator.convening.ids import PersonId
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.store.opening import WORKSPACE
from facilitator.store.tombstones import FILE, are_missing, bring_back, keep
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK
from tests.desk.room import opened
from tests.store.grep import files_with

NAME, WHO = "Sídíkátù", PersonId("5f0c77aa")


def forgotten(folder: Path) -> Path:
    """Name somebody, take a copy of the file, forget them; give the copy."""
    with opened(folder) as room:
        room.prepare()
        room.tell(AddPerson(Person(WHO, NAME), Contact(WHO)))
    copy = folder.parent / f"{folder.name}.copy"
    shutil.copy(folder / WORKSPACE, copy)
    with opened(folder) as room:
        room.tell(ForgetPerson(WHO))
    return copy


def test_a_restored_copy_forgets_when_it_opens(data_folder: Path) -> None:
    shutil.move(forgotten(data_folder), data_folder / WORKSPACE)
    assert files_with(data_folder, NAME) == [WORKSPACE]

    with opened(data_folder) as room:
        assert WHO not in room.desk.news.records[Person]
        assert {"Amina", "Tomas", "Wei"} == {person.name for person in room.desk.news.records[Person].values()}

    assert files_with(data_folder, NAME) == []


def test_the_file_holds_ids_only_and_is_written_once_for_each(data_folder: Path) -> None:
    forgotten(data_folder)
    text = (data_folder / FILE).read_text("utf-8")
    workspace = Workspace(data_folder, BOOK.kinds)
    keep(workspace.connection, data_folder)

    assert not are_missing(workspace.connection, data_folder)
    workspace.close()
    assert WHO in text
    assert (data_folder / FILE).read_text("utf-8") == text


@pytest.mark.parametrize("garbage", ["", "{", "[1, 2]", '[["x"]]', "null"])
def test_a_file_that_cannot_be_read_keeps_nobody_from_working(data_folder: Path, garbage: str) -> None:
    forgotten(data_folder)
    (data_folder / FILE).write_text(garbage)

    workspace = Workspace(data_folder, BOOK.kinds)
    bring_back(workspace.connection, data_folder)

    assert not are_missing(workspace.connection, data_folder)
    workspace.close()

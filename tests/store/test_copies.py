"""What backups still hold, looked up in the backups themselves."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from facilitator.convening.forgetting import ForgetPerson
from facilitator.convening.ids import PersonId
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.desk.desk import new_wish_id
from facilitator.store.copies import BACKUPS, Copy, delete_copies, holding, naming, naming_anybody, not_there, staying
from facilitator.store.deleting import delete_convening
from facilitator.store.looked_at import LOOKED_AT
from facilitator.store.opening import WORKSPACE
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK
from tests.desk.room import STREAM, opened

WHO = PersonId("5f0c77aa")


def copied(folder: Path, to: Path, second: int) -> Path:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(folder / WORKSPACE, to)
    os.utime(to, (second, second))
    return to


def told(folder: Path, stick: Path) -> None:
    """A backup before somebody was named, two while they were, one after, and what lies about."""
    with opened(folder) as room:
        room.prepare()
    copied(folder, folder / BACKUPS / "1.db", 1000)
    with opened(folder) as room:
        room.tell(AddPerson(Person(WHO, "Sídíkátù"), Contact(WHO)))
    copied(folder, folder / BACKUPS / "2.db", 2000)
    copied(folder, stick / "3.db", 3000)
    with opened(folder) as room:
        room.tell(ForgetPerson(WHO))
    copied(folder, folder / BACKUPS / "4.db", 4000)
    (stick / "holiday.jpg").write_bytes(b"somebody's picture")
    aside = copied(folder, folder / "workspace.corrupt-1", 500)
    aside.write_bytes(aside.read_bytes()[:50])
    os.utime(aside, (500, 500))


def test_the_copies_that_name_somebody_are_those_made_while_they_were_named(data_folder: Path, tmp_path: Path) -> None:
    told(data_folder, tmp_path / "stick")

    found = naming(data_folder, [tmp_path / "stick", tmp_path / "not plugged in"], STREAM, WHO)

    assert [(copy.path.name, copy.at) for copy in found] == [
        ("workspace.corrupt-1", 500_000),
        ("2.db", 2_000_000),
        ("3.db", 3_000_000),
    ]


def test_copies_that_name_anybody_forgotten_are_found_from_the_workspace_alone(
    data_folder: Path, tmp_path: Path
) -> None:
    told(data_folder, tmp_path / "stick")

    found = naming_anybody(data_folder, [tmp_path / "stick"])

    assert [copy.path.name for copy in found] == ["workspace.corrupt-1", "2.db", "3.db"]


def test_deleting_them_leaves_everything_else(data_folder: Path, tmp_path: Path) -> None:
    told(data_folder, tmp_path / "stick")
    chosen = [tmp_path / "stick"]

    assert delete_copies(naming(data_folder, chosen, STREAM, WHO)) == []

    assert naming(data_folder, chosen, STREAM, WHO) == []
    assert sorted(file.name for file in (data_folder / BACKUPS).iterdir()) == ["1.db", "4.db"]
    assert [file.name for file in (tmp_path / "stick").iterdir()] == ["holiday.jpg"]
    assert (data_folder / WORKSPACE).exists()


def test_a_copy_that_cannot_be_deleted_is_named(data_folder: Path, tmp_path: Path) -> None:
    told(data_folder, tmp_path / "stick")
    found = naming(data_folder, [], STREAM, WHO)
    found[-1].path.unlink()
    found[-1].path.mkdir()

    assert delete_copies(found) == found[-1:]


def test_copies_of_a_deleted_convening_are_found_until_they_hold_it_no_more(data_folder: Path, tmp_path: Path) -> None:
    told(data_folder, tmp_path / "stick")
    workspace = Workspace(data_folder, BOOK.kinds)
    delete_convening(workspace.connection, workspace.kinds, STREAM, workspace.origin, new_wish_id())
    workspace.close()
    copied(data_folder, data_folder / BACKUPS / "5.db", 5000)

    found = holding(data_folder, [], STREAM)

    assert [copy.path.name for copy in found] == ["workspace.corrupt-1", "1.db", "2.db", "4.db"]


def test_a_copy_that_was_looked_at_and_left_behind_is_found_too(data_folder: Path, tmp_path: Path) -> None:
    told(data_folder, tmp_path / "stick")
    for second, name in ((2100, LOOKED_AT), (2200, f"{LOOKED_AT}-2027-03-18T12-02-00.123Z")):
        shutil.copytree(data_folder / BACKUPS, data_folder / name)
        for number in ("1.db", "4.db"):
            (data_folder / name / number).unlink()
        (data_folder / name / "2.db").rename(data_folder / name / WORKSPACE)
        os.utime(data_folder / name / WORKSPACE, (second, second))

    found = naming(data_folder, [], STREAM, WHO)

    assert [(copy.path.parent.name[:9], copy.at) for copy in found if copy.path.name == WORKSPACE] == [
        ("looked-at", 2_100_000),
        ("looked-at", 2_200_000),
    ]


def test_a_stick_that_is_not_plugged_in_is_named(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()

    assert not_there([tmp_path / "stick", tmp_path / "pocket"]) == (tmp_path / "pocket",)


def test_only_backups_on_this_laptop_go_by_themselves(tmp_path: Path) -> None:
    names = ("backups/a-live.db", "backups/a-upgrade.db", "workspace.damaged-1.db", "stick/a-live.db")
    found = [Copy(tmp_path / name, 1) for name in names]

    assert staying(tmp_path, found) == found[1:]

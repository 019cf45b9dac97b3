"""Whether a path still leads to the file that is open, and why a disk takes nothing."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from facilitator.convening.words import Refusal
from facilitator.store.footing import (
    FAILED,
    FULL,
    GONE,
    READ_ONLY,
    Footing,
    Gone,
    Standing,
    free_bytes,
    plainly,
    why_not_saved,
)
from facilitator.store.opening import WORKSPACE
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK, refused
from tests.mounted import fill, lock_stick, small_disk, stick


@pytest.fixture
def path(data_folder: Path) -> Path:
    data_folder.mkdir(parents=True)
    file = data_folder / WORKSPACE
    file.write_text("the file")
    return file


def test_a_file_stands_firm_until_its_name_leads_elsewhere(path: Path) -> None:
    footing = Footing(path)
    assert footing.look() is Standing.FIRM

    aside = path.rename(path.with_name("aside"))
    assert footing.look() is Standing.NOWHERE

    path.write_text("another file")
    assert footing.look() is Standing.ELSEWHERE

    aside.replace(path)
    assert footing.look() is Standing.FIRM


def test_a_journal_that_was_there_is_missed(path: Path) -> None:
    footing = Footing(path)
    journal = path.with_name(f"{WORKSPACE}-wal")
    assert footing.look() is Standing.FIRM

    journal.write_text("made by the first commit")
    assert footing.look() is Standing.FIRM

    journal.unlink()
    assert footing.look() is Standing.WITHOUT_JOURNAL


def said(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (said(sqlite3.SQLITE_FULL), FULL),
        (OSError(errno.ENOSPC, "no space"), FULL),
        (said(sqlite3.SQLITE_READONLY), READ_ONLY),
        (OSError(errno.EROFS, "read-only"), READ_ONLY),
        (said(sqlite3.SQLITE_IOERR), FAILED),
        (RuntimeError("anything"), FAILED),
        (Gone(), GONE),
    ],
    ids=str,
)
def test_an_error_says_why_nothing_was_saved(path: Path, error: Exception, why: str) -> None:
    assert why_not_saved(error, path) == why


def test_without_its_file_every_error_means_that_it_is_gone(path: Path) -> None:
    path.unlink()

    assert why_not_saved(said(sqlite3.SQLITE_IOERR), path) == GONE


def test_a_bare_error_of_a_full_disk_is_understood(path: Path) -> None:
    with small_disk(path.parent / "disk", "1m") as folder:
        file = folder / WORKSPACE
        file.write_text("the file")
        fill(folder)

        assert free_bytes(folder) == 0
        assert why_not_saved(said(sqlite3.SQLITE_IOERR), file) == FULL
        assert [each.name for each in folder.iterdir() if each.name.startswith(".")] == []


def test_a_bare_error_of_a_locked_disk_is_understood(path: Path) -> None:
    with stick(path.parent / "stick", path.parent / "image") as folder:
        file = folder / WORKSPACE
        file.write_text("the file")
        assert lock_stick(folder)

        assert why_not_saved(said(sqlite3.SQLITE_IOERR), file) == READ_ONLY


def test_a_workspace_stands_on_the_file_that_was_opened(data_folder: Path) -> None:
    workspace = Workspace(data_folder, BOOK.kinds)
    connection = workspace.connection

    workspace.stand("")
    assert workspace.connection is connection

    aside = workspace.path.rename(data_folder / "aside")
    with pytest.raises(Gone):
        workspace.stand("")
    os.link(aside, workspace.path)
    workspace.stand("")
    assert workspace.connection is connection
    workspace.close()


def test_no_room_is_told_for_a_folder_that_is_not_there(data_folder: Path) -> None:
    assert free_bytes(data_folder / "nowhere") == 0


def unreadable(code: int) -> Refusal:
    refusal = Refusal("file.unreadable")
    refusal.__cause__ = said(code)
    return refusal


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "no space"), "disk.full"),
        (unreadable(sqlite3.SQLITE_READONLY), "disk.read_only"),
        (unreadable(sqlite3.SQLITE_CANTOPEN), "file.unreadable"),
        (Refusal("file.foreign"), "file.foreign"),
    ],
    ids=str,
)
def test_a_folder_that_takes_nothing_is_refused_plainly_and_anything_else_as_it_was(
    path: Path, error: Exception, code: str
) -> None:
    with refused(code), plainly(path):
        raise error


def test_an_error_that_is_not_the_disks_stays_what_it_is(path: Path) -> None:
    with pytest.raises(OSError, match="too many"), plainly(path):
        raise OSError(errno.EMFILE, "too many")

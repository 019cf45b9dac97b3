"""The power goes at any moment: what was acknowledged is on disk, whatever the disk had not written yet."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from facilitator.convening.ballots import CastBallot
from facilitator.convening.words import Refusal, Wish
from facilitator.store.opening import WORKSPACE, Connect
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK
from tests.desk.laptop import kept
from tests.desk.oracle import folded, spelled
from tests.desk.room import STREAM, opened
from tests.store.morning import Morning, files_of, whole_morning
from tests.store.powercut import Disk, Write, after_cut

IDEAS = 60
FULL = 2
"""What SQLite calls waiting for the disk at every commit."""

Recorded = tuple[dict[str, bytes], list[Write], dict[str, Wish]]


def recorded(folder: Path, make: Connect, disk: Disk) -> Recorded:
    """Let a morning pass on a disk that is watched: the files before, all that was done to them, and what was said."""
    with opened(folder):
        pass
    before = files_of(folder)
    morning = Morning(folder, make, disk.told)
    whole_morning(morning, IDEAS, *morning.room.prepare())
    morning.room.stop()
    return before, disk.done, {key: wish for key, (wish, _, _) in morning.said.items()}


def losses(recorded: Recorded, folder: Path, cuts: int) -> list[str]:
    """Cut the power at random moments; what is wrong afterwards, in words."""
    before, done, said = recorded
    chance = random.Random(cuts)
    found: list[str] = []
    for number in range(cuts):
        at = chance.randrange(len(done))
        files, told = after_cut(before, done[:at], chance.choice((0.0, 0.5)), chance)
        place = folder.parent / f"{folder.name}-cut{number}"
        place.mkdir()
        for name, content in files.items():
            (place / name).write_bytes(content)
        facts = {key for key in told if not isinstance(said[key], CastBallot)}
        found += [f"after {at} of {len(done)}: {wrong}" for wrong in wrong_with(place, facts)]
    return found


def wrong_with(folder: Path, acknowledged: set[str]) -> list[str]:
    """Open a folder with the real store; what is wrong with it."""
    try:
        workspace = Workspace(folder, BOOK.kinds)
    except Refusal as refusal:
        return [refusal.code]
    try:
        connection = workspace.connection
        (integrity,) = connection.execute("pragma integrity_check").fetchone()
        found = [] if integrity == "ok" else [str(integrity)]
        stored = {key for (key,) in connection.execute("select id from fact")}
        found += [f"{key} is lost" for key in sorted(acknowledged - stored)]
        if spelled(kept(workspace.load(STREAM))) != folded(connection):
            found.append("the tables say something else than the log")
        return found
    except (Refusal, sqlite3.DatabaseError) as damage:
        return [repr(damage)]
    finally:
        workspace.close()


@pytest.mark.parametrize("cuts", [20, pytest.param(100, marks=pytest.mark.long)])
@pytest.mark.timeout(600)
def test_a_power_cut_takes_nothing_that_was_acknowledged(data_folder: Path, cuts: int) -> None:
    """Fault 8. The power goes: of what the disk had not synced, half or all is lost, and no acknowledged fact is."""
    disk = Disk()

    morning = recorded(data_folder, disk.connect, disk)

    assert sum(1 for what, *_ in morning[1] if what == "told") > 2 * IDEAS
    assert {"cut", "sync"} <= {what for what, *_ in morning[1]}
    assert not losses(morning, data_folder, cuts)


def test_a_power_cut_takes_no_vote_that_was_acknowledged(data_folder: Path) -> None:
    """Fault 8. Sealed ballots are no facts, and as safe: right before the reveal all are there."""
    disk = Disk()
    before, done, said = recorded(data_folder, disk.connect, disk)
    votes = {key for key, wish in said.items() if isinstance(wish, CastBallot)}
    last = max(at for at, (what, key, _, _) in enumerate(done) if what == "told" and key in votes)

    files, told = after_cut(before, done[: last + 1], 0.0, random.Random(1))

    assert votes <= told
    place = data_folder.parent / f"{data_folder.name}-cut"
    place.mkdir()
    for name, content in files.items():
        (place / name).write_bytes(content)
    connection = sqlite3.connect(place / WORKSPACE)
    assert connection.execute("select no, count(*) from ballot group by no").fetchall() == [(3, 3)]
    connection.close()


@pytest.mark.parametrize("way", ["normal", "off"])
@pytest.mark.timeout(600)
def test_a_writer_that_does_not_wait_for_the_disk_would_be_found_out(data_folder: Path, way: str) -> None:
    disk = Disk()

    def careless(path: Path) -> sqlite3.Connection:
        connection = disk.connect(path)
        asked = connection.execute

        def execute(statement: str, values: tuple[str, ...] = ()) -> sqlite3.Cursor:
            return asked(statement.replace("synchronous=full", f"synchronous={way}"), values)

        connection.execute = execute  # type: ignore[method-assign,assignment]
        return connection

    morning = recorded(data_folder, careless, disk)

    assert losses(morning, data_folder, 20)


def test_the_writer_that_a_desk_really_uses_waits_for_the_disk_at_every_commit(data_folder: Path) -> None:
    with opened(data_folder) as room:
        room.prepare()

        asked = room.desk.errand(lambda open_: open_.connection.execute("pragma synchronous").fetchone())
        journal = room.desk.errand(lambda open_: open_.connection.execute("pragma journal_mode").fetchone())

        assert asked.result(20) == (FULL,)
        assert journal.result(20) == ("wal",)

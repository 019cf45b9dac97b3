"""Restoring: the newest good backup comes back, the damaged file stays beside, and nothing is opened wrongly."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from facilitator.convening.ballots import INTERRUPTED, Round
from facilitator.convening.words import Refusal
from facilitator.store.backups import Backup, Why, backups_folder, listed
from facilitator.store.damage import Verdict
from facilitator.store.kept import laptop_origin, set_setting, settings
from facilitator.store.opening import WORKSPACE, connect
from facilitator.store.restoring import (
    RESTORED_AT,
    Restored,
    all_backups,
    replace_workspace,
    restore_as_copy,
    restore_newest,
)
from facilitator.store.schema import VERSION
from facilitator.store.second_folder import carry, choose_second_folder
from facilitator.store.workspace import Workspace, list_convenings
from tests.convening.given import BOOK, refused
from tests.desk.room import STREAM, opened
from tests.store.damaged import (
    LATER,
    NOON,
    WAYS,
    Spoil,
    as_a_kill_leaves_it,
    back_up,
    begun,
    ideas_in,
    killed,
    locked,
    recover,
    unlinked,
    zero_length,
)


@pytest.fixture
def backup(data_folder: Path) -> Backup:
    begun(data_folder)
    return back_up(data_folder)


@pytest.mark.parametrize("spoil", WAYS)
def test_a_damaged_file_gives_way_to_the_newest_backup_and_stays_beside(
    data_folder: Path, backup: Backup, spoil: Spoil
) -> None:
    """Fault 14. The file is damaged at open: the newest good backup is there, the damaged file lies beside, unchanged."""
    said = ideas_in(data_folder)
    path = data_folder / WORKSPACE
    spoil(path)
    spoiled = path.read_bytes() if path.exists() else b""

    restored = recover(data_folder)

    assert restored is not None
    assert (restored.at, restored.source, restored.passed_over) == (NOON, str(backup.path), ())
    assert ideas_in(data_folder) == said
    if spoil is unlinked:
        assert restored.kept_as == ""
    else:
        assert Path(restored.kept_as).name == "workspace.damaged-2027-03-18T12-02-00Z.db"
        assert Path(restored.kept_as).read_bytes() == spoiled
    Workspace(data_folder, BOOK.kinds).close()
    assert recover(data_folder) is None


def test_a_file_cut_at_any_page_gives_way_to_the_backup(data_folder: Path, tmp_path: Path) -> None:
    """Fault 14. The file is cut at every page in turn."""
    begun(data_folder, 3)
    back_up(data_folder)
    whole = (data_folder / WORKSPACE).read_bytes()
    said = ideas_in(data_folder)
    restored = 0

    for pages in range(1, len(whole) // 4096):
        folder = tmp_path / str(pages)
        shutil.copytree(data_folder / "backups", folder / "backups")
        (folder / WORKSPACE).write_bytes(whole[: pages * 4096])
        restored += recover(folder) is not None
        assert ideas_in(folder) == said
        shutil.rmtree(folder)

    assert restored == len(whole) // 4096 - 1


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_are_never_a_crash_and_never_a_loss(
    data_folder: Path, backup: Backup, seed: int, capfd: pytest.CaptureFixture[str]
) -> None:
    """Fault 14. 1 to 4096 random bytes are flipped: it opens, or the backup does, or it is refused and left."""
    lots = random.Random(seed)
    path = data_folder / WORKSPACE
    spoiled = bytearray(path.read_bytes())
    for _ in range(2 ** lots.randint(0, 12)):
        spoiled[lots.randrange(len(spoiled))] ^= lots.randint(1, 255)
    path.write_bytes(spoiled)

    said: list[str] = []
    restored: list[Restored | None] = []
    try:
        restored.append(recover(data_folder))
        workspace = Workspace(data_folder, BOOK.kinds)
        try:
            workspace.load(STREAM)
        finally:
            workspace.close()
    except Refusal as refusal:
        said.append(refusal.code)

    for back in restored:
        if back is not None:
            assert Path(back.kept_as).read_bytes() == bytes(spoiled)
            assert (back.source, said) == (str(backup.path), [])
    if not restored:
        assert said in (["file.foreign"], ["file.newer"])
        assert path.read_bytes() == bytes(spoiled)
    assert set(said) <= {"file.foreign", "file.newer", "file.damaged"}
    assert capfd.readouterr().err == ""


def test_the_damaged_file_is_never_opened_by_the_restore(
    data_folder: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data_folder / WORKSPACE).write_bytes(random.Random(3).randbytes(100_000))
    opened_files: list[str] = []
    really = sqlite3.connect

    def watch(database: str | Path, *arguments: Any, **named: Any) -> sqlite3.Connection:
        opened_files.append(str(database))
        made: sqlite3.Connection = really(database, *arguments, **named)
        return made

    with locked(data_folder), monkeypatch.context() as watching:
        watching.setattr(sqlite3, "connect", watch)
        restored = restore_newest(data_folder, Verdict.DAMAGED, LATER)

    assert opened_files
    assert str(data_folder / WORKSPACE) not in opened_files
    assert not [name for name in opened_files if restored.kept_as in name or f"{WORKSPACE}?" in name]


@pytest.mark.parametrize("way", ["newer", "foreign"])
def test_a_file_that_is_newer_or_of_another_app_is_refused_and_left(
    data_folder: Path, backup: Backup, way: str
) -> None:
    """Fault 18. A newer file is no damage: one sentence, nothing is restored over it, every byte stays."""
    path = data_folder / WORKSPACE
    if way == "newer":
        found = bytearray(path.read_bytes())
        found[60:64] = (VERSION + 1).to_bytes(4, "big")
        path.write_bytes(found)
    else:
        path.unlink()
        connection = sqlite3.connect(path)
        connection.execute("create table recipe(id integer)")
        connection.close()
    before = path.read_bytes()

    with refused(f"file.{way}", path=str(path)):
        recover(data_folder)

    assert path.read_bytes() == before
    assert not list(data_folder.glob("*.damaged-*"))


def test_a_newer_mark_in_the_journal_is_refused_and_left(data_folder: Path, tmp_path: Path) -> None:
    begun(data_folder, 3)
    with opened(data_folder) as room:
        newer = connect(data_folder / WORKSPACE)
        newer.execute("pragma wal_autocheckpoint=0")
        newer.execute(f"pragma user_version = {VERSION + 1}")
        as_a_kill_leaves_it(room, data_folder, tmp_path / "left")
        newer.close()
        newer = connect(data_folder / WORKSPACE)
        newer.execute(f"pragma user_version = {VERSION}")
        newer.close()
    journal = (tmp_path / "left" / f"{WORKSPACE}-wal").read_bytes()

    with refused("file.newer"):
        recover(tmp_path / "left")

    assert (tmp_path / "left" / f"{WORKSPACE}-wal").read_bytes() == journal


def test_what_was_taken_out_on_purpose_does_not_come_back(data_folder: Path) -> None:
    begun(data_folder)
    back_up(data_folder)
    connection = connect(data_folder / WORKSPACE)
    connection.execute("drop trigger fact_no_delete")
    connection.execute("delete from fact where seq > 4")
    connection.execute("vacuum")
    connection.close()

    assert recover(data_folder) is None


def test_what_was_restored_on_purpose_is_not_overtaken_by_a_newer_backup(data_folder: Path) -> None:
    begun(data_folder)
    early = back_up(data_folder)
    killed(data_folder, data_folder.with_name(f"{data_folder.name}-left"))
    back_up(data_folder, NOON + 1000)
    with locked(data_folder):
        replace_workspace(data_folder, early.path, LATER)

    assert recover(data_folder) is None
    assert not any(text.startswith("Late") for text in ideas_in(data_folder))


def test_a_file_begun_anew_on_purpose_is_not_overtaken_by_what_was_before(data_folder: Path, backup: Backup) -> None:
    (data_folder / WORKSPACE).unlink()
    workspace = Workspace(data_folder, BOOK.kinds)
    set_setting(workspace.connection, RESTORED_AT, str(LATER))
    workspace.close()

    assert recover(data_folder, LATER + 1000) is None


def test_a_backup_that_is_damaged_itself_is_passed_over_and_named(data_folder: Path, backup: Backup) -> None:
    newer = [back_up(data_folder, NOON + number * 1000) for number in (1, 2)]
    zero_length(newer[0].path)
    spoiled = bytearray(newer[1].path.read_bytes())
    spoiled[8192:] = random.Random(5).randbytes(len(spoiled) - 8192)
    newer[1].path.write_bytes(spoiled)
    zero_length(data_folder / WORKSPACE)

    restored = recover(data_folder)

    assert restored is not None
    assert restored.source == str(backup.path)
    assert restored.passed_over == tuple(str(one.path) for one in reversed(newer))


def test_the_stick_helps_when_the_laptop_has_no_good_backup(data_folder: Path, backup: Backup, tmp_path: Path) -> None:
    stick = choose_second_folder(data_folder, tmp_path)
    carry(backup, stick)
    said = ideas_in(data_folder)
    zero_length(backup.path)
    zero_length(data_folder / WORKSPACE)

    restored = recover(data_folder)

    assert restored is not None
    assert (restored.source, restored.passed_over) == (str(stick / backup.name), (str(backup.path),))
    assert ideas_in(data_folder) == said


def test_without_any_good_backup_the_damaged_file_is_kept_and_nothing_comes_back(data_folder: Path) -> None:
    begun(data_folder)
    zero_length(data_folder / WORKSPACE)

    restored = recover(data_folder)

    assert restored == Restored(0, "", str(data_folder / "workspace.damaged-2027-03-18T12-02-00Z.db"))
    assert not (data_folder / WORKSPACE).exists()
    Workspace(data_folder, BOOK.kinds).close()
    assert list_convenings(data_folder) == []


def test_recovering_twice_in_a_row_keeps_both_damaged_files(data_folder: Path, backup: Backup) -> None:
    said = ideas_in(data_folder)
    kept = []
    for _ in range(2):
        zero_length(data_folder / WORKSPACE)
        restored = recover(data_folder)
        assert restored is not None
        kept.append(restored.kept_as)

    assert len(set(kept)) == 2
    assert all(Path(name).exists() for name in kept)
    assert ideas_in(data_folder) == said


def test_a_folder_that_takes_nothing_leaves_the_damaged_file_where_it_is(data_folder: Path, backup: Backup) -> None:
    zero_length(data_folder / WORKSPACE)
    data_folder.joinpath(f"{WORKSPACE}.restoring").mkdir()

    with pytest.raises((Refusal, OSError)):
        recover(data_folder)

    assert (data_folder / WORKSPACE).exists()
    assert not list(data_folder.glob("*.damaged-*"))
    data_folder.joinpath(f"{WORKSPACE}.restoring").rmdir()
    assert recover(data_folder) is not None


def open_vote(folder: Path) -> tuple[str, Backup]:
    """An open round with three ballots, and a backup from its middle."""
    with opened(folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0],), (cards[1],), (cards[2],)])
        return round_, back_up(folder)


@pytest.mark.parametrize("way", ["damaged", "replaced"])
def test_a_round_that_was_open_is_closed_as_interrupted(data_folder: Path, way: str) -> None:
    round_, backup = open_vote(data_folder)
    assert list((data_folder / "seals").glob("*.key"))
    if way == "damaged":
        zero_length(data_folder / WORKSPACE)
        assert recover(data_folder) is not None
    else:
        with locked(data_folder):
            replace_workspace(data_folder, backup.path, LATER)

    assert not list((data_folder / "seals").glob("*.key"))
    with opened(data_folder) as room:
        room.desk.errand(lambda _: None).result()
        assert room.desk.news.records[Round][round_].state == INTERRUPTED
        assert room.desk.ballot_of(round_, "phone0").result() == (0, ())
        assert room.desk.errand(lambda open_: open_.sealed().shuffled(round_)).result() == ()


def test_phones_and_other_laptops_meet_a_file_of_another_name(data_folder: Path) -> None:
    begun(data_folder)
    workspace = Workspace(data_folder, BOOK.kinds)
    set_setting(workspace.connection, "epoch", "before")
    workspace.close()
    origin = laptop_origin(data_folder)
    back_up(data_folder)
    zero_length(data_folder / WORKSPACE)

    recover(data_folder)

    workspace = Workspace(data_folder, BOOK.kinds)
    assert "epoch" not in settings(workspace.connection)
    assert settings(workspace.connection)[RESTORED_AT] == str(LATER)
    assert workspace.origin != origin
    workspace.close()


def test_what_is_replaced_becomes_a_backup(data_folder: Path, backup: Backup) -> None:
    early = ideas_in(data_folder)
    late = killed(data_folder, data_folder.with_name(f"{data_folder.name}-left"))
    with locked(data_folder):
        kept_as = replace_workspace(data_folder, backup.path, LATER)

    assert ideas_in(data_folder) == early
    (replaced,) = [each for each in all_backups(data_folder) if each.why is Why.REPLACED]
    assert (kept_as, replaced.at) == (str(replaced.path), LATER)
    with locked(data_folder):
        replace_workspace(data_folder, replaced.path, LATER + 1000)
    assert ideas_in(data_folder) == late


def test_a_damaged_backup_replaces_nothing(data_folder: Path, backup: Backup) -> None:
    zero_length(backup.path)
    before = (data_folder / WORKSPACE).read_bytes()

    with locked(data_folder), refused("file.damaged"):
        replace_workspace(data_folder, backup.path, LATER)

    assert (data_folder / WORKSPACE).read_bytes() == before
    assert listed(backups_folder(data_folder)) == [Backup(backup.path, NOON, Why.LIVE, 0)]
    assert not list(data_folder.glob("*.restoring*"))


def test_a_damaged_workspace_that_is_replaced_is_kept_beside(data_folder: Path, backup: Backup) -> None:
    said = ideas_in(data_folder)
    zero_length(data_folder / WORKSPACE)

    with locked(data_folder):
        kept_as = replace_workspace(data_folder, backup.path, LATER)

    assert Path(kept_as).name.startswith("workspace.damaged-")
    assert ideas_in(data_folder) == said


def test_a_copy_is_a_folder_of_its_own_and_changes_nothing_here(
    data_folder: Path, backup: Backup, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in data_folder.rglob("*") if path.is_file()}

    made = restore_as_copy(backup.path, tmp_path / "copy", LATER)

    assert made == tmp_path / "copy" / WORKSPACE
    assert [path.name for path in made.parent.iterdir()] == [WORKSPACE]
    assert {path: path.read_bytes() for path in data_folder.rglob("*") if path.is_file()} == before
    assert ideas_in(tmp_path / "copy") == ideas_in(data_folder)
    with refused("backup.not_empty", path=str(tmp_path / "copy")):
        restore_as_copy(backup.path, tmp_path / "copy", LATER)
    (tmp_path / "wall").write_text("")
    with refused("backup.failed"):
        restore_as_copy(backup.path, tmp_path / "wall" / "copy", LATER)

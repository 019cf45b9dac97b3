"""The commands of backups: make one, list them, restore one, and what the doctor says of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from facilitator.convening.hlc import wall_ms
from facilitator.convening.words import Refusal
from facilitator.i18n import _, ngettext
from facilitator.store.backups import Backup, Why, backups_folder, check_copy, contents_of, listed, make_backup, young
from facilitator.store.lock import WorkspaceLock
from facilitator.store.opening import WORKSPACE
from facilitator.store.restoring import all_backups, replace_workspace, restore_as_copy
from facilitator.store.second_folder import second_folder

NEWEST = "newest"
"""What names the newest backup."""


def make_now(folder: Path, out: Path | None) -> Path:
    """Make a backup now, also at `out` (a file, or a folder to put it in); give where it lies. Raises Refusal."""
    backup = make_backup(folder / WORKSPACE, backups_folder(folder), Why.ASKED, wall_ms())
    if out is None:
        return backup.path
    target = out / backup.name if out.is_dir() else out
    try:
        with young(target) as copy:
            shutil.copyfile(backup.path, copy)
    except OSError as error:
        raise Refusal("backup.failed", path=str(target.parent)) from error
    return target


def told(backup: Backup) -> Mapping[str, str | int | bool]:
    """Say a backup for programs; one that is damaged has is_sound false and counts nothing."""
    try:
        check_copy(backup.path)
        held = contents_of(backup.path)
    except Refusal:
        return {"is_sound": False, "convenings": 0, "ideas": 0, **_named(backup)}
    return {"is_sound": True, "convenings": held.convenings, "ideas": held.ideas, **_named(backup)}


def line(backup: Backup) -> str:
    """Say a backup in one line."""
    values = told(backup)
    when = f"{datetime.fromtimestamp(backup.at / 1000, UTC).astimezone():%Y-%m-%d %H:%M:%S}"
    if not values["is_sound"]:
        return f"{backup.name}  {when}  {_('damaged')}"
    convenings = ngettext("{count} convening", "{count} convenings", int(values["convenings"]))
    ideas = ngettext("{count} idea", "{count} ideas", int(values["ideas"]))
    size = _("{size} MB").format(size=f"{backup.size / 2**20:.1f}")
    said = [convenings.format(count=values["convenings"]), ideas.format(count=values["ideas"]), size]
    return f"{backup.name}  {when}  {' · '.join(said)}"


def listing(folder: Path) -> list[Backup]:
    """List what there is, newest first, wherever it lies."""
    return all_backups(folder)


def restore(folder: Path, wanted: str, as_copy: Path | None) -> str:
    """Restore a backup by name, path, or "newest"; say in a sentence what happened.

    Raises Refusal: backup.none, backup.none_such, backup.damaged, backup.failed, backup.not_empty, file.*.
    """
    source = _found(folder, wanted)
    if as_copy is not None:
        made = restore_as_copy(source, as_copy, wall_ms())
        return _("A copy is ready; look at it with: facilitator --data {folder}").format(folder=made.parent)
    lock = WorkspaceLock(folder)
    try:
        kept_as = replace_workspace(folder, source, wall_ms())
    finally:
        lock.release()
    if not kept_as:
        return _("{name} is restored.").format(name=source.name)
    return _("{name} is restored. What was there is kept: {path}").format(name=source.name, path=kept_as)


def findings_of(folder: Path, now: int) -> Iterator[tuple[str, bool, str]]:
    """What the doctor finds of backups: (name, is it well, what it says)."""
    if not (folder / WORKSPACE).exists() and not all_backups(folder):
        return
    yield _("Backups"), *_newest(listed(backups_folder(folder)), now)
    if second := second_folder(folder):
        name = _("Second folder")
        if Path(second).is_dir():
            yield name, *_newest(listed(Path(second)), now)
        else:
            yield name, False, _("It is not there: {path}").format(path=second)


def _newest(backups: list[Backup], now: int) -> tuple[bool, str]:
    if not backups:
        return False, _("There is no backup yet.")
    for number, backup in enumerate(backups):
        if told(backup)["is_sound"]:
            age = ago_words(backup.at, now)
            if number:
                return False, _("{path} is damaged. The newest good one: {age}").format(path=backups[0].path, age=age)
            count = ngettext("{count} backup, the newest {age}", "{count} backups, the newest {age}", len(backups))
            return True, count.format(count=len(backups), age=age)
    return False, _("All backups are damaged: {path}").format(path=backups[0].path.parent)


def ago_words(at: int, now: int) -> str:
    """Say how long ago something was (UTC ms): "just now", "2 min ago", "3 h ago", "5 days ago"."""
    minutes = max(0, now - at) // 60_000
    if minutes < 1:
        return _("just now")
    if minutes < 60:
        return _("{minutes} min ago").format(minutes=minutes)
    if minutes < 24 * 60:
        return _("{hours} h ago").format(hours=minutes // 60)
    days = minutes // (24 * 60)
    return ngettext("{days} day ago", "{days} days ago", days).format(days=days)


def _named(backup: Backup) -> Mapping[str, str | int]:
    return {
        "name": backup.name, "path": str(backup.path), "at": backup.at, "why": backup.why.value, "size": backup.size
    }  # fmt: skip


def _found(folder: Path, wanted: str) -> Path:
    backups = all_backups(folder)
    if wanted == NEWEST:
        if not backups:
            raise Refusal("backup.none")
        return backups[0].path
    by_name = [backup.path for backup in backups if wanted in (backup.name, backup.path.stem)]
    if by_name:
        return by_name[0]
    if not Path(wanted).is_file():
        raise Refusal("backup.none_such")
    return Path(wanted)

"""A damaged workspace leads, without a question, to the newest good backup, and a line that says so.

Whatever opens the workspace to write comes here first, with windows or without: nothing here needs any.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from facilitator.app import house
from facilitator.app.backup_commands import ago_words
from facilitator.convening.hlc import wall_ms
from facilitator.convening.words import Refusal
from facilitator.i18n import _
from facilitator.kit.qt.reading import Reading
from facilitator.store.aside import has_stray_journal
from facilitator.store.backups import backups_folder, check_copy, listed
from facilitator.store.damage import Verdict
from facilitator.store.folders import refuse_unfit
from facilitator.store.footing import plainly
from facilitator.store.kept import set_setting
from facilitator.store.lock import WorkspaceLock
from facilitator.store.opening import WORKSPACE, examine
from facilitator.store.reading import Listed
from facilitator.store.restoring import RESTORED_AT, Restored, all_backups, needs_restoring, restore_newest
from facilitator.store.workspace import Workspace

logger = logging.getLogger(__name__)


class Without(Enum):
    """What comes of a damaged file when no backup is good: a desk that begins empty beside it, or a refusal."""

    EMPTY = "empty"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Recovered:
    """The open workspace, its convenings, and what had to be restored for it; nothing in the common case."""

    workspace: Workspace
    listed: Sequence[Listed]
    restored: tuple[Restored, ...] = ()


def has_workspace(folder: Path) -> bool:
    """Whether a data folder holds a workspace, or did."""
    path = folder / WORKSPACE
    return path.exists() or has_stray_journal(path) or bool(listed(backups_folder(folder)))


def opened_at_start(folder: Path, now: int) -> Recovered | None:
    """Open what a data folder holds; nothing is made in one that holds nothing. Raises Refusal as below."""
    return open_or_recover(folder, now) if has_workspace(folder) else None


def open_or_recover(folder: Path, now: int, without: Without = Without.EMPTY) -> Recovered:
    """Open the workspace of a data folder, from its newest good backup when it is damaged.

    Raises Refusal: folder.*, file.in_use, file.foreign, file.newer, file.unreadable, file.not_brought_up,
    backup.failed.
    """
    refuse_unfit(folder)
    with plainly(folder / WORKSPACE):
        lock = WorkspaceLock(folder)
    try:
        verdict = needs_restoring(folder)
        restored = () if verdict in (Verdict.SOUND, Verdict.MISSING) else (_restored(folder, verdict, now, without),)
    finally:
        lock.release()
    if restored:
        return _opened(folder, restored[0], now)
    try:
        return _read(house.open_workspace(folder))
    except Refusal as refusal:
        if refusal.code != "file.damaged":
            raise
    return recover(folder, now, without)


def open_for_command(folder: Path) -> Workspace:
    """Open the workspace for a command, and say on stderr what had to be restored.

    Nobody there would see a desk that begins empty: without a good backup the file stays as it is, and is refused.
    Raises Refusal as above, and file.damaged.
    """
    now = wall_ms()
    opened = open_or_recover(folder, now, Without.REFUSED)
    for restored in opened.restored:
        sys.stderr.write(f"{' '.join(words(restored, Reading(now)))}\n")
    return opened.workspace


def recover(folder: Path, now: int, without: Without = Without.EMPTY) -> Recovered:
    """Put the newest good backup in place of a file that was found damaged only after it was opened, and closed.

    Raises Refusal: file.in_use, backup.failed.
    """
    with plainly(folder / WORKSPACE):
        lock = WorkspaceLock(folder)
    try:
        restored = _restored(folder, Verdict.DAMAGED, now, without)
    finally:
        lock.release()
    return _opened(folder, restored, now)


def words(restored: Restored, look: Reading) -> tuple[str, str]:
    """Say what was damaged, and what is open instead: two sentences, the second of which names the time."""
    kept_as = Path(restored.kept_as).name
    if not restored.source:
        fact = _("The file of this laptop was damaged, and no backup is good.")
        return fact, _("It is kept as {file}. This desk begins empty.").format(file=kept_as)
    is_there = bool(kept_as) and Path(restored.kept_as).exists()
    fact = _("The file of this laptop was damaged.") if is_there else _("The file of this laptop is gone.")
    when = {"time": look.time_at(restored.at), "ago": ago_words(restored.at, look.wall_ms)}
    if Path(restored.source).name == WORKSPACE:
        meaning = _("Everything up to {time} ({ago}) is here.")
    elif restored.passed_over:
        meaning = _(
            "The copy from {time} ({ago}) is open; newer ones were damaged too. What was said since is missing."
        )
    else:
        meaning = _("The copy from {time} ({ago}) is open. What was said since may be missing.")
    return fact, meaning.format(**when)


def _restored(folder: Path, verdict: Verdict, now: int, without: Without) -> Restored:
    if without is Without.REFUSED and verdict is Verdict.DAMAGED and not _has_good_backup(folder):
        examine(folder / WORKSPACE)
        raise Refusal("file.damaged", path=str(folder / WORKSPACE))
    try:
        restored = restore_newest(folder, verdict, now)
    except OSError as error:
        raise Refusal("backup.failed", path=str(folder), why=str(error)) from error
    logger.info("Restored from %r; the damaged file is kept as %r", restored.source, restored.kept_as)
    return restored


def _has_good_backup(folder: Path) -> bool:
    for backup in all_backups(folder):
        with suppress(Refusal):
            check_copy(backup.path)
            return True
    return False


def _opened(folder: Path, restored: Restored, now: int) -> Recovered:
    workspace = house.open_workspace(folder)
    if not restored.source:
        # This desk begins empty on purpose: what was before shall not come back by itself.
        set_setting(workspace.connection, RESTORED_AT, str(now))
    return _read(workspace, restored)


def _read(workspace: Workspace, *restored: Restored) -> Recovered:
    """Read what a start reads: a large file is opened before it is looked at whole, and this is where it shows."""
    try:
        return Recovered(workspace, workspace.listed(), restored)
    except Refusal:
        workspace.close()
        raise

"""A damaged workspace at the start leads, without a question, to the newest good backup, and a line that says so."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from facilitator.app import house
from facilitator.app.backup_commands import ago_words
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.convening.words import Refusal
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.reading import Reading
from facilitator.kit.sentences import sentence
from facilitator.store.aside import has_stray_journal
from facilitator.store.backups import backups_folder, listed
from facilitator.store.damage import Verdict
from facilitator.store.kept import set_setting
from facilitator.store.lock import WorkspaceLock
from facilitator.store.opening import WORKSPACE
from facilitator.store.restoring import RESTORED_AT, Restored, needs_restoring, restore_newest
from facilitator.store.workspace import Workspace

KEY = "damaged"
"""Under which the bar tells of a damaged file."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recovered:
    """The open workspace, and what had to be restored for it; nothing in the common case."""

    workspace: Workspace
    restored: tuple[Restored, ...] = ()


def has_workspace(folder: Path) -> bool:
    """Whether a data folder holds a workspace, or did."""
    path = folder / WORKSPACE
    return path.exists() or has_stray_journal(path) or bool(listed(backups_folder(folder)))


def opened_at_start(folder: Path, now: int) -> Recovered | None:
    """Open what a data folder holds; nothing is made in one that holds nothing. Raises Refusal as below."""
    return open_or_recover(folder, now) if has_workspace(folder) else None


def open_or_recover(folder: Path, now: int) -> Recovered:
    """Open the workspace of a data folder, from its newest good backup when it is damaged.

    Raises Refusal: file.in_use, file.foreign, file.newer, file.unreadable, file.not_brought_up, backup.failed.
    """
    lock = WorkspaceLock(folder)
    try:
        verdict = needs_restoring(folder)
        restored = () if verdict in (Verdict.SOUND, Verdict.MISSING) else (_restored(folder, verdict, now),)
    finally:
        lock.release()
    if restored:
        return _opened(folder, restored[0], now)
    try:
        return Recovered(house.open_workspace(folder))
    except Refusal as refusal:
        if refusal.code != "file.damaged":
            raise
    return recover(folder, now)


def recover(folder: Path, now: int) -> Recovered:
    """Put the newest good backup in place of a file that was found damaged only after it was opened, and closed.

    Raises Refusal: file.in_use, backup.failed.
    """
    lock = WorkspaceLock(folder)
    try:
        restored = _restored(folder, Verdict.DAMAGED, now)
    finally:
        lock.release()
    return _opened(folder, restored, now)


def told(restored: Restored, look: Reading, acts: tuple[Act, ...]) -> Trouble:
    """Say what was damaged, what is open instead, and what may be missing."""
    kept = Path(restored.kept_as).name
    if not restored.source:
        fact = _("The file of this laptop was damaged, and no backup is good.")
        return Trouble(
            KEY, Gravity.BAD, fact, _("It is kept as {file}. This desk begins empty.").format(file=kept), acts
        )
    is_there = bool(kept) and Path(restored.kept_as).exists()
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
    return Trouble(KEY, Gravity.WARNING, fact, meaning.format(**when), acts)


def refused(refusal: Refusal, done: Act) -> Trouble:
    """Say why something cannot be opened, when no backup can help either."""
    return Trouble(KEY, Gravity.BAD, sentence(refusal, house.refusal_sentences()), "", (done,))


def _restored(folder: Path, verdict: Verdict, now: int) -> Restored:
    try:
        restored = restore_newest(folder, verdict, now)
    except OSError as error:
        raise Refusal("backup.failed", path=str(folder), why=str(error)) from error
    logger.info("Restored from %r; the damaged file is kept as %r", restored.source, restored.kept_as)
    return restored


def _opened(folder: Path, restored: Restored, now: int) -> Recovered:
    workspace = house.open_workspace(folder)
    if not restored.source:
        # This desk begins empty on purpose: what was before shall not come back by itself.
        set_setting(workspace.connection, RESTORED_AT, str(now))
    return Recovered(workspace, (restored,))

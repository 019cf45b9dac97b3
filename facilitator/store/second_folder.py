"""The second folder of backups, on a stick for instance.

Its name lies in a file of its own beside the workspace: it is wanted most when the workspace cannot be read.
"""

from __future__ import annotations

import os
from pathlib import Path

from facilitator.convening.words import Refusal
from facilitator.store.backups import Backup, alone, backups_folder, check_copy, prune, young
from facilitator.store.haste import PATIENT, Haste
from facilitator.store.kept import laptop_origin
from facilitator.store.opening import UNREADABLE

_NAMED = "second-folder"


def second_folder(folder: Path) -> str:
    """Name the second folder of a data folder, "" while none is chosen."""
    try:
        return (folder / _NAMED).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def places(folder: Path) -> tuple[Path, ...]:
    """The folders that may hold backups of a data folder, the laptop's own first."""
    second = second_folder(folder)
    return (backups_folder(folder), Path(second)) if second else (backups_folder(folder),)


def choose_second_folder(folder: Path, place: Path) -> Path:
    """Keep a copy of each backup under a place, too, from now on; give the folder made there for this laptop.

    Two laptops that share a stick each have their own. Raises Refusal backup.no_folder.
    """
    own = place.resolve() / f"facilitator-backups-{laptop_origin(folder)}"
    try:
        own.mkdir(exist_ok=True)
        (own / ".try").write_bytes(b"")
        (own / ".try").unlink()
        named = folder / _NAMED
        named.with_suffix(".young").write_text(str(own), "utf-8")
        named.with_suffix(".young").replace(named)
    except OSError as error:
        raise Refusal("backup.no_folder", path=str(place)) from error
    return own


def forget_second_folder(folder: Path) -> None:
    """Keep backups on this laptop only; what lies in the second folder stays there."""
    (folder / _NAMED).unlink(missing_ok=True)


def carry(backup: Backup, target: Path, haste: Haste = PATIENT) -> None:
    """Copy a backup to the second folder, and let go of what is outlived there.

    A folder that is gone is not made anew: where a stick was, there may be the laptop's own disk now.
    Raises Refusal: backup.no_folder, backup.failed, also when it is called off, backup.damaged.
    """
    if not target.is_dir():
        raise Refusal("backup.no_folder", path=str(target))
    try:
        with alone(target):
            with young(target / backup.name) as copy:
                haste.copy(backup.path, copy)
                _forget_what_is_remembered(copy)
                check_copy(copy, haste)
            prune(target)
    except (OSError, *UNREADABLE) as error:
        raise Refusal("backup.failed", path=str(target), why=str(error)) from error


def _forget_what_is_remembered(copy: Path) -> None:
    """Let the check after it read what the stick took, where the system can be asked for that."""
    if not hasattr(os, "posix_fadvise"):
        return
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

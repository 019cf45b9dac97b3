"""What the bar says while the disk takes nothing, once it does again, and before it is full."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.console.surroundings import DISK, Gravity, Trouble
from facilitator.i18n import N_, _, ngettext
from facilitator.kit.qt.acts import Act

_MEGABYTE = 1000 * 1000

_FACTS: Mapping[str, str] = {
    "disk.full": N_("The disk is full."),
    "disk.read_only": N_("The disk is locked: nothing can be written on it."),
    "disk.gone": N_("The folder of this convening is gone."),
    "disk.failed": N_("The disk does not take anything at the moment."),
}
_REMEDIES: Mapping[str, str] = {
    "disk.full": N_("Empty the bin, or move large files away."),
    "disk.read_only": N_("Unlock it, or save a copy."),
    "disk.gone": N_("Put it back, or plug the stick in again."),
    "disk.failed": N_("Save a copy to another disk."),
}


def not_saved(why: str, minutes: int, waiting: int, acts: tuple[Act, ...], copied: str = "") -> Trouble:
    """The trouble of a disk that takes nothing, by the code of NotSaved, for so many minutes.

    `waiting` wishes of the console wait in memory; phones keep their own. `copied` says what came of a copy.
    """
    known = why if why in _FACTS else "disk.failed"
    meaning = copied or f"{_kept(minutes, waiting)} {_(_REMEDIES[known])}"
    return Trouble(DISK, Gravity.BAD, _(_FACTS[known]), meaning, acts)


def saved_again() -> Trouble:
    """The good news after that."""
    meaning = _("What waited in memory is on the disk now.")
    return Trouble(DISK, Gravity.GOOD, _("Everything is written again."), meaning)


def little_room(free_bytes: int) -> Trouble:
    """The warning before a disk is full."""
    fact = _("The disk is nearly full: {megabytes} MB are left.").format(megabytes=free_bytes // _MEGABYTE)
    return Trouble(DISK, Gravity.WARNING, fact, _("Empty the bin, or move large files away, before the room comes in."))


def copied_words(file: str, waiting: int) -> str:
    """Say that a copy was saved, and what it lacks."""
    if not waiting:
        return _("A copy is saved: {file}").format(file=file)
    # The name comes last: a long one is cut before what matters.
    words = ngettext(
        "A copy is saved, without {count} thing that waits in memory: {file}",
        "A copy is saved, without {count} things that wait in memory: {file}",
        waiting,
    )
    return words.format(count=waiting, file=file)


def not_copied_words(file: str) -> str:
    """Say that a copy could not be saved."""
    return _("The copy could not be saved. Choose another place than {file}").format(file=file)


def still_waiting_words(waiting: int) -> str:
    """Say to whoever closes the window what would be lost."""
    words = ngettext(
        "{count} thing is in memory only. Close once more to lose it.",
        "{count} things are in memory only. Close once more to lose them.",
        waiting,
    )
    return words.format(count=waiting)


def leaving_words(waiting: int) -> str:
    """Say to whoever leaves a convening for another one, or for none, what would be lost."""
    words = ngettext(
        "{count} thing is in memory only. Do that once more to lose it.",
        "{count} things are in memory only. Do that once more to lose them.",
        waiting,
    )
    return words.format(count=waiting)


def _kept(minutes: int, waiting: int) -> str:
    if not waiting:
        return _("Nothing is lost: phones keep what they write and send it again.")
    words = ngettext(
        "Nothing is lost: the last minute is kept in memory.",
        "Nothing is lost: the last {count} minutes are kept in memory.",
        minutes,
    )
    return words.format(count=minutes)

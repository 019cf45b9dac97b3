"""What older copies on this laptop still hold, in a sentence, with the act that deletes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from facilitator.console.times import day_words, iso_day, today_of
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.reading import Reading


class Held(Enum):
    """What a copy still holds: the name of somebody who is forgotten, or a convening that was deleted."""

    NAME = "name"
    CONVENING = "convening"


@dataclass(frozen=True, slots=True)
class OlderCopies:
    """When each copy that still holds something was made (UTC ms), oldest first, and how they are deleted.

    `not_there` are folders that could not be looked into; so many as `staying` do not go by themselves.
    """

    held: Held
    made: Sequence[int]
    delete: Callable[[], None]
    not_there: Sequence[str] = ()
    staying: int = 0

    def words(self, reading: Reading) -> str:
        """Say how many there are and from when, and which folders may hold more; "" for none."""
        return " ".join((*self._found(reading), *map(_unseen, self.not_there)))

    def _found(self, reading: Reading) -> Iterator[str]:
        if not self.made:
            return
        today = today_of(reading)
        first, last = (day_words(iso_day(at, reading), today) for at in (self.made[0], self.made[-1]))
        when = first if first == last else _("{first} to {last}").format(first=first, last=last)
        count = len(self.made)
        if self.held is Held.NAME:
            said = ngettext(
                "{count} backup ({when}) still holds this name.",
                "{count} backups ({when}) still hold this name.",
                count,
            )
        else:
            said = ngettext("{count} backup ({when}) still holds it.", "{count} backups ({when}) still hold it.", count)
        goes = _("They go within four weeks of use, or delete them now.")
        if self.staying:
            goes = _("Delete them now, or they stay.")
        yield f"{said.format(count=count, when=when)} {goes}"

    def acts(self) -> tuple[Act, ...]:
        """What can be done about it."""
        return (Act("", _("Delete them now"), self.delete),) if self.made else ()


def _unseen(folder: str) -> str:
    return _("The folder {folder} is not plugged in; it may hold it too.").format(folder=folder)

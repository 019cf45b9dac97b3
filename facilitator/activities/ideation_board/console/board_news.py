"""What changed on the board, in counts: for whoever hears it. No idea is quoted: a loudspeaker may be in the room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from facilitator.activities.ideation_board.console.columns import SortedBoard
from facilitator.i18n import _, ngettext

_UNSORTED, _PARKED = "", "parked"


@dataclass(frozen=True, slots=True)
class _Lay:
    """How a board lay: where each idea was, which of them the room did not see, and how many wordings were held."""

    homes: dict[str, str] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    merged: int = 0
    names: dict[str, str] = field(default_factory=dict)


class BoardNews:
    """Compares the board as it is with the board as it was told last."""

    def __init__(self) -> None:
        self._told: list[_Lay] = []
        self._now = _Lay()

    def show(self, seen: SortedBoard) -> None:
        """The board lies like this now. The first one that is shown is no news."""
        self._now = _lay(seen)
        if not self._told:
            self._told = [self._now]

    def words(self) -> str:
        """Everything that changed since this was asked last, most important first; "" for nothing."""
        before, now = self._told[0] if self._told else self._now, self._now
        self._told = [now]
        return ". ".join(_changes(before, now))


def _lay(seen: SortedBoard) -> _Lay:
    loose = {str(idea.id): _PARKED if idea.is_parked else _UNSORTED for idea in seen.waiting}
    placed = {note.id: column.id for column in seen.columns for note in column.notes}
    hidden = [note.id for column in seen.columns for note in column.notes if note.is_off_stage]
    held = frozenset([*hidden, *(str(idea.id) for idea in seen.waiting if idea.is_held)])
    there = {**loose, **placed}
    merged = sum(count - 1 for card, count in seen.wordings.items() if card in there)
    return _Lay(there, held, merged, {column.id: f"{column.letter} {column.name}" for column in seen.columns})


def _changes(before: _Lay, now: _Lay) -> Iterator[str]:
    merged = now.merged - before.merged
    come = [card for card in now.homes if card not in before.homes]
    gone = sum(card not in now.homes for card in before.homes)
    # What a note swallowed is not gone, and what comes out of one again is not new.
    new, gone = len(come) - max(0, -merged), gone - max(0, merged)
    total = len(now.homes)
    if new > 0:
        said = ngettext("{count} new idea, {total} in all", "{count} new ideas, {total} in all", new)
        yield said.format(count=new, total=total)
    if gone > 0:
        said = ngettext("{count} idea taken away, {total} left", "{count} ideas taken away, {total} left", gone)
        yield said.format(count=gone, total=total)
    shown = sum(card in now.homes for card in before.held - now.held)
    if shown:
        yield ngettext("{count} shown to the room", "{count} shown to the room", shown).format(count=shown)
    hidden = sum(card in before.homes for card in now.held - before.held)
    if hidden:
        yield ngettext("{count} taken off the stage", "{count} taken off the stage", hidden).format(count=hidden)
    if merged > 0:
        yield ngettext("{count} merged", "{count} merged", merged).format(count=merged)
    if merged < 0:
        yield ngettext("{count} taken apart again", "{count} taken apart again", -merged).format(count=-merged)
    yield from _moves(before, now)


def _moves(before: _Lay, now: _Lay) -> Iterator[str]:
    moved = Counter(home for card, home in now.homes.items() if before.homes.get(card, home) != home)
    into = {home: count for home, count in moved.items() if home not in (_UNSORTED, _PARKED)}
    lie = Counter(now.homes.values())
    if len(into) == 1:
        home, count = next(iter(into.items()))
        said = _("{count} placed in {cluster}, {there} there")
        yield said.format(count=count, cluster=now.names[home], there=lie[home])
    elif into:
        count = sum(into.values())
        yield ngettext("{count} placed", "{count} placed", count).format(count=count)
    if moved[_PARKED]:
        yield ngettext("{count} parked", "{count} parked", moved[_PARKED]).format(count=moved[_PARKED])
    if moved[_UNSORTED]:
        said = ngettext("{count} back in Unsorted", "{count} back in Unsorted", moved[_UNSORTED])
        yield said.format(count=moved[_UNSORTED])
    if into and lie[_UNSORTED]:
        waits = lie[_UNSORTED]
        yield ngettext("{count} left to sort", "{count} left to sort", waits).format(count=waits)
    elif into:
        yield _("All ideas are placed")
    added = [name for cluster, name in now.names.items() if cluster not in before.names]
    lost = len([cluster for cluster in before.names if cluster not in now.names])
    if added:
        yield ngettext("{count} new cluster", "{count} new clusters", len(added)).format(count=len(added))
    if lost:
        yield ngettext("{count} cluster taken apart", "{count} clusters taken apart", lost).format(count=lost)

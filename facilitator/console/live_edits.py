"""Changing the day while it runs, from its column: move, lengthen, leave out, split, add. Source: practice, TM8."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QMenu, QWidget

from facilitator.console.offers import talk
from facilitator.convening.agenda import AddBlock, Block, agenda_of, current
from facilitator.convening.arranging import MoveBlocks, SplitBlock
from facilitator.convening.clock import AddMinutes
from facilitator.convening.ids import BlockId, DayId
from facilitator.convening.place import between
from facilitator.convening.planning import Replan
from facilitator.convening.records import Records
from facilitator.convening.timebox import Timebox
from facilitator.convening.timetable import day_now
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, key_words

_FIVE, _NEW = 5, 10
"""Minutes that [ and ] take or add, and those of a new block that names none."""


class LiveEdits:
    """Acts on the blocks of the day. What has begun stays where it is; what comes can be changed freely."""

    def __init__(self, ask: Callable[[Wish], object], records: Records, write: Callable[[], None]) -> None:
        """Ask through `ask`; `write` opens the line for a new block."""
        self._ask, self._records, self._write = ask, records, write

    def show_records(self, records: Records) -> None:
        """Change the day as it stands in these from now on."""
        self._records = records

    def acts(self, block: str) -> tuple[Act, ...]:
        """What can be done with a block; with none, minutes are those of the one that runs."""
        found = self._records[Block].get(BlockId(block))
        out = _("Bring back") if found is not None and found.is_dropped else _("Leave out")

        def comes() -> bool:
            return self._comes(block)

        def has_minutes() -> bool:
            return self._has_minutes(block)

        def splits() -> bool:
            return comes() and self._records[Block][BlockId(block)].minutes > 1

        less, more = _("{minutes} min less").format(minutes=_FIVE), _("{minutes} min more").format(minutes=_FIVE)
        return (
            Act("Alt Up", _("Move up"), lambda: self._move(block, -1), lambda: self._can_move(block, -1)),
            Act("Alt Down", _("Move down"), lambda: self._move(block, 1), lambda: self._can_move(block, 1)),
            Act("[", less, lambda: self._lengthen(block, -_FIVE), has_minutes),
            Act("]", more, lambda: self._lengthen(block, _FIVE), has_minutes),
            Act("Del", out, lambda: self._leave_out(block), comes),
            Act("Shift S", _("Split in two"), lambda: self._split(block), splits),
            Act("Shift A", _("Add a block"), self._write, lambda: bool(self._day_of())),
        )

    def add(self, words: str, chosen: str) -> None:
        """Put a new block after the chosen one: "Energiser 10", ten minutes if none are named."""
        title, minutes = read_new(words)
        if not title:
            return
        rest = self._day_of()
        begun = [block.id for block in rest if not self._comes(block.id)]
        after = chosen if self._comes(chosen) else begun[-1] if begun else ""
        at = next((place + 1 for place, block in enumerate(rest) if block.id == after), 0)
        place = between(rest[at - 1].place if at else "", rest[at].place if at < len(rest) else "")
        fresh = replace(talk().wish(self._day(), place).block, title=title, prompt=title, minutes=minutes)
        self._ask(AddBlock(fresh))

    def move_after(self, block: str, after: str) -> None:
        """Put a block that comes after another one; never before one that has begun."""
        if self._comes(block):
            rest = [each.id for each in self._day_of() if each.id != block]
            begun = [key for key in rest if not self._comes(key)]
            least = rest.index(begun[-1]) if begun else -1
            wanted = rest.index(BlockId(after)) if after in rest else -1
            at = max(least, wanted)
            self._ask(MoveBlocks((BlockId(block),), rest[at] if at >= 0 else BlockId(""), self._day()))

    def _day(self) -> DayId:
        return day_now(self._records)

    def _day_of(self) -> list[Block]:
        return agenda_of(self._records, self._day())

    def _comes(self, block: str) -> bool:
        box = self._records[Timebox].get(BlockId(block))
        return block in self._records[Block] and (box is None or not box.began)

    def _coming(self) -> list[BlockId]:
        """What comes after the last block that began."""
        day = [block.id for block in self._day_of()]
        begun = [at for at, key in enumerate(day) if not self._comes(key)]
        return day[begun[-1] + 1 :] if begun else day

    def _can_move(self, block: str, step: int) -> bool:
        coming = self._coming()
        return block in coming and 0 <= coming.index(BlockId(block)) + step < len(coming)

    def _move(self, block: str, step: int) -> None:
        others = [key for key in self._coming() if key != block]
        to = self._coming().index(BlockId(block)) + step
        self.move_after(block, others[to - 1] if to else "")

    def _has_minutes(self, block: str) -> bool:
        return not self._records[Block][BlockId(block)].is_dropped if self._comes(block) else self._runs()

    def _runs(self) -> bool:
        box = self._records[Timebox].get(current(self._records))
        return box is not None and bool(box.started) and not box.ended

    def _lengthen(self, chosen: str, minutes: int) -> None:
        if not self._comes(chosen):
            self._ask(AddMinutes(minutes))
            return
        block = self._records[Block][BlockId(chosen)]
        wanted = max(1, block.minutes_now + minutes)
        # 1 min and 5 more is 5 and not 6: whoever shortened a block to nothing wants round times again.
        wanted -= wanted % _FIVE if block.minutes_now == 1 and minutes > 0 else 0
        if wanted != block.minutes_now:
            self._ask(Replan(block.day, (block.id,), (wanted,)))

    def _leave_out(self, chosen: str) -> None:
        block = self._records[Block][BlockId(chosen)]
        self._ask(Replan(block.day, (block.id,), (block.minutes if block.is_dropped else 0,)))

    def _split(self, chosen: str) -> None:
        block = self._records[Block][BlockId(chosen)]
        self._ask(SplitBlock(block.id, -(-block.minutes // 2), _("{title}, second part").format(title=block.title)))


def menu_of(view: QWidget, acts: Sequence[Act]) -> QMenu:
    """Offer acts in a menu, with their keys; it goes when it is closed."""
    menu = QMenu(view)
    menu.setAccessibleName(_("Change the day"))
    menu.aboutToHide.connect(menu.deleteLater)
    for act in acts:
        entry = menu.addAction(f"{act.title}\t{key_words(act.key)}")
        entry.setEnabled(act.is_enabled())
        entry.triggered.connect(lambda _checked=False, act=act: act.do())
    return menu


def read_new(words: str) -> tuple[str, int]:
    """Read a title and its minutes: "Energiser 10", "Energiser 10 min", "10 Energiser"; ten if none are named."""
    parts = words.split()
    if len(parts) > 1 and parts[-1].casefold().rstrip(".") in ("min", "minutes", "'"):
        parts.pop()
    for at in (-1, 0):
        if len(parts) > 1 and parts[at].isascii() and parts[at].isdecimal() and 0 < int(parts[at]) <= 24 * 60:
            minutes = int(parts.pop(at))
            return " ".join(parts), minutes
    return " ".join(parts), _NEW

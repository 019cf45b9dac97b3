"""The four ways to catch up, in words: what each does, when the day then ends, and why one does not work now."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.console.times import clock_words
from facilitator.convening.agenda import Block
from facilitator.convening.catch_up import (
    BUFFERS,
    DROP,
    IN_VAIN,
    MOVE_END,
    NONE_LEFT,
    ON_TIME,
    SHORTEN,
    TOO_LATE,
    Way,
    Ways,
)
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class WayRow:
    """One way as a card. `number` is the key that chooses it, `won` the minutes it wins ("6 min won")."""

    code: str
    number: int
    title: str
    told: str
    ends: str
    won: str
    is_winning: bool
    is_possible: bool
    is_chosen: bool

    def said(self) -> str:
        """The card as a screen reader says it."""
        words = (f"{self.number} {self.title}", self.told, self.ends, self.won, _("chosen") if self.is_chosen else "")
        return ", ".join(word for word in words if word)


def way_rows(records: Records, found: Ways, chosen: str) -> tuple[WayRow, ...]:
    """The four ways as cards."""
    return tuple(_row(records, way, number, chosen) for number, way in enumerate(found, 1))


def _row(records: Records, way: Way, number: int, chosen: str) -> WayRow:
    return WayRow(
        way.code,
        number,
        _titles()[way.code],
        told_words(records, way),
        clock_words(way.likely_ends) if way.is_possible else "",
        ngettext("{count} min won", "{count} min won", way.won).format(count=way.won) if way.is_possible else "",
        way.won > 0,
        way.is_possible,
        way.code == chosen and way.is_possible,
    )


def _titles() -> dict[str, str]:
    return {
        BUFFERS: _("Use the buffers ahead"),
        SHORTEN: _("Shorten what is left"),
        DROP: _("Leave one block out"),
        MOVE_END: _("End later, and say so"),
    }


def told_words(records: Records, way: Way) -> str:
    """What a way does to the day, or why it does nothing."""
    if not way.is_possible:
        return _why_not(way)
    blocks = records[Block]
    if way.code == DROP:
        return _("“{title}” is left out.").format(title=blocks[way.wish.blocks[0]].title)
    if way.code == MOVE_END:
        return _("Nothing changes. People count on {time} from then on.").format(time=clock_words(way.wish.told))
    given = [
        blocks[block].minutes_now - minutes for block, minutes in zip(way.wish.blocks, way.wish.minutes, strict=True)
    ]
    count, total = len(given), sum(given)
    if way.code == BUFFERS:
        words = ngettext("{count} buffer gives {minutes} min.", "{count} buffers give {minutes} min.", count)
        return words.format(count=count, minutes=total)
    if min(given) == max(given):
        words = ngettext("{count} block gives {minutes} min.", "{count} blocks give {minutes} min each.", count)
        return words.format(count=count, minutes=given[0])
    words = ngettext(
        "{count} block gives {least}–{most} min.", "{count} blocks give {least} to {most} min each.", count
    )
    return words.format(count=count, least=min(given), most=max(given))


def _why_not(way: Way) -> str:
    if way.why_not == NONE_LEFT:
        return {
            BUFFERS: _("No buffer is left."),
            SHORTEN: _("Nothing that comes has minutes to give."),
            DROP: _("No block that comes is marked as one that could go."),
        }.get(way.code, "")
    return {
        ON_TIME: _("The day ends in time as it is."),
        IN_VAIN: _("It would win nothing: a fixed start waits for its time."),
        TOO_LATE: _("That is past midnight of the next day."),
    }.get(way.why_not, "")

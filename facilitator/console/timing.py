"""What the timer says at one moment: the innermost step large, what it lies in small. Source: practice, TM1 and TM5."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.convening.agenda import Block, current
from facilitator.convening.clock import where
from facilitator.convening.records import Records
from facilitator.convening.steps import WHOLE, Leg, Standing
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.i18n import _
from facilitator.kit.qt.bands import Band, band_for
from facilitator.kit.qt.reading import Reading, time_left

_SHORT_MS = 3 * MINUTE
"""A step shorter than this has no last minute of its own: it would be told from the beginning."""


@dataclass(frozen=True, slots=True)
class Timing:
    """The timer in words. `step` says where the innermost step lies, "" without one; `block` what its block has.

    `share` is how much of what is shown large is over, from 0 to 1; `is_over`: the block ran over.
    """

    title: str
    until: str
    left_ms: int
    share: float
    band: Band
    step: str = ""
    block: str = ""
    is_over: bool = False


def timing_of(records: Records, reading: Reading) -> Timing:
    """Tell the clock of the block that runs, or of its step while that one goes."""
    block = records[Block].get(current(records))
    box = records[Timebox].get(current(records))
    if block is None:
        return Timing(_("Nothing runs yet"), "", 0, 0.0, Band.RUNNING)
    if box is None or not box.started:
        return Timing(block.title, "", 0, 0.0, Band.RUNNING)
    now = reading.wall_ms
    found = where(records, block.id, now)
    if found is None or not is_on(found):
        left = box.left(now)
        until = _until_words(box, box.length_ms, box.started + box.length_ms, reading)
        planned = _("Planned {minutes} min").format(minutes=block.minutes)
        band = _band(box, left, box.length_ms)
        return Timing(block.title, until, left, _share(left, box.length_ms), band, block=planned)
    until = _until_words(box, found.length_ms, found.ends, reading)
    band = _band(box, found.left_ms, found.length_ms)
    left = box.left(now)
    outer = _place_words(found), _block_words(box, left, reading)
    share = _share(found.left_ms, found.length_ms)
    return Timing(leg_title(found.leg), until, found.left_ms, share, band, *outer, left <= 0)


def is_on(found: Standing) -> bool:
    """Whether a step is what the room is at: once the last one is over, what is left is its block's."""
    return found.left_ms > 0 or found.following is not None


def leg_title(leg: Leg) -> str:
    """What a leg is called: its title, or the first line of what the room reads."""
    inner = leg.inner
    return inner.title or inner.text.split("\n", maxsplit=1)[0]


def _place_words(found: Standing) -> str:
    """Where the leg lies: "Step 3 of 4 · Round 2 of 3 · Tell your troika, 9:10 left"."""
    leg, order = found.leg, list(dict.fromkeys(each.step.id for each in found.legs))
    words = []
    if len(order) > 1:
        words.append(_("Step {number} of {count}").format(number=order.index(leg.step.id) + 1, count=len(order)))
    if leg.step.rounds > 1:
        words.append(_("Round {number} of {count}").format(number=leg.round, count=leg.step.rounds))
    if leg.inner.within != WHOLE or leg.step.rounds > 1:
        words.append(_("{time} left of all").format(time=time_left(found.step_left_ms())))
    return " · ".join(words)


def _block_words(box: Timebox, left: int, reading: Reading) -> str:
    minutes = -(-left // MINUTE) if left > 0 else -left // MINUTE
    words = _("Block: {minutes} min left") if left > 0 else _("Block: {minutes} min over")
    said = words.format(minutes=minutes)
    if not box.is_running or left <= 0:
        return said
    return _("{said} · ends {time}").format(said=said, time=reading.time_at(box.started + box.length_ms))


def _until_words(box: Timebox, length_ms: int, ends: int, reading: Reading) -> str:
    long = length_ms >= MINUTE and length_ms % MINUTE == 0
    length = _("{minutes} min").format(minutes=length_ms // MINUTE) if long else time_left(length_ms)
    if not box.is_running:
        return length
    return _("{minutes} · ends {time}").format(minutes=length, time=reading.time_at(ends))


def _share(left: int, length_ms: int) -> float:
    return 1 - left / length_ms if length_ms else 0.0


def _band(box: Timebox, left: int, length_ms: int) -> Band:
    if not box.is_running:
        return Band.PAUSED
    band = band_for(left)
    return Band.RUNNING if band is Band.LAST_MINUTE and length_ms < _SHORT_MS else band

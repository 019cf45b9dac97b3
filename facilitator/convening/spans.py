"""The clocks that chimes are told by: that of the block that is on, and of the innermost of its steps."""

from __future__ import annotations

from facilitator.convening.agenda import Block, current
from facilitator.convening.clock import where
from facilitator.convening.cues import AUTO, Level, Span, cued, sound_cues
from facilitator.convening.records import Records
from facilitator.convening.timebox import Timebox


def spans_now(records: Records, now: int) -> tuple[Span, ...]:
    """The clocks that are on at `now` (UTC ms), with their cues; none where nothing runs or nothing is to be heard.

    A step whose time is over is no clock any more: what is left is its block's. Source: practice, rules TM1 and TM4.
    """
    block, box = records[Block].get(current(records)), records[Timebox].get(current(records))
    if block is None or box is None or not box.started or not block.chimes:
        return ()
    held = box.paused_at or box.ended
    spans = [Span(str(block.id), box.started + box.length_ms, box.length_ms, Level.BLOCK, held)]
    found = where(records, block.id, now)
    if found is not None and found.left_ms > 0:
        leg = found.leg
        spans.append(Span(leg.key, found.ends, found.length_ms, Level.STEP, held, is_heard=leg.chimes))
    # Another laptop's file may hold cues that nobody can read here: the end rings all the same.
    return cued(spans, block.cues if sound_cues(block.cues) else AUTO)


def overtime_every(records: Records) -> int:
    """Every how many minutes the overtime of the block that is on is to be heard, 0 for never."""
    block = records[Block].get(current(records))
    return block.overtime_chime if block is not None else 0

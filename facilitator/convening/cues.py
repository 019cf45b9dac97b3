"""When a chime is due: at cues before an end, at ends, and now and then in overtime; told by two looks at the clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from facilitator.convening.timebox import MINUTE

AUTO = "auto"
"""The cues of a block whose guide leaves them to the length of what runs."""

NO_CUES = ""
"""The cues of a block that asks for none; its end rings all the same."""

MOST_CUES, EARLIEST_CUE = 8, 24 * 60
"""So many cues a block may name, and so many minutes before its end."""

LONG_LOOK_MS = 2000
"""Two looks further apart than this had a sleep or a blocked window between them: one chime tells enough."""

SAME_MOMENT_MS = 1000
"""What ends so close to each other ends at once for everybody who listens."""


class Chime(Enum):
    """What a chime tells, the least weighty first."""

    CUE = "cue"
    OVER = "over"
    STEP = "step"
    END = "end"


class Level(Enum):
    """What a clock belongs to. Of steps within steps only the innermost has one here."""

    BLOCK = "block"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Span:
    """A clock that is on: it ends at `ends` (UTC ms) and was `length_ms` long in all.

    `key` names one run: the next step, or the same step in the next round, has another. `held` is when the clock was
    stopped (UTC ms), 0 while it goes. `cues` are the minutes before its end at which a chime is wanted; see `cued`.
    `is_heard`: its end rings.
    """

    key: str
    ends: int
    length_ms: int
    level: Level
    held: int = 0
    cues: tuple[int, ...] = ()
    is_heard: bool = True

    def left(self, now: int) -> int:
        """Milliseconds left at `now`; negative in overtime."""
        return self.ends - (self.held or now)


@dataclass(frozen=True, slots=True)
class Look:
    """One look: the moment (UTC ms), and the clocks that were on then, the block's before its step's."""

    at: int
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Ring:
    """A chime that fell due at `at` (UTC ms) on the clock `key`.

    `minutes` are those left for a CUE and those over for OVER, else 0.
    """

    chime: Chime
    key: str
    at: int
    minutes: int = 0


_WEIGHT = {chime: weight for weight, chime in enumerate(Chime)}
_LASTS_MS = {Chime.CUE: 10_000, Chime.OVER: 10_000, Chime.STEP: MINUTE, Chime.END: MINUTE}
"""After so long a chime would say what is not true any more ("one minute left"), or what everybody has seen."""


def sound_cues(text: str) -> bool:
    """Whether cues are written as `cue_minutes` reads them: AUTO, NO_CUES, or a few different whole minutes."""
    if text in {AUTO, NO_CUES}:
        return True
    words = text.split(" ")
    if not all(word.isascii() and word.isdecimal() and len(word) <= len(str(EARLIEST_CUE)) for word in words):
        return False
    minutes = {int(word) for word in words}
    return len(minutes) == len(words) <= MOST_CUES and all(1 <= each <= EARLIEST_CUE for each in minutes)


def cue_minutes(length_ms: int, cues: str) -> tuple[int, ...]:
    """Say at how many minutes before the end a clock of this length chimes, the first to come first.

    AUTO is 5 and 1 for anything over ten minutes, 1 from three to ten, nothing below; written cues ("10 5 1") are
    taken as they stand, less those the clock is too short for. Raises ValueError where `sound_cues` says no.
    Source: practice, rule TM4.
    """
    if not sound_cues(cues):
        raise ValueError(f"cues are {AUTO!r} or minutes such as '10 5 1', got {cues!r}")
    if cues != AUTO:
        written = sorted((int(word) for word in cues.split()), reverse=True)
        return tuple(minutes for minutes in written if minutes * MINUTE < length_ms)
    if length_ms > 10 * MINUTE:
        return 5, 1
    return (1,) if length_ms >= 3 * MINUTE else ()


def cued(spans: Sequence[Span], cues: str) -> tuple[Span, ...]:
    """Give the clocks that are on the cues of their block: AUTO is the innermost's, written minutes are the block's.

    Raises ValueError where `sound_cues` says no. Source: practice, rules TM1 and TM4.
    """
    innermost = any(span.level is Level.STEP for span in spans)
    speaks = Level.STEP if innermost and cues == AUTO else Level.BLOCK
    return tuple(
        replace(span, cues=cue_minutes(span.length_ms, cues) if span.level is speaks and span.is_heard else ())
        for span in spans
    )


def due(before: Look, after: Look, *, overtime_every: int = 0) -> tuple[Ring, ...]:
    """Tell which chimes fell due since the look before, in their order.

    `overtime_every` is in minutes of the block's overtime, 0 for never. Only time that passed by itself rings: not a
    clock that was held, skipped, given other minutes or exchanged for another block's. What is too old rings no more,
    and after a long look only the weightiest does, the latest of its kind. Source: practice, rules TM2 and TM4.
    """
    if after.at <= before.at:
        return ()
    rings = (*_on_clocks(before, after, overtime_every), *_left_by_steps(before, after))
    fresh = [ring for ring in rings if after.at - ring.at < _LASTS_MS[ring.chime]]
    ends = [ring.at for ring in fresh if ring.chime is Chime.END]
    told = [ring for ring in fresh if ring.chime is not Chime.STEP or not _is_near(ring.at, ends)]
    if after.at - before.at > LONG_LOOK_MS:
        return tuple(sorted(told, key=weight_of)[-1:])
    return tuple(sorted(told, key=lambda ring: (ring.at, _WEIGHT[ring.chime])))


def weight_of(ring: Ring) -> tuple[int, int]:
    """Compare chimes: of several the largest is heard."""
    return _WEIGHT[ring.chime], ring.at


def _on_clocks(before: Look, after: Look, overtime_every: int) -> Iterator[Ring]:
    """What fell due on the clocks that went on from one look to the next."""
    for span in after.spans:
        old = _clock(before, span.key)
        if old is None or not _went_on(old, span, before, after):
            continue
        was, left = old.left(before.at), span.left(after.at)
        for minutes in span.cues:
            if was > minutes * MINUTE >= left:
                yield Ring(Chime.CUE, span.key, span.ends - minutes * MINUTE, minutes)
        if was > 0 >= left and span.is_heard:
            yield Ring(Chime.END if span.level is Level.BLOCK else Chime.STEP, span.key, span.ends)
        over = max(0, -left) // MINUTE // overtime_every * overtime_every if overtime_every > 0 else 0
        if span.level is Level.BLOCK and over and over * MINUTE > -was:
            yield Ring(Chime.OVER, span.key, span.ends + over * MINUTE, over)


def _left_by_steps(before: Look, after: Look) -> Iterator[Ring]:
    """What ended and made room for the next by itself: its block's clock went past its end, and nobody skipped it."""
    blocks = [span for span in after.spans if span.level is Level.BLOCK]
    went_to = [
        block.held or after.at
        for block in blocks
        if (old := _clock(before, block.key)) is not None and _went_on(old, block, before, after)
    ]
    begun = [span.ends - span.length_ms for span in after.spans if span.level is Level.STEP]
    for old in before.spans:
        if old.level is not Level.STEP or _clock(after, old.key) is not None or old.held:
            continue
        passed = before.at < old.ends <= max(went_to, default=0)
        if passed and old.is_heard and all(start >= old.ends for start in begun):
            # Of several that ended unseen the last one counts: it is when the step that is on now began.
            yield Ring(Chime.STEP, old.key, min(after.at, max([old.ends, *begun])))


def _clock(look: Look, key: str) -> Span | None:
    return next((span for span in look.spans if span.key == key), None)


def _went_on(old: Span, new: Span, before: Look, after: Look) -> bool:
    """Whether a clock went by itself, at least a part of the way, from one look to the next."""
    if not old.held:
        return old.ends == new.ends
    # It went on after a pause: its end moved with the pause, but no time was given or taken.
    return not new.held and 0 <= old.left(before.at) - new.left(after.at) <= after.at - before.at


def _is_near(at: int, ends: Sequence[int]) -> bool:
    return any(abs(at - end) <= SAME_MOMENT_MS for end in ends)

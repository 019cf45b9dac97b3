"""What the app tells in the bar under the top bar, about itself and not about the room."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.app import house, recovering
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.convening.words import Refusal
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.reading import Reading
from facilitator.kit.sentences import sentence
from facilitator.store.restoring import Restored

Settle = Callable[[str], None]
"""Takes a trouble away, by its key."""


DAMAGED = "damaged"
"""Under which the bar tells of a damaged file."""


def understood(key: str, settle: Settle) -> Act:
    """The act of whoever has read it."""
    return Act("", _("All right"), lambda: settle(key))


def not_now(refusal: Refusal, settle: Settle) -> Trouble:
    """Something is not opened, and what is open goes on."""
    words = sentence(refusal, house.refusal_sentences())
    return Trouble("opening", Gravity.WARNING, words, "", (understood("opening", settle),))


def sample_waits(settle: Settle) -> Trouble:
    """The sample is not opened over a room that is live."""
    meaning = _("The sample opens when the day is over.")
    return Trouble("sample", Gravity.WARNING, _("A convening is live."), meaning, (understood("sample", settle),))


def defaults_stand(settle: Settle) -> Trouble:
    """Settings could not be read."""
    meaning = _("They are as on the first day. Your boards are untouched.")
    done = understood("settings", settle)
    return Trouble("settings", Gravity.WARNING, _("Some settings could not be read."), meaning, (done,))


def not_begun(error: BaseException | None, settle: Settle) -> Trouble:
    """A convening could not be begun."""
    why = _("Please try once more.")
    if isinstance(error, Refusal):
        why = sentence(error, house.refusal_sentences())
    return Trouble("begin", Gravity.BAD, _("The convening could not be begun."), why, (understood("begin", settle),))


def restored(what: Restored, look: Reading, acts: tuple[Act, ...]) -> Trouble:
    """Say what was damaged, what is open instead, and what may be missing."""
    fact, meaning = recovering.words(what, look)
    return Trouble(DAMAGED, Gravity.WARNING if what.source else Gravity.BAD, fact, meaning, acts)


def not_opened(refusal: Refusal, settle: Settle) -> Trouble:
    """Say why something cannot be opened, when no backup can help either."""
    words = sentence(refusal, house.refusal_sentences())
    return Trouble(DAMAGED, Gravity.BAD, words, "", (understood(DAMAGED, settle),))


def brought_in(words: str, gravity: Gravity, settle: Settle) -> Trouble:
    """What came of a file that was brought in."""
    return Trouble("brought", gravity, words, "", (understood("brought", settle),))

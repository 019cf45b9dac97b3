"""What the app tells in the bar under the top bar, about itself and not about the room."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.app.house import refusal_sentences
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.convening.words import Refusal
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.sentences import sentence

Settle = Callable[[str], None]
"""Takes a trouble away, by its key."""


def understood(key: str, settle: Settle) -> Act:
    """The act of whoever has read it."""
    return Act("", _("All right"), lambda: settle(key))


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
    why = sentence(error, refusal_sentences()) if isinstance(error, Refusal) else _("Please try once more.")
    return Trouble("begin", Gravity.BAD, _("The convening could not be begun."), why, (understood("begin", settle),))


def brought_in(words: str, gravity: Gravity, settle: Settle) -> Trouble:
    """What came of a file that was brought in."""
    return Trouble("brought", gravity, words, "", (understood("brought", settle),))

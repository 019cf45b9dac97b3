"""What the app tells in the bar under the top bar, about itself and not about the room."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.console.surroundings import Gravity, Trouble
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act

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


def brought_in(words: str, gravity: Gravity, settle: Settle) -> Trouble:
    """What came of a file that was brought in."""
    return Trouble("brought", gravity, words, "", (understood("brought", settle),))

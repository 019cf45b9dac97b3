"""The bar that tells that the windows did not answer for a while, and that nothing was lost by it."""

from __future__ import annotations

from facilitator.app.recovery import Bar
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act

KEY = "stall"


class StallBar:
    """Told in the console and nowhere else."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar

    def tell(self, seconds: float) -> None:
        """Tell for how long nothing was answered."""
        whole = round(seconds)
        fact = ngettext(
            "This window did not answer for {seconds} second.",
            "This window did not answer for {seconds} seconds.",
            whole,
        ).format(seconds=whole)
        meaning = _("Nothing was lost. Phones and timers went on.")
        done = Act("", _("All right"), lambda: self._bar.settle(KEY))
        self._bar.tell(Trouble(KEY, Gravity.WARNING, fact, meaning, (done,)))

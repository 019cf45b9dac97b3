"""How many ideas each person may send: a choice of a few numbers, and any number."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker

from facilitator.activities.ideation_board.rules import LimitIdeas
from facilitator.convening.words import Wish
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.widgets import Choice

_OFFERED = (0, 1, 2, 3, 5, 10)


class LimitChoice(Choice):
    """Shows the limit of a board and asks for another one."""

    def __init__(self, ask: Callable[[Wish], object]) -> None:
        super().__init__(_("Ideas from each person"))
        self._ask = ask
        self._limits: tuple[int, ...] = ()
        self.view().setAccessibleName(_("Ideas from each person"))
        self.show_limit(0)
        self.activated.connect(self._choose)

    def show_limit(self, limit: int) -> None:
        """Show the limit that is in force; one that is not offered is shown too."""
        limits = offered_limits(limit)
        blocker = QSignalBlocker(self)
        if limits != self._limits:
            self._limits = limits
            self.clear()
            self.addItems([limit_words(each) for each in limits])
        self.setCurrentIndex(limits.index(limit))
        blocker.unblock()

    def _choose(self, at: int) -> None:
        self._ask(LimitIdeas(self._limits[at]))


def offered_limits(limit: int) -> tuple[int, ...]:
    """The limits to choose from, the one that is in force among them."""
    return tuple(sorted({*_OFFERED, limit}))


def limit_words(limit: int) -> str:
    """Say how many ideas each may send."""
    if not limit:
        return _("any number each")
    return ngettext("{count} idea each", "{count} ideas each", limit).format(count=limit)

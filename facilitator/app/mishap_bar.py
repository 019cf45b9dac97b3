"""The bar that tells of a mistake of ours: one sentence, and the details for whoever is asked to help."""

from __future__ import annotations

from facilitator.console.details import Details
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.console.window import ConsoleWindow
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act

KEY = "mishap"


class MishapBar:
    """Told in the console and nowhere else; the stage goes on as it was."""

    def __init__(self, console: ConsoleWindow) -> None:
        self._console = console
        self._details: Details | None = None

    def tell(self, details: str, file: str) -> None:
        """Tell of a mistake, and offer its details and the file that keeps them."""
        see = Act("", _("Details"), lambda: self._show(details, file))
        done = Act("", _("All right"), lambda: self._console.settle(KEY))
        safe = _("Your board is safe.")
        self._console.tell(Trouble(KEY, Gravity.WARNING, _("Something went wrong."), safe, (see, done)))

    def _show(self, details: str, file: str) -> None:
        if self._details is None:
            self._details = Details(self._console)
        self._details.show_text(details, file)

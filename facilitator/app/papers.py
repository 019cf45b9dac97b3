"""What leaves the room as a file: the summary and copies, made beside the room, and told in the bar."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from facilitator.app.bars import understood
from facilitator.app.copying import Copying
from facilitator.app.method_desk import MethodDesk
from facilitator.app.summarising import Summarising
from facilitator.app.template_shelf import TemplateShelf
from facilitator.console.copy_saver import TEMPLATE, Copy
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.console.times import Clock
from facilitator.console.window import ConsoleWindow
from facilitator.convening.gathering import the_convening
from facilitator.desk.desk import Desk
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act

KEY = "summary"


class Papers(QObject):
    """Makes them for whatever desk is open."""

    def __init__(self, folder: Path, console: ConsoleWindow, clock: Clock) -> None:
        super().__init__()
        self._console = console
        self._desk: Desk | None = None
        self._summarising, self._copying = Summarising(folder), Copying(folder)
        self._templates = TemplateShelf(folder, console)
        self._methods = MethodDesk(folder, console, clock)
        self._summarising.made.connect(self._tell_summary)
        self._summarising.failed.connect(self._tell_no_summary)
        self._copying.told.connect(lambda told: self._tell(replace(told, acts=(*told.acts, self._done(told.key)))))
        console.copy_wanted.connect(self._copy)

    def follow(self, desk: Desk | None) -> None:
        """From now on this desk is open, or none."""
        self._desk = desk
        self._methods.follow(desk)

    def turn_to(self, folder: Path) -> None:
        """Read from another data folder from now on."""
        self._summarising.turn_to(folder)
        self._copying.turn_to(folder)
        self._templates.turn_to(folder)
        self._methods.turn_to(folder)

    def summarise(self) -> None:
        """Begin to make the summary of what is open."""
        if self._desk is not None:
            convening = the_convening(self._desk.news.records)
            self._tell(Trouble(KEY, Gravity.GOOD, _("The summary is being made.")))
            self._summarising.make(self._desk, convening.title, convening.date)

    def finish(self) -> None:
        """Wait a moment for what is being made, then give it up: it can be made again."""
        self._summarising.finish()
        self._copying.finish()
        self._templates.finish()
        self._methods.finish()

    def _copy(self, copy: Copy) -> None:
        if self._desk is None:
            return
        if copy.part == TEMPLATE:
            self._templates.keep(self._desk.news.records)
        else:
            self._copying.save(self._desk.stream, copy)

    def _tell_summary(self, file: str) -> None:
        def open_it() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(file))

        see = Act("", _("Open it"), open_it)
        self._tell(Trouble(KEY, Gravity.GOOD, _("The summary is ready."), file, (see, self._done(KEY))))

    def _tell_no_summary(self, why: str) -> None:
        self._tell(Trouble(KEY, Gravity.BAD, _("There is no summary yet."), why, (self._done(KEY),)))

    def _tell(self, trouble: Trouble) -> None:
        self._console.tell(trouble)

    def _done(self, key: str) -> Act:
        return understood(key, self._console.settle)

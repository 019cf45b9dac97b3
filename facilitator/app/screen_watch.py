"""Whether the room sees this desk: looked at from the start, with a room open or without."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QScreen

from facilitator.console.surroundings import Projector, Surroundings
from facilitator.console.window import ConsoleWindow
from facilitator.stage.screens import is_mirrored


class ScreenWatch(QObject):
    """Tells the console what is around it, and first of all whether its screen is mirrored.

    A room knows of screens only what its stage does; what the laptop's own screens do is seen here.
    """

    def __init__(self, console: ConsoleWindow) -> None:
        super().__init__(console)
        self._console, self._around = console, Surroundings()
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication):
            raise TypeError("screens need an application")
        for screen in app.screens():
            screen.geometryChanged.connect(self._look)
        app.screenAdded.connect(self._hear)
        app.screenRemoved.connect(self._look)
        console.installEventFilter(self)
        self._look()

    def show_around(self, around: Surroundings) -> None:
        """Show what a room knows of its surroundings; none of it makes a mirrored desk private."""
        self._around = around
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the console comes to another screen."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.ScreenChangeInternal):
            self._look()
        return False

    def _hear(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look)
        self._look()

    def _look(self, *_screen: object) -> None:
        around, known = self._around, self._around.projector
        if is_mirrored(self._console.screen()):
            around = replace(around, projector=Projector.MIRRORED)
        elif known is Projector.MIRRORED:
            around = replace(around, projector=Projector.MISSING)
        self._console.show_surroundings(around)

"""Where the stage stands: on the projector, recognised by what it is and not by where it is plugged in."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_SETTLE_MS, _LEAST_IMAGE_MM = 150, 400


class Standing(Enum):
    """Where the stage stands now."""

    PROJECTOR = "projector"
    WINDOW = "window"
    NOWHERE = "nowhere"


def identity(screen: QScreen) -> str:
    """What tells a projector from another: maker, model, serial number and plug. Never its position."""
    return f"{screen.manufacturer()}|{screen.model()}|{screen.serialNumber()}|{screen.name()}"


def is_mirrored(screen: QScreen) -> bool:
    """Whether another screen shows the same part of the desk: what stands on one is seen on the other."""
    others = (other for other in QGuiApplication.screens() if other is not screen)
    return any(other.geometry() == screen.geometry() for other in others)


def size_of(screen: QScreen) -> tuple[str, int]:
    """How many points a screen has, in words, and how wide its image is in mm, 0 where it does not say so.

    A projector does not know how far the wall is; what is narrower than a laptop's screen is no size of an image.
    """
    size, wide = screen.size(), round(screen.physicalSize().width())
    return f"{size.width()} × {size.height()}", wide if wide >= _LEAST_IMAGE_MM else 0


class StageScreens(QObject):
    """Keeps the stage on the second screen, whatever is plugged, unplugged or switched to another size.

    When its screen goes the stage hides at once; it is never moved over the console, and returns by itself.
    Without a second screen it stands nowhere until `open_window` gives it a window of its own.
    """

    moved = Signal(str)
    """The name of the screen it stands on now; "" for none."""

    def __init__(self, console: QWidget, stage: QWidget, preferred: str = "") -> None:
        super().__init__(console)
        self._console, self._stage, self._preferred = console, stage, preferred
        self._target: QScreen | None = None
        self._is_windowed = False
        self.standing = Standing.NOWHERE
        # A projector flickers while it wakes: look once it has settled.
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.place)
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication):
            raise TypeError("screens need an application")
        app.screenAdded.connect(self._screen_came)
        app.screenRemoved.connect(self._screen_went)

    @property
    def projector(self) -> str:
        """The identity of the screen it stands on, to be remembered; "" for none."""
        return identity(self._target) if self._target is not None else ""

    def prefer(self, wanted: str) -> None:
        """Stand on the screen of this identity whenever it is there."""
        self._preferred = wanted
        self.place()

    def open_window(self) -> None:
        """Stand in a window of its own while there is no projector: for one screen, and for rehearsing."""
        self._is_windowed = True
        self.place()

    def close_window(self) -> None:
        """Stand on a projector or nowhere."""
        self._is_windowed = False
        self.place()

    def place(self) -> None:
        """Look where the stage belongs now, and put it there."""
        screen = self._choose()
        if self._target is not None and self._target is not screen:
            self._drop()
        if screen is None:
            self._stand_without()
            return
        if self._target is None:
            self._target = screen
            screen.geometryChanged.connect(self._screen_changed)
        # Hide, place, show: a window manager moves or ignores a window that is full screen already.
        self._stage.hide()
        self._stage.setScreen(screen)
        self._stage.setGeometry(screen.geometry())
        self._stage.showFullScreen()
        self.standing = Standing.PROJECTOR
        self.moved.emit(screen.name())

    def _choose(self) -> QScreen | None:
        mine = self._console.screen()
        free = [
            screen
            for screen in QGuiApplication.screens()
            if screen is not mine and screen.geometry() != mine.geometry()
        ]
        known = (screen for screen in free if identity(screen) == self._preferred)
        return next(known, free[0] if free else None)

    def _stand_without(self) -> None:
        if not self._is_windowed:
            self._stage.hide()
            self._stage.setWindowState(Qt.WindowState.WindowNoState)
            self.standing = Standing.NOWHERE
        elif self.standing is not Standing.WINDOW:
            self._stage.hide()
            self._stage.setWindowState(Qt.WindowState.WindowNoState)
            self._stage.setScreen(self._console.screen())
            self._stage.resize(960, 540)
            self._stage.show()
            self.standing = Standing.WINDOW
        self.moved.emit("")

    def _drop(self) -> None:
        target, self._target = self._target, None
        try:
            if target is not None:
                target.geometryChanged.disconnect(self._screen_changed)
        except (RuntimeError, TypeError):
            return  # The screen may be gone already, and its connections with it.

    def _screen_came(self, screen: QScreen) -> None:
        del screen
        self._settle.start()

    def _screen_went(self, screen: QScreen) -> None:
        if screen is self._target:
            self._stage.hide()
            self._drop()
            # What was on the wall does not jump onto the facilitator's own screen.
            self._is_windowed = False
            self.standing = Standing.NOWHERE
            self.moved.emit("")
        self._settle.start()

    def _screen_changed(self) -> None:
        self._settle.start()

"""The first start and the second: who has the data folder answers, and who comes later leaves it to the first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.convening.words import Refusal

if TYPE_CHECKING:
    from facilitator.app.doorbell import Doorbell


class Forward(Protocol):
    """What a second start may ask of the first one's windows."""

    def come_forward(self) -> None:
        """Show the console in front of everything else."""

    def open_sample(self) -> None:
        """Open the sample convening."""


def leave_to_the_first(folder: Path, refusal: Refusal, *, opens_sample: bool) -> int:
    """Ask the app that is open already to come forward; give the exit status.

    Raises the refusal itself when no app is open or when it is about something else, and Refusal app.silent.
    """
    if refusal.code != "file.in_use":
        raise refusal
    from facilitator.app.doorbell import Answer, Wanted, ring  # the network is loaded by who needs it

    match ring(folder, Wanted.SAMPLE if opens_sample else Wanted.FORWARD):
        case Answer.COMING:
            return 0
        case Answer.SILENT:
            raise Refusal("app.silent") from refusal
        case Answer.NOBODY:
            raise refusal


def answer_the_bell(windows: Forward, folder: Path) -> Doorbell:
    """Hang up the bell of a folder and answer it."""
    from facilitator.app.doorbell import Doorbell, Wanted  # after the desk at home is there

    def answer(wanted: Wanted) -> None:
        windows.come_forward()
        if wanted is Wanted.SAMPLE:
            windows.open_sample()

    bell = Doorbell(folder)
    bell.rung.connect(answer)
    return bell


def bring_forward(window: QWidget) -> None:
    """Show a window in front of everything else, also when it was put away."""
    asleep, awake = Qt.WindowState.WindowMinimized, Qt.WindowState.WindowActive
    window.setWindowState(window.windowState() & ~asleep | awake)
    window.show()
    window.raise_()
    window.activateWindow()

"""One run of the app: its windows from the first moment to a clean end, and what it leaves to a run that is there."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from facilitator.app.application import application
from facilitator.app.first import answer_the_bell, leave_to_the_first
from facilitator.app.kept_clock import KeptClock
from facilitator.app.recovery import Ways
from facilitator.app.watches import Watches
from facilitator.app.windows import Windows
from facilitator.convening.words import Refusal
from facilitator.kit.qt.dress import dress
from facilitator.store.folders import refuse_unfit

if TYPE_CHECKING:
    from facilitator.app.doorbell import Doorbell


def run_windows(folder: Path, *, opens_sample: bool) -> int:
    """Run the app until its window is closed; give the exit status. Raises Refusal app.silent, folder.*, file.*."""
    refuse_unfit(folder)  # before anything is shown
    app = application()
    dress(app)
    try:
        kept = KeptClock(folder)
        windows = Windows(folder, wall=kept.clock.now, shift=kept.clock.shift)
    except Refusal as refusal:
        return leave_to_the_first(folder, refusal, opens_sample=opens_sample)
    watches = Watches(folder, windows, kept)
    app.aboutToQuit.connect(watches.rest)
    app.aboutToQuit.connect(windows.close)
    # The console is the app: a stage window that is still open does not keep it running.
    windows.console.closing.connect(app.quit)
    # The system ends the session: what comes after that is no crash, however it comes.
    app.commitDataRequest.connect(windows.end_of_session)
    for number in (signal.SIGTERM, signal.SIGINT):
        # A signal comes in the middle of anything; what has begun is finished before the app ends.
        signal.signal(number, lambda *_: QTimer.singleShot(0, app.quit))
    windows.show()
    failed: list[Refusal] = []
    bells: list[Doorbell] = []

    def begin() -> None:
        try:
            # The lock is taken now at the latest: whoever comes second is told, and leaves.
            _ = windows.workspace
            # Whatever happens next, a second start brings the window to the front.
            bells.append(answer_the_bell(windows, folder))
            watches.begin()
            windows.recovery.ways = ways_of(windows)
            windows.come_back()
            if opens_sample:
                windows.open_sample()
        except Refusal as refusal:
            failed.append(refusal)
            app.quit()

    QTimer.singleShot(0, begin)
    status = app.exec()
    for bell in bells:
        bell.take_down()
    watches.end()
    if failed:
        return leave_to_the_first(folder, failed[0], opens_sample=opens_sample)
    return status


def ways_of(windows: Windows) -> Ways:
    """What can be done after a crash: the history of the last minute, and the newest backup as a copy."""
    return Ways(lambda _, since: windows.console.look_back(since), windows.backups.look_at_newest)

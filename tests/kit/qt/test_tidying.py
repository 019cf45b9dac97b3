"""What nobody holds any more is thrown away by the thread of the windows, and by no other."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.tidying import Tidying


@pytest.fixture
def as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.collect()
    yield
    (gc.enable if was_on else gc.disable)()


class Ticking(QObject):
    """Holds itself by a ring, so that only looking for rings finds it."""

    def __init__(self) -> None:
        super().__init__()
        self.ring = self
        self.timer = QTimer(self, interval=1)
        self.timer.start()


def test_a_window_in_a_ring_outlives_another_thread_and_goes_in_its_own(qtbot: QtBot, as_before: None) -> None:
    host = QObject()
    Tidying(host)
    gone_in: list[int] = []
    weakref.finalize(Ticking(), lambda: gone_in.append(threading.get_ident()))

    busy = threading.Thread(target=lambda: [[number] for number in range(200_000)])
    busy.start()
    busy.join()
    assert gone_in == []

    rubbish = [[number] for number in range(2_000)]
    qtbot.waitUntil(lambda: bool(gone_in), timeout=10_000)
    assert gone_in == [threading.get_ident()]
    assert len(rubbish) == 2_000

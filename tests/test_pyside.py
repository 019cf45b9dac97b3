"""PySide6 6.12.0 lost a reference to None with every call that returns nothing, and died after some 5,000 of them."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot die since Python 3.12")
def test_a_call_that_returns_nothing_gives_its_none_back(qapp: QApplication) -> None:
    thing = QObject(qapp)
    before = sys.getrefcount(None)

    for _ in range(1000):
        thing.setObjectName("x")

    assert abs(sys.getrefcount(None) - before) < 50

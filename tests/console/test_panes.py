"""F6 from pane to pane."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.console.panes import first_stop, go_to_pane
from facilitator.kit.qt.widgets.frames import column


@pytest.fixture
def window() -> QWidget:
    return QWidget()


@pytest.fixture
def panes(window: QWidget, shown: Callable[[QWidget], None]) -> list[QWidget]:
    made = [QWidget(), QWidget(), QWidget()]
    for at, pane in enumerate(made):
        if at != 1:
            column(pane, QPushButton(str(at)), QPushButton("second"))
    column(window, *made)
    shown(window)
    return made


def test_the_focus_goes_round_and_leaves_out_what_has_no_control(panes: list[QWidget]) -> None:
    window, seen = panes[0].window(), []
    for _ in range(3):
        go_to_pane(panes, 1)
        seen.append(window.focusWidget())

    assert [isinstance(each, QPushButton) and each.text() for each in seen] in (["2", "0", "2"], ["0", "2", "0"])


def test_backwards_too(panes: list[QWidget]) -> None:
    first = first_stop(panes[0])
    assert first is not None
    first.setFocus()

    go_to_pane(panes, -1)

    assert panes[2].isAncestorOf(panes[0].window().focusWidget())


def test_a_pane_without_controls_has_no_stop(panes: list[QWidget]) -> None:
    assert first_stop(panes[1]) is None

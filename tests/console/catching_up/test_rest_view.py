"""The rest of a day as it is painted and pressed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.console.catching_up.rest import Rest, RestRow, Stretch
from facilitator.console.catching_up.rest_view import RestList, RestRibbons
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.theme import theme_in_use

Show = Callable[[QWidget], None]


def row(key: str, *, is_kept: bool, then: int = 30) -> RestRow:
    return RestRow(
        BlockId(key), key, "10:00", "10:05", 30, then, is_pause=False, is_kept=is_kept, is_freed=False, is_dropped=False
    )


@pytest.fixture
def rows(shown: Show) -> RestList:
    made = RestList()
    made.fill((row("talk", is_kept=False, then=25), row("lunch", is_kept=True)))
    shown(made)
    return made


def test_only_a_lock_is_opened(rows: RestList) -> None:
    freed: list[str] = []
    rows.freed.connect(freed.append)
    for at in (0, 1):
        place = rows.visualRect(rows.model().index(at, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    rows.setFocus()
    rows.go_to("talk")
    QTest.keyClick(rows, Qt.Key.Key_Space)
    rows.go_to("lunch")
    QTest.keyClick(rows, Qt.Key.Key_Space)

    assert freed == ["lunch", "lunch"]


def test_enter_takes_the_plan_and_a_digit_looks_for_no_row(rows: RestList) -> None:
    used: list[bool] = []
    rows.used.connect(lambda: used.append(True))
    rows.setFocus()
    rows.go_to("talk")

    QTest.keyClicks(rows, "l")
    QTest.keyClick(rows, Qt.Key.Key_Return)

    assert (used, rows.current_id()) == ([True], "talk")


def test_what_lies_behind_the_told_end_is_striped(shown: Show) -> None:
    ribbons = RestRibbons()
    shown(ribbons)

    def has_stripes(promised: int) -> bool:
        late = (Stretch(600, 660, "think"),)
        ribbons.show_rest(Rest((), late, (), 600, promised, 660))
        picture = ribbons.grab().toImage()
        over = theme_in_use().inks.over.rgb()
        return any(picture.pixel(x, y) == over for x in range(picture.width()) for y in range(0, 14, 2))

    assert not has_stripes(660)
    assert has_stripes(640)

"""The look back: a picture, a badge, the time and what is said of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.history.axis import Axis
from facilitator.console.history.look_back import LookBack
from facilitator.console.history.looking import PICTURE, SMALL_PICTURE, StillPicture
from facilitator.kit.qt.acts import Act
from tests.console.conftest import names, press


def seen(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()} | set(names(widget))


def test_a_moment_and_now_are_told_apart_in_words(qtbot: QtBot, shown: Callable[[QWidget], None]) -> None:
    pressed: list[str] = []
    picture = QWidget()
    back = LookBack(
        StillPicture(picture, lambda _room, _at: None), Act("P", "Play the day", lambda: pressed.append("P"))
    )
    shown(back)
    back.show_day(Axis((0, 1, 2)), 3, ("10:36", "10:58 now"))

    back.show_moment(2, "10:44", ("26 ideas.", "8 minutes were left."), is_now=False)
    assert {"10:44", "26 ideas.", "8 minutes were left.", "10:36", "10:58 now"} <= seen(back)
    assert "Looking back, the room sees now" in seen(back)
    back.show_moment(3, "10:58", ("40 ideas.", ""), is_now=True)
    assert "This is now" in seen(back)
    assert "Looking back, the room sees now" not in seen(back)

    press(qtbot, back, "Play the day")
    assert pressed == ["P"]
    back.show_playing(is_playing=True)
    assert "Pause" in names(back)
    for width, (wide, high) in ((780, PICTURE), (600, SMALL_PICTURE)):
        back.resize(width, 330)
        assert (picture.width(), picture.height()) == (wide - 2, high - 2)

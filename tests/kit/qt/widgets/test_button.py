"""Buttons: pressed by mouse and key, named for those who do not see them, wide enough for any language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets import Button, IconButton, Kind, Size
from facilitator.kit.qt.widgets.button import on_press


def test_a_press_does_the_act(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    button = Button("Pause", lambda: done.append("pause"), key="T", icon="pause-fill")
    qtbot.addWidget(button)

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)

    assert done == ["pause", "pause"]


def test_a_disabled_button_does_nothing(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    act = Act("N", "Next step", lambda: done.append("next"), lambda: False)
    button = Button.for_act(act, kind=Kind.PRIMARY)
    qtbot.addWidget(button)

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert not button.isEnabled()
    assert done == []


def test_a_button_is_named_by_its_words_an_ampersand_included(qtbot: QtBot, theme: Theme) -> None:
    button = Button("Questions & answers")
    qtbot.addWidget(button)
    spoken = QAccessible.queryAccessibleInterface(button)

    assert spoken.role() is QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == "Questions & answers"


@pytest.mark.parametrize("size", list(Size))
def test_a_button_grows_with_its_words(qtbot: QtBot, theme: Theme, size: Size) -> None:
    button = Button("Close vote and reveal", key="Ctrl Enter", kind=Kind.PRIMARY, size=size)
    qtbot.addWidget(button)
    before = button.sizeHint()

    button.show_text("Abstimmung schließen und Ergebnis aufdecken")

    assert button.sizeHint().width() > before.width()
    assert button.minimumSizeHint() == button.sizeHint()
    assert button.sizeHint().height() == size.value


@pytest.mark.parametrize(("kind", "ground"), [(Kind.PRIMARY, "accent"), (Kind.PLAIN, "raised"), (Kind.QUIET, "paper")])
def test_each_kind_has_its_ground(qtbot: QtBot, theme: Theme, kind: Kind, ground: str) -> None:
    button = Button("Pause", kind=kind)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())

    assert button.grab().toImage().pixelColor(8, 4) == getattr(theme.inks, ground)


def test_a_filled_button_that_cannot_act_looks_sunken(qtbot: QtBot, theme: Theme) -> None:
    button = Button("Reveal", kind=Kind.PRIMARY)
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.resize(button.sizeHint())

    assert button.grab().toImage().pixelColor(8, 4) == theme.inks.sunken


def test_a_button_becomes_the_next_act_and_changes_its_icon(qtbot: QtBot, theme: Theme) -> None:
    button = Button("Choose together")
    qtbot.addWidget(button)
    narrow = button.sizeHint().width()

    button.show_kind(Kind.PRIMARY)
    button.show_icon("play-fill")
    button.resize(button.sizeHint())

    assert button.sizeHint().width() > narrow
    assert button.grab().toImage().pixelColor(8, 4) == theme.inks.accent


def test_an_icon_alone_is_named_and_shows_its_key_in_its_tip(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    button = IconButton("caret-left", "Back", lambda: done.append("back"), key="Esc")
    qtbot.addWidget(button)

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "Back"
    assert button.toolTip() == "Back (Esc)"
    assert done == ["back"]
    assert not button.grab().isNull()


def test_an_act_with_an_argument_of_its_own_is_given_nothing(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []

    def act(what: str = "default") -> None:
        done.append(what)

    button = QPushButton()
    qtbot.addWidget(button)
    on_press(button, act)
    button.click()

    assert done == ["default"]


def test_the_way_back_points_to_where_reading_came_from(qtbot: QtBot, theme: Theme) -> None:
    """Design, right to left: carets are mirrored, clocks and phones are not."""

    def tip(direction: Qt.LayoutDirection) -> int:
        """Where the caret is inked at half of its height."""
        image = drawn("caret-left", direction)
        return min(range(image.width()), key=lambda x: image.pixelColor(x, image.height() // 2).lightness())

    def drawn(icon: str, direction: Qt.LayoutDirection) -> QImage:
        made = IconButton(icon, "Back")
        qtbot.addWidget(made)
        made.setLayoutDirection(direction)
        made.resize(32, 32)
        return made.grab().toImage()

    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    assert (tip(left) < 16, tip(right) < 16) == (True, False)
    assert drawn("printer", right) == drawn("printer", left)

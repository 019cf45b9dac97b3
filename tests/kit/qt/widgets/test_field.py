"""Fields: named by their label, never written over while somebody types, and telling why not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets import Choice, Field, Lines, SearchField, column, labelled

Shown = Callable[..., None]


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Shown:
    """Shows widgets in a window, and keeps it."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget) -> None:
        host = QWidget()
        windows.append(host)
        qtbot.addWidget(host)
        column(host, *widgets, padding=(20, 20, 20, 20))
        host.show()
        host.activateWindow()

    return show


@pytest.mark.parametrize("lines", list(Lines))
def test_a_field_is_named_by_its_label(qtbot: QtBot, shown: Shown, lines: Lines) -> None:
    field = Field("Question the room answers", lines)
    shown(field)
    spoken = QAccessible.queryAccessibleInterface(field.input)

    assert spoken.role() is QAccessible.Role.EditableText
    assert spoken.text(QAccessible.Text.Name) == "Question the room answers"


@pytest.mark.parametrize("lines", list(Lines))
def test_typing_tells_each_change_and_leaving_tells_that_it_is_finished(
    qtbot: QtBot, shown: Shown, lines: Lines
) -> None:
    field, other = Field("Title", lines), Field("Other")
    shown(field, other)
    changes: list[str] = []
    finished: list[str] = []
    field.changed.connect(changes.append)
    field.finished.connect(finished.append)
    field.input.setFocus()
    qtbot.waitUntil(field.input.hasFocus)

    QTest.keyClicks(field.input, "ab")
    other.input.setFocus()

    assert changes == ["a", "ab"]
    assert finished == ["ab"]
    assert field.text() == "ab"


@pytest.mark.parametrize("lines", list(Lines))
def test_showing_what_is_true_tells_nobody(qtbot: QtBot, shown: Shown, lines: Lines) -> None:
    field = Field("Title", lines)
    shown(field)

    with qtbot.assertNotEmitted(field.changed):
        field.show_text("Ideas: ten years of water")

    assert field.text() == "Ideas: ten years of water"


def test_a_text_that_is_too_long_shows_how_it_begins(shown: Shown) -> None:
    field = Field("Title")
    shown(field)

    field.show_text("What could accelerate collaboration between us? " * 5)
    field.grab()

    assert isinstance(field.input, QLineEdit)
    assert field.input.cursorPositionAt(QPoint(10, field.input.height() // 2)) < 5


def test_words_being_typed_are_not_written_over(qtbot: QtBot, shown: Shown) -> None:
    field = Field("Title")
    shown(field)
    field.show_text("Ideas")
    field.input.setFocus()
    qtbot.waitUntil(field.input.hasFocus)
    QTest.keyClick(field.input, Qt.Key.Key_End)
    QTest.keyClicks(field.input, " of the room")

    field.show_text("Ideas, renamed elsewhere")

    assert field.text() == "Ideas of the room"


def test_words_that_became_true_follow_what_is_true_next(qtbot: QtBot, shown: Shown) -> None:
    """What was typed and said is no longer being typed, though the focus is still there: an undo shows."""
    field = Field("Title")
    shown(field)
    field.input.setFocus()
    qtbot.waitUntil(field.input.hasFocus)
    QTest.keyClicks(field.input, "Ideas")
    field.show_text("Ideas")

    field.show_text("Before")

    assert field.text() == "Before"


def test_a_refusal_is_said_under_the_field_and_read_out(qtbot: QtBot, shown: Shown) -> None:
    field = Field("Minutes")
    shown(field)

    field.show_refusal("A block needs at least one minute.")
    assert field.refusal().isVisible()
    assert field.input.accessibleDescription() == "A block needs at least one minute."

    field.show_refusal("")
    assert not field.refusal().isVisible()


def test_tab_leaves_a_field_of_many_lines(qtbot: QtBot, shown: Shown) -> None:
    field, other = Field("Notes", Lines.MANY), Field("Other")
    shown(field, other)
    field.input.setFocus()
    qtbot.waitUntil(field.input.hasFocus)

    QTest.keyClick(field.input, Qt.Key.Key_Tab)

    assert other.input.hasFocus()


def test_the_label_leads_to_its_field(qtbot: QtBot, shown: Shown) -> None:
    field = Field("Title")
    shown(field)

    assert field.input in [label.buddy() for label in field.findChildren(QLabel)]
    assert field.focusProxy() is field.input


def test_a_search_field_shows_its_key_until_somebody_types(qtbot: QtBot, shown: Shown) -> None:
    search = SearchField("Find an activity")
    shown(search)
    search.clearFocus()
    empty = search.grab().toImage()

    search.setText("w")

    assert QAccessible.queryAccessibleInterface(search).text(QAccessible.Text.Name) == "Find an activity"
    assert search.grab().toImage() != empty


def test_a_choice_is_labelled_and_gives_what_was_chosen(qtbot: QtBot, theme: Theme) -> None:
    host, choice = QWidget(), Choice("Lead")
    qtbot.addWidget(host)
    host.setLayout(labelled("Lead", choice))
    choice.addItems(["Tomás Ferreira", "Nomsa Dube"])

    QTest.keyClick(choice, Qt.Key.Key_Down)

    assert [label.buddy() for label in host.findChildren(QLabel)] == [choice]
    assert choice.accessibleName() == "Lead"
    assert choice.currentText() == "Nomsa Dube"
    assert not choice.grab().isNull()


def test_a_choice_too_long_for_its_room_is_seen_to_go_on(qtbot: QtBot, theme: Theme) -> None:
    """The name was cut in the middle of a letter, under the sign that opens the list."""
    choices = [Choice("Lead") for _width in range(2)]
    for choice, width in zip(choices, (130, 500), strict=True):
        qtbot.addWidget(choice)
        choice.addItems(["Maximiliana Oberhuber-Schmitt"])
        choice.resize(width, 36)
    option = QStyleOptionComboBox()

    painted = []
    for choice in choices:
        choice.initStyleOption(option)
        painted.append(option.currentText)

    assert painted[0].endswith("…")
    assert painted[1] == choices[0].currentText() == "Maximiliana Oberhuber-Schmitt"


def test_a_search_keeps_off_its_sign_on_the_side_where_reading_begins(qtbot: QtBot, shown: Shown) -> None:
    field = SearchField("Find an activity", key="Ctrl F")
    shown(field)
    left = field.textMargins()

    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert (field.textMargins().right(), field.textMargins().left()) == (left.left(), left.right())
    assert left.left() != left.right()

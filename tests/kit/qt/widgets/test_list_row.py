"""Rows of lists: named, pressed, marked, and never wider than their list."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets import ListRow, RowWords, Tone

WORDS = RowWords("Dot vote: our energy", "Tomás Ferreira", "15 min", icon="hand-pointing", key="Ctrl 1")


def test_a_row_is_read_with_everything_it_says(qtbot: QtBot, theme: Theme) -> None:
    row = ListRow(WORDS)
    qtbot.addWidget(row)
    spoken = QAccessible.queryAccessibleInterface(row)

    assert spoken.text(QAccessible.Text.Name) == "Dot vote: our energy"
    assert spoken.text(QAccessible.Text.Description) == "Tomás Ferreira · 15 min"


def test_a_press_does_the_act(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    row = ListRow(WORDS, lambda: done.append("open"))
    qtbot.addWidget(row)

    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.keyClick(row, Qt.Key.Key_Space)

    assert done == ["open", "open"]


def test_the_row_that_matters_now_is_tinted(qtbot: QtBot, theme: Theme) -> None:
    row = ListRow(WORDS)
    qtbot.addWidget(row)
    row.resize(300, 46)

    row.mark_chosen()
    assert row.grab().toImage().pixelColor(6, 23) == theme.inks.accent_soft
    row.mark_plain()
    assert row.grab().toImage().pixelColor(6, 23) != theme.inks.accent_soft


def test_a_row_says_something_else(qtbot: QtBot, theme: Theme) -> None:
    row = ListRow(WORDS)
    qtbot.addWidget(row)

    row.show_words(RowWords("Lunch", end="+4 min", end_tone=Tone.OVER))

    assert row.words().title == row.accessibleName() == "Lunch"
    assert row.sizeHint().height() == 46


def test_the_icon_of_a_row_stands_where_reading_begins(qtbot: QtBot, theme: Theme) -> None:
    row = ListRow(RowWords("Lunch", icon="calendar-blank-fill"))
    qtbot.addWidget(row)
    row.resize(300, 46)
    from_the_left = row.grab().toImage()

    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    from_the_right = row.grab().toImage()
    ink = theme.inks.ink
    assert any(from_the_left.pixelColor(x, 23) == ink for x in range(12, 30))
    assert any(from_the_right.pixelColor(x, 23) == ink for x in range(270, 288))
    assert not any(from_the_right.pixelColor(x, 23) == ink for x in range(12, 30))


def test_a_name_in_another_script_is_read_from_its_own_side(qtbot: QtBot, theme: Theme) -> None:
    """In a window that reads from the right, the name of 1-2-4-All stood turned about."""
    rows = [ListRow(RowWords("1-2-4-All")) for _side in range(2)]
    for row in rows:
        qtbot.addWidget(row)
        row.resize(300, 46)
    rows[1].setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    left, right = (letters(row.grab().toImage()) for row in rows)

    assert len(left) == len(right)
    assert all(abs(one - other) <= 1 for one, other in zip(left, right, strict=True))


def letters(image: QImage) -> list[int]:
    """How wide each letter is, from left to right."""
    inked = [any(image.pixelColor(x, y).lightness() < 128 for y in range(image.height())) for x in range(image.width())]
    return [sum(1 for _column in run) for is_inked, run in groupby(inked) if is_inked]

"""Rows of lists: named, pressed, marked, and never wider than their list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
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
    left = inked(painted("1-2-4-All", qtbot))
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        right = inked(painted("1-2-4-All", qtbot))
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert abs(len(left) - len(right)) <= 2
    turned = right[::-1]
    assert apart(left, right) < apart(left, turned) / 3


def painted(name: str, qtbot: QtBot) -> QImage:
    row = ListRow(RowWords(name))
    qtbot.addWidget(row)
    row.resize(300, 46)
    return row.grab().toImage()


def inked(image: QImage) -> list[int]:
    """How much ink stands in each column, from the first letter to the last; a half covered point counts half."""
    ground = image.pixelColor(image.width() // 2, 2).lightness()
    columns = [
        sum(max(0, ground - image.pixelColor(x, y).lightness()) for y in range(4, image.height() - 4))
        for x in range(image.width())
    ]
    written = [x for x, ink in enumerate(columns) if ink > 60]
    return columns[written[0] : written[-1] + 1]


def apart(one: list[int], other: list[int]) -> float:
    """How far two rows of letters are apart at most, as a part of all that is written: zero for the same."""

    def parts(columns: list[int]) -> list[float]:
        return [sum(columns[: round(len(columns) * at / 40)]) / sum(columns) for at in range(41)]

    return max(abs(a - b) for a, b in zip(parts(one), parts(other), strict=True))


def test_a_long_title_goes_on_in_more_lines_if_it_is_let(qtbot: QtBot, theme: Theme) -> None:
    """The row is as much higher, and its last line is as full of ink as its first."""
    words = RowWords("Weighing what matters to whom today", "45 min")
    row, one_line = ListRow(words, height=57).wrapping(), ListRow(words, height=57)
    for each in (row, one_line):
        qtbot.addWidget(each)
        each.resize(170, max(57, each.heightForWidth(170)))

    assert (one_line.height(), row.height()) == (57, 57 + 2 * 17)
    assert [_is_written(row.grab().toImage(), middle) for middle in (20, 37, 54, 71)] == [True] * 4


def _is_written(image: QImage, middle: int) -> bool:
    return len({image.pixelColor(x, y).rgb() for x in range(12, 150) for y in range(middle - 4, middle + 5)}) > 3

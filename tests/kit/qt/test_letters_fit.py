"""Letters as large as their place allows."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from facilitator.kit.qt.letters_fit import fitting
from facilitator.kit.qt.scene import StageScene

SIZES = ((136, 136), (64, 74), (48, 56))
INK = QColor("#000000")


def test_a_short_text_gets_the_largest_letters(qapp: QApplication) -> None:
    style = fitting(StageScene(), "Water", 800, 400, SIZES, INK)

    assert style.font.pixelSize() == 136


def test_a_long_word_is_not_broken_while_smaller_letters_hold_it(qapp: QApplication) -> None:
    style = fitting(StageScene(), "Interorganisational", 800, 400, SIZES, INK)

    assert style.font.pixelSize() == 64


def test_what_never_fits_keeps_the_least_size_and_as_many_lines_as_there_is_room(qapp: QApplication) -> None:
    style = fitting(StageScene(), "word " * 400, 800, 400, SIZES, INK)

    assert style.font.pixelSize() == 48
    assert style.lines == 7

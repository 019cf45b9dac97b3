"""Letters as large as their place allows."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from facilitator.kit.qt.letters_fit import begun, fitting
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


def test_a_text_that_fits_is_begun_and_ended(qapp: QApplication) -> None:
    style = fitting(StageScene(), "Water", 800, 400, SIZES, INK)

    assert begun(StageScene(), "Water; and land", 800, 400, style) == "Water; and land"


def test_a_text_that_never_fits_is_left_after_a_whole_part(qapp: QApplication) -> None:
    scene = StageScene()
    style = fitting(scene, "word " * 400, 800, 112, SIZES, INK)

    assert begun(scene, "Say it first; then write it. " + "word " * 100, 800, 112, style) == (
        "Say it first; then write it"
    )


def test_a_text_without_any_part_that_fits_stays_as_it_is(qapp: QApplication) -> None:
    scene = StageScene()
    style = fitting(scene, "word " * 400, 800, 112, SIZES, INK)

    assert begun(scene, "word " * 100 + ". Done", 800, 112, style) == "word " * 100 + ". Done"

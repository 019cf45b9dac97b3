"""A wicked question as a picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.activities.wicked_questions.console.pair_painter import CARD, LIVING, PairSize, paint_joint, paint_pair
from facilitator.activities.wicked_questions.console.stems import stem_words
from facilitator.kit.qt.lettering import Lettering
from facilitator.kit.qt.theme import Theme


@pytest.mark.parametrize("size", [CARD, LIVING])
def test_both_halves_and_the_word_between_are_painted(qapp: QApplication, size: PairSize) -> None:
    sheet = QImage(760, 380, QImage.Format.Format_RGB32)
    text, theme = Lettering(), Theme()

    with QPainter(sheet) as painter:
        halves = ("moving fast", "moving slowly")
        paint_pair(painter, QRectF(0, 0, 760, 380), stem_words("at_once"), halves, size, theme, text)

    assert {"moving fast", "moving slowly", "AND", "we are"} <= set(text.painted())
    assert sheet.pixelColor(700, 40) == QColor(theme.tokens.wicked.top_ground)
    assert sheet.pixelColor(700, 340) == QColor(theme.tokens.wicked.bottom_ground)


def test_the_pill_is_as_wide_as_its_word(qapp: QApplication) -> None:
    sheet = QImage(300, 60, QImage.Format.Format_RGB32)

    with QPainter(sheet) as painter:
        short = paint_joint(painter, 0, 30, "AND", 26, Theme(), Lettering())
        long = paint_joint(painter, 0, 30, "UND ZUGLEICH", 26, Theme(), Lettering())

    assert long > short

"""The largest letters that fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from facilitator.activities.wicked_questions.stage.largest import SIZES, largest
from facilitator.activities.wicked_questions.stage.scene import Scene
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.theme import Theme

BOX = QRectF(0, 0, 1600, 300)


def height(words: str) -> float:
    scene = Scene(BlockId("b"))
    scene.wear(Theme())
    style = largest(scene, words, BOX, QColor("black"))
    return scene.text.measure(words, BOX.width(), style).height()


def test_few_words_are_large_and_many_still_fit(qapp: QApplication) -> None:
    heights = [height("word " * count) for count in (3, 30, 60, 3000)]

    assert heights[0] == SIZES[0][1]
    assert max(heights) <= BOX.height()

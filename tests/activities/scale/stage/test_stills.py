"""Large words as pictures: the same as written, and said as often as they are seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from facilitator.activities.scale.stage.stills import Stills
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle
from facilitator.kit.qt.theme import Theme
from tests.activities.scale.asking import MAP
from tests.activities.scale.stage.looking import ARABIC, drawn
from tests.stage.sample_room import alike, same

BOX = QRectF(80, 134, 1760, 0)


@pytest.fixture
def style(qapp: QApplication) -> TextStyle:
    return TextStyle(Theme().sized(80, 700), QColor("#1f1c18"), 92).balanced()


def still(stills: Stills, text: Lettering, words: str, style: TextStyle, width: int = 1920) -> QImage:
    text.start()
    return drawn(lambda painter: stills.write(painter, text, BOX, words, style), width, width * 9 // 16)


def from_afar(image: QImage) -> QImage:
    """A picture as the last row has it."""
    return image.scaled(384, 216, mode=Qt.TransformationMode.SmoothTransformation)


@pytest.mark.parametrize("align", [Align.NATURAL, Align.RIGHT])
@pytest.mark.parametrize("words", [MAP, ARABIC])
def test_it_looks_as_if_written(style: TextStyle, words: str, align: Align) -> None:
    stills, text, placed = Stills(), Lettering(), style.placed(align)
    written = drawn(lambda painter: text.write(painter, BOX, words, placed))

    first, second = (still(stills, text, words, placed) for _ in range(2))

    assert same(first, second)
    assert alike(first, written)
    assert text.painted() == (words,)


def test_other_words_sizes_and_colours_are_other_pictures(style: TextStyle) -> None:
    stills, text = Stills(), Lettering()
    one = still(stills, text, MAP, style)

    others = [
        still(stills, text, "Other words", style),
        still(stills, text, MAP, style.inked(QColor("red"))),
        still(stills, text, MAP, style.placed(Align.RIGHT)),
    ]

    assert not [other for other in others if alike(one, other)]
    assert still(stills, text, MAP, style, 304).width() == 304
    # Qt smooths the edges of large letters a little differently from time to time: from afar they are the same.
    assert alike(from_afar(one), from_afar(still(stills, text, MAP, style)))
    assert not alike(from_afar(one), from_afar(others[0]))

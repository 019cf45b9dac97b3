"""An icon with a word beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from facilitator.console.sign import Sign
from facilitator.kit.qt.widgets.label import Tone
from tests.kit.qt.test_direction import LEFT, RIGHT, written


def test_it_says_its_words_with_the_bold_ones_first(qtbot: QtBot) -> None:
    sign = Sign("device-mobile", "")
    qtbot.addWidget(sign)
    narrow = sign.sizeHint().width()

    sign.show_words("of 22 phones", "19")

    assert sign.words() == "19 of 22 phones"
    assert sign.sizeHint().width() > narrow
    assert not sign.grab().isNull()


def test_no_letter_is_cut_where_reading_begins_at_the_right(qtbot: QtBot) -> None:
    drawn = []
    for direction in (LEFT, RIGHT):
        sign = Sign("lock-simple", "only on this laptop", Tone.SOFT, icon_size=13, weight=400)
        qtbot.addWidget(sign)
        sign.setLayoutDirection(direction)
        sign.resize(sign.sizeHint())
        image = sign.grab().toImage()
        words = QRect(16, 0, image.width() - 16, image.height())
        drawn.append(written(image.copy(words if direction is LEFT else words.translated(-16, 0))))

    assert drawn[0] == drawn[1]

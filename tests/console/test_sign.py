"""An icon with a word beside it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.console.sign import Sign


def test_it_says_its_words_with_the_bold_ones_first(qtbot: QtBot) -> None:
    sign = Sign("device-mobile", "")
    qtbot.addWidget(sign)
    narrow = sign.sizeHint().width()

    sign.show_words("of 22 phones", "19")

    assert sign.words() == "19 of 22 phones"
    assert sign.sizeHint().width() > narrow
    assert not sign.grab().isNull()

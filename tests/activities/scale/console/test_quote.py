"""Words of the room, large."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.quote import Quote
from tests.activities.scale.asking import MAP


def shown(qtbot: QtBot, words: str) -> Quote:
    quote = Quote()
    qtbot.addWidget(quote)
    quote.show_words(words)
    return quote


def test_words_are_whole_for_those_who_do_not_see_them(qtbot: QtBot) -> None:
    quote = shown(qtbot, MAP)

    assert quote.accessibleName() == quote.words() == MAP


def test_a_word_without_end_breaks_and_does_not_widen_the_page(qtbot: QtBot) -> None:
    quote = shown(qtbot, "x" * 600)

    assert quote.minimumSizeHint().width() <= 120
    assert quote.heightForWidth(400) > 10 * shown(qtbot, "x").heightForWidth(400)


def test_arabic_words_stand_at_the_right(qtbot: QtBot) -> None:
    quote = shown(qtbot, "نحن ننشر كل قراءة")
    quote.resize(600, quote.heightForWidth(600))

    picture = quote.grab().toImage()

    inked = [x for x in range(600) if any(picture.pixelColor(x, y).lightness() < 90 for y in range(picture.height()))]
    assert inked
    assert min(inked) > 300

"""The phone page's own words."""

from __future__ import annotations

from facilitator.i18n import PHONES, PSEUDO, speaking, unmarked
from facilitator.kit.web.words import counted, words


def test_every_word_is_marked_for_translation() -> None:
    with speaking(PSEUDO):
        said = words().values()

    for text in said:
        for one in (text,) if isinstance(text, str) else text:
            assert unmarked(one) == ""


def test_a_count_has_its_one_and_its_many() -> None:
    assert counted("{n} dot", "{n} dots") == ("{n} dot", "{n} dots")


def test_a_count_has_as_many_texts_as_its_language_has_forms() -> None:
    with speaking("ar", PHONES):
        said = counted("{n} dot", "{n} dots")

    assert said == ("لا نقاط", "نقطة واحدة", "نقطتان", "{n} نقاط", "{n} نقطة", "{n} نقطة")

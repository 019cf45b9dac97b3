"""Clusters carry the letters of their room, one source for all who show them."""

from __future__ import annotations

import pytest

from facilitator.convening.agenda import Block
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import BlockId, ConveningId
from facilitator.convening.records import Records
from facilitator.convening.words import added
from facilitator.kit.letters import Script, cluster_letter, room_script, script_of
from tests.convening.given import BOOK

IDEAS = BlockId("ideas")


def room(language: str, question: str, title: str = "Ideas") -> Records:
    convening = Convening(ConveningId("c"), "Water", language=language)
    return Records(BOOK.kinds).after([added(convening), added(Block(IDEAS, title, "ideation_board", question))])


@pytest.mark.parametrize(("place", "letter"), [(0, "A"), (7, "H"), (25, "Z"), (26, "AA"), (52, "BA")])
def test_latin_letters_go_on_after_the_alphabet(place: int, letter: str) -> None:
    assert cluster_letter(place) == letter


def test_arabic_letters_are_those_that_people_count_with() -> None:
    """Design, right to left: the letters are أ ب ج د هـ."""
    assert [cluster_letter(place, Script.ARABIC) for place in range(9)] == [
        "أ",
        "ب",
        "ج",
        "د",
        "هـ",
        "و",
        "ز",
        "ح",
        "ط",
    ]
    assert [cluster_letter(place, Script.ARABIC) for place in (27, 28)] == ["غ", "أأ"]


def test_no_two_clusters_have_the_same_letter() -> None:
    for script in Script:
        assert len({cluster_letter(place, script) for place in range(100)}) == 100


@pytest.mark.parametrize(
    ("language", "script"), [("ar", "arabic"), ("fa_IR", "arabic"), ("he", "latin"), ("fr", "latin")]
)
def test_a_language_has_its_letters(language: str, script: str) -> None:
    assert script_of(language).value == script


@pytest.mark.parametrize(
    ("language", "question", "script"),
    [
        ("ar", "What would help?", Script.ARABIC),
        ("en", "ما الذي يبقي كل نقطة ماء تعمل؟", Script.ARABIC),
        ("en", "", Script.LATIN),
        ("en", "מה יעזור?", Script.LATIN),
        ("en", "10: Water", Script.LATIN),
    ],
)
def test_a_board_has_the_letters_of_its_room_or_of_its_question(language: str, question: str, script: Script) -> None:
    assert room_script(room(language, question), IDEAS) is script


def test_a_board_without_a_question_goes_by_its_title() -> None:
    assert room_script(room("en", "", "أفكار"), IDEAS) is Script.ARABIC
    assert room_script(room("en", ""), BlockId("none")) is Script.LATIN

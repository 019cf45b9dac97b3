"""Texts that look alike."""

from __future__ import annotations

import pytest
from hypothesis import given as tried_with
from hypothesis import strategies as st

from facilitator.kit.alike import ALIKE, MOST_TWINS, Likeness, look_alikes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pool repair funds by district", "pool Repair funds by district"),
        ("Récolter l'eau de pluie au village", "Recolter l eau de pluie au village"),
        ("one two three four five", "five four three two"),
    ],
)
def test_the_same_words_look_alike_whatever_their_case_accents_and_order(one: str, other: str) -> None:
    assert look_alikes((one, "something else entirely", other)) == ((0, 2),)


def test_a_few_words_in_common_do_not() -> None:
    assert look_alikes(("Pool repair funds by district", "Pool spare parts by village")) == ()


def test_texts_without_words_are_not_alike() -> None:
    assert look_alikes(("…", "!")) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Solar pump", "Solar pumps"),
        ("Train two mechanics", "Train two mecanics"),
        ("مضخات شمسية", "مضخة شمسية"),
        ("Récolter l'eau", "Recolter l’eau!"),
    ],
)
def test_a_slip_of_the_pen_or_an_ending_is_nearly_the_same(one: str, other: str) -> None:
    known = Likeness()

    known.learn("a", one)
    known.learn("b", other)

    assert known.twins("a") == {"b"}
    assert known.twins("b") == {"a"}


def test_what_is_about_the_same_thing_is_not_the_same() -> None:
    known = Likeness()
    for key, text in {
        "a": "Pool repair funds",
        "b": "Repair manuals with pictures",
        "c": "🌱",
        "d": "🌱",
        "e": "",
    }.items():
        known.learn(key, text)

    assert not any(known.twins(key) for key in "abcde")


def test_a_text_that_changed_or_went_is_compared_no_more_as_it_was() -> None:
    known = Likeness()
    for key, text in {"a": "Solar pumps", "b": "Solar pumps", "c": "Solar pumps"}.items():
        known.learn(key, text)
    assert known.knows("a", "Solar pumps")

    known.learn("b", "Rain tanks")
    known.forget("c")
    known.forget("never there")

    assert known.twins("a") == frozenset()
    assert known.known() == {"a": "Solar pumps", "b": "Rain tanks"}
    known.learn("b", "Solar pumps")
    assert known.twins("a") == {"b"}


def test_of_a_thousand_that_say_the_same_each_knows_some() -> None:
    known = Likeness()
    for number in range(1000):
        known.learn(str(number), "Solar pumps")

    counts = [len(known.twins(str(number))) for number in range(1000)]

    assert max(counts) == MOST_TWINS
    assert min(counts) > 0


WORDS = st.lists(st.sampled_from(["money", "data", "time", "trust", "water", "pump", "ward"]), max_size=6)


@tried_with(st.lists(WORDS, max_size=12))
def test_however_many_there_are_every_pair_by_words_is_found(notes: list[list[str]]) -> None:
    texts = tuple(" ".join(words) for words in notes)

    found = set(look_alikes(texts))

    for second, words in enumerate(notes):
        for first, earlier in enumerate(notes[:second]):
            one, other = set(earlier), set(words)
            longer = max(len(one), len(other))
            assert ((first, second) in found) == (longer > 0 and len(one & other) >= ALIKE * longer)

"""Titles that look alike."""

from __future__ import annotations

import pytest

from facilitator.activities.dot_vote.console.twins import look_alikes


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

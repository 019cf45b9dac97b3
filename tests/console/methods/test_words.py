"""What the library says of a method, and what its filters leave."""

from __future__ import annotations

import pytest

from facilitator.activities import discover
from facilitator.beginnings.methods import method, methods
from facilitator.console.methods.words import (
    FAMILIES,
    Filter,
    TimeTaken,
    family_aim,
    family_name,
    filtered,
    minutes_words,
    people_words,
    phone_words,
    taken_words,
    uses_phones,
    who_words,
)

ALL = methods()


def left(chosen: Filter, search: str = "", times: dict[str, TimeTaken] | None = None) -> set[str]:
    return {one.key for one in filtered(ALL, chosen, search, times or {}, discover())}


def test_every_method_is_in_one_of_the_three_families() -> None:
    """ME1."""
    assert len(left(Filter.ALL)) == 105
    assert {one.family for one in ALL} == set(FAMILIES)
    assert [family_name(family) for family in FAMILIES] == ["Seeing", "Doing", "Being"]
    assert all(family_aim(family) for family in FAMILIES)


def test_short_ones_take_less_than_twenty_minutes() -> None:
    assert left(Filter.SHORT) == {one.key for one in ALL if one.minutes < 20}
    assert "one_two_four_all" in left(Filter.SHORT)


def test_without_phones_are_those_whose_activity_asks_for_none() -> None:
    found = left(Filter.NO_PHONES)

    assert found == {one.key for one in ALL if not uses_phones(one, discover())}
    assert "troika" in found
    assert {one.activity for one in ALL if one.key not in found} >= {"ideation_board", "dot_vote"}
    assert (phone_words(has_phones=True), phone_words(has_phones=False)) == ("phones or paper", "no phones needed")


def test_used_before_are_those_that_ran() -> None:
    assert left(Filter.USED, times={"troika": TimeTaken(30, 34)}) == {"troika"}
    assert taken_words(TimeTaken(30, 34)) == "Last time 34 min, planned 30"


@pytest.mark.parametrize("search", ["TROIKA", "  consult  troika ", "help from peers"])
def test_every_word_that_is_looked_for_must_stand_there(search: str) -> None:
    assert "troika" in left(Filter.ALL, search)
    assert left(Filter.ALL, f"{search} zebra") == set()


def test_lengths_and_people_are_said_in_words() -> None:
    assert [minutes_words(seconds) for seconds in (60, 150, 30, 600)] == ["1 min", "2½ min", "½ min", "10 min"]
    assert people_words(method("troika")) == "3 to 150 people"
    assert people_words(method("one_two_four_all")) == "from 4 people"
    assert all(who_words(step.who) for one in ALL for step in one.steps)

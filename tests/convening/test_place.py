"""Places: there is always room between two, and after the last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.convening.place import between, is_sound, last


@given(st.lists(st.integers(0, 1000), max_size=60))
def test_there_is_a_place_between_any_two(steps: list[int]) -> None:
    places: list[str] = []
    for step in steps:
        at = step % (len(places) + 1)
        before = places[at - 1] if at else ""
        after = places[at] if at < len(places) else ""
        new = between(before, after)
        assert before < new
        assert not after or new < after
        assert is_sound(new)
        places.insert(at, new)
    assert places == sorted(set(places))


def test_two_that_were_given_the_same_place_are_both_before_a_new_one() -> None:
    assert between("V", "V") > "V"
    assert between("V", "K") > "V"


def test_appending_stays_short() -> None:
    places: list[str] = []
    for _ in range(1000):
        places.append(last(places))

    assert places == sorted(set(places))
    assert max(map(len, places)) < 40
    assert last([""]) == last([])


def test_what_is_no_place_is_known() -> None:
    assert is_sound("")
    assert not is_sound("a b")
    assert not is_sound("V0")

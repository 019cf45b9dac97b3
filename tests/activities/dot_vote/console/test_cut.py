"""Where a ranking falls apart by itself."""

from __future__ import annotations

import pytest

from facilitator.activities.dot_vote.console.cut import above_the_cut, share_of_possible


@pytest.mark.parametrize(
    ("dots", "above"),
    [
        ((15, 15, 10, 6, 3, 2, 2, 1), 2),
        ((9, 8, 7, 3, 2, 1), 3),
        ((4, 4, 4, 4), 0),
        ((5,), 0),
        ((), 0),
        ((7, 5, 3, 3), 2),
    ],
)
def test_the_cut_lies_at_the_widest_gap_of_the_better_half(dots: tuple[int, ...], above: int) -> None:
    assert above_the_cut(dots) == above


def test_the_share_is_of_what_everybody_could_have_given_to_one_idea() -> None:
    assert share_of_possible(15, 19, 2) == 39
    assert share_of_possible(0, 0, 2) == 0

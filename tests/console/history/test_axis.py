"""The line of a day keeps its order, shortens silences, and finds what is near."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from facilitator.console.history.axis import SILENCE_MS, Axis

MOMENTS = st.lists(st.integers(0, 10**13), min_size=1, max_size=40).map(sorted)


@given(MOMENTS)
def test_the_line_keeps_the_order_and_every_moment_is_found_where_it_stands(moments: list[int]) -> None:
    axis = Axis(moments)
    shares = [axis.share(number) for number in range(len(moments))]

    assert all(before <= after for before, after in pairwise(shares))
    assert shares[0] == 0.0
    assert all(axis.share(axis.nearest(share)) == share for share in shares)
    assert all(0 <= height <= 1 for height in axis.heights(20))


def test_a_night_takes_no_more_room_than_a_pause() -> None:
    axis = Axis((0, SILENCE_MS, SILENCE_MS + 12 * 3_600_000, 2 * SILENCE_MS + 12 * 3_600_000))

    assert [round(axis.share(number), 3) for number in range(4)] == [0.0, 0.333, 0.667, 1.0]


def test_a_clock_that_was_set_back_leaves_the_order_as_it_is() -> None:
    axis = Axis((10_000, 20_000, 5_000, 15_000))

    assert [axis.share(number) for number in range(4)] == [0.0, 0.5, 0.5, 1.0]


def test_an_empty_line_has_no_moment() -> None:
    axis = Axis(())

    assert (axis.nearest(0.5), axis.share(0), axis.heights(3)) == (-1, 0.0, [0.0, 0.0, 0.0])


def test_where_most_happened_the_mark_is_highest() -> None:
    heights = Axis((0, 1, 2, 3, 1000, 2000)).heights(4)

    assert heights[0] == 1.0
    assert 0 < heights[3] < 1

"""Which backups stay, by the calendar."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from facilitator.store.retention import DAYS, RECENT, UPGRADES, WEEKS, outlived

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
MONDAY = 1_805_068_800_000
"""Monday 15 March 2027, midnight in Greenwich."""


@dataclass(frozen=True)
class Made:
    at: int
    is_before_upgrade: bool = False


def stay(*made: Made) -> list[int]:
    gone = outlived(made)
    return sorted((each.at for each in made if each not in gone), reverse=True)


def test_the_six_newest_stay() -> None:
    made = [Made(MONDAY + number * 10 * MINUTE) for number in range(20)]

    assert stay(*made) == [each.at for each in reversed(made[-RECENT:])]


def test_the_last_one_of_each_of_seven_days_stays() -> None:
    made = [Made(MONDAY + day * DAY + hour * 60 * MINUTE) for day in range(12) for hour in range(9, 18)]

    kept = stay(*made)

    last_of_days = [MONDAY + day * DAY + 17 * 60 * MINUTE for day in range(12)]
    assert kept[RECENT:][: DAYS - 1] == last_of_days[-DAYS:-1][::-1]
    # Before these seven days only the Sunday of the week before is left.
    assert kept[RECENT + DAYS - 1 :] == []


def test_the_last_one_of_each_of_four_weeks_stays() -> None:
    made = [Made(MONDAY + day * DAY + 17 * 60 * MINUTE) for day in range(7 * 8)]

    kept = stay(*made)

    sundays = [MONDAY + (week * 7 + 6) * DAY + 17 * 60 * MINUTE for week in range(8)]
    assert kept == sorted({*(each.at for each in made[-DAYS:]), *sundays[-WEEKS:]}, reverse=True)


def test_a_year_in_a_drawer_costs_no_backup() -> None:
    before = [Made(MONDAY + day * DAY) for day in range(4)]

    assert stay(*before, Made(MONDAY + 365 * DAY)) == [MONDAY + 365 * DAY, *(each.at for each in reversed(before))]


def test_the_way_back_from_an_upgrade_stays_beside_all_others() -> None:
    upgrades = [Made(MONDAY - 400 * DAY + number * MINUTE, is_before_upgrade=True) for number in range(UPGRADES + 3)]
    made = [Made(MONDAY + number * MINUTE) for number in range(RECENT)]

    assert stay(*upgrades, *made) == [each.at for each in (*made[::-1], *upgrades[:2:-1])]


@given(st.lists(st.builds(Made, st.integers(0, 400 * DAY), st.booleans()), unique_by=lambda made: made.at, max_size=60))
def test_what_stays_is_not_outlived_by_itself_and_is_never_more_than_a_folder_holds(made: list[Made]) -> None:
    gone = outlived(made)
    kept = [each for each in made if each not in gone]

    assert not outlived(kept)
    assert len(kept) <= RECENT + DAYS + WEEKS + UPGRADES
    assert not made or max(made, key=lambda each: each.at) in kept

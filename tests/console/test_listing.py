"""Which convening comes next, and which are found."""

from __future__ import annotations

from datetime import date

from facilitator.console.listing import day_ribbon, ends, people_words, shelved
from facilitator.convening.gathering import LIVE, OVER
from tests.console.listed import listed

TODAY = date(2027, 3, 18)


def test_the_next_convening_is_the_nearest_one_ahead() -> None:
    far, near, undated = listed("Far", "2027-05-01"), listed("Near", "2027-03-19"), listed("Someday", "")

    shelf = shelved([undated, far, near], TODAY)

    assert [each.title for each in shelf.next] == ["Near"]
    assert [each.title for each in shelf.coming] == ["Far", "Someday"]


def test_what_is_live_comes_first_whatever_its_date() -> None:
    shelf = shelved([listed("Tomorrow", "2027-03-19"), listed("Running", "2027-03-01", state=LIVE)], TODAY)

    assert [each.title for each in shelf.next] == ["Running"]


def test_what_is_over_lies_behind_the_newest_first() -> None:
    old, older, closed = (
        listed("Old", "2027-02-01"),
        listed("Older", "2027-01-01"),
        listed("Done", "2027-03-18", state=OVER),
    )

    shelf = shelved([older, closed, old], TODAY)

    assert not shelf.next
    assert [each.title for each in shelf.past] == ["Done", "Old", "Older"]


def test_people_are_counted_with_their_countries() -> None:
    assert people_words(listed("A", "", people=22, countries=7)) == "22 people from 7 countries"
    assert people_words(listed("A", "", people=1, countries=1)) == "1 person"


def test_a_day_ends_after_its_blocks() -> None:
    convening = listed("A", "", blocks=(("gather", 15), ("pause", 60)))

    assert ends(convening) == 9 * 60 + 75
    assert [block.category for block in day_ribbon(convening.blocks).blocks] == ["gather", "pause"]

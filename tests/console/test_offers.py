"""What can be put on an agenda."""

from __future__ import annotations

from facilitator.activities import discover
from facilitator.beginnings.methods import method, shelf
from facilitator.console.offers import offers, talk
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.steps import seconds_of


def test_every_activity_the_methods_of_the_shelf_and_two_breaks_are_on_offer() -> None:
    offered = offers(discover())

    assert {offer.planned.block.activity for offer in offered} == set(discover())
    assert [offer.title for offer in offered if offer.category == "pause"] == ["Break", "Lunch"]
    assert [offer.planned.block.method for offer in offered if offer.planned.block.method] == list(shelf())
    assert {offer.category for offer in offered} == {"gather", "think", "decide", "act", "pause"}


def test_a_method_is_offered_as_it_stands_in_the_library() -> None:
    """1-2-4-All comes with its four steps; nothing of it is written twice."""
    offered = next(offer for offer in offers(discover()) if offer.planned.block.method == "one_two_four_all")
    told = method("one_two_four_all")

    assert (offered.title, offered.minutes) == (told.name, told.minutes)
    assert [step.text for step in offered.planned.steps] == [step.text for step in told.steps]
    assert seconds_of(offered.planned.steps) == offered.minutes * 60


def test_an_offer_becomes_a_block_at_its_place() -> None:
    block = talk().wish(FIRST_DAY, "V").block

    assert (block.title, block.activity, block.minutes, block.place) == ("Talk", "plain", 15, "V")

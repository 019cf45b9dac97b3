"""What can be put on an agenda."""

from __future__ import annotations

from facilitator.activities import discover
from facilitator.console.offers import offers, talk


def test_every_activity_and_two_breaks_are_on_offer() -> None:
    offered = offers(discover())

    assert {offer.activity for offer in offered} == set(discover())
    assert [offer.title for offer in offered if offer.category == "pause"] == ["Break", "Lunch"]
    assert offered[0] == talk()


def test_an_offer_becomes_a_block_at_its_place() -> None:
    block = talk().block("V")

    assert (block.title, block.activity, block.minutes, block.place) == ("Talk", "plain", 15, "V")

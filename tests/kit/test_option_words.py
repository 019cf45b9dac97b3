"""What is chosen from, in words."""

from __future__ import annotations

from facilitator.convening.cards import Card
from facilitator.convening.harvest import Sheaf
from facilitator.convening.ids import CardId
from facilitator.kit.option_words import option_words
from tests.convening.given import given

GROUP, ONE, TWIN = CardId("group"), CardId("one"), CardId("twin")
CARDS = (Card(GROUP, "Money that lasts", source="cluster"), Card(ONE, "Money"), Card(TWIN, "Funds", merged_into=ONE))


def test_an_idea_stands_for_itself_and_a_cluster_says_how_many_it_holds() -> None:
    records = given(*CARDS, Sheaf(GROUP, (ONE, TWIN, "gone"))).records

    assert option_words(records, records[Card][ONE]) == "Money"
    assert option_words(records, records[Card][GROUP]) == "Money that lasts · 1 idea"


def test_it_is_said_in_the_language_that_is_handed_in() -> None:
    records = given(*CARDS, Sheaf(GROUP, (ONE, TWIN, GROUP))).records

    def counted(_one: str, _many: str, count: int) -> str:
        return f"{count} fikra"

    assert option_words(records, records[Card][GROUP], counted) == "Money that lasts · 2 fikra"

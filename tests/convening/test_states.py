"""Setting a record to a state, and taking one away with what hangs on it."""

from __future__ import annotations

from dataclasses import replace

from facilitator.activities.ideation_board.rules import Cluster, Placement
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, ClusterId
from facilitator.convening.states import removal, stated
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import added
from tests.convening.given import BOARD, given

CARD = Card(CardId("card"), "Money")
CLUSTER = Cluster(ClusterId("cluster"), BOARD.id, "Money", "V")


def test_a_state_is_made_set_or_left_alone() -> None:
    assert stated(given().records, CARD) == (added(CARD),)
    room = given(CARD)
    assert stated(room.records, CARD) == ()
    (change,) = stated(room.records, replace(CARD, text="Data"))
    assert (change.set, change.was) == ({"text": "Data"}, {"text": "Money"})


def test_a_group_is_set_whole() -> None:
    box = Timebox(BOARD.id, started=5, length_ms=7)
    (change,) = stated(given(box).records, replace(box, paused_at=6))

    assert change.set == {"started": 5, "paused_at": 6, "length_ms": 7}


def test_what_hangs_on_a_record_goes_first_and_once() -> None:
    room = given(CARD, CLUSTER, Placement(CARD.id, BOARD.id, CLUSTER.id))

    going = [(change.table, change.id) for change in removal(room.records, BOARD)]

    assert going[-1] == ("block", BOARD.id)
    assert sorted(going) == [("block", "board"), ("cluster", "cluster"), ("placement", "card")]

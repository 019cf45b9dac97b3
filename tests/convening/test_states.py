"""Setting a record to a state, and taking one away with what hangs on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from facilitator.activities.ideation_board.rules import Cluster, Placement
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, CardId, ClusterId, StepId
from facilitator.convening.records import Records
from facilitator.convening.states import differing, removal, stated, with_fields
from facilitator.convening.steps import Step
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import Record, added
from tests.convening.given import BOARD, given, refused

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

    assert change.set == {"started": 5, "paused_at": 6}


def test_what_hangs_on_a_record_goes_first_and_once() -> None:
    room = given(CARD, CLUSTER, Placement(CARD.id, BOARD.id, CLUSTER.id))

    going = [(change.table, change.id) for change in removal(room.records, BOARD)]

    assert going[-1] == ("block", BOARD.id)
    assert sorted(going) == [("block", "board"), ("cluster", "cluster"), ("placement", "card")]


def test_what_hangs_by_a_long_chain_goes_too() -> None:
    """A file from elsewhere may say that a step is within one that is within another, without end, or in a ring."""
    chain = [Step(StepId(f"s{n}"), BlockId(""), "x", within=StepId(f"s{n - 1}")) for n in range(1, 3000)]
    ring = Step(StepId("s0"), BOARD.id, "x", within=StepId("s2999"))
    room = given(ring, *chain)

    assert len(removal(room.records, BOARD)) == 3001


class Counting(Records):
    """Records that count how often each table is gone through."""

    __slots__ = ("looks",)

    def __init__(self, records: Records) -> None:
        super().__init__(records.kinds, {name: records.table(name) for name in records.kinds})
        self.looks: list[str] = []

    def table(self, name: str) -> Mapping[str, Record[Any]]:
        self.looks.append(name)
        return super().table(name)


def test_a_day_of_thousands_of_steps_is_looked_through_once() -> None:
    """Each step asked anew what hangs on it: a day of 60 blocks with 60 steps took ten seconds to go."""
    records = Counting(given(*(Step(StepId(f"s{n}"), BOARD.id, "x") for n in range(3600))).records)

    assert len(removal(records, BOARD)) == 3601
    assert records.looks.count("step") <= 2


def test_only_the_named_fields_are_taken_from_what_somebody_wants() -> None:
    wanted = replace(CARD, text="Data", language="fr")

    assert differing(CARD, wanted) == ("text", "language")
    assert with_fields(CARD, wanted, ("text",)) == replace(CARD, text="Data")
    assert with_fields(CARD, wanted, ()) == wanted


def test_a_field_that_a_record_has_not_is_refused() -> None:
    with refused("form.unreadable"):
        with_fields(CARD, CARD, ("text", "أفكار"))

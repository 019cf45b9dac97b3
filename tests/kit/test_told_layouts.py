"""What is done with layouts is told in a sentence, and why one is refused."""

from __future__ import annotations

import json

from facilitator.activities.ideation_board import ACTIVITY
from facilitator.activities.ideation_board.rules import AddIdea, LayOut, NameEnd, PutInZone, ShiftNotes
from facilitator.convening.cards import Card
from facilitator.convening.history import Glance, History
from facilitator.kit.told import tell
from facilitator.paths import resources
from tests.convening.given import BOARD, BOOK, given

LAYOUTS = json.loads((resources() / "templates/board_layouts.json").read_text(encoding="utf-8"))
MATRIX = json.dumps(next(each for each in LAYOUTS if each["key"] == "impact_effort"))


def test_each_step_of_laying_out_is_told() -> None:
    room = given()
    room.when(AddIdea("Pool repair funds"), at=BOARD.id)
    (card,) = room.records[Card]
    moves = (
        LayOut(MATRIX), PutInZone((card,), "quick_wins"), ShiftNotes((card,), 50, 0), NameEnd("left", "Cheap"),
        PutInZone((card,), ""),
    )  # fmt: skip
    for wish in moves:
        room.when(wish, at=BOARD.id)

    history = History(BOOK)
    glances = [history.add(fact) for fact in room.facts]
    told = [
        tell(ACTIVITY.told[glance.fact.kind], Glance(glance.fact, glance.before, room.records), lambda _who: "")
        for glance in glances[1:]
    ]

    assert [line.replace("\u2068", "").replace("\u2069", "") for line in told] == [
        "You gave the board another layout. Every note keeps its place in each.",
        "You moved notes on the canvas.",
        "You moved notes on the canvas.",
        "You named the end of an axis.",
        "You took ideas off the canvas. They are in Unsorted.",
    ]


def test_a_zone_that_lies_elsewhere_is_named_in_the_sentence() -> None:
    sentence = ACTIVITY.refusals["layout.zone_astray"].format(zone="Stop")

    assert sentence == "The zone “Stop” of this layout does not lie on its canvas."

"""Plain: a talk or a break has nothing to wish."""

from __future__ import annotations

from facilitator.activities.plain.rules import RULES, decide
from facilitator.convening.ids import HOST, WishId
from facilitator.convening.stage_state import BlankStage
from facilitator.convening.words import Moment, Role
from tests.convening.given import LUNCH, given, refused


def test_a_talk_or_a_break_decides_nothing() -> None:
    with refused("wish.unknown"):
        decide(given().records, BlankStage(), Moment(HOST, Role.GUIDE, 0, LUNCH.id, WishId("w")))
    assert RULES.wishes == ()

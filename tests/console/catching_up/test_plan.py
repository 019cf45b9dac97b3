"""What catching up offers at one moment."""

from __future__ import annotations

from dataclasses import replace

from facilitator.console.catching_up.plan import best_of, plan_at
from facilitator.convening.catch_up import BUFFERS, DROP, MOVE_END, SHORTEN, Way, Ways
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.ids import BlockId
from facilitator.convening.planning import Replan
from tests.console.late import Late


def four(*won: int) -> Ways:
    codes = (BUFFERS, SHORTEN, DROP, MOVE_END)
    first, second, third, last = (
        Way(code, Replan(FIRST_DAY), 960, minutes, "" if minutes or code == MOVE_END else "none_left")
        for code, minutes in zip(codes, won, strict=True)
    )
    return first, second, third, last


def test_the_gentlest_way_that_makes_up_for_all_is_chosen_first() -> None:
    assert best_of(four(6, 6, 10, 0), 6).code == BUFFERS
    assert best_of(four(4, 6, 10, 0), 6).code == SHORTEN
    assert best_of(four(4, 2, 10, 0), 6).code == DROP
    assert best_of(four(4, 0, 0, 0), 6).code == BUFFERS
    assert best_of(four(0, 0, 0, 0), 6).code == MOVE_END


def test_the_end_that_people_were_told_is_said_too(late: Late) -> None:
    late.run_over(8)
    late.room.say(Replan(FIRST_DAY, told=12 * 60))

    plan = plan_at(late.room.records, late.room.clock(), "", BlockId(""), frozenset())

    assert plan.told == "It is 09:28. Likely end 12:07, planned 11:59. People were told 12:00."
    assert plan.title == "Catch up 7 minutes"


def test_a_block_chosen_to_go_is_the_one_that_goes(late: Late) -> None:
    late.run_over(8)
    ideas = late.block("Ideas")

    plan = plan_at(late.room.records, late.room.clock(), DROP, ideas.id, frozenset())

    assert plan.chosen.wish.blocks == (ideas.id,)
    assert [row.is_dropped for row in plan.rest.rows if row.block == ideas.id] == [True]
    assert replace(plan.chosen, choices=()).won == 40

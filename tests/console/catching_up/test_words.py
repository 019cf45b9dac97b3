"""The ways in words."""

from __future__ import annotations

from facilitator.console.catching_up.words import told_words, way_rows
from facilitator.convening.catch_up import BUFFERS, DROP, IN_VAIN, MOVE_END, NONE_LEFT, ON_TIME, SHORTEN, TOO_LATE, Way
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.planning import Replan
from tests.console.conftest import Room


def not_possible(code: str, why: str) -> Way:
    return Way(code, Replan(FIRST_DAY), 960, 0, why)


def test_each_way_says_what_it_takes_from_whom(room: Room) -> None:
    talk, ideas = room.block("Talk", minutes=30), room.block("Ideas", minutes=40)
    records = room.records

    def told(code: str, *minutes: int, to: int = -1) -> str:
        return told_words(records, Way(code, Replan(FIRST_DAY, (talk, ideas)[: len(minutes)], minutes, to), 960, 4))

    assert told(BUFFERS, 20, 36) == "2 buffers give 14 min."
    assert told(BUFFERS, 20) == "1 buffer gives 10 min."
    assert told(SHORTEN, 25, 35) == "2 blocks give 5 min each."
    assert told(SHORTEN, 29) == "1 block gives 1 min."
    assert told(SHORTEN, 29, 30) == "2 blocks give 1 to 10 min each."
    assert told(DROP, 0) == "“Talk” is left out."
    assert told(MOVE_END, to=966) == "Nothing changes. People count on 16:06 from then on."


def test_a_way_that_does_not_work_says_why(room: Room) -> None:
    why = {
        (code, reason): told_words(room.records, not_possible(code, reason))
        for code in (BUFFERS, SHORTEN, DROP)
        for reason in (NONE_LEFT, ON_TIME, IN_VAIN)
    }

    assert len({why[code, NONE_LEFT] for code in (BUFFERS, SHORTEN, DROP)}) == 3
    assert all(why.values())
    assert told_words(room.records, not_possible(MOVE_END, TOO_LATE)) == "That is past midnight of the next day."


def test_a_card_is_said_in_one_breath(room: Room) -> None:
    four = (
        not_possible(BUFFERS, NONE_LEFT),
        not_possible(SHORTEN, NONE_LEFT),
        not_possible(DROP, NONE_LEFT),
        Way(MOVE_END, Replan(FIRST_DAY, told=966), 966, 0),
    )

    rows = way_rows(room.records, four, MOVE_END)

    assert rows[0].said() == "1 Use the buffers ahead, No buffer is left."
    assert rows[3].said().startswith("4 End later, and say so, Nothing changes.")
    assert rows[3].said().endswith("16:06, 0 min won, chosen")

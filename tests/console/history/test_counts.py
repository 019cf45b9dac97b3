"""A moment in numbers."""

from __future__ import annotations

from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.reservations import SendReservation
from facilitator.activities.scale.rules.support import SetRule
from facilitator.console.history.counts import clock_words, counts_words
from facilitator.convening.ballots import OpenRound
from facilitator.convening.clock import StartBlock
from facilitator.convening.ids import RoundId
from tests.console.conftest import MINUTE, Room
from tests.console.history.told import chronicle_of, morning


def test_ideas_and_who_they_are_from_are_counted_as_they_were(room: Room) -> None:
    morning(room)
    history = chronicle_of(room).history
    told = [counts_words(history.records_at(place), room.activities) for place in (5, 6, 7, len(history))]

    assert told == [
        "No ideas yet.",
        "2 ideas from 1 person.",
        "3 ideas from 2 people.",
        "3 ideas from 2 people, in 1 cluster.",
    ]


def test_the_clock_says_what_was_left_or_what_was_over(room: Room) -> None:
    morning(room)
    box = next(iter(room.records.table("timebox").values()))
    began: int = box.began  # type: ignore[attr-defined]

    def said(minutes: int, *, is_now: bool) -> str:
        return clock_words(room.records, began + minutes * MINUTE, is_now=is_now)

    assert said(32, is_now=False) == "8 minutes of “Ideas” were left."
    assert said(39, is_now=True) == "1 minute of “Ideas” are left."
    assert said(45, is_now=False) == "“Ideas” was 5 minutes over its time."
    assert said(45, is_now=True) == "“Ideas” is 5 minutes over its time."
    assert clock_words(chronicle_of(room).history.records_at(2), began, is_now=False) == ""


def test_a_block_without_ideas_of_its_own_tells_of_all(room: Room) -> None:
    morning(room)
    room.say(StartBlock(room.block("Lunch")))

    assert counts_words(room.records, room.activities) == "3 ideas from 2 people."


def test_what_holds_somebody_back_is_no_idea(room: Room) -> None:
    morning(room)
    block = room.block("Agreement", "scale")
    room.say(StartBlock(block))
    for wish in (SetProposal("One open map"), SetRule(1)):
        room.say(wish, block)
    asked = RoundId(f"{room.say(OpenRound(tuple('12345678')), block).id}.1")

    room.say(SendReservation(asked, "Herders’ routes could be read from it."), block)

    assert counts_words(room.records, room.activities) == "3 ideas from 2 people."

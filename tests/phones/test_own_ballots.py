"""A person's own sealed ballot, for that person's phones only."""

from __future__ import annotations

import threading
from collections.abc import Callable

from facilitator.activities.ideation_board.rules import RevealBoard
from facilitator.convening.ballots import OpenRound
from facilitator.phones.own_ballots import OwnBallots
from tests.phones.room import Phone, Room


def ask_to_vote(room: Room, voter: Phone) -> tuple[str, str]:
    board = room.start("ideation_board")
    voter.say("ideation_board", "add_idea", text="One")
    room.tell(RevealBoard(), board)
    card = next(iter(room.records.table("card")))
    vote = room.start("dot_vote")
    return room.tell(OpenRound((card,), 2, 2), vote).id + ".1", card


def test_it_is_fetched_when_its_person_comes_and_is_old_once_they_vote_again(
    room: Room, phone: Callable[[], Phone]
) -> None:
    joined = phone().join("Wambui")
    person = next(p.id for p in room.records.table("person").values() if getattr(p, "name", "") == "Wambui")
    round_, card = ask_to_vote(room, joined)
    joined.say("dot_vote", "cast_ballot", round=round_, number=3, choice=[card])
    has_come = threading.Event()
    ballots = OwnBallots(room.desk, has_come.set)

    ballots.came([person, "nobody"])

    assert has_come.wait(10)
    assert ballots.known() == {person: {"round": round_, "number": 3, "choice": [card]}}
    assert (ballots.take_news(), ballots.take_news()) == (True, False)
    ballots.changed([person])
    assert ballots.known() == {}


def test_without_a_sealed_round_nobody_is_asked(room: Room) -> None:
    ballots = OwnBallots(room.desk, lambda: None)

    ballots.came(["amina"])

    assert ballots.known() == {}

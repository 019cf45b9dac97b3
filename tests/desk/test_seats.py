"""Seats on a real desk: a phone that got its earlier seat back speaks, votes and is asked as who sits there."""

from __future__ import annotations

from pathlib import Path

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.convening.ballots import CastBallot, Turnout
from facilitator.convening.cards import Card
from facilitator.convening.ids import PersonId
from facilitator.convening.people import Join, Person
from facilitator.convening.seats import MoveSeat
from tests.convening.given import refused
from tests.desk.room import opened


def test_a_phone_that_got_its_earlier_seat_back_speaks_as_who_sits_there(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        room.hear(Join(""), "empty")
        again = room.seat_of("")
        amina = room.seat_of("Amina")
        heard: list[tuple[str, str]] = []
        room.desk.listen(lambda news: heard.extend(news.seated))

        room.tell(MoveSeat(again, amina))
        room.hear(AddIdea("Trust"), "empty", board)
        room.desk.errand(lambda _: None).result(20)

        assert heard == [("empty", amina)]
        assert [card.by for card in room.desk.news.records[Card].values()] == [amina]
        assert again not in room.desk.news.records[Person]


def test_two_phones_of_one_person_are_one_voter(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, (money, *_) = room.open_vote()
        room.hear(Join(""), "empty")
        room.tell(MoveSeat(room.seat_of(""), room.seat_of("Amina")))

        room.hear(CastBallot(round_, 1, (money,)), "phone0", vote)
        room.hear(CastBallot(round_, 2, (money, money)), "empty", vote)

        turnout = room.desk.news.records[Turnout][round_]
        assert (turnout.ballots, turnout.dots) == (1, 2)


def test_a_phone_that_has_voted_stays_where_it_is_and_keeps_its_seat(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, (money, *_) = room.open_vote()
        room.hear(Join(""), "empty")
        again = room.seat_of("")
        room.hear(CastBallot(round_, 1, (money,)), "empty", vote)

        with refused("person.has_voted"):
            room.tell(MoveSeat(again, room.seat_of("Amina")))
        room.hear(CastBallot(round_, 2, (money, money)), "empty", vote)

        assert room.desk.news.records[Turnout][round_].ballots == 1
        assert again in room.desk.news.records[Person]


def test_a_seat_that_moved_is_the_same_after_the_next_start(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        room.hear(Join(""), "empty")
        amina = room.seat_of("Amina")
        room.tell(MoveSeat(room.seat_of(""), amina))
    with opened(data_folder) as room:
        room.hear(AddIdea("Trust"), "empty", board)

        assert [card.by for card in room.desk.news.records[Card].values()] == [PersonId(amina)]

"""A desk that forgets somebody: nothing in it rests of them, and it goes on when the disk does not take the rest."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from facilitator.convening.ballots import Progress, Turnout
from facilitator.convening.forgetting import ForgetPerson
from facilitator.convening.ids import PersonId
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.desk.forgetting import finish_forgetting
from facilitator.store.forgetting import is_owed
from facilitator.store.opening import connect
from tests.desk.room import STREAM, OpenDesk, opened
from tests.store.grep import files_with

NAME, WHO = "Sídíkátù", PersonId("5f0c77aa")


def named(room: OpenDesk) -> None:
    room.prepare()
    room.tell(AddPerson(Person(WHO, NAME), Contact(WHO, "s@example.org")))


def test_the_devices_of_the_forgotten_lose_their_seat_and_everybody_hears_it(data_folder: Path) -> None:
    with opened(data_folder) as room:
        named(room)
        heard: list[tuple[str, str]] = []
        room.desk.listen(lambda news: heard.extend(news.seated))
        person = next(p.id for p in room.desk.news.records[Person].values() if p.name == "Amina")

        room.tell(ForgetPerson(person))
        room.desk.errand(lambda _: None).result(20)

        assert heard == [("phone0", "")]


def test_a_round_that_is_open_goes_on_with_its_ballots(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0],), (cards[1],), (cards[1],)])
        person = next(p.id for p in room.desk.news.records[Person].values() if p.name == "Amina")

        room.tell(ForgetPerson(person))
        room.tell(AddPerson(Person(WHO, NAME), Contact(WHO)))

        turnout = room.desk.news.records[Turnout][round_]
        assert (turnout.ballots, turnout.dots) == (3, 3)
        assert person not in {each.person for each in room.desk.news.records[Progress].values()}


def test_a_disk_that_does_not_take_it_leaves_the_desk_at_work_and_the_next_start_goes_on(data_folder: Path) -> None:
    made: list[sqlite3.Connection] = []

    def make(path: Path) -> sqlite3.Connection:
        made.append(connect(path))
        made[-1].set_trace_callback(stop_at_vacuum)
        return made[-1]

    def stop_at_vacuum(statement: str) -> None:
        made[-1].set_progress_handler((lambda: 1) if statement == "vacuum" else None, 1)

    with opened(data_folder, make) as room:
        named(room)
        room.tell(ForgetPerson(WHO))

        assert room.desk.errand(lambda open_: is_owed(open_.connection)).result(20)
        assert WHO not in room.desk.news.records[Person]
        room.tell(AddPerson(Person(PersonId("77"), "Wanjirũ"), Contact(PersonId("77"))))

    with opened(data_folder) as room:
        assert "Wanjirũ" in {person.name for person in room.desk.news.records[Person].values()}
        assert not room.desk.errand(lambda open_: is_owed(open_.connection)).result(20)
        assert files_with(data_folder, NAME) == []


def test_with_nothing_owed_the_records_are_what_they_were(data_folder: Path) -> None:
    with opened(data_folder) as room:
        named(room)
        before = room.desk.news.records

        after, is_done = room.desk.errand(
            lambda open_: finish_forgetting(open_, open_.sealed(), before, STREAM)
        ).result(20)

        assert is_done
        assert dict(after[Person]) == dict(before[Person])

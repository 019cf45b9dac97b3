"""A desk that forgets somebody: nothing in it rests of them, and it goes on when the disk does not take the rest."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.convening.ballots import Progress, Turnout
from facilitator.convening.cards import Card, EditCard, RemoveCard
from facilitator.convening.forgetting import ForgetPerson, Ideas
from facilitator.convening.ids import HOST, BlockId, CardId, PersonId
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.undo import RedoLast, UndoLast
from facilitator.convening.words import Refusal, Role, Wish
from facilitator.desk.forgetting import finish_forgetting
from facilitator.store.forgetting import is_owed
from facilitator.store.opening import connect
from facilitator.store.projection import rebuild
from tests.convening.given import AMINA, BOOK, TOMAS
from tests.desk.laptop import rows
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


def test_no_record_of_an_open_desk_knows_the_name_live_or_resting(data_folder: Path) -> None:
    with opened(data_folder) as room:
        named(room)
        assert NAME in all_that_is_held(room.desk.news.records)

        room.tell(ForgetPerson(WHO))
        assert NAME not in all_that_is_held(room.desk.news.records)
        assert NAME not in all_that_is_held(room.desk.news.room)
        room.tell(AddPerson(Person(PersonId("77"), "Wanjirũ"), Contact(PersonId("77"))))

        assert NAME not in all_that_is_held(room.desk.news.records)
        assert "Wanjirũ" in all_that_is_held(room.desk.news.records)


def all_that_is_held(records: Records) -> str:
    return repr([(dict(records.table(name)), dict(records.resting(name))) for name in records.kinds])


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


Step = tuple[str, str]
STEPS = st.lists(
    st.tuples(st.sampled_from((HOST, AMINA, TOMAS, WHO)), st.sampled_from(("add", "edit", "remove", "undo", "redo"))),
    min_size=4,
    max_size=24,
)


def take(room: OpenDesk, step: Step, board: BlockId, number: int) -> str:
    """Somebody does something; give the id of the fact that is acknowledged, "" for a refusal."""
    by, what = PersonId(step[0]), step[1]
    own = [card.id for card in room.desk.news.records[Card].values() if by in (card.by, HOST)]
    wish: Wish = {
        "edit": EditCard(own[-1] if own else CardId(""), f"idea {number}, said anew"),
        "remove": RemoveCard(own[0] if own else CardId("")),
        "undo": UndoLast(),
        "redo": RedoLast(),
    }.get(what, AddIdea(f"idea {number} of {by}"))
    try:
        receipt = room.desk.say(wish, by=by, role=Role.GUIDE, activity=board).result(20)
    except Refusal:
        return ""
    return receipt.id


def bodies(room: OpenDesk) -> dict[str, tuple[str, str]]:
    """Who said each fact, and its body, as they lie on the disk."""
    asked = "select id, by, body from fact order by seq"
    found = room.desk.errand(lambda open_: open_.connection.execute(asked).fetchall()).result(20)
    return {key: (by, body) for key, by, body in found}


@given(before=STEPS, after=STEPS, ideas=st.sampled_from(Ideas))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_said_others_lose_nothing_and_can_still_undo(
    tmp_path_factory: pytest.TempPathFactory, before: list[Step], after: list[Step], ideas: Ideas
) -> None:
    folder = tmp_path_factory.mktemp("others")
    with opened(folder) as room:
        board, _ = room.prepare()
        room.tell(AddPerson(Person(WHO, NAME), Contact(WHO, "s@example.org")))
        said = {take(room, step, board, number) for number, step in enumerate(before)} - {""}
        was = bodies(room)
        room.tell(ForgetPerson(WHO, ideas))
        said |= {take(room, step, board, 100 + number) for number, step in enumerate(after) if step[0] != WHO} - {""}
        for person in (HOST, AMINA, TOMAS):
            while take(room, (person, "undo"), board, 0):
                pass

        now = bodies(room)
        theirs = {key for key, (by, body) in was.items() if WHO not in (by, *body.split('"'))}
        assert said <= now.keys() | refused_ids(room)
        if ideas is Ideas.STAY:
            assert {key: now[key] for key in theirs} == {key: was[key] for key in theirs}
        texts = [card.text for card in room.desk.news.records[Card].values()]
        assert not [text for text in texts if ideas is Ideas.GO and text.endswith(WHO)]
        stored = room.desk.errand(lambda open_: rows(open_.connection)).result(20)
        room.desk.errand(lambda open_: rebuild(open_.connection, BOOK.kinds)).result(20)
        assert room.desk.errand(lambda open_: rows(open_.connection)).result(20) == stored
    assert files_with(folder, NAME) == []


def refused_ids(room: OpenDesk) -> set[str]:
    """The ids of wishes that were acknowledged and made no fact."""
    asked = "select id from receipt"
    return {key for (key,) in room.desk.errand(lambda open_: open_.connection.execute(asked).fetchall()).result(20)}

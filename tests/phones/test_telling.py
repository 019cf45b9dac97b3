"""What a gateway has to be told next: only what differs."""

from __future__ import annotations

from typing import Any

from facilitator.activities import discover
from facilitator.activities.ideation_board.rules import Placement
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, PersonId
from facilitator.convening.people import Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.room import RoomView
from facilitator.convening.words import added
from facilitator.desk.news import News
from facilitator.phones.telling import Telling
from tests.phones.test_wishes import BOARD, LIVE, ON_BOARD, room

AMINA = Person(PersonId("amina"), "Amina", is_here=True)
TOMAS = Person(PersonId("tomas"), "Tomás", is_here=True)
WORD = Contact(AMINA.id, email="amina@example.org", word="bcdf ghjk")
VIEW = RoomView(())
NINE = 1_805_360_400_000


def news(records: Records, seq: int) -> News:
    return News(records, VIEW.of(records), seq)


def begin() -> tuple[Telling, Records, dict[str, Any]]:
    records = room(LIVE, BOARD, ON_BOARD, AMINA, TOMAS, WORD)
    telling = Telling(discover(), dict, lambda: NINE)
    return telling, records, telling.start(news(records, 1), {"epoch": "e"})


def test_the_first_line_says_everything_the_room_may_see_and_nothing_else() -> None:
    _, _, start = begin()

    assert (start["t"], start["seq"], start["epoch"]) == ("start", 1, "e")
    assert {table for table, _, _ in start["changes"]} == {"convening", "block", "stage", "person"}
    assert "amina@example.org" not in str(start)


def test_everybody_who_is_here_is_told_their_name_and_their_words() -> None:
    _, _, start = begin()

    assert start["mine"]["amina"] == {"name": "Amina", "language": "", "word": "bcdf ghjk"}


def test_an_idea_is_told_to_its_author_and_as_a_difference_to_all() -> None:
    telling, records, _ = begin()
    card = Card(CardId("c"), "Rotate", by=AMINA.id)

    told = list(telling.next(news(records.after((added(card), added(Placement(card.id, BOARD.id)))), 2)))

    assert [(line["t"], line.get("person")) for line in told] == [("mine", "amina"), ("room", None)]
    assert told[0]["mine"]["ideas"] == [{"id": "c", "text": "Rotate", "is_signed": False}]
    assert [table for table, _, _ in told[1]["changes"]] == ["card", "placement"]


def test_nothing_new_is_an_empty_line() -> None:
    telling, records, _ = begin()

    (line,) = telling.next(news(records, 2))

    assert (line["t"], line["seq"], line["changes"]) == ("room", 2, [])


def test_the_time_that_is_told_is_the_rooms() -> None:
    telling, records, _ = begin()

    (line,) = telling.next(news(records, 2))

    assert line["now_ms"] == NINE


def test_a_newcomer_is_told_their_name_at_once_and_somebody_known_is_not_told_less() -> None:
    telling, records, _ = begin()
    kofi = Person(PersonId("kofi"), "Kofi", is_here=True)
    now = news(records.after((added(kofi),)), 2)

    newcomer = telling.newcomer(now, "kofi")

    assert newcomer is not None
    assert newcomer["mine"] == {"name": "Kofi", "language": "", "word": ""}
    assert telling.newcomer(now, "amina") is None

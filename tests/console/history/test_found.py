"""What was found, in the words of its record."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.console.history.found import found_words, texts_of
from facilitator.convening.cards import Card
from facilitator.convening.findable import Place
from facilitator.convening.ids import BlockId, CardId, ConveningId
from facilitator.convening.words import changed
from tests.console.conftest import Room
from tests.console.history.told import morning, plain


def test_the_record_says_its_words_as_they_are_now(room: Room) -> None:
    board = morning(room)
    card = room.say(AddIdea("A pump"), board).id + ".1"

    def texts(key: str, kind: str) -> tuple[str, ...]:
        where = Place(ConveningId(room.stream), BlockId(board), key, kind)
        return texts_of(room.book.findable(), room.records, where)

    assert texts(card, "idea") == ("A pump",)
    assert texts("gone", "idea") == ()
    assert texts(card, "of a newer version") == ()


def test_wordings_that_went_into_an_idea_are_said_after_it(room: Room) -> None:
    board = morning(room)
    first, second = (CardId(room.say(AddIdea(text), board).id + ".1") for text in ("A pump", "Pumps"))
    records = room.records.after([changed(room.records[Card][second], merged_into=first)])
    where = Place(ConveningId(room.stream), BlockId(board), first, "idea")

    assert texts_of(room.book.findable(), records, where) == ("A pump", "Pumps")


def test_of_many_wordings_the_first_ones_are_said() -> None:
    assert found_words(()) == ""
    assert plain(found_words(["a", "b", "c", "d", "e"])) == "You looked for this: “a”, “b”, “c”, “d”"

"""Answers: the same id gets the same one for ever, from whoever may ask, over nights and among convenings."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.activities.ideation_board.rules import AddIdea, EditIdea
from facilitator.convening.cards import Card
from facilitator.convening.gathering import Convening, CreateConvening, DescribeConvening
from facilitator.convening.ids import CardId, ConveningId
from facilitator.convening.notes import Note, WriteNote
from facilitator.convening.people import Join, Leave, Person, Rejoin
from facilitator.convening.stage_state import BlankStage, ShowOnStage
from facilitator.convening.undo import RedoLast, UndoLast
from facilitator.convening.words import Receipt, Role
from tests.convening.given import PEOPLE, refused
from tests.desk.laptop import kept
from tests.desk.room import opened


def test_the_same_id_gets_the_same_answer_be_it_yes_or_no(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        yes = room.hear(AddIdea("Money"), "phone0", board, id="yes")
        with refused("text.empty"):
            room.hear(AddIdea(""), "phone0", board, id="no")

        assert room.hear(AddIdea("Money"), "phone0", board, id="yes") == yes
        with refused("text.empty"):
            room.hear(AddIdea("now with words"), "phone0", board, id="no")
        assert len(room.desk.news.records[Card]) == 1


def test_the_answers_outlive_the_app(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        yes = room.hear(AddIdea("Money"), "phone0", board, id="yes")
        with refused("text.too_long", longest=600):
            room.hear(AddIdea("x" * 601), "phone0", board, id="no")

    with opened(data_folder) as room:
        assert room.hear(AddIdea("Money"), "phone0", board, id="yes") == yes
        with refused("text.too_long", longest=600, length=601):
            room.hear(AddIdea("x"), "phone0", board, id="no")


@pytest.mark.parametrize("text", ["Money", ""])
def test_an_id_that_another_phone_used_is_refused(data_folder: Path, text: str) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        room.desk.say(AddIdea(text), role=Role.PARTICIPANT, device="phone0", activity=board, id="mine").exception(20)

        with refused("wish.not_yours"):
            room.hear(AddIdea("Data"), "phone1", board, id="mine")


def test_a_join_whose_answer_was_lost_is_answered_again(data_folder: Path) -> None:
    with opened(data_folder) as room:
        room.prepare(0)
        with refused("person.name_too_long"):
            room.hear(Join("x" * 81), "phone", id="first")
        joined = room.hear(Join("Amina"), "phone", id="second")

        assert room.hear(Join("Amina"), "phone", id="second") == joined
        with refused("person.name_too_long"):
            room.hear(Join("x" * 81), "phone", id="first")


def test_a_phone_without_a_seat_is_heard_only_when_it_joins(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare(0)

        for wish in (AddIdea("Money"), UndoLast(), Leave()):
            with refused("person.none_such"):
                room.hear(wish, "stranger", board)


def test_what_makes_no_difference_is_acknowledged_and_makes_no_fact(data_folder: Path) -> None:
    with opened(data_folder) as room:
        room.prepare()
        room.tell(BlankStage())
        before = room.desk.news.seq

        assert room.desk.say(BlankStage(), id="again").result(20) == Receipt("again", before)
        assert room.desk.say(BlankStage(), id="again").result(20) == Receipt("again", before)


def test_two_convenings_of_one_laptop_know_nothing_of_each_other(data_folder: Path) -> None:
    with opened(data_folder) as room:
        room.prepare()
        room.tell(ShowOnStage("thanks"))
        morning = kept(room.desk.news.records)
    with opened(data_folder, stream="afternoon") as room:
        room.tell(CreateConvening(Convening(ConveningId("afternoon"), "Afternoon")))
        room.tell(BlankStage())
        room.tell(DescribeConvening(Convening(ConveningId("afternoon"), "Evening")))
        room.tell(UndoLast())
        afternoon = kept(room.desk.news.records)
        assert room.desk.news.records[Convening][ConveningId("afternoon")].title == "Afternoon"
        with refused("undo.nothing"):
            room.tell(UndoLast())

    with opened(data_folder) as room:
        assert kept(room.desk.news.records) == morning
    with opened(data_folder, stream="afternoon") as room:
        assert kept(room.desk.news.records) == afternoon


def test_three_people_undo_and_redo_among_each_other(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        cards = [CardId(room.hear(AddIdea("one"), f"phone{number}", board).id + ".1") for number in range(3)]
        for text in ("two", "three"):
            for number, card in enumerate(cards):
                room.hear(EditIdea(card, text), f"phone{number}", board)
        told: list[list[str]] = []

        for wish, number in (
            (UndoLast(), 0), (UndoLast(), 1), (UndoLast(), 0), (RedoLast(), 0), (UndoLast(), 2), (RedoLast(), 0),
            (RedoLast(), 2), (RedoLast(), 1),
        ):  # fmt: skip
            room.hear(wish, f"phone{number}")
            told.append([room.desk.news.records[Card][card].text for card in cards])

        assert told == [
            ["two", "three", "three"], ["two", "two", "three"], ["one", "two", "three"], ["two", "two", "three"],
            ["two", "two", "two"], ["three", "two", "two"], ["three", "two", "three"], ["three", "three", "three"],
        ]  # fmt: skip
        with refused("redo.nothing"):
            room.hear(RedoLast(), "phone0")


def test_undo_looks_back_over_a_long_day_and_over_a_night(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        room.tell(WriteNote(board, "before"))
        for number in range(200):
            room.tell(ShowOnStage("timer" if number % 2 else "welcome"))

    with opened(data_folder) as room:
        room.tell(UndoLast())

        assert not room.desk.news.records[Note]
        room.tell(RedoLast())
        assert room.desk.news.records[Note][board].text == "before"


def test_a_seat_is_given_back_by_its_word_and_follows_the_phone(data_folder: Path) -> None:
    with opened(data_folder) as room:
        room.prepare(1)
        word = next(iter(room.desk.news.records.table("contact").values())).word  # type: ignore[attr-defined]

        receipt = room.hear(Rejoin(word), "other phone")

        assert room.hear(Leave(), "other phone").seq > receipt.seq
        assert not room.desk.news.records[Person][PEOPLE[0].id].is_here

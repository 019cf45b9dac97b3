"""Answers to the question the room lives with: kept, without a name, and unseen until the facilitator shows one."""

from __future__ import annotations

import pytest

from facilitator.activities.wicked_questions.rules import (
    ChooseCandidate,
    EditCandidate,
    KeepCandidate,
    SetAside,
    TakeStep,
    candidates,
    the_inquiry,
)
from facilitator.activities.wicked_questions.rules.answers import (
    Answer,
    RemoveAnswer,
    SendAnswer,
    ShowAnswer,
    answers,
    shown,
    unanswered,
)
from facilitator.convening.agenda import AddBlock, Block, RemoveBlock
from facilitator.convening.cards import LONGEST, Card
from facilitator.convening.ids import BlockId, CardId, PersonId
from tests.convening.given import AMINA, TOMAS, WICKED, Room, given, refused

STORY = "In Turkana the committee met under the tree for six weeks"


def living() -> tuple[Room, CardId]:
    """A room that lives with a question, and the question."""
    room = given()
    question = CardId(room.when(KeepCandidate("at_once", "fast", "slow"), at=WICKED.id))
    room.when(ChooseCandidate(question), at=WICKED.id)
    room.when(TakeStep("live"), at=WICKED.id)
    return room, question


def sent(room: Room, question: CardId, text: str = STORY, by: PersonId = AMINA) -> CardId:
    return CardId(room.when(SendAnswer(question, text, "phone"), by=by, at=WICKED.id))


def test_answers_are_kept_in_the_order_in_which_they_were_written() -> None:
    room, question = living()
    first = sent(room, question)
    second = sent(room, question, "  The year of the drought ", TOMAS)

    found = answers(room.records, question)

    assert [(answer.id, card.text, card.by, card.source) for answer, card in found] == [
        (first, STORY, AMINA, "phone"),
        (second, "The year of the drought", TOMAS, "phone"),
    ]


def test_the_room_reads_no_answer_before_it_is_shown_and_never_whose_it_is() -> None:
    room, question = living()
    first, second = sent(room, question), sent(room, question, "Another one", TOMAS)
    assert not room.seen[Answer]
    assert not room.seen[Card]

    room.when(ShowAnswer(first), at=WICKED.id)

    assert [card.text for card in room.seen[Card].values()] == [STORY]
    assert room.seen[Card][first].by == ""
    assert shown(room.seen, WICKED.id) == first
    room.when(ShowAnswer(second), at=WICKED.id)
    room.when(ShowAnswer(CardId("")), at=WICKED.id)
    assert shown(room.seen, WICKED.id) == ""
    assert {*room.seen[Answer]} == {first, second}


def test_showing_is_taken_back_whole() -> None:
    room, question = living()
    first = sent(room, question)
    room.when(ShowAnswer(first), at=WICKED.id)

    room.undo()

    assert shown(room.records, WICKED.id) == ""
    assert not room.seen[Card]


@pytest.mark.parametrize("text", [" ", ""])
def test_an_answer_says_something(text: str) -> None:
    room, question = living()
    with refused("text.empty"):
        sent(room, question, text)


def test_an_answer_that_is_too_long_is_refused_and_never_cut() -> None:
    room, question = living()
    with refused("text.too_long"):
        sent(room, question, "x" * (LONGEST + 1))
    assert not room.records[Answer]


def test_only_the_question_that_the_room_lives_with_is_answered() -> None:
    room, question = living()
    other = CardId(room.when(KeepCandidate("say_do", "one", "other"), at=WICKED.id))
    for asked in (other, CardId("nowhere"), CardId("")):
        with refused("wicked.not_answering"):
            sent(room, asked)
    room.when(TakeStep("choose"), at=WICKED.id)
    with refused("wicked.not_answering"):
        sent(room, question)
    room.when(TakeStep("live"), at=WICKED.id)
    room.when(ChooseCandidate(CardId("")), at=WICKED.id)
    with refused("wicked.not_answering"):
        sent(room, CardId(""))


def test_people_take_back_their_own_answers_and_the_guide_any() -> None:
    room, question = living()
    mine, other = sent(room, question), sent(room, question, "Another one", TOMAS)
    with refused("card.not_yours"):
        room.when(RemoveAnswer(other), by=AMINA, at=WICKED.id)
    room.when(RemoveAnswer(mine), by=AMINA, at=WICKED.id)
    with refused("card.none_such"):
        room.when(RemoveAnswer(mine), by=AMINA, at=WICKED.id)
    with refused("wicked.no_such_answer"):
        room.when(RemoveAnswer(mine), at=WICKED.id)

    room.when(RemoveAnswer(other), at=WICKED.id)

    assert not room.records[Card]
    assert not room.records[Answer]


def test_an_answer_that_is_taken_back_leaves_the_stage() -> None:
    room, question = living()
    mine = sent(room, question)
    room.when(ShowAnswer(mine), at=WICKED.id)

    room.when(RemoveAnswer(mine), by=AMINA, at=WICKED.id)

    assert shown(room.seen, WICKED.id) == ""
    assert not room.seen[Card]


def test_answers_belong_to_their_block() -> None:
    room, question = living()
    mine = sent(room, question)
    other = BlockId(room.when(AddBlock(Block(BlockId(""), "Other", "wicked_questions"))))
    with refused("card.none_such"):
        room.when(RemoveAnswer(mine), by=AMINA, at=other)
    with refused("wicked.no_such_answer"):
        room.when(ShowAnswer(mine), at=other)


@pytest.mark.parametrize("after", [TakeStep("choose"), ChooseCandidate(CardId(""))])
def test_another_step_or_question_takes_the_answer_off_the_stage(after: TakeStep | ChooseCandidate) -> None:
    room, question = living()
    mine = sent(room, question)
    room.when(ShowAnswer(mine), at=WICKED.id)

    room.when(after, at=WICKED.id)

    assert shown(room.records, WICKED.id) == ""
    with refused("wicked.no_such_answer"):
        room.when(ShowAnswer(mine), at=WICKED.id)


def test_a_question_with_answers_is_not_set_aside_but_may_be_reworded() -> None:
    room, question = living()
    sent(room, question)
    with refused("wicked.has_answers"):
        room.when(SetAside(question), at=WICKED.id)

    room.when(EditCandidate(question, "at_once", "fast", "slowly"), at=WICKED.id)

    assert [one.second for one in candidates(room.records, WICKED.id)] == ["slowly"]
    assert the_inquiry(room.records, WICKED.id).chosen == question
    assert len(answers(room.records, question)) == 1


def test_answers_stay_hidden_when_their_block_goes_and_come_back_with_it() -> None:
    room, question = living()
    mine = sent(room, question)
    room.when(ShowAnswer(mine), at=WICKED.id)

    room.when(RemoveBlock(WICKED.id))

    assert STORY not in str(room.seen[Card])
    room.undo()
    assert shown(room.seen, WICKED.id) == mine


def test_for_those_who_were_not_there_answers_are_left_out() -> None:
    room, question = living()
    mine = sent(room, question)
    room.when(ShowAnswer(mine), at=WICKED.id)

    left = unanswered(room.seen)

    assert not left[Answer]
    assert not left[Card]
    assert candidates(left, WICKED.id)

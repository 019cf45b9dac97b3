"""How sure the room is of what it says."""

from __future__ import annotations

import pytest

from facilitator.activities.ideation_board.rules import AddIdea, HoldIdea, MergeIdeas, RevealBoard, SplitIdea
from facilitator.convening.cards import RemoveCard
from facilitator.convening.confidence import AGREED, HUNCH, LEVELS, Confidence, LabelCard, confidence_of, worth_saying
from facilitator.convening.ids import CardId
from tests.convening.given import AMINA, BOARD, TOMAS, given, refused


def test_one_voice_is_a_hunch_and_several_have_noticed() -> None:
    """BD5. HV5."""
    room = given()
    hers, his = (CardId(room.when(AddIdea(text), by=who, at=BOARD.id)) for text, who in (("A", AMINA), ("B", TOMAS)))
    assert (confidence_of(room.records, hers), worth_saying(room.records, hers)) == ("hunch", "")

    room.when(MergeIdeas((hers, his)), at=BOARD.id)
    assert worth_saying(room.records, hers) == "noticed"

    room.when(SplitIdea(hers), at=BOARD.id)
    assert confidence_of(room.records, hers) == "hunch"


@pytest.mark.parametrize("level", LEVELS)
def test_what_the_facilitator_says_holds_until_it_is_taken_back(level: str) -> None:
    room = given()
    idea = CardId(room.when(AddIdea("A"), at=BOARD.id))

    room.when(LabelCard(idea, level))

    assert confidence_of(room.records, idea) == worth_saying(room.records, idea) == level
    room.undo()
    assert worth_saying(room.records, idea) == ""


def test_a_label_follows_the_idea_that_stands_and_goes_with_it() -> None:
    room = given()
    first, second = (CardId(room.when(AddIdea(text), at=BOARD.id)) for text in ("A", "B"))
    room.when(MergeIdeas((first, second)), at=BOARD.id)

    room.when(LabelCard(second, AGREED))
    assert confidence_of(room.records, first) == AGREED
    room.when(RemoveCard(first))

    assert not room.records[Confidence]


def test_the_room_reads_no_label_of_an_idea_that_it_does_not_see() -> None:
    room = given()
    idea = CardId(room.when(AddIdea("A"), at=BOARD.id))
    room.when(LabelCard(idea, HUNCH))
    assert not room.seen[Confidence]

    room.when(RevealBoard(), at=BOARD.id)
    assert room.seen[Confidence]
    room.when(HoldIdea(idea), at=BOARD.id)
    assert not room.seen[Confidence]


def test_what_is_no_level_and_what_is_no_card_changes_nothing() -> None:
    room = given()
    idea = CardId(room.when(AddIdea("A"), at=BOARD.id))

    with refused("form.unreadable", field="level"):
        room.when(LabelCard(idea, "certain"))
    with refused("card.none_such"):
        room.when(LabelCard(CardId("nowhere"), AGREED))
    with refused("wish.guides_only"):
        room.when(LabelCard(idea, AGREED), by=AMINA)

"""Harvests: what one activity yields is the next one's seed."""

from __future__ import annotations

from facilitator.activities.dot_vote.rules import ChooseOptions, options, the_vote
from facilitator.activities.ideation_board.rules import AddIdea, RemoveIdea, StarIdea
from facilitator.convening.agenda import RemoveBlock
from facilitator.convening.clock import StartBlock
from facilitator.convening.harvest import Harvest, TakeHarvest, decide, seeds
from facilitator.convening.ids import HOST, BlockId, CardId, WishId
from facilitator.convening.stage_state import BlankStage
from facilitator.convening.words import Moment, Role
from tests.convening.given import BOARD, LUNCH, VOTE, WICKED, given, refused


def test_a_block_begins_with_the_cards_of_the_nearest_activity_before_that_yields_any() -> None:
    room = given()
    first, second = (CardId(room.when(AddIdea(text), at=BOARD.id)) for text in ("Money", "Data"))
    assert seeds(room.records, VOTE.id) == ()
    room.when(StartBlock(VOTE.id))
    assert seeds(room.records, VOTE.id) == (first, second)

    room.when(StarIdea(second), at=BOARD.id)
    room.when(StartBlock(LUNCH.id))
    room.when(StartBlock(VOTE.id))

    assert seeds(room.records, VOTE.id) == (first, second)
    assert seeds(room.records, LUNCH.id) == (second,)


def test_the_harvest_is_taken_once_more_when_asked() -> None:
    room = given()
    room.when(StartBlock(VOTE.id))
    assert not room.records[Harvest]
    card = CardId(room.when(AddIdea("Money"), at=BOARD.id))
    room.when(TakeHarvest(VOTE.id))
    assert seeds(room.records, VOTE.id) == (card,)

    room.undo()

    assert seeds(room.records, VOTE.id) == ()


def test_what_was_chosen_of_the_old_cards_is_let_go_only_where_others_come() -> None:
    room = given()
    card = CardId(room.when(AddIdea("Money"), at=BOARD.id))
    room.when(ChooseOptions((card,)), at=VOTE.id)

    room.when(TakeHarvest(VOTE.id))
    assert [one.id for one in options(room.records, VOTE.id)] == [card]
    assert the_vote(room.records, VOTE.id).options == ()

    room.when(ChooseOptions((card,)), at=VOTE.id)
    later = CardId(room.when(AddIdea("Data"), at=BOARD.id))
    room.when(TakeHarvest(VOTE.id))
    assert [one.id for one in options(room.records, VOTE.id)] == [card, later]

    bare = given()
    told = CardId(bare.when(AddIdea("After the vote"), at=BOARD.id))
    bare.when(ChooseOptions((told,)), at=VOTE.id)
    bare.when(RemoveIdea(told), at=BOARD.id)
    bare.when(TakeHarvest(VOTE.id))
    assert the_vote(bare.records, VOTE.id).options == (told,)


def test_a_harvest_goes_with_its_block() -> None:
    room = given()
    room.when(AddIdea("Money"), at=BOARD.id)
    room.when(TakeHarvest(WICKED.id))
    room.when(RemoveBlock(WICKED.id))

    assert not room.records[Harvest]
    with refused("record.still_needed"):
        room.when(TakeHarvest(BlockId("nowhere")))
    with refused("wish.unknown"):
        decide(room.records, BlankStage(), Moment(HOST, Role.GUIDE, 0, "room", WishId("w")))

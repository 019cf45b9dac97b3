"""Harvests: what one activity yields is the next one's seed."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import AddIdea, StarIdea
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

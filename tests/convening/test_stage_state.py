"""What the stage shows: nothing that the facilitator did not send."""

from __future__ import annotations

from facilitator.convening.agenda import AddBlock
from facilitator.convening.ids import HOST, STAGE, WishId
from facilitator.convening.stage_state import (
    BlankStage,
    FreezeStage,
    LightStage,
    ShowOnStage,
    Stage,
    ThawStage,
    decide,
    the_stage,
)
from facilitator.convening.words import Moment, Role
from tests.convening.given import AMINA, BOARD, given, refused


def test_the_stage_begins_with_the_welcome_and_shows_what_is_sent() -> None:
    room = given()
    assert the_stage(room.records) == Stage(STAGE, "welcome")
    room.when(BlankStage())
    assert the_stage(room.records).is_blank
    room.when(LightStage())
    room.when(FreezeStage())
    assert the_stage(room.records) == Stage(STAGE, "welcome", is_frozen=True)
    room.when(BlankStage())

    room.when(ShowOnStage("timer"))

    assert the_stage(room.records) == Stage(STAGE, "timer", is_frozen=True)
    room.when(ThawStage())
    assert not the_stage(room.records).is_frozen


def test_the_stage_takes_nothing_else_and_from_nobody_else() -> None:
    room = given()
    with refused("stage.unknown_view"):
        room.when(ShowOnStage("totals"))
    with refused("wish.guides_only"):
        room.when(BlankStage(), by=AMINA)
    with refused("undo.nothing"):
        room.undo()
    with refused("wish.unknown"):
        decide(room.records, AddBlock(BOARD), Moment(HOST, Role.GUIDE, 0, "room", WishId("w")))

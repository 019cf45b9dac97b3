"""What the stage does, in words."""

from __future__ import annotations

import pytest

from facilitator.console.stage_words import scene_words, stage_state
from facilitator.console.surroundings import Projector
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.stage_state import BlankStage, FreezeStage, ShowOnStage
from tests.console.conftest import Room


@pytest.mark.parametrize(("what", "words"), [("welcome", "Welcome"), ("timer", "Timer"), ("thanks", "Thank you")])
def test_what_was_sent_has_a_name(room: Room, what: str, words: str) -> None:
    room.say(ShowOnStage(what))

    assert scene_words(room.records, room.activities) == words


def test_an_activity_is_named_and_a_talk_by_its_title(room: Room) -> None:
    ideas, lunch = room.block("Ideas", "ideation_board"), room.block("Lunch")
    room.say(GoLive())

    room.say(StartBlock(ideas))
    assert scene_words(room.records, room.activities) == "Idea board"
    room.say(StartBlock(lunch))

    assert scene_words(room.records, room.activities) == "Lunch"


def test_the_pill_says_the_gravest_first(room: Room) -> None:
    def words(projector: Projector = Projector.READY) -> str:
        return stage_state(room.records, projector, "Welcome").words

    assert words() == "On stage: Welcome"
    room.say(FreezeStage())
    assert words() == "Frozen on: Welcome"
    room.say(BlankStage())
    assert words() == "Stage is blank"
    assert words(Projector.MISSING) == "No second screen"
    assert words(Projector.MIRRORED) == "The room can see this desk"

"""On a real desk, with phones that answer: nothing sealed, no reservation and no name reaches the stage."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities.scale.rules.points import the_scale
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.reservations import SendReservation
from facilitator.activities.scale.rules.support import SetRule
from facilitator.activities.scale.stage import Scene
from facilitator.convening.agenda import AddBlock
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, RevealRound
from facilitator.convening.clock import StartBlock
from facilitator.convening.ids import BlockId, PersonId, RoundId
from facilitator.convening.stage_state import FreezeStage, ThawStage
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import Role
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Motion, Theme
from facilitator.stage.joining import JoinAddress
from facilitator.stage.show import StageShow
from tests.activities.scale.asking import AGREE, MAP
from tests.stage.sample_room import SampleRoom, alike, painted, picture

QUOTED = f"“{MAP}”"


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> None:
    """Writing needs an application."""


class AskingRoom(SampleRoom):
    """The sample convening on a real desk, with phones that answer one proposal."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.join(6)
        self.block = self.blocks["scale"] = BlockId(self.say(AddBlock(replace(AGREE, id=BlockId("")))) + ".1")
        self.say(SetProposal(MAP), "scale")
        self.say(SetRule(4), "scale")
        self.round = RoundId(self.say(OpenRound(the_scale(self.records, self.block).points), "scale") + ".1")

    def answer(self, *points: str) -> None:
        """Let one phone after the other answer."""
        for who, point in zip(self.sample["people"], points, strict=False):
            said = self.desk.say(
                CastBallot(self.round, 1, (point,)),
                by=PersonId(""),
                role=Role.PARTICIPANT,
                device=f"phone-{who['name']}",
                activity=self.block,
            )
            said.result()

    def scene(self) -> Scene:
        """What the room sees."""
        scene = Scene(self.block)
        scene.wear(Theme(motion=Motion.REDUCED))
        scene.show_records(self.records)
        return scene


def test_a_held_stage_does_not_let_the_result_out(tmp_path: Path) -> None:
    room = AskingRoom(tmp_path)
    room.answer("1", "2", "3", "7", "8")
    show = StageShow(lambda: Reading(began_in(room)), JoinAddress("10.42.0.1:8080", "HTTP://10.42.0.1:8080/"))
    said = []
    for wish in (StartBlock(room.block), FreezeStage(), CloseRound(room.round), RevealRound(room.round), ThawStage()):
        room.say(wish, "scale" if isinstance(wish, CloseRound | RevealRound) else "")
        show.show_news(room.records, room.seq)
        said.append(painted(show.scene, began_in(room)).splitlines())
    room.close()

    assert said[0][1:5] == [QUOTED, "5", "of 6", "have answered"]
    assert said[1] == said[2] == said[3] == said[0]
    assert said[4][:4] == [QUOTED, "3", "of 6", "support it"]


def began_in(room: AskingRoom) -> int:
    """When the block began in the room."""
    return room.records[Timebox][room.block].began


def test_other_answers_of_as_many_people_make_the_same_picture(tmp_path: Path) -> None:
    pictures = []
    for place, points in enumerate((("1", "1", "1", "2", "3"), ("8", "7", "8", "6", "8"))):
        room = AskingRoom(tmp_path / str(place))
        room.answer(*points)
        pictures.append(picture(room.scene(), Reading(0), 960, 540))
        room.say(CloseRound(room.round), "scale")
        pictures.append(picture(room.scene(), Reading(0), 960, 540))
        room.close()

    assert alike(pictures[0], pictures[2])
    assert alike(pictures[1], pictures[3])
    assert not alike(pictures[0], pictures[1])


def test_a_reservation_changes_nothing_on_the_stage_and_no_name_is_there(tmp_path: Path) -> None:
    room = AskingRoom(tmp_path)
    room.answer("1", "2", "3", "7", "8")
    before = picture(room.scene(), Reading(0), 960, 540)
    room.say(SendReservation(room.round, "Two donors must agree first."), "scale")
    assert alike(before, picture(room.scene(), Reading(0), 960, 540))

    room.say(CloseRound(room.round), "scale")
    room.say(RevealRound(room.round), "scale")
    revealed_to_all = picture(room.scene(), Reading(0), 960, 540)
    room.say(SendReservation(room.round, "And somebody has to pay."), "scale")
    said = painted(room.scene())
    after, names = picture(room.scene(), Reading(0), 960, 540), [who["name"] for who in room.sample["people"]]
    room.close()

    assert alike(revealed_to_all, after)
    assert "donors" not in said
    assert not [name for name in names if name in said]

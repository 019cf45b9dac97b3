"""The console's voices: each speaks to one block, all count what could not be saved yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.app.voices import Voices
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.gathering import GoLive, the_convening
from facilitator.convening.ids import ROOM
from facilitator.convening.words import NotSaved, Refusal


@pytest.fixture
def room(data_folder: Path, qapp: object) -> Iterator[house.Room]:
    workspace = house.open_workspace(data_folder)
    room, _ = house.begin_room_of_sample(workspace)
    yield room
    room.close()
    workspace.close()


def test_a_voice_speaks_to_its_own_block(room: house.Room, qtbot: QtBot) -> None:
    board = next(block.id for block in room.desk.news.records[Block].values() if block.activity == "ideation_board")
    voices = Voices(room.desk)

    idea = voices.say_to(board)(AddIdea("Spare parts at the market"))
    live = voices.say_to(ROOM)(GoLive())
    astray = voices.say_to(ROOM)(AddIdea("Said to nobody"))

    qtbot.waitUntil(lambda: idea.done() and live.done() and astray.done())
    assert room.desk.news.records[Card][f"{idea.result().id}.1"].text == "Spare parts at the market"
    assert the_convening(room.desk.news.records).state == "live"
    assert isinstance(astray.exception(), Refusal)


def test_what_no_voice_could_save_is_counted_together(room: house.Room, qtbot: QtBot) -> None:
    voices = Voices(room.desk)
    told: list[int] = []
    voices.waiting_changed.connect(told.append)
    room.desk.stop()

    voices.say_to(ROOM)(GoLive())
    voices.say_to("block-1")(AddIdea("Later"))

    qtbot.waitUntil(lambda: voices.waiting() == 2)
    assert told == [1, 2]


def test_a_block_is_always_given_the_same_voice(room: house.Room) -> None:
    voices = Voices(room.desk)

    assert voices.outbox("block-1") is voices.outbox("block-1")
    assert voices.outbox("block-1") is not voices.outbox("block-2")


def test_every_voice_tries_at_once_when_it_is_told_to(data_folder: Path, room: house.Room, qtbot: QtBot) -> None:
    voices = Voices(room.desk)
    away = data_folder.rename(data_folder.with_name(f"{data_folder.name}-away"))
    live = voices.say_to(ROOM)(GoLive())
    qtbot.waitUntil(lambda: voices.waiting() == 1)
    away.rename(data_folder)

    voices.try_now()

    qtbot.waitUntil(live.done)
    assert the_convening(room.desk.news.records).state == "live"


def test_voices_that_are_closed_leave_nobody_waiting(room: house.Room, qtbot: QtBot) -> None:
    voices = Voices(room.desk)
    room.desk.stop()
    answers = [voices.say_to(ROOM)(GoLive()), voices.say_to("block-1")(AddIdea("Later"))]
    qtbot.waitUntil(lambda: voices.waiting() == 2)

    voices.close()

    assert all(isinstance(answer.exception(0), NotSaved) for answer in answers)
    assert voices.waiting() == 0

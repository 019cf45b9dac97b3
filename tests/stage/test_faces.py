"""What the stage finds in the activities, without knowing one by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities import discover
from facilitator.convening.agenda import Block
from facilitator.kit.qt.scene import StageScene
from facilitator.stage.faces import figures, letters, scene_of
from tests.stage.sample_room import SampleRoom


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


def test_every_activity_of_the_house_has_a_scene(room: SampleRoom) -> None:
    some = next(iter(room.records[Block].values()))

    scenes = [scene_of(replace(some, activity=name)) for name in discover()]

    assert all(isinstance(scene, StageScene) for scene in scenes)


def test_an_activity_that_is_not_there_has_none(room: SampleRoom) -> None:
    some = next(iter(room.records[Block].values()))

    assert scene_of(replace(some, activity="juggling")) is None


def test_a_card_has_the_letter_of_its_cluster(room: SampleRoom) -> None:
    room.add_ideas()
    room.reveal_board()
    room.cluster()

    told = letters(room.records)

    assert told[room.cards["a1"]] == (0, "A")
    assert told[room.cards["e7"]] == (4, "E")


def test_a_held_card_has_no_letter(room: SampleRoom) -> None:
    room.add_ideas()
    room.cluster()

    assert not {*letters(room.records)} & {*room.cards.values()}


def test_each_kind_of_activity_is_counted_once(room: SampleRoom) -> None:
    room.add_ideas()
    room.reveal_board()

    assert [figure for figure in figures(room.records) if figure[0]] == [(40, "ideas", "")]

"""One note large on the stage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities.ideation_board.rules import AddCluster, FocusIdea, HoldIdea, MergeIdeas, RevealIdeas
from facilitator.activities.ideation_board.stage import Scene
from facilitator.convening.confidence import LabelCard
from facilitator.convening.ids import CardId
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Theme
from tests.stage.sample_room import MeasuringLettering, SampleRoom, painted, picture

TEXTS = {"short": "Five shared measures", "other": "Measures that we share", "long": "word " * 119 + "end"}


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    opened.start("ideas")
    opened.add_ideas(texts=TEXTS)
    opened.say(RevealIdeas(tuple(opened.cards.values())), "ideas")
    yield opened
    opened.close()


def shown(room: SampleRoom) -> Scene:
    scene = Scene(room.blocks["ideas"])
    scene.wear(Theme())
    scene.show_records(room.records)
    return scene


def test_one_note_stands_alone_with_its_column_and_what_was_also_said(room: SampleRoom) -> None:
    room.say(AddCluster("Data we share", (room.cards["short"],)), "ideas")
    room.say(MergeIdeas((room.cards["short"], room.cards["other"])), "ideas")
    room.say(FocusIdea(room.cards["short"]), "ideas")
    scene = shown(room)
    scene.text = sizes = MeasuringLettering()

    said = painted(scene).splitlines()

    assert said == ["A", "Data we share", "Five shared measures", "also said: “Measures that we share”", "noticed"]
    assert sizes.sizes["Five shared measures"] == 112
    assert scene.pages == 1


def test_six_hundred_letters_are_read_from_the_back_too(room: SampleRoom) -> None:
    room.say(FocusIdea(room.cards["long"]), "ideas")
    scene = shown(room)
    scene.text = sizes = MeasuringLettering()

    painted(scene)

    assert sizes.sizes[TEXTS["long"]] >= 48


def test_a_wording_that_the_room_does_not_see_is_not_said(room: SampleRoom) -> None:
    room.say(HoldIdea(room.cards["other"]), "ideas")
    room.say(MergeIdeas((room.cards["short"], room.cards["other"])), "ideas")
    room.say(FocusIdea(room.cards["short"]), "ideas")

    said = painted(shown(room)).splitlines()

    assert said == ["What would keep every water point working for ten years?", "Five shared measures"]


def test_the_whole_board_comes_back(room: SampleRoom) -> None:
    room.say(FocusIdea(room.cards["short"]), "ideas")
    assert "Measures that we share" not in painted(shown(room))

    room.say(FocusIdea(CardId("")), "ideas")

    assert "Measures that we share" in painted(shown(room))


def test_how_sure_the_room_is_stands_under_the_words_as_word_and_shape(room: SampleRoom) -> None:
    """BD5."""
    room.say(FocusIdea(room.cards["short"]), "ideas")
    assert painted(shown(room)).splitlines()[-1] == "Five shared measures"
    room.say(LabelCard(room.cards["short"], "tested"))

    scene = shown(room)
    assert painted(scene).splitlines()[-2:] == ["Five shared measures", "tested"]
    tested = picture(scene, Reading(0, UTC))
    room.say(LabelCard(room.cards["short"], "agreed"))
    agreed = picture(shown(room), Reading(0, UTC))

    # The last quarter of the shape is empty for one and full for the other.
    assert any(tested.pixelColor(150, y) != agreed.pixelColor(150, y) for y in range(920, 945))

"""Canvases and walls on the stage: never a held note, never small letters, page by page until all were seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities.ideation_board.console.layout_choice import shipped
from facilitator.activities.ideation_board.rules import AddCluster, HoldIdea, LayNotes, LayOut, NameEnd, PutInZone
from facilitator.activities.ideation_board.stage import Scene
from facilitator.convening.agenda import Block, ChangeBlock
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Theme
from facilitator.kit.theme import Mode
from tests.stage.sample_room import MeasuringLettering, SampleRoom, painted, picture

HIGHEST, FLOOR = 1080, 32
NOW = Reading(0, UTC)


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


def shown(room: SampleRoom, mode: Mode = Mode.LIGHT) -> Scene:
    scene = Scene(room.blocks["ideas"])
    scene.wear(Theme(mode))
    scene.show_records(room.records)
    return scene


def laid(room: SampleRoom, layout: str, count: int) -> list[str]:
    """So many notes, spread over the zones of a layout, and seen by the room."""
    if count:
        room.add_ideas(texts={f"k{number}": f"Idea number {number}, said in a few words" for number in range(count)})
    found = shipped()[layout]
    room.say(LayOut(found[1]), "ideas")
    cards = list(room.cards.values())
    zones = found[0].zones
    for at, zone in enumerate(zones):
        if part := tuple(cards[at :: len(zones)]):
            room.say(PutInZone(part, zone.key), "ideas")
    room.reveal_board()
    return [f"Idea number {number}, said in a few words" for number in range(count)]


def turned(scene: Scene) -> list[str]:
    """What every page says, one after the other."""
    said: list[str] = []
    for page in range(scene.pages):
        scene.page = page
        said += painted(scene).splitlines()
    return said


@pytest.mark.parametrize("layout", ["impact_effort", "stop_start_continue", "free", "what_so_what_now_what"])
@pytest.mark.parametrize("count", [5, 150])
def test_every_note_is_seen_once_whatever_the_layout(room: SampleRoom, layout: str, count: int) -> None:
    texts = laid(room, layout, count)
    scene = shown(room)
    scene.text = sizes = MeasuringLettering()

    said = turned(scene)

    assert sorted(line for line in said if line.startswith("Idea number")) == sorted(texts)
    assert min(sizes.sizes.values()) >= FLOOR
    assert scene.pages == 1 if count == 5 else scene.pages > 3


def test_zones_and_the_ends_of_axes_are_named_as_the_room_calls_them(room: SampleRoom) -> None:
    laid(room, "impact_effort", 5)
    room.say(NameEnd("left", "Cheap"), "ideas")

    said = painted(shown(room)).splitlines()

    wanted = {"Quick wins", "Big bets", "When there is time", "Better left", "Cheap", "Much effort", "Much impact"}
    assert wanted <= set(said)
    assert "Little effort" not in said


def test_a_held_note_is_neither_painted_nor_counted_wherever_it_lies(room: SampleRoom) -> None:
    texts = laid(room, "impact_effort", 5)
    room.say(HoldIdea(room.cards["k3"]), "ideas")
    scene = shown(room)

    said = painted(scene).splitlines()

    assert texts[3] not in said
    assert "4 ideas" in said
    assert not [line for line in said if "not placed" in line or "more" in line]


def test_before_the_board_is_shown_nothing_of_it_is(room: SampleRoom) -> None:
    room.add_ideas(texts={"a": "Pool repair funds"})
    room.say(LayOut(shipped()["impact_effort"][1]), "ideas")
    room.say(PutInZone((room.cards["a"],), "quick_wins"), "ideas")

    said = painted(shown(room))

    assert "Pool repair funds" not in said
    assert "1 idea" not in said


def test_what_has_no_place_yet_is_counted_below(room: SampleRoom) -> None:
    laid(room, "free", 3)
    room.say(PutInZone((room.cards["k1"],), ""), "ideas")

    assert "1 not placed yet" in painted(shown(room))


def test_a_note_lies_where_it_was_put_and_mirrored_on_the_other_side(room: SampleRoom) -> None:
    laid(room, "free", 1)
    room.say(LayNotes((room.cards["k0"],), 1000, 5000), "ideas")
    note = Theme().note("grey").fill
    plain = picture(shown(room), NOW)

    block = room.records[Block][room.blocks["ideas"]]
    room.say(ChangeBlock(replace(block, prompt="كيف تبقى كل نقطة ماء عاملة؟")))
    mirrored = picture(shown(room), NOW)

    assert plain.pixelColor(360, 585) == note
    assert plain.pixelColor(1920 - 360, 585) != note
    assert mirrored.pixelColor(1920 - 360, 585) == note


def test_a_wall_has_a_field_for_every_cluster_and_all_notes_on_its_pages(room: SampleRoom) -> None:
    room.add_ideas()
    room.cluster()
    room.reveal_board()
    room.say(LayOut(shipped()["wall"][1]), "ideas")
    scene = shown(room)

    said = turned(scene)

    ideas = [idea["text"] for idea in room.sample["board"]["ideas"][:40]]
    assert sorted(line for line in said if line in ideas) == sorted(ideas)
    assert "A · Money that lasts" in said


def test_light_and_dark_are_two_pictures_and_the_same_twice_is_one(room: SampleRoom) -> None:
    laid(room, "impact_effort", 5)

    assert picture(shown(room), NOW) == picture(shown(room), NOW)
    assert picture(shown(room), NOW) != picture(shown(room, Mode.DARK), NOW)


def test_a_wall_of_one_group_says_its_name(room: SampleRoom) -> None:
    laid(room, "wall", 3)
    room.say(AddCluster("Money that lasts", tuple(room.cards.values())), "ideas")

    assert "Money that lasts" in painted(shown(room))

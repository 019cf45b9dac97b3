"""The idea board on the stage: never a held idea, never letters too small, always how many more there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from facilitator.activities.ideation_board.rules import (
    AddCluster,
    GoToStep,
    HoldIdea,
    ParkIdea,
    PlaceIdea,
    ReleaseIdea,
    ShowArriving,
    SpotlightCluster,
)
from facilitator.activities.ideation_board.stage import Scene
from facilitator.convening.agenda import Block, ChangeBlock
from facilitator.convening.gathering import DescribeConvening, the_convening
from facilitator.convening.ids import ClusterId
from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Theme
from tests.stage.sample_room import MeasuringLettering, SampleRoom, painted, picture

QUESTION = "What would keep every water point working for ten years?"


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


def shown(room: SampleRoom) -> Scene:
    QPixmapCache.clear()
    scene = Scene(room.blocks["ideas"])
    scene.wear(Theme())
    scene.show_address("10.42.0.1:8080")
    scene.show_records(room.records)
    return scene


def many(room: SampleRoom, count: int) -> dict[str, str]:
    return {f"k{number}": f"Idea number {number}, said in a few words" for number in range(count)}


def test_before_the_first_idea_the_question_is_alone_with_the_address(room: SampleRoom) -> None:
    scene = shown(room)
    scene.text = sizes = MeasuringLettering()

    said = painted(scene).splitlines()

    assert said == [QUESTION, "Join: ", "10.42.0.1:8080"]
    assert sizes.sizes[QUESTION] == 112


def test_held_ideas_are_neither_painted_nor_counted(room: SampleRoom) -> None:
    room.add_ideas()

    said = painted(shown(room))

    assert "Pool repair funds by district" not in said
    assert "40" not in said


def test_clusters_of_held_ideas_leave_the_question_alone_and_say_why(room: SampleRoom) -> None:
    room.start("ideas")
    room.add_ideas()
    room.cluster()

    said = painted(shown(room), room.records[Timebox][room.blocks["ideas"]].began).splitlines()

    assert said[:2] == [QUESTION, "Ideas stay hidden until they are shown."]
    assert said[2:4] == ["40:00", " left"]
    assert not [line for line in said if "ideas" in line and line[0].isdigit()]
    room.reveal_board()
    assert "40 ideas" in painted(shown(room))


def test_while_ideas_come_unseen_the_room_is_told_so(room: SampleRoom) -> None:
    room.say(GoToStep("collect"), "ideas")
    assert "Ideas stay hidden until they are shown." in painted(shown(room))

    room.say(ShowArriving(), "ideas")

    assert "hidden" not in painted(shown(room))


def test_what_is_counted_is_everything_or_nothing_is_counted(room: SampleRoom) -> None:
    room.add_ideas()
    clusters = room.cluster()
    room.say(ReleaseIdea(room.cards["a1"]), "ideas")

    said = painted(shown(room)).splitlines()

    assert said[:3] == [QUESTION, "A", "Money that lasts"]
    assert not [line for line in said if line[0].isdigit()]
    room.say(SpotlightCluster(ClusterId(clusters["B"])), "ideas")
    assert painted(shown(room)).splitlines() == ["B", "2 of 5", "Data we share"]


def test_one_idea_taken_off_the_stage_leaves_it(room: SampleRoom) -> None:
    room.add_ideas()
    room.reveal_board()
    room.cluster()
    room.say(HoldIdea(room.cards["a1"]), "ideas")

    said = painted(shown(room))

    assert "Pool repair funds by district" not in said
    assert "39 ideas" in said
    room.say(ReleaseIdea(room.cards["a1"]), "ideas")
    assert "Pool repair funds by district" in painted(shown(room))


def test_revealed_ideas_stand_under_their_question_with_their_count(room: SampleRoom) -> None:
    room.add_ideas()
    room.reveal_board()

    said = painted(shown(room)).splitlines()

    assert said[:2] == [QUESTION, "40 ideas"]
    assert len(said) == 42


def test_clusters_stand_in_columns_with_letter_and_name(room: SampleRoom) -> None:
    room.add_ideas()
    room.reveal_board()
    room.cluster()

    said = painted(shown(room)).splitlines()

    assert said[2:5] == ["A", "Money that lasts", "Pool repair funds by district"]
    assert [line for line in said if len(line) == 1] == list("ABCDE")
    assert len(said) == 2 + 5 * 2 + 40


@pytest.mark.parametrize(
    ("name", "size", "line_at"),
    [("Parts", 38, 195), ("Parts, pumps, pay", 34, 195), ("Parts and pumps that are made close to home", 34, 229)],
)
def test_a_name_is_made_a_little_smaller_before_it_takes_two_lines(
    room: SampleRoom, name: str, size: int, line_at: int
) -> None:
    """No gap stands between a name of one line and the line under it."""
    room.add_ideas()
    room.reveal_board()
    room.say(AddCluster(name, (room.cards["a1"],)), "ideas")
    scene = shown(room)
    scene.text = sizes = MeasuringLettering()

    image = picture(scene, Reading(0))

    assert sizes.sizes[name] == size
    assert image.pixelColor(100, line_at) == scene.theme.cluster(0).edge


def test_ideas_without_a_cluster_have_a_column_of_their_own(room: SampleRoom) -> None:
    room.add_ideas()
    room.reveal_board()
    clusters = room.cluster()
    room.say(PlaceIdea(room.cards["a1"], ClusterId("")), "ideas")
    scene = shown(room)

    first = painted(scene)
    scene.page = 1
    second = painted(scene)

    assert clusters
    assert "Also: Not placed yet" in first
    assert "Pool repair funds by district" in second


def test_five_hundred_ideas_are_not_made_small_but_counted(room: SampleRoom) -> None:
    room.add_ideas(texts=many(room, 500))
    room.reveal_board()
    scene = shown(room)
    scene.text = sizes = MeasuringLettering()

    said = painted(scene).splitlines()

    on_stage = [line for line in said if line.startswith("Idea number")]
    assert said[1] == "500 ideas"
    assert said[-1] == f"and {500 - len(on_stage)} more"
    assert 30 <= len(on_stage) <= 45
    assert min(sizes.sizes.values()) >= 32


def test_while_ideas_come_the_newest_is_seen(room: SampleRoom) -> None:
    room.add_ideas(texts=many(room, 203))
    room.reveal_board()

    assert "Idea number 202, said in a few words" in painted(shown(room))


def test_pages_of_ideas_are_turned_without_losing_one(room: SampleRoom) -> None:
    room.add_ideas(texts=many(room, 100))
    room.reveal_board()
    scene = shown(room)
    seen: set[str] = set()

    for page in range(scene.pages):
        scene.page = page
        seen |= {line for line in painted(scene).splitlines() if line.startswith("Idea number")}

    assert len(seen) == 100


@pytest.mark.parametrize("words", [2, 12], ids=["short", "long"])
def test_five_hundred_ideas_are_each_on_a_page_of_a_large_screen_and_legible(room: SampleRoom, words: int) -> None:
    room.add_ideas(texts={f"k{at}": f"Idea {at} " + "every water point " * words for at in range(500)})
    room.reveal_board()
    scene = shown(room)
    scene.text = sizes = MeasuringLettering()
    seen: list[str] = []

    for page in range(scene.pages):
        scene.page = page
        picture(scene, Reading(0, UTC), 3840, 2160)
        seen += [line.split()[1] for line in scene.painted_text().splitlines() if line.startswith("Idea ")]

    assert sorted(seen, key=int) == [str(at) for at in range(500)]
    assert min(sizes.sizes.values()) >= 32


def test_a_page_of_a_large_screen_is_painted_again_from_its_pictures(room: SampleRoom) -> None:
    room.add_ideas(texts=many(room, 500))
    room.reveal_board()
    scene = shown(room)
    picture(scene, Reading(0, UTC), 3840, 2160)

    scene.text = again = MeasuringLettering()
    picture(scene, Reading(0, UTC), 3840, 2160)

    assert scene.painted_text().count("Idea number") >= 30
    assert not [text for text in again.sizes if text.startswith("Idea number")]


def test_columns_say_how_many_more_they_hold(room: SampleRoom) -> None:
    room.add_ideas(texts=many(room, 160))
    room.reveal_board()
    keys = list(room.cards.values())
    for place in range(8):
        room.say(AddCluster(f"Group {place}", tuple(keys[place * 20 : place * 20 + 20])), "ideas")
    scene = shown(room)

    said = painted(scene).splitlines()

    assert scene.pages == 2
    assert (
        sum(line.startswith("Idea number") for line in said)
        + sum(int(line.split()[1]) for line in said if line.startswith("and "))
        == 100
    )
    assert "Also: F · G · H" in said


def test_one_cluster_is_shown_large_and_says_which_it_is(room: SampleRoom) -> None:
    room.add_ideas()
    room.reveal_board()
    clusters = room.cluster()
    room.say(SpotlightCluster(ClusterId(clusters["B"])), "ideas")
    scene = shown(room)
    scene.text = sizes = MeasuringLettering()

    said = painted(scene).splitlines()

    assert said[:3] == ["B", "9 ideas · 2 of 5", "Data we share"]
    assert len(said) == 12
    assert min(sizes.sizes[line] for line in said) >= 48


def test_long_words_stay_inside_their_notes(room: SampleRoom) -> None:
    room.add_ideas(
        texts={"a": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "b": "x" * 600}
    )
    room.reveal_board()
    scene = shown(room)

    image = picture(scene, Reading(0))

    paper = scene.theme.inks.paper
    assert not [x for x in range(775, 1900) if image.pixelColor(x, 170) != paper]
    assert not [y for y in range(275, 1080) if image.pixelColor(300, y) != paper]


def test_an_arabic_board_is_mirrored_and_has_arabic_letters(room: SampleRoom) -> None:
    room.say(DescribeConvening(replace(the_convening(room.records), language="ar")))
    block = room.records[Block][room.blocks["ideas"]]
    room.say(ChangeBlock(replace(block, prompt="ماذا يُبقي كل نقطة ماء تعمل عشر سنوات؟")))
    room.add_ideas(texts={"a": "صندوق إصلاح لكل منطقة", "b": "منح لعشر سنوات لا لسنتين"})
    room.reveal_board()
    room.say(AddCluster("مال يدوم", tuple(room.cards.values())), "ideas")
    scene = shown(room)

    image = picture(scene, Reading(0))

    inks = scene.theme.cluster(0)
    assert "أ" in scene.painted_text().splitlines()
    assert image.pixelColor(1857, 250) == inks.edge
    assert image.pixelColor(1520, 250) == inks.fill


def test_what_is_parked_is_not_on_the_stage_and_not_counted(room: SampleRoom) -> None:
    room.add_ideas(texts={"a": "Five shared measures", "b": "A pump museum"})
    room.say(ShowArriving(), "ideas")

    room.say(ParkIdea(room.cards["b"]), "ideas")

    said = painted(shown(room))
    assert "Five shared measures" in said
    assert "1 idea" in said
    assert "A pump museum" not in said

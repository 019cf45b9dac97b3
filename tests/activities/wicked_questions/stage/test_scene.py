"""The wicked question on the stage: truths stay on the laptop, both halves are read with their own grammar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities.wicked_questions.rules import ChooseCandidate, KeepCandidate, SendTruths, TakeStep
from facilitator.activities.wicked_questions.rules.answers import SendAnswer, ShowAnswer
from facilitator.activities.wicked_questions.stage.scene import Scene, figure
from facilitator.convening.ballots import OpenRound
from facilitator.convening.ids import CardId, PersonId
from facilitator.convening.words import Role
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Theme
from facilitator.kit.theme import Mode
from tests.stage.sample_room import MeasuringLettering, SampleRoom, alike, painted, picture

STORY = "In Turkana the committee met under the tree for six weeks."


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


def shown(room: SampleRoom) -> Scene:
    scene = Scene(room.blocks["wicked"])
    scene.wear(Theme())
    scene.show_address("10.42.0.1:8080")
    scene.show_records(room.records)
    return scene


def test_while_truths_are_heard_only_the_prompt_is_seen(room: SampleRoom) -> None:
    room.say(SendTruths("A child is thirsty today", "A village must lead its own water"), "wicked")

    said = painted(shown(room)).splitlines()

    assert said[0] == "What is true about us, and just as true the other way?"
    assert "Send a truth from your phone. It may become half of a question." in said
    assert not [line for line in said if "thirsty" in line]


def test_while_it_is_built_the_next_place_is_open(room: SampleRoom) -> None:
    room.keep_candidates(3)
    room.say(TakeStep("build"), "wicked")

    said = painted(shown(room)).splitlines()

    assert said.count("AND") == 3
    assert "The fourth is being written" in said
    assert "How is it that we are …" in said


def test_candidates_are_numbered_and_read_aloud(room: SampleRoom) -> None:
    room.keep_candidates(4)
    room.say(TakeStep("choose"), "wicked")

    said = painted(shown(room)).splitlines()

    assert [line for line in said if line.isdigit()] == ["1", "2", "3", "4"]
    assert said[-1] == "Read each aloud, both halves. Then stand by one."


def test_a_fifth_candidate_is_counted_and_stands_on_the_next_page(room: SampleRoom) -> None:
    room.keep_candidates(4)
    room.say(KeepCandidate("want_why", "everyone to drink", "build pumps nobody mends"), "wicked")
    room.say(TakeStep("choose"), "wicked")
    scene = shown(room)

    first = painted(scene)
    scene.page = 1
    second = painted(scene).splitlines()

    assert "and 1 more" in first
    assert {"WHY", "5", "If people want …"} <= set(second)


def test_a_choice_that_goes_on_says_only_how_many_have_chosen(room: SampleRoom) -> None:
    room.join(22)
    ids = room.keep_candidates(4)
    room.say(TakeStep("choose"), "wicked")
    room.say(OpenRound(tuple(ids), 1, 1), "wicked")

    said = painted(shown(room))

    assert "0 of 22 have chosen" in said
    assert "stand by it" not in said


def test_the_chosen_question_stands_alone_and_whole(room: SampleRoom) -> None:
    ids = room.keep_candidates(4)
    room.say(ChooseCandidate(CardId(ids[3])), "wicked")
    room.say(TakeStep("live"), "wicked")
    scene = shown(room)
    scene.text = sizes = MeasuringLettering()

    said = painted(scene).splitlines()

    assert said == [
        "How is it that we are",
        "moving fast enough for a child who is thirsty today",
        "AND",
        "we are",
        "moving slowly enough for her village to lead",
        "simultaneously?",
    ]
    assert min(sizes.sizes.values()) >= 56


def test_its_halves_have_the_same_colours_in_a_dark_room(room: SampleRoom) -> None:
    ids = room.keep_candidates(4)
    room.say(ChooseCandidate(CardId(ids[3])), "wicked")
    room.say(TakeStep("live"), "wicked")
    light, dark = shown(room), shown(room)
    dark.wear(Theme(Mode.DARK))

    assert alike(picture(light, Reading(0)), picture(dark, Reading(0)))


@pytest.mark.parametrize("stem", ["at_once", "want_why", "say_do"])
def test_the_longest_halves_stay_in_their_half_of_the_stage(room: SampleRoom, stem: str) -> None:
    kept = room.say(KeepCandidate(stem, "what we want " * 46, "what we do " * 54), "wicked") + ".1"
    room.say(ChooseCandidate(CardId(kept)), "wicked")
    room.say(TakeStep("live"), "wicked")
    scene = shown(room)
    scene.text = sizes = MeasuringLettering()

    image = picture(scene, Reading(0))

    top = image.pixelColor(10, 10)
    assert min(sizes.sizes.values()) >= 48
    assert not [x for x in range(500, 1900) if image.pixelColor(x, 500) != top]
    assert not [x for x in range(1900) if image.pixelColor(x, 1050) != image.pixelColor(10, 1050)]


def test_it_tells_what_it_made(room: SampleRoom) -> None:
    ids = room.keep_candidates(4)
    assert figure(room.records) == (4, "wicked questions", "")

    room.say(ChooseCandidate(CardId(ids[3])), "wicked")

    assert figure(room.records) == (4, "wicked questions", "one of them to live with")


def living(room: SampleRoom) -> CardId:
    """Let the room live with the sample's last question."""
    question = CardId(room.keep_candidates(4)[3])
    room.say(ChooseCandidate(question), "wicked")
    room.say(TakeStep("live"), "wicked")
    return question


def test_an_answer_comes_to_the_stage_only_when_it_is_shown_and_without_a_name(room: SampleRoom) -> None:
    question = living(room)
    room.join(1)
    who = room.sample["people"][0]["name"]
    answer = SendAnswer(question, STORY, "phone")
    sent = room.desk.say(
        answer, by=PersonId(""), role=Role.PARTICIPANT, device=f"phone-{who}", activity=room.blocks["wicked"]
    )
    key = CardId(f"{sent.result().id}.1")
    assert STORY not in painted(shown(room))

    room.say(ShowAnswer(key), "wicked")

    said = painted(shown(room))
    assert STORY in said.replace("\n", " ")
    assert "moving slowly enough for her village to lead" in said
    assert who not in said
    room.say(ShowAnswer(CardId("")), "wicked")
    assert STORY not in painted(shown(room)).replace("\n", " ")

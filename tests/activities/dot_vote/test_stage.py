"""The dot vote on the stage: turnout while it is open, everything at once afterwards, ties as ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities.dot_vote.rules import ChooseOptions
from facilitator.activities.dot_vote.stage import Scene, figure
from facilitator.convening.agenda import Block, ChangeBlock
from facilitator.convening.ballots import CloseRound, InterruptRound
from facilitator.convening.ids import StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.steps import Step
from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Motion, Theme
from tests.stage.sample_room import RESULT, MeasuringLettering, SampleRoom, alike, dealt, painted, picture


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def vote(room: SampleRoom) -> SampleRoom:
    room.join(22)
    room.add_ideas()
    room.reveal_board()
    room.start("vote")
    return room


def shown(room: SampleRoom) -> Scene:
    scene = Scene(room.blocks["vote"])
    scene.wear(Theme(motion=Motion.REDUCED))
    scene.show_address("10.42.0.1:8080")
    scene.show_records(room.records)
    return scene


def opened(room: SampleRoom) -> Reading:
    return Reading(room.records[Timebox][room.blocks["vote"]].began)


def test_before_it_opens_the_ballot_can_be_read_aloud(vote: SampleRoom) -> None:
    vote.say(ChooseOptions(tuple(vote.cards[key] for key in RESULT)), "vote")

    said = painted(shown(vote)).splitlines()

    assert said[1] == "Where should we put our energy first?"
    assert said[2:10] == [idea for idea in said if idea in {i["text"] for i in vote.sample["board"]["ideas"]}]
    assert len(said) == 10


def test_with_steps_the_time_is_that_of_the_step_that_runs(vote: SampleRoom) -> None:
    """TM1."""
    step = Step(StepId("s"), vote.blocks["vote"], "Place your dots in silence.", 180)
    vote.say(PlanSteps(vote.blocks["vote"], (step, replace(step, id=StepId("t"), text="Look at the result."))))
    vote.open_vote()

    assert "3:00" in painted(shown(vote), opened(vote).wall_ms).splitlines()
    assert "2:00" in painted(shown(vote), opened(vote).wall_ms + 240_000).splitlines()


def test_an_open_vote_says_how_many_are_done_and_nothing_of_what_for(vote: SampleRoom) -> None:
    round_ = vote.open_vote()
    vote.cast(round_, dealt(RESULT)[:17])
    now = vote.records[Timebox][vote.blocks["vote"]].began

    said = painted(shown(vote), now).splitlines()

    assert said == [
        "Dot vote · 3 dots each, at most 2 on one idea",
        "Where should we put our energy first?",
        "17",
        "of 22 ",
        "are done",
        "15:00",
        " left",
        "Results stay hidden until the vote closes",
        "Join: ",
        "10.42.0.1:8080",
    ]


def test_other_choices_of_as_many_people_make_the_same_picture(vote: SampleRoom, tmp_path: Path) -> None:
    round_ = vote.open_vote()
    vote.cast(round_, [("b1", "b1", "a1")] * 9)
    one = picture(shown(vote), opened(vote), 640, 360)
    other_room = SampleRoom(tmp_path / "other")
    other_room.join(22)
    other_room.add_ideas()
    other_room.start("vote")
    other_room.cast(other_room.open_vote(), [("d4", "e3", "c1")] * 9)

    other = picture(shown(other_room), opened(other_room), 640, 360)
    other_room.close()

    assert alike(one, other)


def test_a_closed_vote_still_hides_its_result(vote: SampleRoom) -> None:
    round_ = vote.open_vote()
    vote.cast(round_, dealt(RESULT))
    vote.say(CloseRound(round_), "vote")

    said = painted(shown(vote))

    assert "The vote is closed. The result comes next." in said
    assert "One open map" not in said


def test_the_result_has_ranks_dots_and_voters_and_skips_after_a_tie(vote: SampleRoom) -> None:
    round_ = vote.open_vote()
    vote.cast(round_, dealt(RESULT))
    vote.reveal_vote(round_)

    said = painted(shown(vote)).splitlines()

    assert said[:2] == ["Where should we put our energy first?", "66 dots · 22 people"]
    assert said[2:6] == ["One open map of every water point", "13", "13 people", "1"]
    ranks = [
        line for place, line in enumerate(said) if said[place - 1].endswith(("people", "person")) and line.isdigit()
    ]
    assert ranks == ["1", "2", "4", "5", "6", "8"]
    assert said.count("tie") == 2
    assert said[-1] == "A vote narrows; it does not decide.  A tie is kept as a tie."


def test_people_are_counted_apart_from_dots(vote: SampleRoom) -> None:
    round_ = vote.open_vote()
    vote.cast(round_, [("b1", "b1", "a1")] * 4)
    vote.reveal_vote(round_)

    said = painted(shown(vote)).splitlines()

    at = said.index("One open map of every water point")
    assert said[at + 1 : at + 3] == ["8", "4 people"]


def test_more_ideas_than_fit_are_paged(vote: SampleRoom) -> None:
    keys = tuple(vote.cards)[:20]
    round_ = vote.open_vote(keys)
    vote.cast(round_, [(keys[0], keys[1], keys[2])])
    vote.reveal_vote(round_)
    scene = shown(vote)

    first = painted(scene)
    seen = set(first.splitlines())
    for page in range(1, scene.pages):
        scene.page = page
        seen |= set(painted(scene).splitlines())

    ideas = {idea["key"]: idea["text"] for idea in vote.sample["board"]["ideas"]}
    assert scene.pages == 3
    assert "and 12 more" in first
    assert {ideas[key] for key in keys} <= seen


def test_an_interrupted_round_says_so(vote: SampleRoom) -> None:
    round_ = vote.open_vote()
    vote.say(InterruptRound(round_), "vote")

    assert "This round ended without a result." in painted(shown(vote))


def test_few_voters_are_told_that_secrecy_cannot_be_promised(room: SampleRoom) -> None:
    room.join(3)
    room.add_ideas()
    room.start("vote")
    room.open_vote()

    assert "With so few voters, secrecy cannot be promised." in painted(shown(room))


def test_no_text_is_smaller_than_the_back_row_reads(vote: SampleRoom) -> None:
    block = vote.records[Block][vote.blocks["vote"]]
    vote.say(ChangeBlock(replace(block, prompt="Where should we put our energy first, " * 5)))
    scene = shown(vote)
    scene.text = sizes = MeasuringLettering()
    painted(scene)
    round_ = vote.open_vote()
    scene.show_records(vote.records)
    painted(scene)
    vote.cast(round_, dealt(RESULT))
    vote.reveal_vote(round_)
    scene.show_records(vote.records)
    painted(scene)

    assert min(sizes.sizes.values()) >= 32


def test_it_tells_what_it_made(vote: SampleRoom) -> None:
    round_ = vote.open_vote()
    vote.cast(round_, dealt(RESULT))

    assert figure(vote.records)[0] == 0
    vote.reveal_vote(round_)
    assert figure(vote.records) == (66, "dots", "from 22 people")


def test_one_voter_is_spoken_of_as_one(room: SampleRoom) -> None:
    room.join(1)
    room.add_ideas()
    room.reveal_board()
    room.start("vote")
    round_ = room.open_vote()

    assert painted(shown(room), opened(room).wall_ms).splitlines()[2:5] == ["0", "of 1 ", "is done"]
    room.say(CloseRound(round_), "vote")
    assert "has voted" in painted(shown(room))

"""A scale on the stage: what is asked, how many have answered, then everything at once, and never a name."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities.scale.rules.outcome import Decide
from facilitator.activities.scale.rules.points import FIST, RATING, ROTI, SetScale
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.support import SetRule
from facilitator.activities.scale.stage import figure
from facilitator.convening.ballots import CloseRound, InterruptRound
from facilitator.convening.clock import StartBlock
from facilitator.convening.ids import StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.steps import Step
from facilitator.i18n import PSEUDO, speaking, unmarked
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Motion, Theme
from facilitator.kit.theme import Mode
from tests.activities.scale.asking import AGREE, MAP, SPREAD, answers, opened, ready, revealed, spread_of, the_room
from tests.activities.scale.stage.looking import ARABIC, LONG, began, shown
from tests.convening.given import CONVENING, PEOPLE, Room
from tests.stage.sample_room import MeasuringLettering, alike, painted, picture

QUOTED = f"“{MAP}”"
LABELS = [
    "1 Whole-hearted yes",
    "2 Yes, minor point",
    "3 Support, with doubts",
    "4 Abstain",
    "5 More talk needed",
    "6 Don’t like, will support",
    "7 Serious objection",
    "8 Veto",
]


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> None:
    """Writing needs an application."""


def told(*points: str, kind: str = "", enough: int = 15, people: int = 19) -> Room:
    """A room that has answered, and sees the result."""
    room = ready(kind=kind, enough=enough, people=people)
    round_ = opened(room)
    answers(room, round_, *points)
    revealed(room, round_)
    return room


def test_before_a_proposal_is_written_the_room_sees_what_the_block_is_about() -> None:
    said = painted(shown(the_room())).splitlines()

    assert said == ["Agreement: open map", "Can we stand behind this?", "Join:", "10.42.0.1:8080"]


def test_a_block_without_a_prompt_says_its_title_once() -> None:
    said = painted(shown(the_room(replace(AGREE, prompt="")))).splitlines()

    assert said[0] == "Agreement: open map"
    assert said.count("Agreement: open map") == 1


def test_a_proposal_is_read_with_its_rule_before_anybody_answers() -> None:
    """DE1, DE2."""
    said = painted(shown(ready(enough=15))).splitlines()

    assert said[:3] == ["Agreement", QUOTED, "Supported when 15 or more choose 1, 2 or 3, and no one chooses 8."]
    assert said[3:12] == [*LABELS, "First questions, then everybody answers in private"]


def test_a_rule_that_is_not_set_is_not_told() -> None:
    assert "Supported" not in painted(shown(ready(enough=0)))


def test_a_question_is_asked_without_quotes_and_without_a_rule() -> None:
    said = painted(shown(ready("Was this worth your time?", ROTI, enough=0))).splitlines()

    assert said[:3] == ["Return on time", "Was this worth your time?", "0 Lost time"]
    assert "Everybody answers in private" in said


def test_an_open_round_says_how_many_have_answered_and_nothing_of_what() -> None:
    room = ready(enough=15, people=19)
    room.when(StartBlock(AGREE.id))
    round_ = opened(room)
    answers(room, round_, *spread_of(*SPREAD)[:18])

    said = painted(shown(room), began(room)).splitlines()

    assert said == [
        "Agreement · answer on your phone or on paper",
        QUOTED,
        "18",
        "of 22",
        "have answered",
        "25:00",
        *LABELS,
        "Hidden from everyone until the reveal",
        "Join:",
        "10.42.0.1:8080",
    ]


def test_with_steps_the_time_is_that_of_the_step_that_runs() -> None:
    """TM1."""
    room = ready(people=19)
    step = Step(StepId("s"), AGREE.id, "Answer in silence.", 180)
    room.when(PlanSteps(AGREE.id, (step, replace(step, id=StepId("t"), text="Listen."))))
    room.when(StartBlock(AGREE.id))
    opened(room)

    assert "3:00" in painted(shown(room), began(room)).splitlines()
    assert "2:00" in painted(shown(room), began(room) + 240_000).splitlines()


def test_over_time_the_clock_counts_on_in_the_ink_of_overtime() -> None:
    """TM5."""
    room = ready(people=19)
    room.when(StartBlock(AGREE.id))
    opened(room)
    scene = shown(room)

    over = picture(scene, Reading(began(room) + 25 * 60_000 + 72_000))

    assert "+1:12" in scene.painted_text().splitlines()
    inks = {over.pixelColor(x, y).name() for x in range(1400, 1840, 3) for y in range(410, 520, 3)}
    assert scene.theme.inks.over.name() in inks


def test_fewer_than_five_are_told_that_secrecy_cannot_be_promised() -> None:
    """DV6."""
    room = ready()
    opened(room)

    assert "With so few people, secrecy cannot be promised." in painted(shown(room))


def test_one_person_is_spoken_of_as_one() -> None:
    room = Room(CONVENING, AGREE, PEOPLE[0])
    room.when(SetProposal(MAP), at=AGREE.id)
    room.when(SetRule(1), at=AGREE.id)
    before = painted(shown(room)).splitlines()
    round_ = opened(room)
    answers(room, round_, "1")
    during = painted(shown(room)).splitlines()
    revealed(room, round_)

    assert before[2] == "Supported when 1 or more chooses 1, 2 or 3, and no one chooses 8."
    assert during[2:5] == ["1", "of 1", "has answered"]
    assert painted(shown(room)).splitlines()[1:4] == ["1", "of 1", "supports it"]


def test_closed_answers_still_hide_what_they_are() -> None:
    room = ready(people=19)
    round_ = opened(room)
    answers(room, round_, *spread_of(*SPREAD))
    room.when(CloseRound(round_), at=AGREE.id)

    said = painted(shown(room)).splitlines()

    assert said[:5] == ["Agreement · answer on your phone or on paper", QUOTED, "22", "of 22", "have answered"]
    assert said[5:] == [*LABELS, "Answers are closed. The result comes next."]


def test_the_result_has_a_number_over_each_point_and_how_many_support_it() -> None:
    """DE2."""
    said = painted(shown(told(*spread_of(*SPREAD)))).splitlines()

    assert said == [
        QUOTED,
        *("17", "of 22", "support it"),
        *("6", "Whole-hearted yes"),
        *("7", "Yes, minor point"),
        *("4", "Support, with doubts"),
        *("1", "Abstain"),
        *("2", "More talk needed"),
        *("1", "Don’t like, will support"),
        *("1", "Serious objection"),
        *("0", "Veto"),
        "Each dot is one person. Hear the objection before the yes.",
    ]


def test_it_is_said_when_not_everybody_answered() -> None:
    said = painted(shown(told(*spread_of(3, 2, 0, 1)))).splitlines()

    assert said[1:4] == ["5", "of 22", "support it"]
    assert said[-1] == "6 of 22 answered. Each dot is one person. Hear the objection before the yes."


def test_where_nobody_holds_back_no_objection_is_called_for() -> None:
    assert painted(shown(told(*spread_of(18, 4)))).splitlines()[-1] == "Each dot is one person."


def test_where_nobody_answered_nothing_is_counted() -> None:
    said = painted(shown(told())).splitlines()

    assert "support it" not in said
    assert said[-1] == "0 of 22 answered."


def test_hands_are_shown_in_the_order_of_their_fingers() -> None:
    """DE3."""
    said = painted(shown(told(*"3334455521", kind=FIST, enough=6))).splitlines()

    assert said[1:6] == ["8", "of 22", "support it", "0", "Stop"]
    assert said[-3:-1] == ["3", "Will champion it"]


def test_a_pulse_has_no_support_and_no_objection() -> None:
    """DE5."""
    said = painted(shown(told(*"33344555", kind=ROTI, enough=0))).splitlines()

    assert said[:3] == [MAP, "0", "Lost time"]
    assert said[-1] == "8 of 22 answered. Each dot is one person."


@pytest.mark.parametrize("kind", [ROTI, RATING])
def test_a_pulse_of_fewer_than_five_is_not_shown(kind: str) -> None:
    """DE5."""
    said = painted(shown(told(*"3345", kind=kind, enough=0))).splitlines()

    assert said == [MAP, "Fewer than five answered, so the spread is not shown."]


def test_an_interrupted_round_says_so() -> None:
    room = ready(people=19)
    round_ = opened(room)
    room.when(InterruptRound(round_), at=AGREE.id)

    assert painted(shown(room)).splitlines() == [QUOTED, "This round ended without a result."]


@pytest.mark.parametrize(("result", "word"), [("adopted", "Adopted"), ("not_yet", "Not yet"), ("let_go", "Let go")])
def test_what_was_decided_stands_beside_the_count(result: str, word: str) -> None:
    """DE1."""
    room = told(*spread_of(*SPREAD))
    room.when(Decide(result), at=AGREE.id)

    assert painted(shown(room)).splitlines()[1:6] == ["17", "of 22", "support it", " · ", word]


def test_a_proposal_in_new_words_is_read_anew_until_it_is_asked() -> None:
    """DE2: amend, poll again."""
    room = told(*spread_of(*SPREAD))
    room.when(SetProposal("We publish by June."), at=AGREE.id)
    first = painted(shown(room)).splitlines()
    opened(room)

    assert first[0] == "Agreement · in new words"
    assert "“We publish by June.”" in first
    assert "17" not in first
    assert painted(shown(room)).splitlines()[1:3] == ["“We publish by June.”", "0"]


def test_the_words_of_a_round_are_those_it_was_opened_with() -> None:
    room = told(*spread_of(*SPREAD))
    room.when(Decide("adopted"), at=AGREE.id)
    room.when(SetProposal("We publish by June."), at=AGREE.id)
    room.when(SetScale(FIST), at=AGREE.id)

    said = painted(shown(room)).splitlines()

    assert said[0] == QUOTED
    assert said[-2] == "Veto"


def test_answers_come_in_together_and_stand_still_where_nothing_may_move() -> None:
    """DE3: in the same second."""
    room = ready(people=19)
    round_ = opened(room)
    answers(room, round_, *spread_of(*SPREAD))
    moving, still = shown(room), shown(room)
    moving.wear(Theme(motion=Motion.FULL))
    revealed(room, round_)
    for scene in (moving, still):
        scene.show_records(room.seen)

    first, calm = picture(moving, Reading(1000)), picture(still, Reading(1000))
    last = picture(moving, Reading(moving.moves_until_ms))

    assert 1000 < moving.moves_until_ms < 2000
    assert not alike(first, last)
    assert alike(last, calm)
    assert first.pixelColor(960, 843) == moving.theme.inks.paper


def test_every_word_can_be_said_in_another_language() -> None:
    """Only what people wrote themselves, the address and numbers are not translated."""
    own = re.compile(rf"{re.escape(MAP)}|Agreement: open map|Can we stand behind this\\?|10\\.42\\.0\\.1:8080")
    with speaking(PSEUDO):
        rooms = [the_room(), ready(), ready(people=19), told(*spread_of(*SPREAD)), told(*"33", kind=ROTI, enough=0)]
        opened(rooms[2])
        rooms[3].when(Decide("adopted"), at=AGREE.id)
        said = [line for room in rooms for line in painted(shown(room)).splitlines()]

    assert not [line for line in said if re.search("[A-Za-z]", own.sub("", unmarked(line)))]
    assert any("Adopted" not in line and "⟦" in line for line in said)


@pytest.mark.parametrize("text", [MAP, LONG, ARABIC])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_no_text_is_smaller_than_the_back_row_reads_in_any_state(text: str, mode: Mode) -> None:
    long = ("Grundsatzentscheidungsvorbehalt gilt nun", *(f"Zustimmung mit Vorbehalten {n}" for n in range(7)))
    room = ready(text, people=19)
    room.when(SetScale("agreement", long), at=AGREE.id)
    room.when(SetRule(15), at=AGREE.id)
    scene = shown(room, mode)
    scene.text = sizes = MeasuringLettering()
    painted(scene)
    round_ = opened(room)
    answers(room, round_, *spread_of(*SPREAD))
    scene.show_records(room.seen)
    painted(scene)
    revealed(room, round_)
    scene.show_records(room.seen)
    painted(scene)

    assert min(sizes.sizes.values()) >= 32


def test_it_tells_how_many_proposals_were_answered() -> None:
    room = ready(people=2)
    round_ = opened(room)
    answers(room, round_, "1", "2")
    assert figure(room.seen)[0] == 0

    revealed(room, round_)
    assert figure(room.seen) == (1, "proposal", "")

    room.when(Decide("adopted"), at=AGREE.id)
    assert figure(room.seen) == (1, "proposal", "1 of them adopted")


def test_a_pulse_is_no_proposal() -> None:
    assert figure(told(*"33344555", kind=ROTI, enough=0).seen)[0] == 0

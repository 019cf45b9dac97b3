"""A round is told as what it was: a vote, or a question that was answered on a scale. Never for what."""

from __future__ import annotations

import pytest

from facilitator.activities.scale.rules.points import DECIDING, USUAL
from facilitator.convening.ballots import CloseRound, InterruptRound, ReopenRound
from facilitator.kit.told_rounds import ROUNDS
from tests.activities.scale.asking import AGREE, answers, opened, ready, revealed
from tests.convening.given import Room
from tests.kit.test_teller import told


def asked(kind: str) -> Room:
    """A question on a scale of some kind, answered, revealed, asked again, and lost."""
    room = ready("One open map", kind, enough=2 if kind in DECIDING else 0)
    round_ = opened(room)
    answers(room, round_, "2", "3")
    room.when(CloseRound(round_), at=AGREE.id)
    room.when(ReopenRound(round_), at=AGREE.id)
    revealed(room, round_)
    room.when(InterruptRound(opened(room)), at=AGREE.id)
    return room


def rounds_told(room: Room) -> list[str]:
    return [said for said, fact in zip(told(room), room.facts, strict=True) if fact.kind in ROUNDS]


@pytest.mark.parametrize("kind", USUAL)
def test_what_was_asked_on_a_scale_is_told_by_its_words_and_is_no_vote(kind: str) -> None:
    assert rounds_told(asked(kind)) == [
        "You asked the room: “One open map”.",
        "You closed the answers.",
        "You opened the answers again.",
        "You closed the answers.",
        "You revealed the answers to the room.",
        "You asked the room: “One open map”.",
        "A round ended without a result: no answer of it was kept.",
    ]


def test_every_kind_of_scale_has_its_sentences() -> None:
    for each in ROUNDS.values():
        assert set(each.cases) == set(USUAL)

"""The proposal: its exact words, how often it was worded anew, and what the last change changed."""

from __future__ import annotations

import pytest

from facilitator.activities.scale.rules.proposal import Proposal, SetProposal, the_proposal, what_changed
from facilitator.convening.ballots import CloseRound
from facilitator.convening.cards import LONGEST
from tests.activities.scale.asking import AGREE, MAP, opened, ready, revealed, the_room
from tests.convening.given import MORNING, refused


def test_each_wording_counts_and_says_what_it_was() -> None:
    room = the_room()
    assert the_proposal(room.records, AGREE.id) == Proposal(AGREE.id)
    room.when(SetProposal(" We publish by 2027. "), at=AGREE.id)
    room.later(1000)
    room.when(SetProposal("We publish by January 2028."), at=AGREE.id)

    assert the_proposal(room.records, AGREE.id) == Proposal(
        AGREE.id, "We publish by January 2028.", 2, "We publish by 2027.", MORNING + 1000
    )
    facts = len(room.facts)
    room.when(SetProposal("We publish by January 2028. "), at=AGREE.id)
    assert not room.facts[facts].changes, "the same words are the same wording"


def test_a_change_is_told_from_the_first_word_that_differs_to_the_last() -> None:
    assert what_changed("We publish by 2027 on the map.", "We publish by January 2028 on the map.") == (
        "2027",
        "January 2028",
    )
    assert what_changed("We publish.", "We publish.") == ("", "")
    assert what_changed("We publish all.", "We publish.") == ("publish all.", "publish.")
    assert what_changed("one one one", "one one") == ("one", "")
    assert what_changed("", "All of it") == ("", "All of it")


@pytest.mark.parametrize(("text", "code"), [("  ", "text.empty"), ("x" * (LONGEST + 1), "text.too_long")])
def test_a_proposal_needs_words_and_not_too_many(text: str, code: str) -> None:
    room = ready()
    with refused(code):
        room.when(SetProposal(text), at=AGREE.id)
    assert the_proposal(room.records, AGREE.id).text == MAP


def test_a_proposal_is_fixed_from_the_opening_to_the_reveal_and_can_be_amended_then() -> None:
    room = ready()
    round_ = opened(room)
    with refused("scale.is_open"):
        room.when(SetProposal("Another"), at=AGREE.id)
    room.when(CloseRound(round_), at=AGREE.id)
    with refused("scale.is_open"):
        room.when(SetProposal("Another"), at=AGREE.id)
    room.undo()
    revealed(room, round_)

    room.when(SetProposal("Another"), at=AGREE.id)

    assert the_proposal(room.records, AGREE.id).version == 2

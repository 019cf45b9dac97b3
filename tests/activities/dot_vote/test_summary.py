"""The vote's section shows dots and voters, ties as ties, and never a total before the reveal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facilitator.activities.dot_vote.summary import figures, section
from facilitator.convening.ballots import CLOSED, INTERRUPTED, OPEN, REVEALED
from facilitator.convening.words import Record
from facilitator.kit.pdf.look import Edition
from tests.kit.pdf.paper import plain_look, printed, squashed, words_of
from tests.summary.rooms import VOTE, WATER, block, idea, records_of, voting

ROOM: list[Record[Any]] = [
    WATER,
    block(VOTE, "Dot vote", "dot_vote", "1"),
    *idea("a", "Pool repair funds"),
    *idea("b", "One open map"),
    *idea("c", "Ten-year grants"),
]
CHOICES = (("b", "b", "a"), ("b", "a", "c"), ("a", "c"))


def told(folder: Path, *more: Record[Any]) -> str:
    look = plain_look()
    look.letters = {"b": 1}
    return words_of(printed(look, folder, *section(records_of(*ROOM, *more), VOTE, look)))


def test_dots_and_people_are_both_counted_and_ties_share_a_rank(tmp_path: Path) -> None:
    text = told(tmp_path, *voting(REVEALED, *CHOICES))

    assert "1tieBOneopenmap23" in text
    assert "1tiePoolrepairfunds33" in text
    assert "3Ten-yeargrants22" in text
    assert squashed("Equal totals share a rank and the next rank is skipped.") in text


def test_it_says_how_the_vote_ran(tmp_path: Path) -> None:
    text = told(tmp_path, *voting(REVEALED, *CHOICES))

    assert squashed("3 dots each, at most 2 on one idea. 3 of 6 people voted and gave 8 dots.") in text
    assert squashed("With so few voters secrecy could not be promised.") in text


@pytest.mark.parametrize("state", [OPEN, CLOSED])
def test_before_the_reveal_it_says_only_that(tmp_path: Path, state: str) -> None:
    text = told(tmp_path, *voting(state))

    assert squashed("The vote was not revealed.") in text
    assert "Rank" not in text


def test_an_interrupted_vote_has_no_result(tmp_path: Path) -> None:
    assert squashed("The vote was interrupted and has no result.") in told(tmp_path, *voting(INTERRUPTED))


def test_where_nobody_was_asked_there_is_no_section() -> None:
    assert section(records_of(*ROOM), VOTE, plain_look()) == []


def test_the_facilitator_reads_every_round(tmp_path: Path) -> None:
    look = plain_look(Edition.FACILITATOR)
    room = records_of(*ROOM, *voting(REVEALED, *CHOICES))

    assert "Round1" not in words_of(printed(look, tmp_path, *section(room, VOTE, look)))


def test_only_a_revealed_vote_adds_to_the_cover() -> None:
    assert figures(records_of(*ROOM, *voting(OPEN)), VOTE) == ()
    assert figures(records_of(*ROOM), VOTE) == ()
    (figure,) = figures(records_of(*ROOM, *voting(REVEALED, *CHOICES)), VOTE)
    assert figure.label(plain_look(), figure.numbers) == "dots from 3 people"

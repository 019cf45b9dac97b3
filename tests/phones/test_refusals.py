"""The sentences phones read when the room cannot take something."""

from __future__ import annotations

import re
from pathlib import Path

import facilitator
from facilitator.activities import discover
from facilitator.convening.words import Refusal
from facilitator.phones.refusals import SENTENCES, sentence

HOUSE = Path(facilitator.__file__).parent


def test_a_refusal_is_a_sentence_with_its_values() -> None:
    said = sentence(Refusal("text.too_long", longest=600, length=812))

    assert "812" in said
    assert "600" in said
    assert "{" not in said


def test_an_activity_brings_its_own_sentences() -> None:
    assert sentence(Refusal("board.not_collecting")) == discover()["ideation_board"].refusals["board.not_collecting"]


def test_a_code_nobody_knows_is_still_a_sentence() -> None:
    assert sentence(Refusal("nobody.knows")).endswith(".")


def test_a_value_that_is_missing_is_never_shown_as_a_code() -> None:
    assert "{" not in sentence(Refusal("text.too_long"))


def test_whatever_a_phone_may_be_refused_has_a_sentence() -> None:
    files = ("people", "cards", "ballots")
    codes = {
        code
        for name in files
        for code in re.findall(r'Refusal\("([a-z_.]+)"', (HOUSE / "convening" / f"{name}.py").read_text("utf-8"))
    }
    guides_only = {
        "ballot.is_given", "round.is_over", "round.open_already", "round.no_options", "round.bad_quota", "round.not_closed",
        "card.merged_in_a_ring",
    }  # fmt: skip

    assert codes - guides_only <= SENTENCES.keys()

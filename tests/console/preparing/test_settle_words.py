"""What is to settle, in words."""

from __future__ import annotations

import pytest

from facilitator.console.preparing.settle_words import chip_words, missing_words, settle_words
from facilitator.convening import checks
from facilitator.convening.checks import Severity, Unsettled
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.ids import BlockId

CODES = (
    checks.NO_GUIDE, checks.NO_QUESTION, checks.CLASH, checks.PAUSE_SHORTENED, checks.LUNCH_SHORT, checks.NO_BREAK,
    checks.STEPS_LONGER, checks.STEPS_SHORTER, checks.ROUND_SHORT, checks.BUFFER_SMALL, checks.NO_OUTPUT,
)  # fmt: skip
VALUES = {"minutes": 20, "plan": 60, "seconds": 9, "people": 40, "count": 2}


def found(code: str, severity: Severity = Severity.WARNING) -> Unsettled:
    return Unsettled(code, FIRST_DAY, BlockId("lunch"), severity, VALUES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_whole_sentence(code: str) -> None:
    said = settle_words(found(code), "Lunch")

    assert said != code
    assert said.endswith(".")
    assert "{" not in said


def test_a_shortened_lunch_is_said_with_both_lengths() -> None:
    assert settle_words(found(checks.PAUSE_SHORTENED), "Lunch") == "“Lunch” was shortened from 60 to 20 min."
    assert missing_words(found(checks.PAUSE_SHORTENED)) == "Shortened"


def test_the_chip_counts_warnings_and_only_without_them_suggestions() -> None:
    thought = found(checks.BUFFER_SMALL, Severity.SUGGESTION)

    assert chip_words((found(checks.CLASH), thought)) == "1 thing to settle before you go live"
    assert chip_words((thought, thought)) == "2 suggestions"
    assert chip_words(()) == ""

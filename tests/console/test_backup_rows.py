"""The words for backups."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest

from facilitator.console.backup_rows import (
    about_words,
    holds_words,
    made_words,
    size_words,
    where_words,
    why_words,
)
from facilitator.kit.qt.reading import Reading
from facilitator.store.backups import Why
from tests.console.backup_samples import DAY, HOUR, ROWS
from tests.console.conftest import NINE


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (0, "Today 09:00"), (9 * HOUR, "Today 00:00"), (10 * HOUR, "Yesterday 23:00"), (2 * DAY, "Tue 16 March 09:00"),
        (400 * DAY, "Wed 11 February 2026 09:00"),
    ],
)  # fmt: skip
def test_a_time_is_said_as_far_as_it_is_away(ago: int, words: str) -> None:
    assert made_words(NINE - ago, Reading(NINE, UTC)) == words


def test_every_reason_has_words() -> None:
    said = [why_words(why.value) for why in Why]

    assert len(set(said)) == len(Why)
    assert not set(said) & {why.value for why in Why}


def test_what_a_backup_holds_and_where_it_lies_is_counted_right() -> None:
    live, plain, _, away, damaged = ROWS

    assert [holds_words(row) for row in (live, away, damaged)] == [
        "43 ideas · 2 convenings", "1 idea · 1 convening", "Damaged"
    ]  # fmt: skip
    assert [where_words(row) for row in (live, plain, away)] == [
        "Laptop and second folder", "This laptop", "Second folder only"
    ]  # fmt: skip
    assert about_words(live) == "While live · 3.2 MB · Laptop and second folder"
    assert size_words(replace(live, size=1).size) == "0.1 MB"

"""Who somebody is depends on who reads."""

from __future__ import annotations

import pytest

from facilitator.convening.ids import HOST, PersonId
from facilitator.kit.who import nameless, who_is
from tests.convening.given import AMINA, TOMAS

NAMES: dict[str, str] = {AMINA: "Amina", TOMAS: ""}


@pytest.mark.parametrize(
    ("person", "reader", "said"),
    [
        (HOST, HOST, "you"),
        (HOST, AMINA, "the facilitator"),
        (AMINA, HOST, "Amina"),
        (AMINA, AMINA, "you"),
        (TOMAS, HOST, "somebody else"),
        ("", HOST, "somebody else"),
    ],
)
def test_everybody_is_called_as_the_reader_would(person: str, reader: PersonId, said: str) -> None:
    assert who_is(person, lambda key: NAMES.get(key, ""), reader) == said


def test_without_names_everybody_else_is_somebody() -> None:
    assert who_is(AMINA, nameless) == "somebody else"

"""The layout of the file: one table for each kept record class, with columns made from its fields."""

from __future__ import annotations

from facilitator.convening.ballots import Round, Turnout
from facilitator.convening.people import Person
from facilitator.convening.stage_state import Stage
from facilitator.store.schema import booleans, columns, has_table, projected, shape, tuples
from tests.convening.given import BOOK
from tests.desk.laptop import empty_file


def test_columns_are_typed_by_the_fields() -> None:
    assert columns(Stage) == {
        "shows": "text",
        "block": "text",
        "is_blank": "integer",
        "is_frozen": "integer",
        "is_late_shown": "integer",
    }
    assert booleans(Person) == {"is_here"}
    assert tuples(Round) == {"options"}
    assert shape(Stage)[:4] == ("id", "stream", "here", "gone")


def test_what_lives_in_memory_only_has_no_table() -> None:
    assert projected([Turnout], BOOK.kinds) == []
    assert not has_table(empty_file(), "turnout", Turnout)
    assert has_table(empty_file(), "stage", Stage)
    assert not has_table(empty_file(), "stage", Person)

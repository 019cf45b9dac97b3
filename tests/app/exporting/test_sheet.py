"""Whose records a table is made from."""

from __future__ import annotations

from facilitator.app.exporting.sheet import is_own
from facilitator.convening.room import RoomView
from tests.app.exporting.told import convening
from tests.convening.given import BOOK


def test_only_the_facilitators_own_records_know_contacts() -> None:
    assert is_own(convening())
    assert not is_own(RoomView(BOOK.veils()).of(convening()))

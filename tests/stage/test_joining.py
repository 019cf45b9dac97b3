"""Where phones find the room."""

from __future__ import annotations

from facilitator.stage.joining import JoinAddress


def test_no_phone_can_join_before_there_is_an_address() -> None:
    assert not JoinAddress().url

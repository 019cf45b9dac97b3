"""The join code as it is read aloud."""

from __future__ import annotations

from facilitator.stage.joining import JoinAddress, spoken_code


def test_a_code_is_read_in_two_halves() -> None:
    assert spoken_code("K7QX93PF") == "K7QX 93PF"


def test_another_code_is_left_as_it_is() -> None:
    assert spoken_code("ABC") == "ABC"


def test_no_phone_can_join_before_there_is_an_address() -> None:
    assert not JoinAddress().url

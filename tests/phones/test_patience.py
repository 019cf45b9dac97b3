"""What a room waits for, in seconds."""

from __future__ import annotations

from facilitator.phones.patience import PATIENCE


def test_eight_seconds_for_a_head_and_ten_for_a_body() -> None:
    assert (PATIENCE.head, PATIENCE.body) == (8, 10)


def test_a_body_is_cut_only_after_the_app_has_given_it_up() -> None:
    assert PATIENCE.cut == 12


def test_the_desk_answers_or_the_phone_keeps_what_it_said() -> None:
    assert (PATIENCE.answer, PATIENCE.silence) == (6, 5)

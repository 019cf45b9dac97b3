"""What a round came to, in words."""

from __future__ import annotations

from facilitator.activities.scale.console.verdict import count_words, hear_words, verdict_words
from facilitator.activities.scale.rules.points import AGREEMENT, FIST, RATING, ROTI
from facilitator.activities.scale.rules.support import SetRule
from facilitator.convening.ballots import Round
from facilitator.convening.records import Records
from tests.activities.scale.asking import AGREE, SPREAD, answers, opened, ready, revealed, spread_of


def over(*points: str, kind: str = AGREEMENT, rule: SetRule | None = None) -> tuple[Records, Round]:
    """A round that these answers ended."""
    room = ready(kind=kind, enough=0, people=max(0, len(points) - 3))
    if rule is not None:
        room.when(rule, at=AGREE.id)
    round_ = opened(room)
    answers(room, round_, *points)
    ended = revealed(room, round_)
    return room.records, ended


def test_support_is_counted_by_the_rule_and_not_averaged() -> None:
    """DE2: never average."""
    said = over(*spread_of(*SPREAD), rule=SetRule(15))

    assert count_words(*said) == ("17", "of 22 support it")
    assert verdict_words(*said) == "The rule asked for 15: supported."
    assert hear_words(*said) == "Everyone from 4 to 8 is heard first. What would move you one step?"


def test_one_less_than_the_rule_asked_for_is_not_enough() -> None:
    said = over(*spread_of(*SPREAD), rule=SetRule(18))

    assert verdict_words(*said) == "The rule asked for 18: not enough."


def test_one_answer_at_the_last_point_is_named_as_what_it_is() -> None:
    said = over(*spread_of(6, 7, 4, 1, 2, 1, 0, 1), rule=SetRule(15))
    assert verdict_words(*said) == "Somebody chose 8, so it is not supported."

    free = over(*spread_of(6, 7, 4, 1, 2, 1, 0, 1), rule=SetRule(15, may_block=False))
    assert verdict_words(*free) == "The rule asked for 15: supported."


def test_where_all_support_it_the_room_is_asked_once_more() -> None:
    said = over(*"112233", rule=SetRule(4))

    assert hear_words(*said) == "Everybody who answered supports it. Ask once: what have we not seen yet?"


def test_a_fist_hears_the_low_hands_first() -> None:
    """DE3: hear 0 to 2."""
    said = over(*"5543210", kind=FIST, rule=SetRule(4))

    assert hear_words(*said) == "Everyone from 0 to 2 is heard first. What would move you one step?"


def test_a_pulse_counts_answers_and_has_no_verdict() -> None:
    """DE5: those at 3 or less, what would add one point; those at 5, what to keep."""
    said = over(*"3345501", kind=ROTI)

    assert count_words(*said) == ("7", "of 7 have answered")
    assert verdict_words(*said) == ""
    assert hear_words(*said) == "Those at 3 or less: what would add one point? Those at 5: what should be kept?"


def test_a_pulse_of_a_few_asks_everybody_alike() -> None:
    for kind in (ROTI, RATING):
        assert hear_words(*over(*"1123", kind=kind)) == "What would add one point? What should be kept?"

"""Rounds in plain words: where the room was asked on a scale, it gave answers, and voted for nothing."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.i18n import N_
from facilitator.kit.told import Group, Sentences, Told

_KIND = "asked_kind"
_SCALES = ("agreement", "fist", "roti", "rating")


def _on_a_scale(you: str, other: str) -> Mapping[str, Sentences]:
    """The sentences of a round that asked by one of the scales; it is told by the scale that is on record with it."""
    return dict.fromkeys(_SCALES, (you, other))


ROUNDS: Mapping[str, Told] = {
    "round.opened": Told(
        Group.VOTES,
        "hand-pointing",
        N_("You opened the vote."),
        N_("{who} opened the vote."),
        _KIND,
        _on_a_scale(
            N_("You asked the room: “{asked_text}”."),
            N_("{who} asked the room: “{asked_text}”."),
        ),
    ),
    "round.closed": Told(
        Group.VOTES,
        "lock-simple",
        N_("You closed the vote."),
        N_("{who} closed the vote."),
        _KIND,
        _on_a_scale(
            N_("You closed the answers."),
            N_("{who} closed the answers."),
        ),
    ),
    "round.reopened": Told(
        Group.VOTES,
        "hand-pointing",
        N_("You opened the vote again."),
        N_("{who} opened the vote again."),
        _KIND,
        _on_a_scale(
            N_("You opened the answers again."),
            N_("{who} opened the answers again."),
        ),
    ),
    "round.revealed": Told(
        Group.VOTES,
        "chart-bar",
        N_("You revealed the vote to the room. Ballots: {round_ballots}."),
        N_("{who} revealed the vote to the room. Ballots: {round_ballots}."),
        _KIND,
        _on_a_scale(
            N_("You revealed the answers to the room."),
            N_("{who} revealed the answers to the room."),
        ),
    ),
    "round.interrupted": Told(
        Group.VOTES,
        "warning-fill",
        N_("A round of voting ended without a result: its sealed ballots were lost."),
        N_("A round of voting ended without a result: its sealed ballots were lost."),
        _KIND,
        _on_a_scale(
            N_("A round ended without a result: no answer of it was kept."),
            N_("A round ended without a result: no answer of it was kept."),
        ),
    ),
}
"""How the facts of rounds are told."""

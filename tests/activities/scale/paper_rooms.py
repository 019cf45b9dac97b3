"""A proposal and what became of it, told for a test of paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from facilitator.activities.scale.rules.outcome import ADOPTED, Outcome
from facilitator.activities.scale.rules.points import AGREEMENT, DECIDING, Scale
from facilitator.activities.scale.rules.proposal import Proposal
from facilitator.activities.scale.rules.reservations import Reservation
from facilitator.activities.scale.rules.support import Asked, SupportRule
from facilitator.convening.ballots import REVEALED, RevealedBallot, Round
from facilitator.convening.cards import Card
from facilitator.convening.ids import BallotId, BlockId, CardId, PersonId, RoundId
from facilitator.convening.timebox import MINUTE
from facilitator.convening.words import Record
from tests.summary.rooms import MORNING

MAP = BlockId("map")
WORDS = "We publish every reading on one open map by January 2028."
SOONER = "We publish every reading on one open map by 2027."
SPREAD = (6, 7, 4, 1, 2, 1, 1, 0)
"""What the room of the sample answered: 17 of 22 support, one serious objection."""


def round_of(
    number: int = 1,
    spread: Sequence[int] = SPREAD,
    *,
    state: str = REVEALED,
    text: str = WORDS,
    kind: str = AGREEMENT,
    labels: tuple[str, ...] = (),
    expected: int = 22,
) -> list[Record[Any]]:
    """A round with its answers; `spread` counts them point by point."""
    key, opened = RoundId(f"s{number}"), MORNING + (150 + 10 * number) * MINUTE
    scale = Scale(MAP, kind, labels)
    choices = [point for point, count in zip(scale.points, spread, strict=False) for _ in range(count)]
    if state != REVEALED:
        choices = []
    count = len(choices)
    round_ = Round(key, MAP, number, 1, 1, scale.points, state, opened, opened + 6 * MINUTE, expected, count, count)
    rule = (15, 3 if kind == AGREEMENT else 2, True) if kind in DECIDING else (0, 0, False)
    question = Asked(key, text, number, kind, labels, *rule)
    return [round_, question, *(RevealedBallot(BallotId(f"{key}-{n}"), key, (c,)) for n, c in enumerate(choices))]


def proposed(kind: str = AGREEMENT, labels: tuple[str, ...] = ()) -> list[Record[Any]]:
    """The proposal, its scale and its rule, set at 11:33 of that morning (UTC)."""
    agreed = MORNING + 153 * MINUTE
    rule = [SupportRule(MAP, 15, 3, may_block=True, agreed=agreed)] if kind == AGREEMENT else []
    return [Scale(MAP, kind, labels), Proposal(MAP, WORDS, 1), *rule]


def reserved(key: str, text: str, round_: int = 1, met: str = "") -> list[Record[Any]]:
    """A reservation that somebody sent from a phone."""
    card = Card(CardId(key), text, "", "phone", PersonId("halima"))
    return [card, Reservation(CardId(key), MAP, RoundId(f"s{round_}"), met)]


def outcome(result: str = ADOPTED, round_: int = 1, owner: str = "", review: str = "") -> Outcome:
    """What was decided, at 11:54 (UTC)."""
    return Outcome(MAP, result, RoundId(f"s{round_}"), PersonId(owner), review, MORNING + 174 * MINUTE)

"""What of a proposal is told afterwards: which of its rounds everybody reads of, and which only the facilitator."""

from __future__ import annotations

from facilitator.activities.scale.rules.outcome import Outcome, the_outcome
from facilitator.convening.ballots import REVEALED, Round, rounds_of
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records


def told_rounds(records: Records, block: BlockId) -> list[Round]:
    """The rounds that everybody reads of, first to last. Source: practice, rule HV8; the facilitator reads all.

    They are the one that was decided about and the last that was revealed. What was asked since and not revealed is
    among them, because the room knows that it was asked.
    """
    rounds, decided = rounds_of(records, block), the_outcome(records, block).round
    last = next((round_.id for round_ in reversed(rounds) if round_.state == REVEALED), "")
    return [
        round_
        for round_ in rounds
        if (round_.state == REVEALED and round_.id in (decided, last)) or round_ is rounds[-1]
    ]


def outcome_of(records: Records, round_: Round) -> Outcome:
    """What was decided about a round; "" as its result where that was about another one, or nothing was."""
    found = the_outcome(records, round_.block)
    return found if found.round == round_.id else Outcome(round_.block)

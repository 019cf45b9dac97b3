"""Plain: a talk, a break, a meal. Its line of text and its minutes are the block's own, so there is nothing to wish."""

from __future__ import annotations

from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rules
from facilitator.convening.words import Decision, Moment, Refusal, Wish


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Refuse every wish. Raises Refusal: wish.unknown."""
    del records, wish, moment
    raise Refusal("wish.unknown")


RULES = Rules("plain", (), (), decide)

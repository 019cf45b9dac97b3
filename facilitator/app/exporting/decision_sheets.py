"""The tables of what was decided: each round of a proposal with its rule and its counts, and what held people back."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.app.exporting.decisions import Answered, answered, held_back, owner_of
from facilitator.app.exporting.sheet import Cell, Row, Sheet
from facilitator.convening.records import Records
from facilitator.i18n import N_

_ASKED = (
    (N_("Block"), 24), (N_("Scale"), 16), (N_("Proposal"), 60), (N_("Version"), 8), (N_("Round"), 8), (N_("Rule"), 60),
)  # fmt: skip
_CAME_TO = (
    (N_("Support"), 10), (N_("Of"), 8), (N_("Answered"), 10), (N_("What it came to"), 34), (N_("Outcome"), 12),
    (N_("Owner"), 24), (N_("Review"), 12), (N_("Remark"), 40),
)  # fmt: skip


def decision_sheet(records: Records) -> Sheet:
    """One row for each round; a column for each point that any of their scales has, under its number."""
    found = list(answered(records))
    points = sorted({point for one in found for point in one.question.scale.points}, key=int)
    numbered = tuple((point, 6) for point in points)
    return Sheet(N_("Decisions"), (*_ASKED, *numbered, *_CAME_TO), [_row(records, one, points) for one in found])


def reservation_sheet(records: Records) -> Sheet:
    """One row for each reservation: words, and how they were taken in. No name, and no number beside them."""
    columns = ((N_("Block"), 24), (N_("Proposal"), 60), (N_("Reservation"), 80), (N_("Taken in"), 60))
    return Sheet(
        N_("Reservations"), columns, [(one.block.title, one.asked, one.text, one.met) for one in held_back(records)]
    )


def _row(records: Records, one: Answered, points: Sequence[str]) -> Row:
    outcome, decides = one.outcome, bool(one.question.enough)
    is_shown = bool(one.counts)
    came_to: tuple[Cell, ...] = (
        one.support if decides and is_shown else "", one.people if is_shown else "",
        one.answered if is_shown else "", one.came_to, one.result,
        owner_of(records, outcome), outcome.review, one.remark,
    )  # fmt: skip
    return (
        one.block.title, one.kind, one.question.text, one.question.version, one.round.number, one.rule,
        *(one.counts.get(point, "") for point in points), *came_to,
    )  # fmt: skip

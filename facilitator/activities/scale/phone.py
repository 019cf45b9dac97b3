"""A scale, on phones: tick one point, send it, change it until the close, and say what holds you back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.activities.scale.rules.points import AGREEMENT, DECIDING, FIST, RATING, ROTI, shade, the_scale
from facilitator.activities.scale.rules.proposal import the_proposal
from facilitator.activities.scale.rules.reservations import RemoveReservation, Reservation, SendReservation
from facilitator.activities.scale.rules.support import Asked, asked, heard_first, is_told, people, spread, support
from facilitator.convening.ballots import (
    CLOSED,
    FEWEST_FOR_SECRECY,
    OPEN,
    REVEALED,
    CastBallot,
    Progress,
    Round,
    latest,
)
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, CardId, PersonId, RoundId
from facilitator.convening.records import Records
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.web.form import Form
from facilitator.kit.web.words import Words, counted


def _cast_ballot(form: Form) -> Wish:
    return CastBallot(RoundId(form.text("round")), form.number("number"), form.texts("choice"))


def _send_reservation(form: Form) -> Wish:
    return SendReservation(RoundId(form.text("round")), form.text("text"), "phone")


def _remove_reservation(form: Form) -> Wish:
    return RemoveReservation(CardId(form.text("card")))


WISHES: Mapping[str, Callable[[Form], Wish]] = {
    "cast_ballot": _cast_ballot,
    "send_reservation": _send_reservation,
    "remove_reservation": _remove_reservation,
}
"""What a phone may ask of a scale."""


def public(room: Records, block: BlockId) -> dict[str, Any]:
    """Say what is asked and by which points; the spread only after the reveal. Never what holds people back."""
    round_ = latest(room, block)
    if round_ is None:
        kind = the_scale(room, block).kind
        soon = {"round": {"id": "", "state": "none"}, "points": [], "result": {}}
        return {**_head(kind, the_proposal(room, block).text), **soon}
    question = asked(room, round_.id)
    scale = question.scale
    points = [
        {"id": point, "label": scale.labels[at] if scale.labels else "", "shade": shade(scale, point)}
        for at, point in enumerate(scale.points)
    ]
    told = {"round": _round(round_), "points": points, "result": _result(room, round_, question)}
    return {**_head(question.kind, question.text), **told}


def mine(records: Records, block: BlockId) -> dict[PersonId, dict[str, Any]]:
    """Say to each person whether the laptop has an answer of theirs, its number, and their own reservations."""
    cards, found = records[Card], dict[PersonId, dict[str, Any]]()
    # Of every round of the block: a phone hears of the next round before it hears what is its own there.
    for said in records[Reservation].values():
        card = cards.get(said.id)
        if said.block == block and card is not None and card.by:
            told = {"id": card.id, "round": said.round, "text": card.text}
            found.setdefault(card.by, {"reservations": []})["reservations"].append(told)
    round_ = latest(records, block)
    if round_ is not None and round_.state in (OPEN, CLOSED):
        for given in records[Progress].values():
            if given.round == round_.id:
                own = found.setdefault(given.person, {"reservations": []})
                own.update(round=given.round, number=given.number, is_given=given.dots > 0)
    return found


def words() -> Words:
    """Say the texts of this page."""
    return {**_titles(), **_points(), **_answering(), **_after()}


def _head(kind: str, text: str) -> dict[str, Any]:
    return {"called": f"scale_{kind}", "kind": kind, "is_deciding": kind in DECIDING, "asked": text}


def _round(round_: Round) -> dict[str, Any]:
    return {
        "id": round_.id,
        "state": round_.state,
        "closed": round_.closed if round_.state in (CLOSED, REVEALED) else 0,
        "is_small": round_.expected < FEWEST_FOR_SECRECY,
    }


def _result(room: Records, round_: Round, question: Asked) -> dict[str, Any]:
    """How many chose each point, in their order. Where so few answered that it would say who, there is no number."""
    if round_.state != REVEALED:
        return {}
    if not is_told(room, round_):
        return {"is_told": False}
    counts = spread(room, round_)
    told: dict[str, Any] = {"is_told": True, "counts": list(counts.values())}
    if question.supporting:
        first = heard_first(question.scale, question.counts)
        told |= {"support": support(room, round_), "people": people(room, round_)}
        told |= {"first": [first[0], first[-1]] if any(counts[point] for point in first) else []}
    return told


def _titles() -> Words:
    return {
        "title_scale": _("Agreement"),
        "title_scale_agreement": _("Agreement"),
        "title_scale_fist": _("Fist to five"),
        "title_scale_roti": _("Return on time"),
        "title_scale_rating": _("Rating"),
    }


def _points() -> Words:
    """What the points are usually called: on a phone there is room for a few more words than in a column."""
    usual = {
        AGREEMENT: (
            _("Whole-hearted yes"),
            _("Yes, with a minor point"),
            _("Support, with doubts"),
            _("Abstain"),
            _("More talk needed"),
            _("Don’t like, will support"),
            _("Serious objection"),
            _("Veto"),
        ),
        FIST: (
            _("Stop"),
            _("Big concerns"),
            _("Some concerns"),
            _("Can live with it"),
            _("Good"),
            _("Will champion it"),
        ),
        ROTI: (
            _("Lost time"),
            _("Little use"),
            _("Less than it cost"),
            _("Worth the time"),
            _("More than it cost"),
            _("Could not miss it"),
        ),
        RATING: (_("Not at all"), _("A little"), _("Half"), _("Mostly"), _("Fully")),
    }
    return {f"point_{kind}_{at}": name for kind, names in usual.items() for at, name in enumerate(names)}


def _answering() -> Words:
    return {
        # A line of its own takes its direction from its words, so these are not set apart from the marks.
        "proposal_said": _("“{proposal}”"),
        "answer_soon": _("The room answers in a moment. Look up."),
        "answer_closed": _("Answers are closed. Look up."),
        "answer_lost": _("This round was interrupted. Look up: it will be asked again."),
        "answer_hidden": _("Hidden from everyone until the reveal."),
        "few_answer": _("So few people answer that the result may show who chose what."),
        "few_untold": _("Hidden from everyone. If fewer than five answer, the spread is never shown."),
        "answer_send": _("Send my answer"),
        "answer_change": _("Change my answer"),
        "answer_back": _("Take my answer back"),
        "answer_sending": _("Sending your answer"),
        "answer_sent": _("Your answer is in."),
        "answer_until": _("You can change it until the answers close."),
        "answer_still": _("What you sent before counts until you send this change."),
        "answer_none": _("Taken back. The room has no answer from you."),
        "answer_waits": _("Waiting for Wi-Fi, kept on this phone."),
        "answer_goes": _("It goes by itself when you are back."),
        "answer_elsewhere": _("You answered from another phone or on paper. What you send here replaces it."),
        "answer_unsent": _("What you chose here was not sent. It stayed on this phone."),
        "answer_late": _("Your answer came after the close"),
        "answer_counts": _("What you sent before counts:"),
        "answer_kept": _("Your answer is kept on this phone:"),
    }


def _after() -> Words:
    return {
        "spread_untold": _("Fewer than five answered, so the spread is not shown."),
        "n_answered": counted("{n} person", "{n} people"),
        "n_support": counted("{n} of {all} supports it", "{n} of {all} support it"),
        "heard_first": _("Everyone from {low} to {high} is heard first."),
        "heard_first_at": _("Everyone at {low} is heard first."),
        "holds_back": _("What holds you back?"),
        "holds_hint": _("What would you need in order to support this more?"),
        "adds_point": _("What would add one point?"),
        "adds_hint": _("And what should stay as it is?"),
        "holds_send": _("Send it"),
        "holds_own": _("What you have said"),
        "holds_sent": counted(
            "You have sent {n} thought. Shared without your name.",
            "You have sent {n} thoughts. Shared without your name.",
        ),
        "sum_scale_answers": counted("{n} answer", "{n} answers"),
        "sum_thoughts": counted("{n} thought", "{n} thoughts"),
    }

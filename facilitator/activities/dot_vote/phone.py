"""Dot vote, on phones: give dots and take them back until the close; the result comes after the reveal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.activities.dot_vote.rules import options, ranking, the_vote
from facilitator.convening.agenda import Block
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
from facilitator.convening.cards import resolved
from facilitator.convening.harvest import held_in
from facilitator.convening.ids import BlockId, CardId, PersonId, RoundId
from facilitator.convening.records import Records
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.web.form import Form
from facilitator.kit.web.words import Words, counted


def _cast_ballot(form: Form) -> Wish:
    return CastBallot(RoundId(form.text("round")), form.number("number"), form.texts("choice"))


WISHES: Mapping[str, Callable[[Form], Wish]] = {"cast_ballot": _cast_ballot}
"""What a phone may ask of a vote."""


def public(room: Records, block: BlockId) -> dict[str, Any]:
    """Say the question, the rules and the ideas; dots only after the reveal."""
    live, round_ = room[Block].get(block), latest(room, block)
    asked = the_vote(room, block).criterion or (live.prompt if live is not None else "")
    if round_ is None:
        return {"prompt": asked, "round": {"id": "", "state": "none"}, "options": [], "result": []}
    numbered = [
        {
            "id": card.id,
            "text": card.text,
            "no": no,
            "was": _stood_before(room, round_, card.id),
            "holds": held_in(room, card.id),
        }
        for no, card in enumerate(options(room, block), 1)
    ]
    return {"prompt": asked, "round": _round(round_), "options": numbered, "result": _result(room, round_)}


def mine(records: Records, block: BlockId) -> dict[PersonId, dict[str, Any]]:
    """Say to each voter how many dots the laptop has from them, and the number of their newest ballot."""
    round_ = latest(records, block)
    if round_ is None or round_.state not in (OPEN, CLOSED):
        return {}
    return {
        given.person: {"round": given.round, "dots": given.dots, "number": given.number}
        for given in records[Progress].values()
        if given.round == round_.id
    }


def words() -> Words:
    """Say the texts of this page."""
    return {
        "title_dot_vote": _("Dot vote"),
        "vote_question": _("Where should we put our energy first?"),
        "vote_soon": _("The vote opens in a moment. Look up."),
        "vote_closed": _("The vote is closed. Look up for the result."),
        "vote_lost": _("This vote was interrupted. Look up: it will be asked again."),
        "holds_ideas": counted("{n} idea in this group", "{n} ideas in this group"),
        "n_dots": counted("{n} dot", "{n} dots"),
        "at_most": _("{dots}, at most {cap} on one idea"),
        "dots_left": counted("{n} dot left", "{n} dots left"),
        "no_dots_left": _("No dots left"),
        "saved_as_you_tap": _("saved as you tap"),
        "vote_kept": _("kept on this phone"),
        "vote_saving": _("saving"),
        "dots_back": counted(
            "Two ideas became one, and {n} dot is yours again.", "Two ideas became one, and {n} dots are yours again."
        ),
        "give_dot": _("Give a dot: {idea}"),
        "take_dot": _("Take a dot back: {idea}"),
        "few_voters": _("So few people vote that a total may show who chose what."),
        "vote_secret": _("The room sees totals only, after the reveal."),
        "dots_count": counted("Your first dot counts", "Your first {n} dots count"),
        "dots_kept": counted("{n} dot is kept on this phone:", "{n} dots are kept on this phone:"),
        "by_voters": counted("from {n} person", "from {n} people"),
        "sum_dots": counted("{n} dot", "{n} dots"),
        "given_elsewhere": counted(
            "You gave {n} dot from another phone. What you give here replaces it.",
            "You gave {n} dots from another phone. What you give here replaces them.",
        ),
    }


def _stood_before(room: Records, round_: Round, card: CardId) -> list[str]:
    """The options that this card stands for, since they were merged into it."""
    return [option for option in round_.options if option != card and resolved(room, CardId(option)) == card]


def _round(round_: Round) -> dict[str, Any]:
    return {
        "id": round_.id,
        "state": round_.state,
        "quota": round_.quota,
        "cap": round_.cap,
        "closed": round_.closed if round_.state in (CLOSED, REVEALED) else 0,
        "is_small": round_.expected < FEWEST_FOR_SECRECY,
    }


def _result(room: Records, round_: Round) -> list[dict[str, Any]]:
    return [
        {
            "id": s.card.id,
            "text": s.card.text,
            "holds": held_in(room, s.card.id),
            "rank": s.rank,
            "dots": s.dots,
            "voters": s.voters,
            "is_tied": s.is_tied,
        }
        for s in ranking(room, round_)
    ]

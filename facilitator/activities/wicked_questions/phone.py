"""Wicked questions, on phones: say what is true for either half, choose the question to live with, answer it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.activities.wicked_questions.rules import (
    Candidate,
    RemoveTruth,
    SendTruths,
    Truth,
    candidates,
    support,
    the_inquiry,
)
from facilitator.activities.wicked_questions.rules.answers import Answer, RemoveAnswer, SendAnswer
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import CLOSED, OPEN, CastBallot, Progress, Round, latest
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, CardId, PersonId, RoundId
from facilitator.convening.records import Records
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.web.form import Form
from facilitator.kit.web.words import Words, counted


def _send_truths(form: Form) -> Wish:
    return SendTruths(form.text_or("first", ""), form.text_or("second", ""), "phone")


def _remove_truth(form: Form) -> Wish:
    return RemoveTruth(CardId(form.text("card")))


def _send_answer(form: Form) -> Wish:
    return SendAnswer(CardId(form.text("question")), form.text("text"), "phone")


def _remove_answer(form: Form) -> Wish:
    return RemoveAnswer(CardId(form.text("card")))


def _cast_ballot(form: Form) -> Wish:
    return CastBallot(RoundId(form.text("round")), form.number("number"), form.texts("choice"))


WISHES: Mapping[str, Callable[[Form], Wish]] = {
    "send_truths": _send_truths,
    "remove_truth": _remove_truth,
    "send_answer": _send_answer,
    "remove_answer": _remove_answer,
    "cast_ballot": _cast_ballot,
}
"""What a phone may ask of a wicked question."""


def public(room: Records, block: BlockId) -> dict[str, Any]:
    """Say the step, the questions to choose from, and the one that was chosen; how many chose it after the reveal."""
    live, inquiry, round_ = room[Block].get(block), the_inquiry(room, block), latest(room, block)
    kept = {candidate.id: candidate for candidate in candidates(room, block)}
    chosen = kept.get(inquiry.chosen)
    chose = support(room, block)
    wanted = [kept[CardId(key)] for key in round_.options if key in kept] if round_ is not None else []
    return {
        "prompt": live.prompt if live is not None else "",
        "step": inquiry.step,
        "chosen": _pair(chosen) if chosen is not None else {},
        "round": _round(round_),
        "candidates": [{**_pair(one), "people": chose[one.id]} for one in wanted],
    }


def mine(records: Records, block: BlockId) -> dict[PersonId, dict[str, Any]]:
    """Say to each person the truths they sent, their answers, and the number of their newest ballot."""
    cards, found = records[Card], dict[PersonId, dict[str, Any]]()
    for truth in records[Truth].values():
        card = cards.get(truth.id)
        if truth.block == block and card is not None and card.by:
            _own(found, card.by)["truths"].append({"id": card.id, "half": truth.half})
    # Of every question of the block: a phone hears of another question before it hears what is its own there.
    for answer in records[Answer].values():
        card = cards.get(answer.id)
        if answer.block == block and card is not None and card.by:
            told = {"id": card.id, "question": answer.question, "text": card.text}
            _own(found, card.by)["answers"].append(told)
    round_ = latest(records, block)
    if round_ is not None and round_.state in (OPEN, CLOSED):
        for given in records[Progress].values():
            if given.round == round_.id:
                _own(found, given.person).update(round=given.round, number=given.number)
    return found


def _own(found: dict[PersonId, dict[str, Any]], person: PersonId) -> dict[str, Any]:
    return found.setdefault(person, {"truths": [], "answers": []})


def words() -> Words:
    """Say the texts of this page."""
    return {
        "title_wicked_questions": _("Wicked question"),
        "truths_question": _("What is true about us, and just as true the other way?"),
        "truth_first": _("We are"),
        "truth_second": _("we are also"),
        "truths_hint": _("Say each one so its friends would nod. One half alone is fine too."),
        "send_both": _("Send both"),
        "send_half": _("Send this half"),
        "truths_sent": counted(
            "You have sent {n}. Shared without your name.", "You have sent {n}. Shared without your name."
        ),
        "shared_nameless": _("Shared without your name."),
        "truths_kept": counted("{n} kept on this phone", "{n} kept on this phone"),
        "truths_arrived": _("Sent. The room has it."),
        "choose_question": _("Which question shall we live with?"),
        "choose_soon": _("The room is choosing. Look up."),
        "choose_saved": _("Saved as you tap. You may change it until the close."),
        "choose_people": counted("{n} person chose it", "{n} people chose it"),
        "live_question": _("When have you seen both be true?"),
        "send_answer": _("Send answer"),
        "answers_sent": counted(
            "You have sent {n} answer. Shared without your name.",
            "You have sent {n} answers. Shared without your name.",
        ),
        "your_answers": _("Your answers"),
        "and_pill": _("AND"),
        "why_pill": _("WHY"),
        "stem_at_once_1": _("How is it that we are"),
        "stem_at_once_2": _("we are"),
        "stem_at_once_3": _("simultaneously?"),
        "stem_want_why_1": _("If people want"),
        "stem_want_why_2": _("do we"),
        "stem_say_do_1": _("Why do we say"),
        "stem_say_do_2": _("do"),
        "sum_answers": counted("{n} answer", "{n} answers"),
        "sum_truths": counted("{n} truth", "{n} truths"),
        "choice_kept": _("Your choice is kept on this phone:"),
    }


def _pair(candidate: Candidate) -> dict[str, Any]:
    return {"id": candidate.id, "stem": candidate.stem, "first": candidate.first, "second": candidate.second}


def _round(round_: Round | None) -> dict[str, Any]:
    if round_ is None:
        return {"id": "", "state": "none", "quota": 0}
    return {"id": round_.id, "state": round_.state, "quota": round_.quota}

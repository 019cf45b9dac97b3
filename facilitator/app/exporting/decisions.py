"""What a convening was asked on a scale and what it decided, read once for every kind of file. Never an average."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitator.activities.scale import KINDS, OUTCOMES, label
from facilitator.activities.scale.rules.outcome import Outcome
from facilitator.activities.scale.rules.points import Scale
from facilitator.activities.scale.rules.reservations import reservations
from facilitator.activities.scale.rules.support import (
    BLOCKED,
    NOT_ENOUGH,
    SUPPORTED,
    Asked,
    asked,
    is_told,
    people,
    spread,
    support,
    verdict,
)
from facilitator.activities.scale.rules.telling import outcome_of, told_rounds
from facilitator.app.exporting.sheet import is_own
from facilitator.convening.agenda import Block, agenda
from facilitator.convening.ballots import INTERRUPTED, REVEALED, RevealedBallot, Round, rounds_of
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.convening.words import removed
from facilitator.i18n import N_, _
from facilitator.kit.support_words import rule_words

SCALE = "scale"

_CAME_TO = {
    SUPPORTED: N_("The rule was met."),
    NOT_ENOUGH: N_("The rule was not met."),
    BLOCKED: N_("By this rule one such answer is a no."),
}


@dataclass(frozen=True, slots=True)
class Answered:
    """One round of a scale. `counts` are by point, and empty where they may not be shown; `remark` says why.

    `people` is of how many an answer was expected, `answered` how many gave one; both are 0 without counts.
    """

    block: Block
    round: Round
    question: Asked
    counts: Mapping[str, int]
    support: int
    people: int
    answered: int
    came_to: str
    outcome: Outcome
    remark: str = ""

    @property
    def kind(self) -> str:
        """What its kind of scale is called."""
        return _(KINDS[self.question.kind])

    @property
    def rule(self) -> str:
        """How much support was enough, in a sentence; "" where nothing is decided."""
        question = self.question
        if not question.enough:
            return ""
        asked_of = max(self.round.expected, self.round.ballots)
        return rule_words(question.enough, asked_of, question.supporting, question.blocking)

    @property
    def result(self) -> str:
        """What was decided about it, in a word or two."""
        return _(OUTCOMES[self.outcome.result]) if self.outcome.result else ""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """What held somebody back from a wording, without a name and without a number, and how it was taken in."""

    block: Block
    asked: str
    text: str
    met: str


def answered(records: Records) -> Iterator[Answered]:
    """The rounds of all scales in the order of the agenda: all in the facilitator's own, else what everybody reads."""
    for block in agenda(records):
        if block.activity == SCALE:
            for round_ in rounds_of(records, block.id) if is_own(records) else told_rounds(records, block.id):
                yield _answered(records, block, round_)


def held_back(records: Records) -> Iterator[HeldBack]:
    """All reservations that these records hold, in the order of the agenda and as they came."""
    for block in agenda(records):
        for one, card in reservations(records, block.id):
            yield HeldBack(block, asked(records, one.round).text, card.text, one.met)


def told_alone(records: Records) -> Records:
    """The same records without the answers of a pulse of so few that it would say who gave what. Source: DE5."""
    few = {round_.id for round_ in records[Round].values() if round_.state == REVEALED and not is_told(records, round_)}
    return records.after(removed(ballot) for ballot in records[RevealedBallot].values() if ballot.round in few)


def owner_of(records: Records, outcome: Outcome) -> str:
    """Who sees to it, as far as these records name them: a name, an organisation, or only that somebody does."""
    if not outcome.owner:
        return ""
    person = records[Person].get(outcome.owner, Person(outcome.owner, ""))
    return person.name or person.organisation or _("Somebody of the room")


def point_words(scale: Scale, point: str) -> str:
    """A point with its name: "7 Serious objection"."""
    return f"{point} {label(scale, point, _)}"


def _answered(records: Records, block: Block, round_: Round) -> Answered:
    question, outcome = asked(records, round_.id), outcome_of(records, round_)
    remark = _remark(records, round_)
    if remark:
        return Answered(block, round_, question, {}, 0, 0, 0, "", outcome, remark)
    came_to = verdict(records, round_)
    return Answered(
        block, round_, question, spread(records, round_), support(records, round_), people(records, round_),
        round_.ballots, _(_CAME_TO[came_to]) if came_to else "", outcome,
    )  # fmt: skip


def _remark(records: Records, round_: Round) -> str:
    if round_.state == INTERRUPTED:
        return _("The round was interrupted and has no result.")
    if round_.state != REVEALED:
        return _("The answers were not revealed.")
    return "" if is_told(records, round_) else _("Fewer than five answered; the spread is not shown.")

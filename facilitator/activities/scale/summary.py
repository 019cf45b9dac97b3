"""A proposal in the summary: what was decided, by which rule, the spread, and what held people back. No average."""

from __future__ import annotations

from reportlab.platypus import Flowable

from facilitator.activities.scale import label
from facilitator.activities.scale.rules.outcome import ADOPTED, LET_GO, Outcome, the_outcome
from facilitator.activities.scale.rules.points import AGREEMENT, DECIDING, shade
from facilitator.activities.scale.rules.reservations import Reservation, reservations
from facilitator.activities.scale.rules.support import (
    BLOCKED,
    SUPPORTED,
    Asked,
    asked,
    is_told,
    people,
    spread,
    support,
    the_rule,
    verdict,
)
from facilitator.activities.scale.rules.telling import outcome_of, told_rounds
from facilitator.convening.agenda import the_block
from facilitator.convening.ballots import FEWEST_FOR_SECRECY, INTERRUPTED, REVEALED, Round, rounds_of
from facilitator.convening.ids import BlockId
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.kit.pdf.dates import instant_as_time, long_date
from facilitator.kit.pdf.decision import Sign, decision
from facilitator.kit.pdf.look import Edition, Look
from facilitator.kit.pdf.parts import Figure, Part
from facilitator.kit.pdf.rows import beside
from facilitator.kit.pdf.sections import Rule, air, heading, paragraph
from facilitator.kit.pdf.sections import section as new_section
from facilitator.kit.pdf.spread import Chosen
from facilitator.kit.pdf.spread import spread as spread_table
from facilitator.kit.support_words import rule_words

SERIOUS, VETO = "7", "8"
"""The two points of the usual gradients that are named when somebody chose them."""

WHOLE_ROUND, PLAIN_LINE = 330.0, 90.0
"""Points of height that a round needs below its heading, so that its spread stands on one page with its wording."""


def part(records: Records, block: BlockId) -> Part:
    """Where it stands: a proposal among the decisions, a pulse of the room near the end. Source: practice, HV6."""
    kinds = {asked(records, round_.id).kind for round_ in rounds_of(records, block)}
    return Part.DECISIONS if kinds & set(DECIDING) else Part.PULSES


def section(records: Records, block: BlockId, look: Look) -> list[Flowable]:
    """Give what was asked and what came of it; nothing where nobody was asked. Source: practice, DE1 and HV8.

    All editions hold the decision and the last revealed round; the facilitator's own holds every round.
    """
    rounds = rounds_of(records, block)
    if not rounds:
        return []
    entry = the_block(records, block)
    story = new_section(look, entry.title)
    if entry.prompt:
        story.append(paragraph(look, entry.prompt, look.soft, after=3))
    told = told_rounds(records, block)
    main = [round_ for round_ in told if round_.state == REVEALED]
    for round_ in main:
        story += _told(records, look, round_)
    story += _reservations(records, block, look, main)
    others = rounds if look.edition is Edition.FACILITATOR else told
    for round_ in (round_ for round_ in others if round_ not in main):
        needed = WHOLE_ROUND if round_.state == REVEALED else PLAIN_LINE
        story += heading(look, look.gettext("Round {number}").format(number=round_.number), needed)
        story += _asked(records, look, round_)
    return story


def figures(records: Records, block: BlockId) -> tuple[Figure, ...]:
    """Count what was adopted."""
    return (Figure((int(the_outcome(records, block).result == ADOPTED),), _count),)


def _count(look: Look, numbers: tuple[int, ...]) -> str:
    return look.ngettext("decision", "decisions", numbers[0])


def _told(records: Records, look: Look, round_: Round) -> list[Flowable]:
    """A revealed round as everybody reads it, headed by what was decided about it."""
    head = heading(look, _outcome_words(look, outcome_of(records, round_), asked(records, round_.id)))
    return [*head, Rule(look.theme.colours.line_strong), *_asked(records, look, round_)]


def _outcome_words(look: Look, outcome: Outcome, question: Asked) -> str:
    _ = look.gettext
    if question.kind not in DECIDING:
        return _("What the room answered")
    said = {
        ADOPTED: _("Decided"),
        "not_yet": _("Not yet"),
        LET_GO: _("Let go"),
    }
    return said.get(outcome.result, _("Asked, and left open"))


def _asked(records: Records, look: Look, round_: Round) -> list[Flowable]:
    """One round: its wording, and what it came to; of one that was not revealed only that."""
    _ = look.gettext
    question = asked(records, round_.id)
    if round_.state != REVEALED:
        said = (
            _("The round was interrupted and has no result.")
            if round_.state == INTERRUPTED
            else _("The answers were not revealed.")
        )
        return [decision(look, _sign(question, Outcome(round_.block)), question.text, "", (said,))]
    decided = outcome_of(records, round_)
    time = instant_as_time(decided.at or round_.closed) if decided.at or round_.closed else ""
    under = [*_support(records, look, round_), *_follow_up(records, look, decided)]
    story: list[Flowable] = [decision(look, _sign(question, decided), question.text, time, under)]
    if not is_told(records, round_):
        return [*story, air(6), paragraph(look, _("Fewer than five answered; the spread is not shown."))]
    return [*story, air(10), beside(look, _notes(records, look, round_)), air(10), _spread(records, look, round_)]


def _sign(question: Asked, outcome: Outcome) -> Sign:
    if question.kind not in DECIDING:
        return Sign.NONE
    return {ADOPTED: Sign.DECIDED, LET_GO: Sign.LET_GO}.get(outcome.result, Sign.OPEN)


def _support(records: Records, look: Look, round_: Round) -> list[str]:
    """How many support it, and which of the strongest doubts are on record: "17 of 22 support."."""
    question = asked(records, round_.id)
    if question.kind not in DECIDING:
        return []
    yes = support(records, round_)
    said = look.ngettext("{count} of {people} supports.", "{count} of {people} support.", yes)
    parts = [said.format(count=yes, people=people(records, round_)), *_on_record(records, look, round_, question)]
    return [" ".join(parts)]


def _on_record(records: Records, look: Look, round_: Round, question: Asked) -> list[str]:
    counts = spread(records, round_)
    if question.kind == AGREEMENT and not question.labels:
        serious, vetoes = counts[SERIOUS], counts[VETO]
        said = [
            (
                serious,
                look.ngettext("One serious objection on record.", "{count} serious objections on record.", serious),
            ),
            (vetoes, look.ngettext("One veto on record.", "{count} vetoes on record.", vetoes)),
        ]
        return [words.format(count=count) for count, words in said if count]
    least = question.scale.from_best[-1]
    found = counts[least]
    said_so = look.ngettext("{count} person chose “{point}”.", "{count} people chose “{point}”.", found)
    named = label(question.scale, least, look.gettext)
    return [said_so.format(count=found, point=named)] if found else []


def _follow_up(records: Records, look: Look, outcome: Outcome) -> list[str]:
    """Who sees to it, as far as this edition may say so, and when it is looked at again."""
    _ = look.gettext
    said = []
    if outcome.owner:
        name = _owner(records, look, outcome)
        said.append(_("{name} sees to it.").format(name=name) if name else _("Somebody of the room sees to it."))
    if outcome.review:
        said.append(_("Looked at again on {day}.").format(day=long_date(look, outcome.review)))
    return [" ".join(said)] if said else []


def _owner(records: Records, look: Look, outcome: Outcome) -> str:
    """The owner's name; to funders their organisation. Source: practice, rule HV8."""
    person = records[Person].get(outcome.owner)
    if person is None:
        return ""
    if look.edition is Edition.FUNDER:
        return person.organisation
    return person.name if person.id in look.named else ""


def _notes(records: Records, look: Look, round_: Round) -> list[tuple[str, str]]:
    """By which rule, and how it was asked."""
    _ = look.gettext
    question = asked(records, round_.id)
    notes = [(_("How it was asked"), _how(records, look, round_))]
    if not question.enough:
        return notes
    came_to = {
        SUPPORTED: _("The rule was met."),
        BLOCKED: _("By this rule one such answer is a no."),
    }.get(verdict(records, round_), _("The rule was not met."))
    said = rule_words(
        question.enough, people(records, round_), question.supporting, question.blocking, look.gettext, look.ngettext
    )
    return [(_("The rule"), " ".join((said, _set_when(records, look, round_), came_to))), *notes]


def _set_when(records: Records, look: Look, round_: Round) -> str:
    """When the rule was set; without the time where it was set anew for another round since."""
    _ = look.gettext
    agreed = the_rule(records, round_.block).agreed
    if 0 < agreed <= round_.opened:
        return _("Set at {time}, before the first answer.").format(time=instant_as_time(agreed))
    return _("Set before the first answer.")


def _how(records: Records, look: Look, round_: Round) -> str:
    _ = look.gettext
    parts = [
        look.ngettext("{count} of {people} answered.", "{count} of {people} answered.", round_.ballots).format(
            count=round_.ballots, people=people(records, round_)
        ),
        _("Answers stayed hidden until the reveal, and have no names."),
    ]
    if round_.opened and round_.closed:
        start, end = instant_as_time(round_.opened), instant_as_time(round_.closed)
        parts.append(_("Open {start}–{end}.").format(start=start, end=end))
    if round_.ballots < FEWEST_FOR_SECRECY:
        parts.append(_("With so few answers secrecy could not be promised."))
    return " ".join(parts)


def _spread(records: Records, look: Look, round_: Round) -> Flowable:
    question = asked(records, round_.id)
    scale = question.scale
    counts = spread(records, round_)
    shades, accent = look.theme.agreement, look.theme.colours.accent
    return spread_table(
        look,
        [
            Chosen(
                point,
                label(scale, point, look.gettext),
                counts[point],
                shades[tone] if (tone := shade(scale, point)) >= 0 else accent,
                point in question.supporting,
            )
            for point in scale.points
        ],
    )


def _reservations(records: Records, block: BlockId, look: Look, main: list[Round]) -> list[Flowable]:
    """What held people back, in their words and without a name or a number, with how each was taken in."""
    _ = look.gettext
    found = reservations(records, block)
    if not found:
        return []
    decides = part(records, block) is Part.DECISIONS
    stands = asked(records, main[-1].id).version if main else 0
    story = heading(look, _("Reservations") if decides else _("In their own words"))
    for one, card in found:
        under = [*_about(records, look, one, stands), *([_("Taken in: {how}").format(how=one.met)] if one.met else [])]
        story += [Rule(look.hair), air(6), paragraph(look, card.text, after=1)]
        if under:
            story.append(paragraph(look, " ".join(under), look.small.but(colour=look.soft.colour), after=0))
        story.append(air(6))
    return story


def _about(records: Records, look: Look, one: Reservation, stands: int) -> list[str]:
    """That a reservation is about other words than those that stand above; `stands` is their version, 0 for none."""
    version = asked(records, one.round).version
    if not stands or version == stands:
        return []
    _ = look.gettext
    return [_("About an earlier wording.") if version < stands else _("About a later wording.")]

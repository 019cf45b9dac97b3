"""Wicked questions in the summary: the chosen one large with what the room answered, then those set aside for later."""

from __future__ import annotations

from reportlab.platypus import Flowable

from facilitator.activities.wicked_questions import rules
from facilitator.activities.wicked_questions.rules import FIRST, SECOND, Candidate
from facilitator.activities.wicked_questions.rules.answers import answers
from facilitator.convening.agenda import the_block
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.kit.pdf.columns import Cluster, Idea, clusters_in_columns, ideas_in_columns
from facilitator.kit.pdf.look import Edition, Look
from facilitator.kit.pdf.pair import Pair, pair_card, pair_line
from facilitator.kit.pdf.parts import Figure, Part
from facilitator.kit.pdf.sections import Rule, air, heading, paragraph
from facilitator.kit.pdf.sections import section as new_section

PART = Part.QUESTIONS


def section(records: Records, block: BlockId, look: Look) -> list[Flowable]:
    """Give the chosen question and the others; funders see the chosen one. Source: practice, rule HV8."""
    found = rules.candidates(records, block)
    chosen = [one for one in found if one.id == rules.the_inquiry(records, block).chosen]
    others = [one for one in found if one not in chosen] if look.edition is not Edition.FUNDER else []
    sent = _truths(records, block, look) if look.edition is Edition.FACILITATOR else []
    if not (chosen or others or sent):
        return []
    entry = the_block(records, block)
    story = new_section(look, entry.title)
    if entry.prompt:
        story.append(paragraph(look, entry.prompt, look.soft))
    for one in chosen:
        story += [air(12), pair_card(look, _pair(look, one)), *_support(records, block, look, one)]
        story += _answers(records, look, one)
    if others:
        title = look.gettext("Set aside for later") if chosen else look.gettext("Questions we built")
        story += heading(look, title)
        for one in others:
            story += [Rule(look.hair), air(8), pair_line(look, _pair(look, one)), air(9)]
            story += _answers(records, look, one)
    return [*story, *sent]


def figures(records: Records, block: BlockId) -> tuple[Figure, ...]:
    """Count the questions that were built."""
    return (Figure((len(rules.candidates(records, block)),), _count),)


def _count(look: Look, numbers: tuple[int, ...]) -> str:
    return look.ngettext("wicked question", "wicked questions", numbers[0])


def _support(records: Records, block: BlockId, look: Look, one: Candidate) -> list[Flowable]:
    count = rules.support(records, block)[one.id]
    if not count:
        return []
    said = look.ngettext("{count} person chose it.", "{count} people chose it.", count).format(count=count)
    return [air(8), paragraph(look, said, look.caption)]


def _answers(records: Records, look: Look, one: Candidate) -> list[Flowable]:
    """What was answered, without names: what the room has read, and to the facilitator all; nothing to funders."""
    told = [Idea(card.text) for _, card in answers(records, one.id)] if look.edition is not Edition.FUNDER else []
    if not told:
        return []
    return [*heading(look, look.gettext("When have you seen both be true?")), air(6), ideas_in_columns(look, told)]


def _truths(records: Records, block: BlockId, look: Look) -> list[Flowable]:
    _ = look.gettext
    halves = [
        Cluster(-1, title, [Idea(_said(look, text, count)) for text, count in rules.truths(records, block, half)])
        for half, title in ((FIRST, _("For the first half")), (SECOND, _("For the second half")))
    ]
    if not any(half.ideas for half in halves):
        return []
    return [*heading(look, _("What was sent as true")), air(6), clusters_in_columns(look, halves)]


def _said(look: Look, text: str, count: int) -> str:
    return look.gettext("{text} (said {count} times)").format(text=text, count=count) if count > 1 else text


def _pair(look: Look, one: Candidate) -> Pair:
    """Read a question by the grammar of its stem. Source: practice, rule WQ1."""
    _ = look.gettext
    match one.stem:
        case "want_why":
            line = _("If people want {first}, why do we {second}?")
            return Pair(_("If people want"), one.first, _("WHY"), _("do we"), one.second, "?", line)
        case "say_do":
            line = _("Why do we say {first} and do {second}?")
            return Pair(_("Why do we say"), one.first, _("AND"), _("do"), one.second, "?", line)
    line = _("How is it that we are {first} and we are {second}, simultaneously?")
    return Pair(_("How is it that we are"), one.first, _("AND"), _("we are"), one.second, _("simultaneously?"), line)

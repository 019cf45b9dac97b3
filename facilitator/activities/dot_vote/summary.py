"""The dot vote in the summary: ranks, ties as ties, dots and who gave them. Never a total before the reveal."""

from __future__ import annotations

from reportlab.platypus import Flowable

from facilitator.activities.dot_vote import rules
from facilitator.convening.agenda import the_block
from facilitator.convening.ballots import FEWEST_FOR_SECRECY, INTERRUPTED, REVEALED, Round, beyond_cap, rounds_of
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.kit.option_words import option_words
from facilitator.kit.pdf.dates import instant_as_time
from facilitator.kit.pdf.look import Edition, Look
from facilitator.kit.pdf.parts import Figure, Part
from facilitator.kit.pdf.ranking import Standing, has_ties, ranking
from facilitator.kit.pdf.rows import beside
from facilitator.kit.pdf.sections import air, heading, paragraph
from facilitator.kit.pdf.sections import section as new_section
from facilitator.kit.pdf.text import words

PART = Part.SHORTLIST


def section(records: Records, block: BlockId, look: Look) -> list[Flowable]:
    """Give the result of a vote; of one that is not revealed only that; nothing where nobody was asked."""
    rounds = rounds_of(records, block)
    if not rounds:
        return []
    entry = the_block(records, block)
    story = new_section(look, entry.title)
    for line in (entry.prompt, rules.the_vote(records, block).criterion):
        if line:
            story.append(paragraph(look, line, look.soft, after=3))
    shown = rounds if look.edition is Edition.FACILITATOR else rounds[-1:]
    for round_ in shown:
        if len(shown) > 1:
            story += heading(look, look.gettext("Round {number}").format(number=round_.number))
        story += _round(records, round_, look)
    return story


def figures(records: Records, block: BlockId) -> tuple[Figure, ...]:
    """Count the dots of the last round and the people who gave them, once they are revealed."""
    rounds = rounds_of(records, block)
    if not rounds or rounds[-1].state != REVEALED:
        return ()
    return (Figure((rounds[-1].dots, rounds[-1].ballots), _count),)


def _count(look: Look, numbers: tuple[int, ...]) -> str:
    dots, people = numbers
    said = look.ngettext("dot from {people}", "dots from {people}", dots)
    return said.format(people=look.ngettext("{count} person", "{count} people", people).format(count=people))


def _round(records: Records, round_: Round, look: Look) -> list[Flowable]:
    _ = look.gettext
    if round_.state == INTERRUPTED:
        return [air(8), words(look, _("The vote was interrupted and has no result."), look.body)]
    if round_.state != REVEALED:
        return [air(8), words(look, _("The vote was not revealed."), look.body)]
    found = rules.ranking(records, round_)
    cut = rules.above_the_cut([one.dots for one in found])
    standings = [
        Standing(
            one.rank,
            option_words(records, one.card, look.ngettext),
            one.dots,
            one.voters,
            look.letters.get(one.card.id, -1),
            place < cut,
        )
        for place, one in enumerate(found)
    ]
    ran = (_("How the vote ran"), _how_it_ran(records, look, round_))
    ties = (_("How ties are read"), _("Equal totals share a rank and the next rank is skipped."))
    notes = [ran, ties] if has_ties(standings) else [ran]
    return [air(12), ranking(look, standings), air(20), beside(look, notes)]


def _how_it_ran(records: Records, look: Look, round_: Round) -> str:
    _ = look.gettext
    quota = look.ngettext("{quota} dot each", "{quota} dots each", round_.quota).format(quota=round_.quota)
    rule = _("{quota}, at most {cap} on one idea.").format(quota=quota, cap=round_.cap)
    voted = _("{ballots} of {people} people voted and gave {dots} dots.").format(
        ballots=round_.ballots, people=max(round_.expected, round_.ballots), dots=round_.dots
    )
    hidden = _("Results stayed hidden until the reveal.")
    parts = [rule, voted, hidden]
    if over := beyond_cap(records, round_):
        said = look.ngettext(
            "{count} dot lies beyond the most on one idea, since ideas were merged, and is not counted.",
            "{count} dots lie beyond the most on one idea, since ideas were merged, and are not counted.",
            over,
        )
        parts.append(said.format(count=over))
    if round_.opened and round_.closed:
        start, end = instant_as_time(round_.opened), instant_as_time(round_.closed)
        parts.append(_("Open {start}–{end}.").format(start=start, end=end))
    if round_.ballots < FEWEST_FOR_SECRECY:
        parts.append(_("With so few voters secrecy could not be promised."))
    parts.append(_("A vote narrows; it does not decide."))
    return " ".join(parts)

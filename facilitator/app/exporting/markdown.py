"""A convening as Markdown: for a wiki, a mail, a repository. What people wrote is shown literally, never as marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from facilitator.app.exporting.agenda_sheets import day_name, taken, time_of_day
from facilitator.app.exporting.decisions import Answered, answered, held_back, owner_of, point_words
from facilitator.app.exporting.questions import Idea, ideas, questions, ranking, rounds
from facilitator.app.exporting.sheet import is_own
from facilitator.app.exporting.sheets import state_words
from facilitator.convening.agenda import AS_PLANNED, Block
from facilitator.convening.ballots import Round
from facilitator.convening.clock import block_legs, step_ms
from facilitator.convening.days import Day, days
from facilitator.convening.gathering import the_convening
from facilitator.convening.notes import Note
from facilitator.convening.records import Records
from facilitator.convening.steps import WHOLE, Leg, Step, steps_of
from facilitator.convening.timetable import Slot, plan_of_day
from facilitator.i18n import _, ngettext

_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&$^=:@\"'])")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def as_markdown(records: Records, now: int) -> str:
    """Say a convening: what it was for, decisions, its agenda, ideas by cluster, votes, and wicked questions.

    `now` is the time by the room's clock (UTC ms).
    """
    decided, asked = _decisions(records), (_votes(records), _questions(records))
    parts = (_head(records), decided, _agenda(records, now), _ideas(ideas(records)), *asked)
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def agenda_as_markdown(records: Records, now: int) -> str:
    """Say the agenda of a convening alone: its days, blocks and steps, with their minutes.

    `now` is the time by the room's clock (UTC ms).
    """
    parts = (_head(records), _agenda(records, now))
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def board_as_markdown(records: Records, lying: Iterable[Idea]) -> str:
    """Say the ideas of one board, cluster by cluster, with every wording that was merged into them."""
    parts = (_head(records), _ideas(lying))
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def literal(text: str, indent: str = "") -> str:
    """Somebody's words, so that every sign is shown as it is; a new line stays one, under the same mark."""
    lines = _UNSEEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    shown = [_MARKS.sub(r"\\\1", line.strip().replace("\t", " ")) for line in lines]
    # An empty line would end the paragraph: what stood under it would no longer belong to the entry.
    return f"\\\n{indent}".join(line or "\u00a0" for line in shown)


def _head(records: Records) -> Iterator[str]:
    convening = the_convening(records)
    yield f"# {_one_line(convening.title)}"
    yield ""
    facts = " · ".join(literal(part) for part in (convening.date, convening.place, convening.day_line) if part)
    for line in (facts, literal(convening.purpose), literal(convening.promise)):
        if line.strip("\u00a0"):
            yield from (line, "")


def _agenda(records: Records, now: int) -> Iterator[str]:
    filled = [(number, day, slots) for number, day, slots in _planned(records) if slots]
    if not filled:
        return
    yield f"## {_('Agenda')}"
    yield ""
    for number, day, slots in filled:
        if len(filled) > 1:
            yield f"### {_one_line(' · '.join(part for part in (day_name(day, number), day.date) if part))}"
            yield ""
        yield from _day(records, slots, now)
    for slot in (slot for _number, _day_of, slots in filled for slot in slots):
        yield from _steps(records, slot.block, now)
        note = records[Note].get(slot.block.id)
        if note is not None and note.text:
            yield f"{_('Private note')}, {_one_line(slot.block.title)}: {literal(note.text)}"
            yield ""


def _planned(records: Records) -> list[tuple[int, Day, list[Slot]]]:
    return [(number, day, plan_of_day(records, day.id)) for number, day in enumerate(days(records), start=1)]


def _day(records: Records, slots: list[Slot], now: int) -> Iterator[str]:
    """The table of one day; what catching up gave the blocks stands there only if it gave any."""
    is_again = any(slot.block.replanned != AS_PLANNED for slot in slots)
    heads = [_("Starts"), _("Block"), _("Minutes planned"), *([_("Minutes given later")] if is_again else [])]
    yield f"| {' | '.join(heads)} | {_('Minutes taken')} |"
    yield f"|---|---|---:|{'---:|' if is_again else ''}---:|"
    for slot in slots:
        block = slot.block
        again = f" {_again(block)} |" if is_again else ""
        starts, title = time_of_day(slot.starts), _one_line(block.title)
        yield f"| {starts} | {title} | {block.minutes} |{again} {taken(records, block.id, now)} |"
    yield ""


def _again(block: Block) -> str:
    if block.is_dropped:
        return _("dropped")
    return "" if block.replanned == AS_PLANNED else str(block.replanned)


def _steps(records: Records, block: Block, now: int) -> Iterator[str]:
    """The steps of a block, its phases below them; in the facilitator's own with what they took."""
    steps = steps_of(records, block.id)
    if not steps:
        return
    yield f"{_('Steps')}, {_one_line(block.title)}:"
    yield ""
    took = step_ms(records, block.id, now) if is_own(records) else {}
    legs = block_legs(records, block)
    for step in steps:
        yield f"{'' if step.within == WHOLE else '  '}- {_step(step, steps)}{_took(legs, step, took)}"
    yield ""


def _step(step: Step, steps: list[Step]) -> str:
    """A step in words; one with phases lasts as long as they do."""
    lasting = [phase.seconds for phase in steps if phase.within == step.id] or [step.seconds]
    said = _("{minutes} min: {step}").format(
        minutes=f"{sum(lasting) / 60:g}", step=_one_line(step.text if not step.title else f"{step.title}: {step.text}")
    )
    return f"{step.rounds} × {said}" if step.rounds > 1 else said


def _took(legs: tuple[Leg, ...], step: Step, took: Mapping[str, int]) -> str:
    spent = [took[leg.key] for leg in legs if step.id in (leg.step.id, leg.inner.id) and leg.key in took]
    return f" ({_('took {minutes} min').format(minutes=f'{sum(spent) / 60_000:.1f}')})" if spent else ""


def _ideas(known: Iterable[Idea]) -> Iterator[str]:
    for board, found in groupby(known, key=lambda idea: idea.board.id):
        there = list(found)
        yield f"## {_one_line(there[0].board.title)}"
        yield ""
        if there[0].board.prompt:
            yield from (literal(there[0].board.prompt), "")
        del board
        for cluster, lying in groupby(there, key=lambda idea: idea.cluster):
            yield f"### {_one_line(cluster) if cluster else _('Not in a cluster')}"
            yield ""
            for idea in lying:
                yield from _idea(idea)
            yield ""


def _idea(idea: Idea) -> Iterator[str]:
    dots = ngettext("{count} dot", "{count} dots", idea.dots).format(count=idea.dots) if idea.dots else ""
    named = f" – {literal(idea.author)}" if idea.author else ""
    yield f"- {literal(idea.card.text, '  ')}{named}{f' ({dots})' if dots else ''}{_where(idea)}"
    for wording in idea.wordings:
        yield f"  - {_('also')}: {literal(wording, '    ')}"


def _where(idea: Idea) -> str:
    """Its zone on the canvas, and how far from its left and its upper edge, in hundredths."""
    if not idea.place:
        return ""
    across, down = (round(100 * share) for share in idea.place)
    said = _("{zone}, {across} % across, {down} % down") if idea.zone else _("{across} % across, {down} % down")
    return f" [{said.format(zone=literal(idea.zone), across=across, down=down)}]"


def _decisions(records: Records) -> Iterator[str]:
    doubts = list(held_back(records))
    for block, rounds_ in groupby(answered(records), key=lambda one: one.block.id):
        found = list(rounds_)
        yield f"## {_one_line(found[0].block.title)}"
        yield ""
        for one in found:
            yield from _decision(records, one)
        said = [doubt for doubt in doubts if doubt.block.id == block]
        for doubt in said:
            yield f"- {literal(doubt.text, '  ')}"
            if doubt.met:
                yield f"  - {_('Taken in')}: {literal(doubt.met, '    ')}"
        if said:
            yield ""


def _decision(records: Records, one: Answered) -> Iterator[str]:
    """One round: its exact words, the rule, what it came to, and the counts point by point."""
    yield f"**{_one_line(one.question.text)}**"
    yield ""
    owner, review = owner_of(records, one.outcome), one.outcome.review
    told = [
        f"{_('Outcome')}: {one.result}" if one.result else "",
        f"{_('Owner')}: {_one_line(owner)}" if owner else "",
        f"{_('Review')}: {review}" if review else "",
    ]
    if line := " · ".join(part for part in told if part):
        yield from (line, "")
    if one.rule:
        yield from (f"{one.rule} {one.came_to}".rstrip(), "")
    if one.remark:
        yield from (one.remark, "")
        return
    if one.question.enough:
        yield ngettext("{count} of {people} supports.", "{count} of {people} support.", one.support).format(
            count=one.support, people=one.people
        )
        yield ""
    yield f"| {_('Answer')} | {_('People')} |"
    yield "|---|---:|"
    for point, count in one.counts.items():
        yield f"| {_one_line(point_words(one.question.scale, point))} | {count} |"
    yield ""


def _votes(records: Records) -> Iterator[str]:
    for block, round_ in rounds(records):
        yield f"## {_one_line(block.title)}, {_('round {number}').format(number=round_.number)}"
        yield ""
        if remark := state_words(round_):
            yield from (remark, "")
            continue
        yield from (_how_many(round_), "")
        yield f"| {_('Rank')} | {_('Idea')} | {_('Dots')} | {_('Voters')} |"
        yield "|---:|---|---:|---:|"
        for one in ranking(records, round_):
            rank = _("{rank} (tied)").format(rank=one.rank) if one.is_tied else str(one.rank)
            yield f"| {rank} | {_one_line(one.text)} | {one.dots} | {one.voters} |"
        yield ""


def _how_many(round_: Round) -> str:
    return _("{ballots} of {people} people voted and gave {dots} dots.").format(
        ballots=round_.ballots, people=max(round_.expected, round_.ballots), dots=round_.dots
    )


def _questions(records: Records) -> Iterator[str]:
    found = list(questions(records))
    if not found:
        return
    yield f"## {_('Wicked questions')}"
    yield ""
    for one in found:
        words = literal(one.text, "  ")
        yield f"- **{words}** ({_('chosen')})" if one.is_chosen else f"- {words}"
        yield from (f"  - {literal(text, '    ')}" for text, _is_shown in one.answers)
    yield ""


def _one_line(text: str) -> str:
    """Words for a heading or a cell of a table, which have no second line."""
    return literal(" ".join(text.split()))

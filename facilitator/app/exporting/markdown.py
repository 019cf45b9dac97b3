"""A convening as Markdown: for a wiki, a mail, a repository. What people wrote is shown literally, never as marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from facilitator.app.exporting.questions import Idea, ideas, questions, ranking, rounds
from facilitator.app.exporting.sheets import state_words, taken
from facilitator.convening.ballots import Round
from facilitator.convening.gathering import the_convening
from facilitator.convening.notes import Note
from facilitator.convening.records import Records
from facilitator.convening.timetable import plan_of
from facilitator.i18n import _, ngettext

_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&$^=:@\"'])")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def as_markdown(records: Records) -> str:
    """Say a convening: what it was for, its agenda, ideas by cluster, votes, and wicked questions."""
    parts = (_head(records), _agenda(records), _ideas(records), _votes(records), _questions(records))
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


def _agenda(records: Records) -> Iterator[str]:
    slots = plan_of(records)
    if not slots:
        return
    yield f"## {_('Agenda')}"
    yield ""
    yield f"| {_('Starts')} | {_('Block')} | {_('Minutes planned')} | {_('Minutes taken')} |"
    yield "|---|---|---:|---:|"
    for slot in slots:
        starts = f"{slot.starts // 60 % 24:02}:{slot.starts % 60:02}"
        yield f"| {starts} | {_one_line(slot.block.title)} | {slot.block.minutes} | {taken(records, slot.block.id)} |"
    yield ""
    for slot in slots:
        note = records[Note].get(slot.block.id)
        if note is not None and note.text:
            yield f"{_('Private note')}, {_one_line(slot.block.title)}: {literal(note.text)}"
            yield ""


def _ideas(records: Records) -> Iterator[str]:
    for board, found in groupby(ideas(records), key=lambda idea: idea.board.id):
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
    yield f"- {literal(idea.card.text, '  ')}{f' ({dots})' if dots else ''}"
    for wording in idea.wordings:
        yield f"  - {_('also')}: {literal(wording, '    ')}"


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
    yield ""


def _one_line(text: str) -> str:
    """Words for a heading or a cell of a table, which have no second line."""
    return literal(" ".join(text.split()))

"""The tables of a convening: ideas, votes, decisions, agenda, questions, people. Columns nobody may see are missing."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.app.exporting.agenda_sheets import agenda_sheet, step_sheet
from facilitator.app.exporting.decision_sheets import decision_sheet, reservation_sheet
from facilitator.app.exporting.questions import Idea, Ranked, ideas, questions, ranking, rounds
from facilitator.app.exporting.sheet import Row, Sheet, is_own
from facilitator.convening.ballots import INTERRUPTED, REVEALED, Round
from facilitator.convening.confidence import confidence_of
from facilitator.convening.people import Contact, Person, name_of
from facilitator.convening.records import Records
from facilitator.i18n import N_, _


def sheets(records: Records, now: int) -> tuple[Sheet, ...]:
    """All tables, in the language that is spoken, at `now` by the room's clock (UTC ms)."""
    ideas_votes = idea_sheet(records), _votes(records), decision_sheet(records), reservation_sheet(records)
    after = _questions(records), _answers(records), _people(records)
    return tuple(
        spoken(sheet) for sheet in (*ideas_votes, agenda_sheet(records, now), step_sheet(records, now), *after)
    )


def agenda_sheets(records: Records, now: int) -> tuple[Sheet, ...]:
    """The tables of the agenda alone, in the language that is spoken, at `now` by the room's clock (UTC ms)."""
    return tuple(spoken(sheet) for sheet in (agenda_sheet(records, now), step_sheet(records, now)))


def spoken(sheet: Sheet) -> Sheet:
    """A table whose title and headings are in the language that is spoken."""
    return Sheet(_(sheet.title), tuple((_(heading), width) for heading, width in sheet.columns), sheet.rows)


def idea_sheet(records: Records) -> Sheet:
    """One row for each idea: where it stands, and what the room gave it in rounds that are revealed.

    Headings are as programs read them, whatever the language.
    """
    return sheet_of(records, list(ideas(records)))


def sheet_of(records: Records, found: Sequence[Idea]) -> Sheet:
    """The same for some of the ideas."""
    own = is_own(records)
    has_tables = own and any(one.table for one in found)
    is_laid = any(one.place for one in found)
    is_named = not own and any(one.author for one in found)
    zones = [(N_("zone"), 24), (N_("across"), 8), (N_("down"), 8)] if is_laid else []
    columns = [(N_("board"), 24), (N_("cluster"), 24), *zones, (N_("idea"), 60), (N_("other wordings"), 40),
               (N_("language"), 10), (N_("source"), 12), *([(N_("table"), 8)] if has_tables else []),
               *([(N_("by"), 24), (N_("also by"), 24)] if own else []),
               *([(N_("by"), 24)] if is_named else []),
               (N_("dots"), 8), (N_("voters"), 8), (N_("id"), 40), (N_("merged from"), 40),
               (N_("confidence"), 12)]  # fmt: skip
    rows: list[Row] = [
        (one.board.title, one.cluster, *(_lying(one) if is_laid else ()), one.card.text,
         "\n".join(one.wordings), one.card.language, one.card.source,
         *([one.table or ""] if has_tables else []),
         *([name_of(records, one.card.by), _also_by(records, one)] if own else []),
         *([one.author] if is_named else []), one.dots, one.voters,
         str(one.card.id), "\n".join(twin.id for twin in one.twins),
         confidence_of(records, one.card.id))
        for one in found
    ]  # fmt: skip
    return Sheet(N_("Ideas"), tuple(columns), rows)


def _lying(idea: Idea) -> tuple[str, str, str]:
    """Its zone, and where it lies from the left and from the top, from 0 to 1; empty for what lies on no canvas."""
    return (idea.zone, f"{idea.place[0]:.4g}", f"{idea.place[1]:.4g}") if idea.place else ("", "", "")


def _also_by(records: Records, idea: Idea) -> str:
    """Who said the other wordings, in their order, one a line; an empty line for who gave no name."""
    return "\n".join(name_of(records, twin.by) for twin in idea.twins)


def state_words(round_: Round) -> str:
    """What became of a round that has no result."""
    if round_.state == INTERRUPTED:
        return _("The vote was interrupted and has no result.")
    return "" if round_.state == REVEALED else _("The vote was not revealed.")


def _votes(records: Records) -> Sheet:
    columns = ((N_("Block"), 24), (N_("Round"), 8), (N_("Rank"), 8), (N_("Idea"), 60), (N_("Dots"), 8),
               (N_("Voters"), 8), (N_("Tied"), 8), (N_("People who voted"), 18), (N_("Remark"), 40))  # fmt: skip
    rows: list[Row] = []
    for block, round_ in rounds(records):
        head = (block.title, round_.number)
        rows += [(*head, *_ranked(one), round_.ballots, "") for one in ranking(records, round_)]
        if remark := state_words(round_):
            rows.append((*head, "", "", "", "", "", "", remark))
    return Sheet(N_("Votes"), columns, rows)


def _ranked(one: Ranked) -> Row:
    return one.rank, one.text, one.dots, one.voters, _("yes") if one.is_tied else ""


def _questions(records: Records) -> Sheet:
    columns = ((N_("Block"), 24), (N_("Wicked question"), 80), (N_("Chosen"), 10), (N_("People who chose it"), 20))
    rows = [(one.block.title, one.text, _("yes") if one.is_chosen else "", one.support) for one in questions(records)]
    return Sheet(N_("Wicked questions"), columns, rows)


def _answers(records: Records) -> Sheet:
    columns = ((N_("Block"), 24), (N_("Wicked question"), 60), (N_("Answer"), 80), (N_("The room has read it"), 18))
    rows = [
        (one.block.title, one.text, text, _("yes") if is_shown else "")
        for one in questions(records)
        for text, is_shown in one.answers
    ]
    return Sheet(N_("Answers"), columns, rows)


def _people(records: Records) -> Sheet:
    own = is_own(records)
    columns = ((N_("Name"), 28), (N_("Organisation"), 32), (N_("Country"), 16), (N_("Language"), 10), (N_("Role"), 14),
               (N_("Took part"), 10), *(((N_("E-mail"), 32), (N_("Phone"), 18)) if own else ()))  # fmt: skip
    rows: list[Row] = []
    for person in sorted(records[Person].values(), key=lambda person: person.name.casefold()):
        reached = records[Contact].get(person.id, Contact(person.id))
        rows.append(
            (person.name, person.organisation, person.country, person.language, person.role,
             _("yes") if person.is_here else "", *((reached.email, reached.phone) if own else ()))
        )  # fmt: skip
    return Sheet(N_("People"), columns, rows)

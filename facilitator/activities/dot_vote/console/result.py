"""After the reveal: ranks with ties as ties, dots and the people who gave them, and where the ranking falls apart."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.activities.dot_vote.console.prepare import heading
from facilitator.activities.dot_vote.console.rows import Row, RowList
from facilitator.activities.dot_vote.rules import Standing, above_the_cut, ranking, share_of_possible
from facilitator.convening.ballots import FEWEST_FOR_SECRECY, Round, beyond_cap
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.option_words import option_words
from facilitator.kit.qt.widgets import STRETCH, Card, Label, LineLabel, Tone, column, row

_END = 200


class Result(QWidget):
    """The ranking as a card. A vote narrows; it does not decide, and a low idea gets a hearing."""

    def __init__(self) -> None:
        super().__init__()
        self._turnout = LineLabel("", "small", Tone.SOFT)
        self._ranks = RowList(_("Result"), 44, _END)
        self._notes = Label("", "small", Tone.SOFT).wrapping()
        card = Card()
        head = row(None, heading(_("Result")), STRETCH, self._turnout)
        column(card, head, self._ranks, self._notes, gap=8, padding=(14, 14, 12, 16)).setStretch(1, 1)
        column(self, card)

    def show_result(self, records: Records, round_: Round) -> None:
        """Show the ranking of a revealed round; nothing before."""
        standings = ranking(records, round_)
        cut = above_the_cut([standing.dots for standing in standings])
        self._ranks.show_rows(
            [
                _row(standing, round_, option_words(records, standing.card), place == cut > 0)
                for place, standing in enumerate(standings)
            ]
        )
        self._turnout.show_text(turnout_words(round_))
        self._notes.setText(" ".join([*notes(standings, round_, cut), *uncounted(records, round_)]))

    def above(self, records: Records, round_: Round) -> tuple[str, ...]:
        """The ideas above the suggested cut."""
        standings = ranking(records, round_)
        cut = above_the_cut([standing.dots for standing in standings])
        return tuple(standing.card.id for standing in standings[:cut])


def turnout_words(round_: Round) -> str:
    """Say how many gave how many dots."""
    people = ngettext("{count} person", "{count} people", round_.ballots).format(count=round_.ballots)
    said = ngettext("{people} gave {dots} dot", "{people} gave {dots} dots", round_.dots)
    return said.format(people=people, dots=round_.dots)


def notes(standings: list[Standing], round_: Round, cut: int) -> list[str]:
    """What is worth saying aloud about a result. Source: practice, rules DV1, DV6, DV8."""
    said = []
    if cut:
        words = ngettext("The widest gap lies after {cut} idea.", "The widest gap lies after {cut} ideas.", cut)
        said.append(words.format(cut=cut))
    if any(standing.is_tied and standing.dots for standing in standings):
        said.append(_("Equal totals share a rank; the next one is skipped."))
    if standings:
        said.append(_("Give one low idea a hearing. A vote narrows; it does not decide."))
    if round_.ballots < FEWEST_FOR_SECRECY:
        said.append(_("With so few voters secrecy could not be promised."))
    return said


def uncounted(records: Records, round_: Round) -> list[str]:
    """Say how many dots are beyond the cap since ideas became one; nothing where all count."""
    over = beyond_cap(records, round_)
    words = ngettext(
        "{count} dot lies beyond the most on one idea, since ideas were merged, and is not counted.",
        "{count} dots lie beyond the most on one idea, since ideas were merged, and are not counted.",
        over,
    )
    return [words.format(count=over)] if over else []


def _row(standing: Standing, round_: Round, title: str, is_cut: bool) -> Row:  # noqa: FBT001 - the row is above or below it
    dots = ngettext("{dots} dot", "{dots} dots", standing.dots).format(dots=standing.dots)
    people = ngettext("{count} person", "{count} people", standing.voters).format(count=standing.voters)
    share = share_of_possible(standing.dots, round_.ballots, round_.cap)
    end = _("{dots} · {people} · {share} %").format(dots=dots, people=people, share=share)
    return Row(
        standing.card.id,
        title,
        str(standing.rank),
        end,
        placed=standing.dots,
        of=max(1, round_.ballots * round_.cap),
        is_tied=standing.is_tied,
        is_cut=is_cut,
    )

"""While a vote is open: how many are done, the ballot in paper order, and who has dots left. Never a total."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.activities.dot_vote.console.counts import CountCard
from facilitator.activities.dot_vote.console.prepare import heading
from facilitator.activities.dot_vote.console.rows import Row, RowList
from facilitator.activities.dot_vote.rules import options
from facilitator.convening.ballots import Progress, Round, Turnout, progress_id
from facilitator.convening.people import Person, here
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.option_words import option_words
from facilitator.kit.qt.icons import icon_pixmap
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import STRETCH, Card, Chip, Label, LineLabel, Tone, column, row

_HIGH = 480


class Voting(QWidget):
    """Counts of people and dots move; choices stay sealed, from the facilitator too."""

    def __init__(self) -> None:
        super().__init__()
        self._opened, self._reading = 0, Reading(0)
        self._counts = CountCard()
        self._ballot = RowList(_("On the ballot"), 43)
        self._left = RowList(_("Not finished"), 33)
        self._number = Chip("0")
        self._fixed = LineLabel("", "caption", Tone.SOFT)
        hidden = _Promise(_("Hidden from everyone until the reveal"), "caption", Tone.SOFT)
        ballot, left = Card(), Card()
        head = row(None, heading(_("On the ballot")), STRETCH, _Sign("eye-slash"), hidden, gap=6)
        column(ballot, head, self._ballot, gap=8, padding=(14, 14, 6, 16))
        foot = row(None, _Sign("lock-simple"), self._fixed, gap=6)
        people = row(None, heading(_("Not finished")), STRETCH, self._number)
        column(left, people, self._left, foot, gap=8, padding=(14, 14, 12, 16))
        sides = row(None, ballot, left, gap=16)
        sides.setStretch(0, 135)
        sides.setStretch(1, 100)
        column(self, self._counts, sides, gap=16).setStretch(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._counts.keep_low(self.height() < _HIGH)

    def show_round(self, records: Records, round_: Round) -> None:
        """Show how far the room is."""
        turnout = records[Turnout].get(round_.id, Turnout(round_.id))
        people = max(round_.expected, here(records))
        self._counts.show_counts(turnout.done, people, turnout.dots, people * round_.quota)
        cards = enumerate(options(records, round_.block), start=1)
        self._ballot.show_rows([Row(card.id, option_words(records, card), str(number)) for number, card in cards])
        waiting = unfinished(records, round_)
        self._left.show_rows(waiting)
        self._number.show_state(str(len(waiting)), Tone.SOFT)
        self._opened = round_.opened
        self.show_time(self._reading)

    def show_time(self, reading: Reading) -> None:
        """Say since when rules are fixed, as the clock in the room tells it now."""
        self._reading = reading
        self._fixed.show_text(_("Rules are fixed since {time}").format(time=reading.time_at(self._opened)))


def unfinished(records: Records, round_: Round) -> list[Row]:
    """Who is here and has dots left, by name, with how many are given."""
    given = records[Progress]
    people = [person for person in records[Person].values() if person.is_here]
    rows = []
    for person in sorted(people, key=lambda person: person.name.casefold()):
        progress = given.get(progress_id(round_.id, person.id))
        placed = progress.dots if progress is not None else 0
        if placed < round_.quota:
            rows.append(Row(person.id, person.name or _("Someone without a name"), placed=placed, of=round_.quota))
    return rows


class _Promise(Label):
    """A sentence in one line, or in two where there is less room; never cut."""

    def __init__(self, text: str, size: str, tone: Tone) -> None:
        super().__init__(text, size, tone)
        self.wrapping()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, QFontMetrics(self.font()).height())


class _Sign(QWidget):
    """A small icon beside words that say the same."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, icon_pixmap(self._name, 14, theme_in_use().inks.ink_2, self.devicePixelRatioF()))

"""What the room decided: one of three, who sees to it, and when it is looked at again. Each press is recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QGridLayout

from facilitator.activities.scale.console.outcome_words import result_meaning, result_name
from facilitator.activities.scale.console.page import PageChoice, heading
from facilitator.activities.scale.console.result_button import ResultButton
from facilitator.activities.scale.console.review_day import MONTHS, WEEKS, months_later, read_day, weeks_later
from facilitator.activities.scale.rules.outcome import OUTCOMES, Decide, Outcome
from facilitator.convening.ids import BlockId, PersonId
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets import Button, Card, Field, Label, Size, Tone, column, labelled, row

_FAR = date.min


class OutcomeCard(Card):
    """Who and when may be said before and after the outcome itself; until then they wait here for it."""

    def __init__(self, asking: Asking, block: BlockId) -> None:
        super().__init__()
        self._asking = asking
        self._kept = self._draft = Outcome(block)
        self._on_their_way = 0
        self._today = _FAR
        self._people: tuple[tuple[PersonId, str], ...] = ()
        self._results = {
            result: ResultButton(result_name(result), self._chooser(result), str(place))
            for place, result in enumerate(OUTCOMES, 1)
        }
        self._owner = PageChoice(_("Who sees to it"))
        self._owner.activated.connect(self._choose_owner)
        self._review = Field(_("Looked at again on"), hint=_("year-month-day"))
        self._review.finished.connect(self._choose_day)
        weeks = ngettext("In {count} week", "In {count} weeks", WEEKS).format(count=WEEKS)
        months = ngettext("In {count} month", "In {count} months", MONTHS).format(count=MONTHS)
        self._soon = (
            Button(weeks, lambda: self._set_day(weeks_later(self._today)), size=Size.SMALL),
            Button(months, lambda: self._set_day(months_later(self._today)), size=Size.SMALL),
        )
        self._line = Label("", "small", Tone.OVER).wrapping().vanishing()
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for place, (result, button) in enumerate(self._results.items()):
            button.setAccessibleDescription(result_meaning(result))
            grid.addWidget(button, 0, place)
            grid.addWidget(Label(result_meaning(result), "caption", Tone.SOFT).wrapping(), 1, place)
            grid.setColumnStretch(place, 1)
        when = column(None, self._review, row(None, *self._soon, gap=8), gap=6)
        who = labelled(_("Who sees to it"), self._owner)
        who.addStretch(1)
        later = row(None, who, when, gap=16)
        later.setStretch(0, 1)
        later.setStretch(1, 1)
        title = heading(_("What did the room decide?"))
        column(self, title, grid, later, self._line, gap=12, padding=(12, 18, 14, 18))

    def show_outcome(self, records: Records, kept: Outcome) -> None:
        """Show what is recorded of the round that was revealed last; `kept` has no result while nothing is."""
        is_other = kept.round != self._kept.round and bool(self._kept.round)
        self._kept = kept
        if kept.result and not self._on_their_way:
            self._draft = kept
        elif not kept.result and not self._on_their_way:
            self._draft = Outcome(kept.id) if is_other else replace(self._draft, result="")
        self._show_people(records)
        self._show_draft()

    def show_today(self, today: date) -> None:
        """Count days from today."""
        self._today = today

    def acts(self) -> tuple[Act, ...]:
        """What keys do here now."""
        return tuple(
            Act(str(place), result_name(result), self._chooser(result), self.isEnabled)
            for place, result in enumerate(OUTCOMES, 1)
        )

    def choose(self, result: str) -> None:
        """Record what the room decided; choosing the same again changes nothing."""
        if result != self._draft.result:
            self._change(replace(self._draft, result=result))
        else:
            self._show_draft()

    def _chooser(self, result: str) -> Callable[[], None]:
        return lambda: self.choose(result)

    def _choose_owner(self, at: int) -> None:
        self._change(replace(self._draft, owner=PersonId(self._owner.itemData(at) or "")))

    def _choose_day(self, written: str) -> None:
        if written.strip() and not read_day(written):
            example = weeks_later(self._today) if self._today is not _FAR else "2030-01-31"
            words = _("Write the day as year-month-day, such as {example}.")
            self._review.show_refusal(words.format(example=example))
            return
        day = read_day(written)
        if day and day != self._draft.review and day < self._today.isoformat():
            self._review.show_refusal(_("That day is over."))
            return
        self._set_day(day)

    def _set_day(self, day: str) -> None:
        self._review.show_refusal("")
        if day != self._draft.review:
            self._change(replace(self._draft, review=day))
        self._review.show_text(day)

    def _change(self, draft: Outcome) -> None:
        self._draft = draft
        self._show_draft()
        if not draft.result:
            return
        self._on_their_way += 1
        wish = Decide(draft.result, draft.owner, draft.review)
        self._asking.ask(wish, granted=lambda _receipt: self._answered(""), refused=self._refuse)

    def _refuse(self, sentence: str) -> None:
        self._answered(sentence)
        self._draft = self._kept
        self._show_draft()

    def _answered(self, sentence: str) -> None:
        self._on_their_way -= 1
        self._line.setText(sentence)

    def _show_people(self, records: Records) -> None:
        """All who are here can see to it; somebody who left since stays named."""
        there = [person for person in records[Person].values() if person.is_here or person.id == self._draft.owner]
        named = sorted(((person.id, person.name or _("somebody")) for person in there), key=lambda each: each[1])
        people = ((PersonId(""), _("Nobody yet")), *named)
        if people == self._people:
            return
        self._people = people
        self._owner.clear()
        for person, name in people:
            self._owner.addItem(name, person)

    def _show_draft(self) -> None:
        for result, button in self._results.items():
            button.show_chosen(result, self._draft.result)
        self._owner.setCurrentIndex(max(0, self._owner.findData(self._draft.owner)))
        if not self._review.refusal().text():
            self._review.show_text(self._draft.review)

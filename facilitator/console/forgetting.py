"""Forgetting a person: what it means in two lines, what becomes of their ideas, and the button that asks twice."""

from __future__ import annotations

from facilitator.convening.forgetting import ForgetPerson, Ideas, mentions
from facilitator.convening.ids import PersonId
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.asking import Asking, Twice
from facilitator.kit.qt.widgets.button import Button
from facilitator.kit.qt.widgets.frames import STRETCH, Card, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone
from facilitator.kit.qt.widgets.switch import Switch

KEY = "Shift Del"


class ForgettingCard(Card):
    """About the person who is chosen on the list."""

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._person, self._asked_for = "", ""
        self._records: Records | None = None
        self._twice: Twice | None = None
        self._who = LineLabel("", "label")
        self.ideas = Switch(_("Their ideas go too"))
        self.ideas.toggled.connect(lambda _on: self._show())
        self._means = Label("", "caption", Tone.SOFT).wrapping()
        self._button = Button(_("Forget this person…"), self.press, key=KEY)
        self._line = Label("", "small", Tone.WARN).wrapping()
        column(self, self._who, self._means, self.ideas, row(None, self._button, STRETCH), self._line,
               gap=10, padding=(18, 18, 18, 18))  # fmt: skip
        self._line.hide()
        self._show()

    def show_person(self, person: str, records: Records) -> None:
        """Show whom it is about now, "" for nobody; another choice takes back the first press."""
        self._records = records
        if person != self._person:
            self._person = person
            if self._asked_for:
                self._relax()
        self._show()

    def acts(self) -> tuple[Act, ...]:
        """What keys do here."""
        return (Act(KEY, _("Forget"), self.press, lambda: bool(self._person)),)

    def press(self) -> None:
        """Ask for it; the second time within three seconds does it."""
        if not self._person:
            return
        if self._twice is None or self._asked_for != self._person:
            # A first press about somebody else must not count for this one.
            if self._twice is not None:
                self._twice.deleteLater()
            self._twice = Twice(self._forget, self)
            self._twice.armed.connect(self._warn)
            self._twice.relaxed.connect(self._relax)
            self._asked_for = self._person
        self._twice.press()

    def _forget(self) -> None:
        ideas = Ideas.GO if self.ideas.isChecked() else Ideas.STAY
        self._asking.ask(ForgetPerson(PersonId(self._person), ideas), lambda _receipt: self._done(), self._refuse)

    def _done(self) -> None:
        self.ideas.show_state(is_on=False)
        self._say(_("Forgotten."), Tone.OK)

    def _refuse(self, words: str) -> None:
        self._say(words, Tone.OVER)

    def _warn(self) -> None:
        self._button.show_text(_("Forget for good"))
        words = _("This cannot be undone. Press once more, or {key}.").format(key=key_words(KEY))
        self._say(" ".join(part for part in (words, self._stays_words()) if part), Tone.WARN)

    def _relax(self) -> None:
        self._asked_for = ""
        self._say("")
        self._show()

    def _show(self) -> None:
        person = self._records[Person].get(PersonId(self._person)) if self._records is not None else None
        if self._asked_for != self._person or not self._person:
            self._button.show_text(_("Forget this person…"))
        self._who.show_text((person.name or _("No name")) if person is not None else _("Forget a person"))
        self._button.setEnabled(person is not None)
        self.ideas.setEnabled(person is not None)
        means = _("Name, contact and seat leave this laptop for good. No older file brings them back.")
        stay = _("The ideas stay, without an author.")
        go = _("Every idea they wrote goes too, word for word.")
        self._means.setText(f"{means} {go if self.ideas.isChecked() else stay}")

    def _stays_words(self) -> str:
        """Say how often the name stands elsewhere; counted when it is asked for, since it means reading every text."""
        ideas = Ideas.GO if self.ideas.isChecked() else Ideas.STAY
        count = mentions(self._records, self._person, ideas) if self._records is not None else 0
        if not count:
            return ""
        return ngettext(
            "The name also stands in {count} text of this convening, which stays as it was written.",
            "The name also stands in {count} texts of this convening, which stay as they were written.",
            count,
        ).format(count=count)

    def _say(self, words: str, tone: Tone = Tone.WARN) -> None:
        self._line.set_tone(tone)
        self._line.setText(words)
        self._line.setVisible(bool(words))

"""Typing what somebody wrote on paper: one digit, Enter counts it, and nothing of it stays to be read."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.activities.scale import label
from facilitator.activities.scale.console.still import Awaited, AwaitedList, By, awaited
from facilitator.activities.scale.rules.points import Scale
from facilitator.activities.scale.rules.support import asked
from facilitator.convening.ballots import OPEN, CastPaper, Round
from facilitator.convening.ids import BlockId, PersonId, RoundId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.announcing import announce
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import STRETCH, Card, Chip, Ground, Label, Tone, column, row

_UNDO = "Ctrl Z"


class StillCard(Card):
    """Who is still to answer; and, once D was pressed, where the slips of people on paper are typed."""

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._round, self._scale, self._is_open = RoundId(""), Scale(BlockId("")), False
        self._digit, self._said, self._tone = "", "", Tone.INK
        self._last: tuple[PersonId, str] = PersonId(""), ""
        title = Label(_("Still to answer"))
        title.setFont(theme_in_use().sized(16, 600))
        self._count = Chip("0")
        self._nobody = Label("", "small", Tone.SOFT).wrapping()
        self._nobody.setContentsMargins(16, 2, 16, 6)
        self.people = AwaitedList(_("Still to answer"))
        self.people.digit.connect(self._type)
        self.people.counted.connect(self._enter)
        self.people.taken_back.connect(self._take_back_digit)
        self.people.moved.connect(lambda _person: self._move())
        self.people.focused.connect(self._follow_focus)
        self._slip = Card(Ground.ACCENT)
        self._line = Label("", "small").wrapping()
        # Two lines are kept for what is said: the list above does not jump from one sentence to the next.
        self._line.setMinimumHeight(2 * round(theme_in_use().letter("console", "small").leading))
        column(self._slip, self._line, padding=(7, 10, 8, 10))
        self._slip.hide()
        head = row(None, title, STRETCH, self._count, padding=(10, 16, 8, 16))
        foot = row(None, self._slip, padding=(6, 8, 8, 8))
        column(self, head, self._nobody, self.people, foot, gap=0, padding=(0, 1, 1, 1)).setStretch(2, 1)

    def show_round(self, records: Records, round_: Round) -> None:
        """Show who has not answered this round; one that is closed takes no slip any more."""
        if round_.id != self._round or round_.state != OPEN:
            self._forget()
        self._round, self._is_open = round_.id, round_.state == OPEN
        self._scale = asked(records, round_.id).scale
        rows = awaited(records, round_)
        waiting = [each for each in rows if each.by is not By.TYPED]
        self.people.take_slips(is_open=self._is_open)
        said, tone = self._said, self._tone
        self.people.show_rows(rows)
        if tone is Tone.OVER:
            # Whom a slip was refused for may have left the list by that: why is said all the same.
            self._said, self._tone = said, tone
        self._count.show_state(str(len(waiting)), Tone.SOFT)
        self._nobody.setText(_("Everybody who is here has answered."))
        self._nobody.setVisible(not waiting)
        self.people.setVisible(bool(rows))
        self._show_line()

    def acts(self) -> tuple[Act, ...]:
        """What keys do here now; a digit means a point only while the list has the focus."""
        points = self._scale.points
        digits = _("{first}–{last}").format(first=points[0], last=points[-1])
        return (
            Act("D", _("Type paper answers"), self.type_slips, self.can_type),
            Act(digits, _("Type one"), self.type_slips, self._is_typing_here),
            Act(_UNDO, self._undo_words(), self.take_back, self._can_take_back),
        )

    def can_type(self) -> bool:
        """Whether slips can be typed now."""
        return self._is_open and bool(self.people.rows())

    def type_slips(self) -> None:
        """Go to the first person on paper who has not answered, unless somebody is chosen already."""
        if not self.can_type():
            return
        now = self.people.current()
        if now is None or now.by is By.PHONE:
            order = (By.PAPER, By.TYPED, By.PHONE)
            first = min(self.people.rows(), key=lambda each: order.index(each.by))
            self.people.go_to(first.id)
        self.people.setFocus()
        self._look_here()

    def take_back(self) -> None:
        """Take the digit back that was typed last; else the slip that was counted last."""
        person, name = self._last
        if self._digit:
            self._take_back_digit()
        elif person:
            self._last = PersonId(""), ""
            self.people.go_to(person)
            self._say(_("The slip of {name} is taken back.").format(name=name))
            self._cast(person, name, ())

    def _type(self, digit: str) -> None:
        chosen = self.people.current()
        if chosen is None:
            self._say(_("Choose a person first."))
        elif chosen.by is By.PHONE:
            self._digit = ""
            words = _("{name} answers by phone. {key} shows the seats: put them on paper there first.")
            self._say(words.format(name=chosen.name, key=key_words("J")))
        elif digit not in self._scale.points:
            self._digit = ""
            self._say(_("This scale has no {digit}.").format(digit=digit))
        else:
            self._digit = digit
            self._say("")

    def _enter(self) -> None:
        chosen, digit = self.people.current(), self._digit
        if chosen is None or not digit:
            return
        # Gone from the screen before it is counted: whoever passes by reads nothing.
        self._digit = ""
        self.people.go_to(self._after(chosen))
        self._last = PersonId(chosen.id), chosen.name
        self._say(self._counted_words())
        self._cast(PersonId(chosen.id), chosen.name, (digit,))

    def _cast(self, person: PersonId, name: str, choice: tuple[str, ...]) -> None:
        def refused(sentence: str) -> None:
            self._last = PersonId(""), ""
            self.people.go_to(person)
            self._say(_("{name}: {sentence}").format(name=name, sentence=sentence), Tone.OVER)

        self._asking.ask(CastPaper(self._round, person, choice), refused=refused)

    def _after(self, chosen: Awaited) -> str:
        """The next person on paper who has not answered; round to the first; the same one when there is none."""
        rows = self.people.rows()
        at = rows.index(chosen)
        others = (*rows[at + 1 :], *rows[:at])
        return next((each.id for each in others if each.by is By.PAPER), chosen.id)

    def _take_back_digit(self) -> None:
        self._digit = ""
        self._say(self._counted_words())

    def _move(self) -> None:
        """A digit belongs to the slip it was typed for, and to no other."""
        self._forget()
        self._show_line()

    def _follow_focus(self) -> None:
        if not self.people.hasFocus():
            self._forget()
        self._show_line()

    def _forget(self) -> None:
        self._digit, self._said, self._tone = "", "", Tone.INK
        self._last = PersonId(""), ""

    def _is_typing_here(self) -> bool:
        return self._is_open and self.people.hasFocus()

    def _can_take_back(self) -> bool:
        return self._is_typing_here() and bool(self._digit or self._last[0])

    def _undo_words(self) -> str:
        if self._digit:
            return _("Take the digit back")
        person, name = self._last
        return _("Take back the slip of {name}").format(name=name) if person else _("Take back the last slip")

    def _say(self, words: str, tone: Tone = Tone.INK) -> None:
        self._said, self._tone = words, tone
        self._show_line()
        self._look_here()
        announce(self, self._line.text())

    def _show_line(self) -> None:
        chosen = self.people.current()
        words = self._said
        if self._digit and chosen is not None:
            called = label(self._scale, self._digit, _)
            words = _("{digit} {label} for {name}. Enter counts it.")
            words = words.format(digit=self._digit, label=called, name=chosen.name)
        elif not words and chosen is not None:
            words = self._prompt(chosen)
        self.people.keep_keys(is_typing=bool(self._digit))
        self._line.set_tone(self._tone)
        self._line.setText(words if self._is_typing_here() else "")
        self._slip.setVisible(self._is_typing_here() and bool(words))

    def _counted_words(self) -> str:
        person, name = self._last
        words = _("Counted for {name}. {key} takes it back.")
        return words.format(name=name, key=key_words(_UNDO)) if person else ""

    def _prompt(self, chosen: Awaited) -> str:
        if chosen.by is By.PHONE:
            return _("{name} answers by phone.").format(name=chosen.name)
        if chosen.by is By.TYPED:
            return _("The slip of {name} is typed. A digit types it anew.").format(name=chosen.name)
        return _("Type the digit that {name} wrote.").format(name=chosen.name)

    def _look_here(self) -> None:
        """Where the page scrolls, bring the list and the line under it into view, once they have their place."""
        if self._is_typing_here():
            QTimer.singleShot(0, self, self._come_into_view)

    def _come_into_view(self) -> None:
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(self, 0, 0)

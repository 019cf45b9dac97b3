"""The exact words that the room is asked, to write and to mend; kept when the field is left, refused and never cut."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from facilitator.activities.scale import QUESTIONS
from facilitator.activities.scale.console.version import change_words, version_words
from facilitator.activities.scale.rules.points import DECIDING
from facilitator.activities.scale.rules.proposal import Proposal, SetProposal
from facilitator.convening.cards import LONGEST
from facilitator.convening.ids import BlockId
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import STRETCH, Button, Field, Label, LineLabel, Lines, Size, Tone, column, row

_MOST_LINES, _PADDING = 6, 24
_COUNTED_FROM = LONGEST - 100


class Wording(QWidget):
    """A field for the words, under it which wording this is and what the last change changed.

    `size` is the console size of theme.json in which they are written. Where a kind of scale has a question that is
    usual, an empty field offers it: `key` is shown on that button, and `usual_taken` tells that it was taken.
    """

    usual_taken = Signal()

    def __init__(self, asking: Asking, size: str = "title", key: str = "") -> None:
        super().__init__()
        self._asking = asking
        self._proposal, self._kind = Proposal(BlockId("")), DECIDING[0]
        self._reading = Reading(0)
        self._refused = ""
        self._field = Field(_("Exact words the room reads"), Lines.MANY, _("One sentence that the room can weigh"))
        self._field.input.setFont(theme_in_use().font("console", size))
        self._field.changed.connect(self._follow_typing)
        self._field.finished.connect(lambda _text: self.keep())
        self._count = Label("", "caption", Tone.SOFT).vanishing()
        self._field.input.installEventFilter(self)
        self._version = LineLabel("", "caption", Tone.SOFT)
        self._usual = Button("", self.take_usual, key=key, size=Size.SMALL)
        self._usual.hide()
        self.setFocusProxy(self._field)
        column(self, self._field, row(None, self._usual, STRETCH), self._count, self._version, gap=6)

    def show_proposal(self, proposal: Proposal, kind: str) -> None:
        """Show the words as they are, never over somebody's typing, nor over words that were refused."""
        self._proposal, self._kind = proposal, kind
        if not self._refused or self._field.text() != self._refused:
            self._field.show_text(proposal.text)
            self._grow()
            self._show_count()
        self._show_version()
        self._show_usual()

    def show_time(self, reading: Reading) -> None:
        """Tell the time of the last change as the clock in the room tells it now."""
        self._reading = reading
        self._show_version()

    def is_changed(self) -> bool:
        """Whether other words are written here than those that are kept."""
        return self._field.text().strip() != self._proposal.text

    def can_take_usual(self) -> bool:
        """Whether nothing is written yet, and this kind of scale has a question that is usual."""
        return self._kind in QUESTIONS and not self._field.text().strip()

    def take_usual(self) -> None:
        """Ask what this kind of scale usually asks."""
        if self.can_take_usual():
            words = _(QUESTIONS[self._kind])
            self._asking.ask(
                SetProposal(words), granted=lambda _receipt: self.usual_taken.emit(), refused=self._field.show_refusal
            )

    def keep(self) -> None:
        """Keep what is written, as the next wording."""
        if not self.is_changed():
            self._field.show_refusal("")
            return
        # Words on their way, and words that were refused, are not written over by those that are kept.
        self._refused = self._field.text()
        self._asking.ask(SetProposal(self._refused), granted=self._be_kept, refused=self._field.show_refusal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._grow()
        return False

    def _be_kept(self, _receipt: object) -> None:
        self._refused = ""
        self._field.show_refusal("")

    def _follow_typing(self, _text: str) -> None:
        self._grow()
        self._show_count()
        self._show_usual()

    def _show_count(self) -> None:
        """Say from how many letters on there is little room left, and how many are too many."""
        length = len(self._field.text().strip())
        over = length - LONGEST
        if over > 0:
            words = ngettext("{over} letter too many.", "{over} letters too many.", over)
            self._count.setText(words.format(over=over))
        else:
            words = _("{length} of {longest} letters").format(length=length, longest=LONGEST)
            self._count.setText(words if length >= _COUNTED_FROM else "")
        self._count.set_tone(Tone.OVER if over > 0 else Tone.SOFT)

    def _show_usual(self) -> None:
        if self._kind in QUESTIONS:
            self._usual.show_text(_("Ask “{question}”").format(question=_(QUESTIONS[self._kind])))
        self._usual.setVisible(self.can_take_usual())

    def _show_version(self) -> None:
        proposal = self._proposal
        self._version.setVisible(proposal.version > 1)
        said = [version_words(self._kind, proposal.version)]
        # While a day is being prepared no clock runs, and nobody asks at what time of day a word was changed.
        if self._reading.wall_ms and (changed := change_words(proposal, self._reading.time_at(proposal.changed))):
            said.append(changed)
        self._version.show_text(" · ".join(said))

    def _grow(self) -> None:
        """Be as high as the words; the field itself lays them out only later, when it is painted."""
        paper = self._field.input
        if isinstance(paper, QPlainTextEdit):
            room = paper.contentsRect().width() - 2 * paper.document().documentMargin()
            high = _written_high(paper.toPlainText() or paper.placeholderText(), paper.font(), room)
            paper.setFixedHeight(math.ceil(high) + _PADDING)


def _written_high(text: str, font: QFont, room: float) -> float:
    """How high the first lines of a text are in a field of this width."""
    heights: list[float] = []
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, room))
            heights.append(line.height())
        layout.endLayout()
        if len(heights) >= _MOST_LINES:
            break
    return sum(heights[:_MOST_LINES])

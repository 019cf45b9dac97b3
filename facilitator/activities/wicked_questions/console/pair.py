"""The pair being built: a stem, and two halves written in their places. Halves of one stem never go into another."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.activities.wicked_questions.console.half import HalfField, HalfGround
from facilitator.activities.wicked_questions.console.pair_painter import paint_joint
from facilitator.activities.wicked_questions.console.stems import StemWords, stem_words
from facilitator.activities.wicked_questions.rules import FIRST, SECOND, STEMS
from facilitator.i18n import _
from facilitator.kit.qt.lettering import Lettering
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import Choice, Label, Tone, column, row

_PILL = 26
_GAP = "…"


class PairEditor(QWidget):
    """A stem and its halves. Each stem keeps what was written for it. `changed` tells every change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stem = STEMS[0]
        self._drafts: dict[str, tuple[str, str]] = {}
        self._choice = Choice(_("Stem"))
        self._choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(12)
        self._choice.view().setAccessibleName(_("Stem"))
        self._choice.addItems([stem_words(stem).whole(_GAP, _GAP) for stem in STEMS])
        self._choice.activated.connect(lambda at: self.show_stem(STEMS[at]))
        self.first, self.second = HalfField(FIRST), HalfField(SECOND)
        self._grounds = (HalfGround(FIRST, self.first), HalfGround(SECOND, self.second))
        self._joint = _Joint(self)
        for field in (self.first, self.second):
            field.textChanged.connect(self.changed)
        self.first.entered.connect(self.second.setFocus)
        self.second.entered.connect(self.first.setFocus)
        said = Label(_("Stem"), "caption", Tone.SOFT)
        said.setBuddy(self._choice)
        halves = column(None, *self._grounds, gap=0)
        column(self, row(None, said, self._choice), halves, gap=10)
        self._show_words()

    def stem(self) -> str:
        """The stem in use."""
        return self._stem

    def halves(self) -> tuple[str, str]:
        """What is written for the two halves."""
        return self.first.toPlainText().strip(), self.second.toPlainText().strip()

    def show_stem(self, stem: str) -> None:
        """Go to another stem; what was written for this one waits here."""
        self._drafts[self._stem] = self.halves()
        self._stem = stem
        blocker = QSignalBlocker(self._choice)
        self._choice.setCurrentIndex(STEMS.index(stem))
        blocker.unblock()
        self._write(*self._drafts.get(stem, ("", "")))
        self._show_words()

    def show_pair(self, stem: str, first: str, second: str) -> None:
        """Put a whole pair into the fields: a candidate to mend, a card of the deck."""
        self.show_stem(stem)
        self._write(first, second)

    def take(self, half: str, text: str) -> None:
        """Take a truth into a half, after what stands there."""
        field = self.first if half == FIRST else self.second
        before = field.toPlainText().strip()
        field.setPlainText(f"{before} {text}" if before else text)
        field.moveCursor(field.textCursor().MoveOperation.End)
        field.setFocus()

    def clear(self) -> None:
        """Begin anew with this stem."""
        self._write("", "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_joint()

    def _write(self, first: str, second: str) -> None:
        self.first.setPlainText(first)
        self.second.setPlainText(second)
        self._place_joint()

    def _show_words(self) -> None:
        words = stem_words(self._stem)
        self._grounds[0].show_words(words.opening, "")
        self._grounds[1].show_words(words.second_opening, words.closing)
        self.first.setPlaceholderText(words.first_hint)
        self.second.setPlaceholderText(words.second_hint)
        self.first.setAccessibleName(_("First half: {opening}").format(opening=words.opening))
        self.second.setAccessibleName(_("Second half: {opening}").format(opening=words.second_opening))
        self._joint.show_words(words)

    def _place_joint(self) -> None:
        self._joint.follow(self._grounds[1])


class _Joint(QWidget):
    """The word between the halves, on their seam."""

    def __init__(self, pair: QWidget) -> None:
        super().__init__(pair)
        self._words: StemWords = stem_words(STEMS[0])
        self._text = Lettering()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_words(self, words: StemWords) -> None:
        """Show the joint of a stem."""
        self._words = words
        self.setAccessibleName(words.joint)
        self.update()

    def follow(self, below: QWidget) -> None:
        """Stand on the upper edge of the dark half."""
        self.setGeometry(below.x() + 14, below.y() - _PILL // 2, 200, _PILL)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QRectF(self.rect()).center().y()
            paint_joint(painter, 0, middle, self._words.joint, _PILL, theme_in_use(), self._text)

"""What to look at: kinds, convenings and years, each with how much was found there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from facilitator.console.search.words import group_words, ordered
from facilitator.convening.findable import Answer, Searched
from facilitator.i18n import _
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.frames import STRETCH, column
from facilitator.kit.qt.widgets.label import Label, Tone

WIDTH = 190
_HIGH, _BOX, _GAP = 26, 15, 10
_MOST = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: what it stands for, its words, how much was found, and whether it is looked at."""

    key: str
    words: str
    count: int
    is_on: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not looked at."""

    kinds: frozenset[str] = frozenset()
    convenings: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()


class Filters(QWidget):
    """`changed` tells what is left out from now on."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._left_out = LeftOut()
        self._kinds = _Group(_("Kind"), self._change)
        self._convenings = _Group(_("Convening"), self._change)
        self._years = _Group(_("When"), self._change)
        column(self, self._kinds, self._convenings, self._years, STRETCH, gap=18)

    def left_out(self) -> LeftOut:
        """What is not looked at now."""
        return self._left_out

    def show_answer(self, answer: Answer, hidden: frozenset[str], this_year: str) -> None:
        """Offer what was found, before anything was left out; `hidden` kinds are not even named."""
        out, found = self._left_out, [each for each in answer.searched if _shown(each, hidden)]
        kinds = Counter[str]()
        for each in found:
            kinds.update({kind: count for kind, count in each.hits if kind not in hidden})
        self._kinds.show_choices(
            Choice(kind, group_words(kind), kinds[kind], kind not in out.kinds)
            for kind in ordered(answer)
            if kind not in hidden
        )
        counts = {each.id: _shown(each, hidden) for each in found}
        twice = Counter(each.title for each in found)
        best = sorted(found, key=lambda each: -counts[each.id])
        self._convenings.show_choices(
            Choice(each.id, _title(each, twice), counts[each.id], each.id not in out.convenings) for each in best
        )
        years = Counter[str]()
        for each in found:
            years[each.year] += counts[each.id]
        self._years.show_choices(
            Choice(year, _year(year, this_year), years[year], year not in out.years)
            for year in sorted(years, key=lambda year: year or "9999", reverse=True)
        )

    def clear(self) -> None:
        """Look at everything again."""
        self._left_out = LeftOut()
        for group in (self._kinds, self._convenings, self._years):
            group.show_choices(())

    def _change(self) -> None:
        self._left_out = LeftOut(self._kinds.out(), self._convenings.out(), self._years.out())
        self.changed.emit(self._left_out)


class _Group(QWidget):
    """A heading with its lines; away while there are none."""

    def __init__(self, heading: str, change: Callable[[], None]) -> None:
        super().__init__()
        self._heading, self._change = heading, change
        self._out: set[str] = set()
        self._boxes: list[CountBox] = []
        self._rest = Label("", "caption", Tone.SOFT)
        words = Label(heading, "caption", Tone.SOFT)
        words.setFont(theme_in_use().sized(12, 600))
        self._place = column(None, gap=2)
        column(self, words, self._place, self._rest, gap=6)
        self.hide()

    def show_choices(self, choices: Iterable[Choice]) -> None:
        """Show these lines, the first ones if there are many."""
        wanted = tuple(choices)
        self._out = {choice.key for choice in wanted if not choice.is_on}
        shown = wanted[:_MOST]
        while len(self._boxes) < len(shown):
            box = CountBox(self._heading)
            box.toggled.connect(self._toggled)
            self._boxes.append(box)
            self._place.addWidget(box)
        for box, choice in zip(self._boxes, shown, strict=False):
            box.show_choice(choice)
        for at, box in enumerate(self._boxes):
            box.setVisible(at < len(shown))
        rest = len(wanted) - len(shown)
        self._rest.setText(_("and {count} more").format(count=rest))
        self._rest.setVisible(rest > 0)
        self.setVisible(bool(wanted))

    def out(self) -> frozenset[str]:
        """The keys that are left out."""
        return frozenset(self._out)

    def _toggled(self, is_on: bool) -> None:  # noqa: FBT001 - a box is ticked or not
        box = self.sender()
        if isinstance(box, CountBox):
            (self._out.discard if is_on else self._out.add)(box.key)
            self._change()


class CountBox(QCheckBox):
    """A box to tick, its words, and a count at the end of the line."""

    def __init__(self, group: str) -> None:
        super().__init__()
        self._group, self._choice = group, Choice("", "", 0, is_on=True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty(RING_RADIUS, 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def key(self) -> str:
        """What the line stands for."""
        return self._choice.key

    def show_choice(self, choice: Choice) -> None:
        """Stand for something else."""
        self._choice = choice
        self.setAccessibleName(_("{group}: {name}").format(group=self._group, name=choice.words))
        self.setAccessibleDescription(str(choice.count))
        self.setToolTip(choice.words)
        self.blockSignals(True)
        self.setChecked(choice.is_on)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, _HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _HIGH)

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        inks, middle, is_mirrored = (
            theme.inks,
            self.height() / 2,
            self.layoutDirection() is Qt.LayoutDirection.RightToLeft,
        )
        font = theme.font("console", "small")
        metrics = QFontMetricsF(font)
        count = str(self._choice.count)
        wide = metrics.horizontalAdvance(count)
        left, right = 2.0, self.width() - wide - 2
        box = QRectF(self.width() - left - _BOX if is_mirrored else left, middle - _BOX / 2, _BOX, _BOX)
        room = right - left - _BOX - 2 * _GAP
        words = metrics.elidedText(self._choice.words, Qt.TextElideMode.ElideRight, room)
        start = box.left() - _GAP - room if is_mirrored else box.right() + _GAP
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(inks.accent if self.isChecked() else inks.line_strong, 1))
            painter.setBrush(inks.accent if self.isChecked() else inks.raised)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            if self.isChecked():
                paint_icon(painter, box.adjusted(2.5, 2.5, -2.5, -2.5), "check-bold", inks.on_accent)
            painter.setFont(font)
            painter.setPen(inks.ink)
            side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
            painter.drawText(QRectF(start, 0, room + 1, self.height()), flags, words)
            painter.setPen(inks.ink_2)
            painter.drawText(QRectF(2 if is_mirrored else right, 0, wide + 1, self.height()), flags, count)


def _shown(each: Searched, hidden: frozenset[str]) -> int:
    return sum(count for kind, count in each.hits if kind not in hidden)


def _title(each: Searched, twice: Counter[str]) -> str:
    return f"{each.title}, {each.date}" if twice[each.title] > 1 else each.title


def _year(year: str, this_year: str) -> str:
    if not year:
        return _("No date yet")
    return _("This year") if year == this_year else year

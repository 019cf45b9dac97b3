"""The sums of a day: minutes by kind, by family, by how people sit together, and who guides how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.console.home_cards import category_words
from facilitator.console.times import length_words
from facilitator.convening.people import name_of
from facilitator.convening.records import Records
from facilitator.convening.sums import Sums
from facilitator.i18n import _
from facilitator.kit.qt.direction import mirrored, write_in
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.button import Button, Kind, Size
from facilitator.kit.qt.widgets.frames import STRETCH, Panel, column, row
from facilitator.kit.qt.widgets.label import Label, Tone
from facilitator.kit.theme import CATEGORIES

_HEAD, _LINE, _BAR, _MOST = 22, 21, 3, 6


@dataclass(frozen=True, slots=True)
class Share:
    """One line of a column: a name, its minutes, and the kind whose colour it has ("" for none)."""

    name: str
    minutes: int
    category: str = ""


class SumsPanel(Panel):
    """Four columns side by side. `closed` tells that they are wanted no more."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns = tuple(SumColumn() for _column in range(4))
        close = Button(_("Close the sums"), self.closed.emit, kind=Kind.QUIET, size=Size.SMALL)
        head = row(None, Label(_("Planned minutes of this day"), "small", Tone.SOFT), STRETCH, close, gap=8)
        across = row(None, *self.columns, gap=18)
        for at, each in enumerate(self.columns):
            across.setStretch(at, 1)
            across.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        column(self, head, across, gap=4, padding=(4, 4, 10, 12))

    def show_sums(self, sums: Sums, records: Records) -> None:
        """Show the sums of a day."""
        families = {"seeing": _("Seeing"), "doing": _("Doing"), "being": _("Being"), "": _("Not said")}
        modes = {"process": _("Process"), "task": _("Task")}
        together = {"plenary": _("All together"), "small": _("Small groups"), "alone": _("Alone"), "": _("Not said")}
        kinds = [Share(category_words(name), sums.categories.get(name, 0), name) for name in CATEGORIES]
        guides = sorted(sums.guides.items(), key=lambda each: (not each[0], -each[1]))
        named = [Share(name_of(records, who) or _("Nobody yet"), minutes) for who, minutes in guides]
        shown = (
            (_("Kinds"), kinds),
            (_("Methods"), _shares(families, sums.families) + _shares(modes, sums.modes)),
            (_("How people sit"), _shares(together, sums.together)),
            (_("Who leads"), named),
        )
        for each, (heading, shares) in zip(self.columns, shown, strict=True):
            each.show_shares(heading, [share for share in shares if share.minutes])


def _shares(names: Mapping[str, str], minutes: Mapping[str, int]) -> list[Share]:
    return [Share(words, minutes.get(name, 0)) for name, words in names.items()]


class SumColumn(QWidget):
    """A heading, and under it names with their lengths and a bar in proportion; its accessible name says it all."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = ""
        self._shares: tuple[Share, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, heading: str, shares: Sequence[Share]) -> None:
        """Show these; those for whom there is no room stand together in the last line."""
        fits = list(shares[:_MOST])
        if len(shares) > _MOST:
            fits[-1:] = [Share(_("Others"), sum(share.minutes for share in shares[_MOST - 1 :]))]
        self._heading, self._shares = heading, tuple(fits)
        said = ", ".join(f"{share.name} {length_words(share.minutes)}" for share in shares)
        self.setAccessibleName(f"{heading}: {said}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEAD + max(1, len(self._shares)) * (_LINE + _BAR + 3))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        most = max((share.minutes for share in self._shares), default=1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._write(painter, QRectF(0, 0, self.width(), _HEAD - 4), self._heading, 600)
            for at, share in enumerate(self._shares):
                top = _HEAD + at * (_LINE + _BAR + 3)
                self._paint_share(painter, top, share, share.minutes / most)
            if not self._shares:
                painter.setPen(theme.inks.ink_3)
                self._write(painter, QRectF(0, _HEAD, self.width(), _LINE), "–")

    def _paint_share(self, painter: QPainter, top: float, share: Share, part: float) -> None:
        theme = theme_in_use()
        length = length_words(share.minutes)
        wide = QFontMetricsF(theme.sized(12)).horizontalAdvance(length)
        self._write(painter, QRectF(0, top, self.width() - wide - 8, _LINE), share.name)
        end = QRectF(self.width() - wide - 1, top, wide + 2, _LINE)
        self._write(painter, end, length)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.inks.line)
        painter.drawRect(mirrored(self, QRectF(0, top + _LINE, self.width(), _BAR)))
        is_pause = share.category == "pause"
        colour = theme.category(share.category) if share.category and not is_pause else theme.inks.line_strong
        painter.setBrush(colour)
        painter.drawRect(mirrored(self, QRectF(0, top + _LINE, self.width() * part, _BAR)))

    def _write(self, painter: QPainter, box: QRectF, words: str, weight: int = 400) -> None:
        theme = theme_in_use()
        font = theme.sized(12, weight)
        painter.setFont(font)
        painter.setPen(theme.inks.ink_2 if weight > 400 else theme.inks.ink)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width() + 1)
        write_in(self, painter, box, shown)

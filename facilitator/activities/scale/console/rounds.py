"""Round by round: how much support each wording found, and its spread as one thin line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.activities.scale.console.columns import spread_words
from facilitator.activities.scale.console.page import heading
from facilitator.activities.scale.console.strip import colour_of
from facilitator.activities.scale.console.version import round_words
from facilitator.activities.scale.rules.points import Scale
from facilitator.activities.scale.rules.support import asked, is_told, spread
from facilitator.convening.ballots import REVEALED, rounds_of
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.direction import mirrored
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import Card, Label, Tone, column

_HIGH, _GAP = 10, 2


class SpreadLine(QWidget):
    """A spread as one line: each point as long as its share of the answers, in its colour."""

    def __init__(self, scale: Scale, counts: Mapping[str, int]) -> None:
        super().__init__()
        self._scale, self._counts = scale, dict(counts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spread_words(scale, counts))
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        return QSize(160, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        there = [point for point in self._scale.points if self._counts.get(point)]
        room = self.width() - _GAP * max(0, len(there) - 1)
        each, left = room / max(1, sum(self._counts.values())), 0.0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for point in there:
                wide = each * self._counts[point]
                painter.setBrush(colour_of(self._scale, point, theme_in_use()))
                painter.drawRoundedRect(mirrored(self, QRectF(left, 0, wide, _HIGH)), 2, 2)
                left += wide + _GAP


class RoundsCard(Card):
    """All rounds of a block that are over, first to last; no card before there were two."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, Scale, tuple[tuple[str, int], ...]], ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        column(self, heading(_("Round by round")), self._lines, gap=10, padding=(12, 16, 14, 16))

    def show_rounds(self, records: Records, block: BlockId) -> None:
        """Show how every round went; the same again leaves everything in its place."""
        over = [(round_, words) for round_ in rounds_of(records, block) if (words := round_words(records, round_))]
        found = tuple(
            (
                words,
                asked(records, round_.id).scale,
                tuple(spread(records, round_).items()) if is_told(records, round_) else (),
            )
            for round_, words in over
        )
        self.setVisible(len(found) > 1 and any(round_.state == REVEALED for round_, _words in over))
        if found == self._shown:
            return
        self._shown = found
        while (taken := self._lines.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words, scale, counts in found:
            self._lines.addWidget(_line(words, scale, dict(counts)))


def _line(words: str, scale: Scale, counts: Mapping[str, int]) -> QWidget:
    made = QWidget()
    said = Label(words, "small", Tone.SOFT).wrapping()
    if sum(counts.values()):
        column(made, said, SpreadLine(scale, counts), gap=4)
    else:
        column(made, said)
    return made

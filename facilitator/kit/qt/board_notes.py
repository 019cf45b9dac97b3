"""Notes of the board as pictures: each drawn once for a scale, kept within 48 MB, within a time budget per frame."""

from __future__ import annotations

import math
import re
import time
from collections import Counter, OrderedDict

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap

from facilitator.kit.qt.board_layout import BoardNote
from facilitator.kit.qt.lettering import Lettering, Upright, text_style
from facilitator.kit.qt.notes_painter import CONSOLE_NOTE, NoteMeasures, paint_note_ground
from facilitator.kit.qt.theme import Theme

BARS_BELOW = 0.3
FLAT_BELOW = 0.12
_KEPT_BYTES = 48 * 1024 * 1024
_BUDGET_S = 0.003
_CAPTION_LEADING = 16
_HEIGHTS_KEPT = 20_000
_PLAIN = re.compile(r"[A-Za-zÀ-ɏ0-9 .,;:!?'’\"()%&+…]*")
_Key = tuple[BoardNote, str, float, float, float]


class NoteHeights:
    """How high notes are: counted from the widths of words, laid out in full only where that is not exact."""

    def __init__(self, theme: Theme, lettering: Lettering, measures: NoteMeasures = CONSOLE_NOTE) -> None:
        self._measures = measures
        self._style = measures.style(theme, theme.note("grey"))
        self._metrics = QFontMetricsF(self._style.font)
        self._lettering = lettering
        self._known: dict[tuple[str, float], float] = {}
        self._words: dict[str, float] = {" ": self._metrics.horizontalAdvance(" ")}

    def __call__(self, note: BoardNote, width: float) -> float:
        """The height of a note at a width, its caption included."""
        key = (note.text, width)
        if (took := self._known.get(key)) is None:
            if len(self._known) > _HEIGHTS_KEPT:
                self._known.clear()
            took = self._known[key] = self._words_height(note.text, self._measures.text_width(width))
        return took + (_CAPTION_LEADING if note.caption else 0)

    def _words_height(self, text: str, room: float) -> float:
        lines = self._counted(text, room)
        took = self._measures.leading * min(lines, self._measures.lines or lines)
        if not lines:
            took = self._lettering.measure(text, room, self._style).height()
        return self._measures.height(0) + took

    def _counted(self, text: str, room: float) -> int:
        """Count lines of a text in a plain script, 0 where the count would be a guess."""
        if not _PLAIN.fullmatch(text):
            return 0
        space, lines, took = self._words[" "], 1, -self._words[" "]
        for word in text.split():
            width = self._words.get(word)
            if width is None:
                width = self._words[word] = self._metrics.horizontalAdvance(word)
            if width > room or abs(took + space + width - room) < 1:
                return 0
            if took + space + width > room:
                lines, took = lines + 1, width
            else:
                took += space + width
        return lines


class NotePictures:
    """Draws notes and keeps the pictures. Start each paint with `begin`; `picture` gives None once time is up."""

    def __init__(self, theme: Theme, measures: NoteMeasures = CONSOLE_NOTE) -> None:
        self.theme = theme
        self.lettering = Lettering()
        self.measures = measures
        self.kept_bytes = 0
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._of_scale: Counter[float] = Counter()
        self._spent = 0.0

    def begin(self) -> None:
        """A new paint begins, with a new budget."""
        self._spent = 0.0
        self.lettering.start()

    def picture(self, note: BoardNote, colour: str, box: QRectF, scale: float, ratio: float) -> QPixmap | None:
        """The picture of a note, exact for this scale; None when this paint has no time left to draw it.

        At least one is drawn in every paint, so that a board of any size fills.
        """
        key = (note, colour, box.width(), scale, ratio)
        if (kept := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return kept
        if self._spent > _BUDGET_S:
            return None
        began = time.perf_counter()
        drawn = self._draw(note, colour, box, scale, ratio)
        self._keep(key, drawn)
        self._spent += time.perf_counter() - began
        return drawn

    def paint(self, painter: QPainter, note: BoardNote, colour: str, box: QRectF) -> None:
        """Paint one note in full, outside any cache: the one that is being dragged."""
        inks = self.theme.note(colour)
        if note.is_off_stage:
            painter.setOpacity(0.5)
        foot = _CAPTION_LEADING if note.caption else 0
        paint_note_ground(painter, box, inks, self.measures, self.measures.edge)
        top, right, bottom, left = self.measures.padding
        inner = box.adjusted(self.measures.edge + left, top, -right, -bottom - foot)
        self.lettering.write(painter, inner, note.text, self.measures.style(self.theme, inks))
        if note.caption:
            style = text_style(self.theme, "console", "caption", self.theme.inks.ink_2).limited(1)
            self.lettering.write(
                painter, inner.adjusted(0, 0, 0, foot), note.caption, style.placed(style.align, Upright.BOTTOM)
            )
        painter.setOpacity(1.0)

    def _draw(self, note: BoardNote, colour: str, box: QRectF, scale: float, ratio: float) -> QPixmap:
        wide, high = math.ceil(box.width() * scale * ratio), math.ceil(box.height() * scale * ratio)
        drawn = QPixmap(max(1, wide), max(1, high))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        with QPainter(drawn) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.scale(scale, scale)
            here = QRectF(0, 0, box.width(), box.height())
            if scale < BARS_BELOW:
                self._paint_bars(painter, here, colour)
            else:
                self.paint(painter, note, colour, here)
        return drawn

    def _paint_bars(self, painter: QPainter, box: QRectF, colour: str) -> None:
        inks = self.theme.note(colour)
        paint_note_ground(painter, box, inks, self.measures, self.measures.edge)
        top, _, bottom, left = self.measures.padding
        lines = max(1, round((box.height() - top - bottom) / self.measures.leading))
        painter.setOpacity(0.45)
        for line in range(lines):
            share = 0.6 if line == lines - 1 else 0.9
            y = box.top() + top + line * self.measures.leading + 5
            x = box.left() + self.measures.edge + left
            painter.fillRect(QRectF(x, y, self.measures.text_width(box.width()) * share, 6), inks.text)
        painter.setOpacity(1.0)

    def _keep(self, key: _Key, drawn: QPixmap) -> None:
        self._kept[key] = drawn
        self.kept_bytes += _bytes_of(drawn)
        self._of_scale[key[3]] += 1
        while self.kept_bytes > _KEPT_BYTES and len(self._kept) > 1:
            oldest = next(iter(self._kept))
            if len(self._of_scale) > 1:
                oldest = next(old for old in self._kept if old[3] != key[3])
            self._forget(oldest)

    def _forget(self, key: _Key) -> None:
        self.kept_bytes -= _bytes_of(self._kept.pop(key))
        self._of_scale[key[3]] -= 1
        if not self._of_scale[key[3]]:
            del self._of_scale[key[3]]


def _bytes_of(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4

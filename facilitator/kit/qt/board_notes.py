"""Notes of the board as pictures: each drawn once for a scale, kept within 48 MB, within a time budget per frame."""

from __future__ import annotations

import math
import re
import time
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap

from facilitator.kit.qt.board_layout import BoardNote
from facilitator.kit.qt.lettering import Lettering, Upright, text_style
from facilitator.kit.qt.notes_painter import CONSOLE_NOTE, NoteMeasures, paint_note_ground
from facilitator.kit.qt.theme import Theme

BARS_BELOW = 0.3
FLAT_BELOW = 0.12
_KEPT_BYTES = 48 * 1024 * 1024
_PIXEL_BYTES = 4
_LARGEST_KEPT = _KEPT_BYTES // 6
FULL_S, BUSY_S, CALM_S = 0.001, 0.003, 0.008
"""How long a paint may make pictures, in seconds: one that paints all of the view, some of it, and nothing else."""

_CAPTION_LEADING = 16
_HEIGHTS_KEPT = 20_000
_Scale = tuple[float, float]
_PLAIN = re.compile(r"[A-Za-zÀ-ɏ0-9 .,;:!?'’\"()%&+…]*")


class NoteHeights:
    """How high notes are: counted from the widths of words, laid out in full only where that is not exact."""

    def __init__(self, theme: Theme, lettering: Lettering, measures: NoteMeasures = CONSOLE_NOTE) -> None:
        self._measures = measures
        self._style = measures.style(theme, theme.note("grey"))
        self._metrics = QFontMetricsF(self._style.font)
        self._lettering = lettering
        self._known: dict[float, dict[str, float]] = {}
        self._words: dict[str, float] = {" ": self._metrics.horizontalAdvance(" ")}

    def __call__(self, note: BoardNote, width: float) -> float:
        """The height of a note at a width, its caption included."""
        known = self._known.get(width)
        if known is None or len(known) > _HEIGHTS_KEPT:
            known = self._known[width] = {}
        text = note.text
        if (took := known.get(text)) is None:
            took = known[text] = self._words_height(text, self._measures.text_width(width))
        return took + _CAPTION_LEADING if note.caption else took

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


@dataclass(slots=True)
class _Picture:
    """A note as it was drawn, and the number of the paint that last asked for it."""

    note: BoardNote
    colour: str
    width: float
    drawn: QPixmap
    paint: int

    @property
    def bytes(self) -> int:
        return self.drawn.width() * self.drawn.height() * _PIXEL_BYTES


class NotePictures:
    """Draws notes and keeps the pictures, in device pixels. Start each paint with `begin`.

    `kept` gives a picture that is there; `picture` draws it too, and gives None once the time of this paint is up.
    """

    def __init__(self, theme: Theme, measures: NoteMeasures = CONSOLE_NOTE, *, is_mirrored: bool = False) -> None:
        self.theme = theme
        self.lettering = Lettering()
        self.measures = measures.facing(is_mirrored=is_mirrored)
        self.kept_bytes = 0
        self._scales: dict[_Scale, dict[str, _Picture]] = {}
        self._now: dict[str, _Picture] = {}
        self._scale, self._ratio = 1.0, 1.0
        self._largest = 0.0
        self._paint = 0
        self._left_s = 0.0
        self._is_first = True

    def begin(self, scale: float, ratio: float, budget_s: float = BUSY_S) -> None:
        """A new paint begins, at `scale` pixels a unit and `ratio` device pixels a pixel, with a new budget."""
        self._scale, self._ratio = scale, ratio
        self._largest = _LARGEST_KEPT / _PIXEL_BYTES / (scale * ratio) ** 2
        # The scale in use stands last: the one that was left longest ago is dropped first.
        self._now = self._scales[scale, ratio] = self._scales.pop((scale, ratio), {})
        self._paint += 1
        self._left_s, self._is_first = budget_s, True
        self.lettering.start()

    @property
    def has_time(self) -> bool:
        """Whether this paint may draw one more picture: the first one always."""
        return self._is_first or self._left_s > 0

    def kept(self, note: BoardNote, colour: str, width: float) -> QPixmap | None:
        """The picture of a note, exact for this scale, if it was drawn before."""
        found = self._now.get(note.id)
        if found is None or found.width != width or found.colour != colour:
            return None
        if found.note is not note:
            if found.note != note:
                return None
            found.note = note  # so that the next paint need not compare them
        found.paint = self._paint
        return found.drawn

    def picture(self, note: BoardNote, colour: str, box: QRectF) -> QPixmap | None:
        """The picture of a note, exact for this scale; None when this paint has no time left to draw it.

        At least one is drawn in every paint, so that a board of any size fills.
        """
        if (kept := self.kept(note, colour, box.width())) is not None or not self.has_time:
            return kept
        began = time.perf_counter()
        wide, high = self._size(box)
        if (old := self._now.get(note.id)) is not None:
            self._forget(self._now, old)
        self._make_room(wide * high * _PIXEL_BYTES)
        made = _Picture(note, colour, box.width(), self._drawn(note, colour, box, QPixmap(wide, high)), self._paint)
        self._now[note.id] = made
        self.kept_bytes += made.bytes
        self._is_first = False
        self._left_s -= time.perf_counter() - began
        return made.drawn

    @property
    def largest(self) -> float:
        """The area of the largest note at this scale whose picture would not crowd out the others."""
        return self._largest

    def bytes_by_scale(self) -> dict[tuple[float, float], int]:
        """How many bytes of pictures are kept for each scale and ratio; what is in use comes last."""
        return {scale: sum(each.bytes for each in kept.values()) for scale, kept in self._scales.items()}

    def paint(self, painter: QPainter, note: BoardNote, colour: str, box: QRectF) -> None:
        """Paint one note in full, outside any cache: the one that is being dragged."""
        inks = self.theme.note(colour)
        if note.is_off_stage:
            painter.setOpacity(0.5)
        foot = _CAPTION_LEADING if note.caption else 0
        paint_note_ground(painter, box, inks, self.measures, self.measures.edge)
        inner = self.measures.inner(box).adjusted(0, 0, 0, -foot)
        self.lettering.write(painter, inner, note.text, self.measures.style(self.theme, inks))
        if note.caption:
            style = text_style(self.theme, "console", "caption", self.theme.inks.ink_2).limited(1)
            self.lettering.write(
                painter, inner.adjusted(0, 0, 0, foot), note.caption, style.placed(style.align, Upright.BOTTOM)
            )
        painter.setOpacity(1.0)

    def paint_here(self, painter: QPainter, note: BoardNote, colour: str, box: QRectF) -> None:
        """Paint one note as its picture would be, its box from (0, 0) in board units; no picture is kept."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(self._scale * self._ratio, self._scale * self._ratio)
        here = QRectF(0, 0, box.width(), box.height())
        if self._scale < BARS_BELOW:
            self._paint_bars(painter, here, colour)
        else:
            self.paint(painter, note, colour, here)

    def _size(self, box: QRectF) -> tuple[int, int]:
        exact = self._scale * self._ratio
        return max(1, math.ceil(box.width() * exact)), max(1, math.ceil(box.height() * exact))

    def _drawn(self, note: BoardNote, colour: str, box: QRectF, picture: QPixmap) -> QPixmap:
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            self.paint_here(painter, note, colour, box)
        return picture

    def _paint_bars(self, painter: QPainter, box: QRectF, colour: str) -> None:
        inks = self.theme.note(colour)
        paint_note_ground(painter, box, inks, self.measures, self.measures.edge)
        inner = self.measures.inner(box)
        lines = max(1, round(inner.height() / self.measures.leading))
        painter.setOpacity(0.45)
        for line in range(lines):
            share = 0.6 if line == lines - 1 else 0.9
            y, wide = inner.top() + line * self.measures.leading + 5, inner.width() * share
            x = inner.right() - wide if self.measures.is_mirrored else inner.left()
            painter.fillRect(QRectF(x, y, wide, 6), inks.text)
        painter.setOpacity(1.0)

    def _make_room(self, wanted: int) -> None:
        """Forget pictures until so many bytes have room: of other scales first, then what was asked for longest ago."""
        for scale in [scale for scale, kept in self._scales.items() if kept is not self._now]:
            others = self._scales[scale]
            while others and self.kept_bytes + wanted > _KEPT_BYTES:
                self._forget(others, next(iter(others.values())))
            if not others:
                del self._scales[scale]
        if self.kept_bytes + wanted > _KEPT_BYTES:
            # An eighth at once: to look for the oldest again for every picture would cost more than the pictures.
            for oldest in sorted(self._now.values(), key=lambda kept: kept.paint):
                if self.kept_bytes + wanted <= _KEPT_BYTES * 7 // 8:
                    break
                self._forget(self._now, oldest)

    def _forget(self, kept: dict[str, _Picture], picture: _Picture) -> None:
        self.kept_bytes -= kept.pop(picture.note.id).bytes

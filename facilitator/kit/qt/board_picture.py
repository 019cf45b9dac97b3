"""The board as a picture to keep or to send: all of it on one sheet, in light colours, every word of every note."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from facilitator.kit.qt.board_heads import HEAD_HEIGHT, paint_head
from facilitator.kit.qt.board_layout import BoardColumn, BoardLayout, lay_whole
from facilitator.kit.qt.board_notes import NoteHeights, NotePictures
from facilitator.kit.qt.lettering import Lettering, TextStyle
from facilitator.kit.qt.notes_painter import CONSOLE_NOTE
from facilitator.kit.qt.theme import Theme
from facilitator.kit.theme import Mode
from facilitator.paths import resources

_MARGIN, _GAP, _NARROWEST = 24.0, 12.0, 480.0
_TITLE, _LEADING = 22, 28
_LARGEST = 4.0
_WHOLE_NOTE = replace(CONSOLE_NOTE, lines=0)
_SVG_SHAPE = 9 / 16
_EMBEDDED = ((400, "Regular"), (600, "SemiBold"), (700, "Bold"))
"""The weights a board is written in. Only these go into an SVG: Latin in 200 kB, other scripts by their names."""


class BoardPicture:
    """A board and its title, ready to be painted. Needs an application, but no window."""

    def __init__(self, title: str, columns: Sequence[BoardColumn]) -> None:
        self._title, self._columns = title, columns
        self._theme = Theme(Mode.LIGHT)
        self._layout, self._head = BoardLayout(), 0.0
        self._text = Lettering()
        self._pictures = NotePictures(self._theme, _WHOLE_NOTE)
        self._heights = NoteHeights(self._theme, self._text, _WHOLE_NOTE)

    def as_png(self, size: QSize) -> bytes:
        """The board in the middle of a picture of this size, as large as it fits."""
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(self._theme.inks.paper)
        wanted = self._extent(size.height() / size.width())
        scale = min(_LARGEST, size.width() / wanted.width(), size.height() / wanted.height())
        with QPainter(image) as painter:
            painter.translate((size.width() - wanted.width() * scale) / 2, 0)
            painter.scale(scale, scale)
            self._paint(painter)
        return _written(lambda buffer: QImageWriter(buffer, b"png").write(image))

    def as_svg(self) -> bytes:
        """The board as a drawing whose words stay words, to be searched and copied, with the Latin letters inside."""
        size = self._extent(_SVG_SHAPE)
        drawn = _written(lambda buffer: self._draw(buffer, size))
        return drawn.replace(b"<defs>", b"<defs>\n" + _letters(self._theme.tokens.families[0]), 1)

    def _draw(self, buffer: QBuffer, size: QSizeF) -> bool:
        drawing = QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setSize(size.toSize())
        drawing.setViewBox(QRectF(0, 0, size.width(), size.height()))
        drawing.setResolution(96)  # a pixel of the drawing is a pixel of the browser
        drawing.setTitle(self._title)
        drawing.setDescription("")
        with QPainter(drawing) as painter:
            painter.fillRect(QRectF(0, 0, size.width(), size.height()), self._theme.inks.paper)
            self._paint(painter)
        return True

    def _extent(self, shape: float) -> QSizeF:
        """Lay the board out so that the whole sheet comes near a shape (height / width); give the size of the sheet."""
        self._layout = lay_whole(self._columns, shape, self._heights)
        wide = max(self._layout.width, _NARROWEST)
        self._head = self._text.measure(self._title, wide, self._title_style()).height()
        high = self._head + _GAP + HEAD_HEIGHT + _GAP / 2 + self._layout.height
        return QSizeF(wide + 2 * _MARGIN, high + 2 * _MARGIN)

    def _title_style(self) -> TextStyle:
        return TextStyle(self._theme.sized(_TITLE, 700), self._theme.inks.ink, _LEADING)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        wide, left, top = max(self._layout.width, _NARROWEST), _MARGIN, _MARGIN
        self._text.write(painter, QRectF(left, top, wide, self._head), self._title, self._title_style())
        top += self._head + _GAP
        for placed in self._layout.columns:
            head = QRectF(left + placed.left, top, placed.width, HEAD_HEIGHT)
            paint_head(painter, head, placed.column, self._theme, self._text)
        top += HEAD_HEIGHT + _GAP / 2
        for placed in self._layout.columns:
            for lying in placed.reading_order():
                self._pictures.paint(painter, lying.note, placed.column.colour, lying.box.translated(left, top))


def _written(write: Callable[[QBuffer], bool]) -> bytes:
    """What is written into a buffer. Raises OSError when it is not."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not write(buffer):
        raise OSError("the picture could not be written")
    return bytes(buffer.data().data())


def _letters(family: str) -> bytes:
    """The bundled letters as a style sheet: who has not installed them sees the same."""
    rules = []
    for weight, name in _EMBEDDED:
        font = (resources() / "fonts" / f"AtkinsonHyperlegibleNext_{weight}{name}.ttf").read_bytes()
        source = f"url(data:font/ttf;base64,{base64.b64encode(font).decode('ascii')}) format('truetype')"
        rules.append(f"@font-face{{font-family:'{family}';font-weight:{weight};src:{source}}}")
    return f"<style>{''.join(rules)}</style>".encode()

"""The board as a picture to keep or to send: all of it on one sheet, in light colours, every word of every note.

A board in columns is painted as columns; one that has a wall or a canvas as that, with what is not on it in columns
beneath.
"""

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
from facilitator.kit.qt.canvas_ground import Canvas
from facilitator.kit.qt.canvas_paint import GroundLook, paint_ground
from facilitator.kit.qt.canvas_whole import WholeCanvas, lay_whole_canvas
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle
from facilitator.kit.qt.notes_painter import CONSOLE_NOTE
from facilitator.kit.qt.theme import Theme
from facilitator.kit.theme import Mode
from facilitator.paths import resources

_MARGIN, _GAP, _NARROWEST = 24.0, 12.0, 480.0
_TITLE, _LEADING = 22, 28
_LARGEST = 4.0
_WHOLE_NOTE = replace(CONSOLE_NOTE, lines=0)
_SVG_SHAPE = 9 / 16
_FLATTEST, _STEEPEST = 0.02, 100.0
_EMBEDDED = ((400, "Regular"), (600, "SemiBold"), (700, "Bold"))
"""The weights a board is written in. Only these go into an SVG: Latin in 200 kB, other scripts by their names."""


class BoardPicture:
    """A board and its title, ready to be painted. Needs an application, but no window.

    `canvas` is what lies on a wall or a canvas, without zones for a board in columns. Mirrored, all begins on the
    right, as people there read.
    """

    def __init__(
        self, title: str, columns: Sequence[BoardColumn], canvas: Canvas | None = None, *, is_mirrored: bool = False
    ) -> None:
        self._title, self._columns, self._is_mirrored = title, tuple(columns), is_mirrored
        self._canvas = canvas or Canvas()
        self._theme = Theme(Mode.LIGHT)
        self._layout, self._head = BoardLayout(), 0.0
        self._whole: WholeCanvas | None = None
        self._text = Lettering()
        self._pictures = NotePictures(self._theme, _WHOLE_NOTE, is_mirrored=is_mirrored)
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
        if not self._canvas.zones:
            self._layout = lay_whole(self._columns, shape, self._heights)
            return self._sheet(0.0)
        self._lay_canvas(shape)
        others = self._sheet(0.0).height()
        # Once more, lower by what stands above and beneath it: so the whole sheet comes near the shape.
        self._lay_canvas(max(shape / 3, shape - others / self._wide))
        return self._sheet(self._whole.size.height() + _GAP if self._whole else 0.0)

    def _lay_canvas(self, shape: float) -> None:
        """Lay the canvas out, and beneath it columns that are no wider than it is, where they can be."""
        self._whole = whole = lay_whole_canvas(self._canvas, shape, self._heights, is_mirrored=self._is_mirrored)
        columns, wide = (*whole.left, *self._columns), whole.size.width()
        flat = _FLATTEST
        self._layout = lay_whole(columns, flat, self._heights)
        while flat < _STEEPEST and (self._layout.width > wide or _has_empty_lane(self._layout)):
            flat *= 1.5
            self._layout = lay_whole(columns, flat, self._heights)

    def _sheet(self, canvas: float) -> QSizeF:
        """How large the sheet is with a canvas of this height."""
        self._head = self._text.measure(self._title, self._wide, self._title_style()).height()
        high = self._head + _GAP + canvas
        if self._layout.columns:
            high += HEAD_HEIGHT + _GAP / 2 + self._layout.height
        return QSizeF(self._wide + 2 * _MARGIN, high + 2 * _MARGIN)

    @property
    def _wide(self) -> float:
        return max(self._layout.width, _NARROWEST, self._whole.size.width() if self._whole else 0.0)

    def _title_style(self) -> TextStyle:
        style = TextStyle(self._theme.sized(_TITLE, 700), self._theme.inks.ink, _LEADING)
        return style.placed(Align.RIGHT if self._is_mirrored else Align.LEFT)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        top = _MARGIN
        self._text.write(painter, QRectF(_MARGIN, top, self._wide, self._head), self._title, self._title_style())
        top += self._head + _GAP
        if self._whole is not None:
            self._paint_canvas(painter, self._whole, top)
            top += self._whole.size.height() + _GAP
        for placed in self._layout.columns:
            head = self._lying(QRectF(placed.left, top, placed.width, HEAD_HEIGHT))
            paint_head(painter, head, placed.column, self._theme, self._text)
        top += HEAD_HEIGHT + _GAP / 2
        for placed in self._layout.columns:
            for lying in placed.reading_order():
                box = self._lying(lying.box.translated(0, top))
                self._pictures.paint(painter, lying.note, placed.column.colour, box)

    def _lying(self, box: QRectF) -> QRectF:
        """Where what the columns have here lies on the sheet."""
        left = self._wide - box.right() if self._is_mirrored else box.left()
        return QRectF(_MARGIN + left, box.top(), box.width(), box.height())

    def _paint_canvas(self, painter: QPainter, whole: WholeCanvas, top: float) -> None:
        theme = self._theme
        title = TextStyle(theme.sized(13, 600, -0.1), theme.inks.ink, 16)
        end = TextStyle(theme.sized(13, 600), theme.inks.ink_2, 16)
        left = _MARGIN + (self._wide - whole.size.width() if self._is_mirrored else 0)
        painter.save()
        painter.translate(left, top)
        paint_ground(painter, whole.ground, GroundLook(title, end, 1), theme, self._text)
        for each in whole.ground.canvas.notes:
            if each.note.id in whole.places:
                self._pictures.paint(painter, each.note, each.colour, whole.places[each.note.id])
        painter.restore()


def _has_empty_lane(layout: BoardLayout) -> bool:
    return any(not lane for column in layout.columns for lane in column.lanes)


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

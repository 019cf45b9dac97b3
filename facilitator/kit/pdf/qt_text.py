"""Text in scripts that join, stack or run from right to left, and emoji: laid out by Qt, drawn into the PDF."""

from __future__ import annotations

import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGlyphRun,
    QImage,
    QImageWriter,
    QPainter,
    QPainterPath,
    QRawFont,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from facilitator.kit.pdf.look import Align, TextStyle, paint
from facilitator.kit.pdf.marks import Within, marked
from facilitator.kit.pdf.typeface import Typeface, Weight
from facilitator.paths import resources

SCALE = 16
"""Layout pixels per point: Qt lays out in whole pixels."""

EMOJI_EM = 1.25
EMOJI_PIXELS = 96
EMOJI_DROP = 0.27
_PICTURED = 127.0
"""Pixels at which an emoji is painted: a size that no text is laid out at."""
LINE_HEIGHT = 1.4
"""The least line height of these scripts, in sizes of the letters."""

BASELINE = 0.76
"""Where the baseline lies in a line, from its top."""


class QtText:
    """Sets a text through Qt. Needs a QGuiApplication (offscreen will do) and its thread."""

    def __init__(self, typeface: Typeface | None = None) -> None:
        """Make the fonts of a typeface known to Qt, those of the app if none is given."""
        known = typeface if typeface is not None else Typeface(resources() / "fonts")
        self._families = load_fonts(known.folder)
        self._body_font = known.name(Weight.REGULAR)

    def __call__(self, text: str, style: TextStyle) -> Flowable:
        """Give a text as a flowable."""
        return QtPara(text, style, self._families, self._body_font, is_rtl=runs_right_to_left(text))


@cache
def load_fonts(folder: Path) -> tuple[str, ...]:
    """Make the fonts of a folder known to Qt, and name their families, the Latin one first."""
    families: dict[str, None] = {}
    for path in sorted(folder.glob("*.ttf"), key=lambda path: (len(path.stem.split("-")[0]), path.stem)):
        number = QFontDatabase.addApplicationFont(str(path))
        families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(number)))
    return tuple(sorted(families, key=lambda name: not name.startswith("Atkinson")))


def runs_right_to_left(text: str) -> bool:
    """Say by its first strong letter whether a text runs from right to left."""
    for letter in text:
        if (direction := unicodedata.bidirectional(letter)) in ("L", "R", "AL"):
            return direction != "L"
    return False


class QtPara(Flowable):
    """A paragraph laid out by Qt. Each letter form is kept once in the PDF; each line carries its text."""

    role = "P"
    within: tuple[Within, ...] = ()

    def __init__(self, text: str, style: TextStyle, families: tuple[str, ...], body_font: str, *, is_rtl: bool) -> None:
        """Set a text in the first of `families` that has its letters; `body_font` carries the selection."""
        super().__init__()
        self.text = text.replace("\n", "\u2028")
        self.style = style
        self._families = families
        self._body_font = body_font
        self.is_rtl = is_rtl
        self._leading = max(style.leading, style.size * LINE_HEIGHT)
        self._laid_for = -1.0
        self._breaks: list[int] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Lay the text out in a width, once."""
        if width != self._laid_for:
            self._breaks = [line.textStart() for line in self._lay_out(width)]
            self._laid_for = width
            del self._layout
        return width, len(self._breaks) * self._leading

    def split(self, width: float, height: float) -> list[Flowable]:
        """Break between two lines."""
        self.wrap(width, height)
        fitting = int(height / self._leading)
        if fitting < 1:
            return []
        if fitting >= len(self._breaks):
            return [self]
        at = self._breaks[fitting]
        return [self._part(self.text[:at]), self._part(self.text[at:])]

    def draw(self) -> None:
        """Draw line by line, marked. The layout is made anew, because thousands of them would fill the memory."""
        lines = self._lay_out(self._laid_for)
        with marked(self.canv, self.role, within=self.within):
            self.canv.setFillColor(paint(self.style.colour))
            for number, line in enumerate(lines):
                top = number * self._leading
                self._draw_line(line, len(lines) * self._leading - top - self._leading * BASELINE)
        del lines, self._layout

    def _part(self, text: str) -> QtPara:
        part = QtPara(text.strip("\u2028"), self.style, self._families, self._body_font, is_rtl=self.is_rtl)
        part.role, part.within = self.role, self.within
        return part

    def _lay_out(self, width: float) -> list[QTextLine]:
        self._layout = QTextLayout(self.text, _font(self._families, self.style))
        # Qt turns LEFT round by itself in no case: a line that runs from the right must be told to begin there.
        option = QTextOption(_alignment(self.style.align, is_rtl=self.is_rtl))
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if self.is_rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        lines = []
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width * SCALE)
            lines.append(line)
        self._layout.endLayout()
        return lines

    def _draw_line(self, line: QTextLine, base: float) -> None:
        canvas, size = self.canv, self.style.size
        said = self.text[line.textStart() : line.textStart() + line.textLength()].strip()
        above = line.ascent() + line.y()
        canvas.addLiteral(f"/Span <</ActualText <FEFF{said.encode('utf-16-be').hex()}>>> BDC")
        for run in line.glyphRuns():
            raw = run.rawFont()
            font = f"{raw.familyName()}-{raw.styleName()}-{raw.weight()}".replace(" ", "")
            for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
                if form := glyph_form(canvas, raw, font, glyph):
                    x, y = position.x() / SCALE, base - (position.y() - above) / SCALE
                    canvas.addLiteral(f"q {size:g} 0 0 {size:g} {x:.3f} {y:.3f} cm")
                    canvas.doForm(form)
                    canvas.addLiteral("Q")
        self._draw_selection(line, base)
        canvas.addLiteral("EMC")

    def _draw_selection(self, line: QTextLine, base: float) -> None:
        """Lay invisible letters over the line, so that it can be selected, searched and read.

        As many as the line has: readers tell lines apart by how wide a letter is, and one as wide as the line
        would draw the line above into it.
        """
        wide = max(line.naturalTextWidth() / SCALE, 1)
        text = self.canv.beginText(line.naturalTextRect().x() / SCALE, base)
        text.setTextRenderMode(3)
        text.setFont(self._body_font, self.style.size)
        letters = "x" * max(1, line.textLength())
        text.setHorizScale(100 * wide / pdfmetrics.stringWidth(letters, self._body_font, self.style.size))
        text.textOut(letters)
        self.canv.drawText(text)


_WITHOUT_INK: set[str] = set()


def glyph_form(canvas: Canvas, raw: QRawFont, font: str, glyph: int) -> str:
    """Keep one letter form of a font in the PDF, one unit high, and name it; "" for a letter without ink."""
    name = f"{font}-{glyph}"
    if name in _WITHOUT_INK:
        return ""
    if canvas.hasForm(name):
        return name
    path = raw.pathForGlyph(glyph)
    has_ink = not path.isEmpty()
    drawn = QRawFont(raw)
    # Once asked for the outline of a letter that is a picture, a font says that it has neither: at another size the
    # same font was not asked.
    drawn.setPixelSize(_PICTURED)
    if not has_ink and not drawn.boundingRect(glyph).width():
        _WITHOUT_INK.add(name)
        return ""
    canvas.beginForm(name, -1, -1, 3, 2)
    if has_ink:
        _draw_path(canvas, path, raw.pixelSize())
    else:
        image = ImageReader(_picture(drawn, glyph))
        canvas.drawImage(image, 0, -EMOJI_DROP, EMOJI_EM, EMOJI_EM, mask="auto")
    canvas.endForm()
    return name


def _draw_path(canvas: Canvas, path: QPainterPath, pixels: float) -> None:
    drawn = canvas.beginPath()
    at = 0
    while at < path.elementCount():
        step = path.elementAt(at)
        x, y = step.x / pixels, -step.y / pixels
        if step.isMoveTo():
            drawn.moveTo(x, y)
        elif step.isLineTo():
            drawn.lineTo(x, y)
        else:
            second, third = path.elementAt(at + 1), path.elementAt(at + 2)
            drawn.curveTo(x, y, second.x / pixels, -second.y / pixels, third.x / pixels, -third.y / pixels)
            at += 2
        at += 1
    canvas.drawPath(drawn, stroke=0, fill=1, fillMode=1)


def _picture(raw: QRawFont, glyph: int) -> BytesIO:
    side = int(raw.pixelSize() * EMOJI_EM)
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    run = QGlyphRun()
    run.setRawFont(raw)
    run.setGlyphIndexes([glyph])
    run.setPositions([QPointF(0, 0)])
    painter = QPainter(image)
    painter.drawGlyphRun(QPointF(0, side - raw.pixelSize() * EMOJI_DROP), run)
    painter.end()
    small = image.scaled(
        EMOJI_PIXELS,
        EMOJI_PIXELS,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.ReadWrite)
    QImageWriter(kept, QByteArray(b"png")).write(small)
    return BytesIO(kept.data().data())


def _font(families: tuple[str, ...], style: TextStyle) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(round(style.size * SCALE))
    font.setWeight(QFont.Weight(int(style.weight)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _alignment(align: Align, *, is_rtl: bool) -> Qt.AlignmentFlag:
    if align is Align.CENTRE:
        return Qt.AlignmentFlag.AlignHCenter
    starts_right = is_rtl != (align is Align.END)
    sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
    return sides[starts_right] | Qt.AlignmentFlag.AlignAbsolute

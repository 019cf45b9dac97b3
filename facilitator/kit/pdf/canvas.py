"""A canvas on paper: its zones and axes with a numbered mark for every note, and beneath it what each number says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas as Page
from reportlab.platypus import Flowable

from facilitator.kit.fanning import Wanted, fanned
from facilitator.kit.pdf.drawings import Drawing
from facilitator.kit.pdf.look import TEXT_WIDTH, Align, Look, TextStyle, paint
from facilitator.kit.pdf.rows import Cell, Row, table
from facilitator.kit.pdf.text import reads_from_right, words
from facilitator.kit.pdf.typeface import Weight

_HIGH, _BESIDE, _BELOW, _BAND, _GAP = 290.0, 74.0, 16.0, 18.0, 2.0
_MARK_HIGH, _DIGIT = 13.0, 5.2
_NUMBER, _ZONE = 34.0, 140.0

LEFT, RIGHT, BOTTOM, TOP = "left", "right", "bottom", "top"


@dataclass(frozen=True, slots=True)
class PaperZone:
    """A part of a canvas, its edges in fractions from the left and the top."""

    title: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PaperNote:
    """A note: its words, where its middle lies in fractions, the place of its zone among the zones (-1 for none)."""

    text: str
    x: float
    y: float
    zone: int
    place: int = -1
    """That of its cluster, for the colour of its mark; -1 for none."""


@dataclass(frozen=True, slots=True)
class PaperCanvas:
    """A whole canvas; `ends` names the ends of the axes there are. Mirrored, it begins on the right."""

    title: str
    zones: Sequence[PaperZone]
    ends: Mapping[str, str]
    notes: Sequence[PaperNote]
    is_mirrored: bool = False


def canvas_on_paper(look: Look, canvas: PaperCanvas) -> list[Flowable]:
    """The figure, and the table of its notes; both count them zone by zone."""
    ordered = replace(canvas, notes=sorted(canvas.notes, key=lambda note: note.zone))
    return [CanvasFigure(look, ordered), _table(look, ordered)]


class CanvasFigure(Drawing):
    """The picture: marks that would lie on one another are moved apart; where they are many it is higher."""

    role = "Figure"

    def __init__(self, look: Look, canvas: PaperCanvas) -> None:
        self._look, self._canvas = look, canvas
        self._beside = _BESIDE if TOP in canvas.ends else 0.0
        self._below = _BELOW if LEFT in canvas.ends else 0.0
        self._wide = 2 * 4 + _DIGIT * len(str(len(canvas.notes)))
        super().__init__(TEXT_WIDTH, self._needed() + self._below)
        self.alt = look.gettext("{title}: {count} notes where they were put. The table below says each.").format(
            title=canvas.title, count=len(canvas.notes)
        )

    def marks(self) -> list[tuple[float, float, float, float]]:
        """Where each mark lies: left, top, width and height in points from the left upper corner."""
        wanted = [self._wanted(note) for note in self._canvas.notes]
        found = fanned(wanted, _GAP)
        middles = [(box.x - box.width / 2, box.y - box.height / 2) for box in wanted]
        places = [at or middle for at, middle in zip(found, middles, strict=True)]
        return [(left, top, self._wide, _MARK_HIGH) for left, top in places]

    def paint_on(self, canvas: Page) -> None:
        """Paint zones, axes, then the marks."""
        colours = self._look.theme.colours
        canvas.setLineWidth(0.6)
        canvas.setStrokeColor(paint(colours.line_strong))
        for zone in self._canvas.zones:
            left, top, right, bottom = self._box(zone)
            canvas.rect(left, self.height - bottom, right - left, bottom - top, stroke=1, fill=0)
        for zone in self._canvas.zones if len(self._canvas.zones) > 1 else ():
            left, top, right, _bottom = self._box(zone)
            self._write(
                canvas, zone.title, (left + 4, top + 2, right - left - 8), Weight.BOLD, is_last=self._canvas.is_mirrored
            )
        self._paint_ends(canvas)
        for number, (note, mark) in enumerate(zip(self._canvas.notes, self.marks(), strict=True), start=1):
            self._paint_mark(canvas, number, note, mark)

    def _paint_mark(self, canvas: Page, number: int, note: PaperNote, mark: tuple[float, float, float, float]) -> None:
        left, top, wide, high = mark
        theme = self._look.theme
        inks = theme.cluster(note.place) if note.place >= 0 else theme.notes["grey"]
        canvas.setFillColor(paint(inks.fill))
        canvas.setStrokeColor(paint(inks.edge))
        canvas.roundRect(left, self.height - top - high, wide, high, 3, stroke=1, fill=1)
        canvas.setFillColor(paint(inks.text))
        canvas.setFont(self._look.typeface.name(Weight.MEDIUM), 8.5)
        canvas.drawCentredString(left + wide / 2, self.height - top - high + 3.6, str(number))

    def _paint_ends(self, canvas: Page) -> None:
        ends, foot = self._canvas.ends, self.height - self._below
        half, is_mirrored = (self.width - self._beside) / 2, self._canvas.is_mirrored
        begins = 0.0 if is_mirrored else self._beside
        side = self.width - self._beside + 6 if is_mirrored else 0.0
        for end, at, is_last in (
            (LEFT, (begins + half if is_mirrored else begins, foot + 3, half), is_mirrored),
            (RIGHT, (begins if is_mirrored else begins + half, foot + 3, half), not is_mirrored),
            (TOP, (side, 2.0, self._beside - 6), is_mirrored),
            (BOTTOM, (side, foot - 26, self._beside - 6), is_mirrored),
        ):
            if end in ends:
                self._write(canvas, ends[end], at, is_last=is_last)

    def _write(
        self,
        canvas: Page,
        text: str,
        at: tuple[float, float, float],
        weight: Weight = Weight.REGULAR,
        *,
        is_last: bool = False,
    ) -> None:
        left, top, wide = at
        style = self._look.caption.but(weight=weight)
        if reads_from_right(text):
            # It is set from the right by itself: only what is to stand on the left must be told so.
            said = words(self._look, text, style if is_last else style.but(align=Align.END))
        else:
            said = words(self._look, text, style.but(align=Align.END) if is_last else style)
        _wide, high = said.wrap(wide, self.height)
        said.drawOn(canvas, left, self.height - top - high)

    def _needed(self) -> float:
        each = (self._wide + 2 * _GAP) * (_MARK_HIGH + 2 * _GAP)
        high = _HIGH
        for at, zone in enumerate(self._canvas.zones):
            share = (zone.right - zone.left) * (zone.bottom - zone.top)
            count = sum(note.zone == at for note in self._canvas.notes)
            high = max(high, 1.5 * count * each / (share * (TEXT_WIDTH - self._beside)))
        return min(high, 2 * _HIGH)

    def _box(self, zone: PaperZone) -> tuple[float, float, float, float]:
        wide, high = self.width - self._beside, self.height - self._below
        begins, ends = (1 - zone.right, 1 - zone.left) if self._canvas.is_mirrored else (zone.left, zone.right)
        left = 0.0 if self._canvas.is_mirrored else self._beside
        return left + begins * wide, zone.top * high, left + ends * wide, zone.bottom * high

    def _wanted(self, note: PaperNote) -> Wanted:
        whole = PaperZone("", 0, 0, 1, 1)
        zone = self._canvas.zones[note.zone] if note.zone >= 0 else whole
        left, top, right, bottom = self._box(zone)
        band = _BAND if note.zone >= 0 else 0.0
        bounds = (left + 3, top + band, right - 3, bottom - 3)
        share = (note.x - zone.left) / (zone.right - zone.left)
        x = left + (1 - share if self._canvas.is_mirrored else share) * (right - left)
        y = bounds[1] + (note.y - zone.top) / (zone.bottom - zone.top) * (bounds[3] - bounds[1])
        return Wanted(x, y, self._wide, _MARK_HIGH, bounds)


def _table(look: Look, canvas: PaperCanvas) -> Flowable:
    colours, plain = look.theme.colours, look.small
    widths = (_NUMBER, TEXT_WIDTH - _NUMBER - _ZONE, _ZONE)

    def row(said: tuple[str, str, str], style: TextStyle, rule: str, air: float) -> Row:
        cells = [
            Cell(wide, _in_cell(look, text, style, canvas) if text else None, gap=8)
            for wide, text in zip(widths, said, strict=True)
        ]
        return Row(cells[::-1] if canvas.is_mirrored else cells, rule, air, 3)

    def head() -> Row:
        said = ("", look.gettext("Note"), look.gettext("Zone"))
        return row(said, look.column_head, colours.line_strong, 8)

    titles = [zone.title for zone in canvas.zones]
    rows = [
        row((str(number), note.text, titles[note.zone] if note.zone >= 0 else ""), plain, colours.line, 3)
        for number, note in enumerate(canvas.notes, start=1)
    ]
    return table(look, head, rows)


def _in_cell(look: Look, text: str, style: TextStyle, canvas: PaperCanvas) -> Flowable:
    """What stands in a table that is read from the right begins there, whatever script it is in."""
    is_turned = canvas.is_mirrored and not reads_from_right(text)
    return words(look, text, style.but(align=Align.END) if is_turned else style)

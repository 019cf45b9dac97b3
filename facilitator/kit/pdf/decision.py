"""What a room decided, on paper: a sign, the exact words, when, and what stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from reportlab.pdfgen.canvas import Canvas

from facilitator.kit.pdf.drawings import Drawing
from facilitator.kit.pdf.look import TEXT_WIDTH, Align, Look, paint
from facilitator.kit.pdf.rows import Cell, Row, Table
from facilitator.kit.pdf.text import words

DISC = 14.25
SIGN = 21.0
TIME = 40.0
WORDS = TEXT_WIDTH - SIGN - TIME


class Sign(StrEnum):
    """What stands before a proposal. The words beside it say the same."""

    DECIDED = "decided"
    OPEN = "open"
    LET_GO = "let_go"
    NONE = "none"


def decision(look: Look, sign: Sign, text: str, time: str, under: Sequence[str] = ()) -> Table:
    """Set the exact words of a proposal beside its sign and `time`, with sentences below them."""
    end = look.caption.but(align=Align.END)
    head = Row(
        (
            Cell(SIGN, _Sign(look, sign), drop=1),
            Cell(WORDS, words(look, text, look.label), gap=8),
            Cell(TIME, words(look, time, end) if time else None, drop=2),
        ),
        "",
        top=8,
        foot=1,
    )
    soft = look.small.but(colour=look.soft.colour)
    rows = [Row((Cell(SIGN), Cell(WORDS, words(look, line, soft), gap=8)), "", top=1, foot=0) for line in under]
    return Table(None, [head, *rows])


class _Sign(Drawing):
    """A full disc with a tick, an empty ring, or a ring with a bar; nothing where nothing was to be decided."""

    def __init__(self, look: Look, sign: Sign) -> None:
        super().__init__(DISC, DISC)
        self._colours = look.theme.colours
        self._sign = sign

    def paint_on(self, canvas: Canvas) -> None:
        """Paint the disc or the ring, then what is in it."""
        if self._sign is Sign.NONE:
            return
        middle = DISC / 2
        canvas.setLineWidth(1.2)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        if self._sign is Sign.DECIDED:
            canvas.setFillColor(paint(self._colours.ok))
            canvas.circle(middle, middle, middle, stroke=0, fill=1)
            canvas.setStrokeColor(paint("#FFFFFF"))
            tick = canvas.beginPath()
            tick.moveTo(middle - 3.3, middle - 0.2)
            tick.lineTo(middle - 1.0, middle - 2.6)
            tick.lineTo(middle + 3.4, middle + 2.2)
            canvas.drawPath(tick, stroke=1, fill=0)
            return
        canvas.setStrokeColor(paint(self._colours.ink_2))
        canvas.circle(middle, middle, middle - 0.6, stroke=1, fill=0)
        if self._sign is Sign.LET_GO:
            canvas.line(middle - 3.2, middle, middle + 3.2, middle)

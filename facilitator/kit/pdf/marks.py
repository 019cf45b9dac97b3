"""Marks on the page that tell a screen reader what is a heading, a list, a table or a picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas

DECORATION = "Artifact"
"""The role of what tells nothing that words beside it do not tell."""


class Within(NamedTuple):
    """A part that a mark lies in: its role ("Table"), and a key that is the same for all marks of that part."""

    role: str
    key: str


class Mark(NamedTuple):
    """One marked stretch of a page. `page` counts from 1, `number` from 0 on each page."""

    page: int
    number: int
    role: str
    alt: str
    within: tuple[Within, ...]


class MarkedCanvas(Canvas):
    """A canvas on which everything is decoration, save what is drawn inside `marked`."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Take what reportlab's canvas takes."""
        self.marks: list[Mark] = []
        self._on_page: tuple[int, int] = (0, 0)
        self._is_marking = False
        super().__init__(*arguments, **options)

    def begin_page(self) -> None:
        """Open a page: what follows is decoration until it is marked."""
        self._code.append("/Artifact BMC")

    def end_page(self) -> None:
        """Close what `begin_page` opened."""
        self._code.append("EMC")

    @contextmanager
    def mark(self, role: str, alt: str, within: tuple[Within, ...]) -> Iterator[None]:
        """Mark what is drawn inside; a mark inside a mark counts for the outer one."""
        if self._is_marking:
            yield
            return
        page = self.getPageNumber()
        number = self._on_page[1] + 1 if self._on_page[0] == page else 0
        self._on_page = (page, number)
        self.marks.append(Mark(page, number, role, alt, within))
        self._is_marking = True
        self._code.append(f"EMC /{role} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC /Artifact BMC")
        self._is_marking = False


@contextmanager
def marked(canvas: Canvas, role: str, alt: str = "", within: tuple[Within, ...] = ()) -> Iterator[None]:
    """Mark what is drawn inside, on a canvas that keeps marks; on any other, and for decoration, simply draw."""
    if not isinstance(canvas, MarkedCanvas) or role == DECORATION:
        yield
        return
    with canvas.mark(role, alt, within):
        yield

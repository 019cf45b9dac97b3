"""The lines of a table as people: name, where they are from, how they are reached, and how each line stands."""

from __future__ import annotations

from facilitator.console.people_import.matching import Matched, Standing
from facilitator.console.row_brush import RowBrush, Side
from facilitator.console.row_paint import RowPaint
from facilitator.i18n import _
from facilitator.kit.qt.rows import RowModel, RowView
from facilitator.kit.qt.widgets.label import Tone, ink_of

_ROW = 44
_WHY = 250
_REACHED = 230

_TONES = {
    Standing.NEW: Tone.OK,
    Standing.KNOWN: Tone.SOFT,
    Standing.TWICE: Tone.SOFT,
    Standing.TROUBLE: Tone.OVER,
}
_ICONS = {
    Standing.NEW: "plus-bold",
    Standing.KNOWN: "check-bold",
    Standing.TWICE: "minus-bold",
    Standing.TROUBLE: "warning-fill",
}


def about(row: Matched) -> str:
    """Where a person is from, in a line."""
    person = row.person
    role = _("Guide") if person.role == "guide" else ""
    return " · ".join(part for part in (person.organisation, person.country, person.language, role) if part)


def standing_words(row: Matched) -> str:
    """How a line stands, in words."""
    return row.why or _("New")


def said(row: Matched) -> str:
    """A line as a screen reader says it."""
    name = row.person.name or _("No name")
    parts = (
        _("Line {number}").format(number=row.number), name, about(row), row.contact.email, row.contact.phone,
        standing_words(row),
    )  # fmt: skip
    return ", ".join(dict.fromkeys(part for part in parts if part))


def row_list() -> RowView[Matched]:
    """A list of the lines of a table."""
    model = RowModel[Matched](lambda row: str(row.number), said)
    view = RowView(model, _("People in the table"))
    view.setUniformItemSizes(True)
    view.setItemDelegate(_Paint(model, _ROW, view))
    return view


class _Paint(RowPaint[Matched]):
    """Paints one line; what is wrong with it stands at its end, in words and with a sign."""

    def paint_row(self, brush: RowBrush, row: Matched) -> None:
        theme, inks = brush.theme, brush.theme.inks
        small, caption = theme.font("console", "small"), theme.font("console", "caption")
        brush.words(str(row.number), brush.place(4, 0, 36, brush.height), caption, inks.ink_2, Side.END)
        ink = ink_of(_TONES[row.standing], theme)
        brush.icon(_ICONS[row.standing], brush.width - _WHY, 16, ink)
        brush.words(standing_words(row), brush.place(brush.width - _WHY + 24, 0, _WHY - 32, brush.height), small, ink)
        reached = " · ".join(part for part in (row.contact.email, row.contact.phone) if part)
        place = brush.place(brush.width - _WHY - _REACHED - 16, 0, _REACHED, brush.height)
        brush.words(reached, place, caption, inks.ink_2)
        room = brush.width - _WHY - _REACHED - 56 - 28
        is_out = row.standing in (Standing.TROUBLE, Standing.TWICE)
        name = inks.ink_2 if is_out else inks.ink
        top = 3.0 if about(row) else (brush.height - 20) / 2
        brush.words(row.person.name or _("No name"), brush.place(52, top, room, 20), theme.sized(14, 500), name)
        brush.words(about(row), brush.place(52, 22, room, 18), caption, inks.ink_2)

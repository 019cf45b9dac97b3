"""The board as it lies on a canvas: zones take the part of columns, and every note lies where it was put."""

from __future__ import annotations

from dataclasses import replace

from facilitator.activities.ideation_board.console.columns import SortedBoard, Waiting
from facilitator.activities.ideation_board.rules import (
    CANVAS,
    WHOLE,
    Layout,
    Placement,
    Spot,
    in_zone,
    layout_of,
    spots,
)
from facilitator.activities.ideation_board.stage.grounds import canvas_of
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.qt.canvas_ground import CanvasNote

_LOOSE = "grey"


def laid_board(records: Records, block: BlockId, seen: SortedBoard) -> SortedBoard:
    """Lay a sorted board out as its layout says; what has no place on its canvas yet waits in the tray."""
    layout = layout_of(records, block)
    if layout.shape != CANVAS:
        return replace(seen, layout=layout)
    found = spots(records, block)
    notes = _notes(seen)
    laid = {card: spot for card, spot in found.items() if card in notes}
    canvas = canvas_of(layout, _in_order(laid, notes))
    return replace(
        seen,
        columns=_zones(layout, laid, notes),
        waiting=_waiting(records, seen, laid),
        layout=layout,
        canvas=canvas,
    )


def _notes(seen: SortedBoard) -> dict[str, tuple[BoardNote, str]]:
    """Every note with the colour and the name of its cluster: on a canvas too it is known which belong together."""
    placed = {
        note.id: (replace(note, cluster=f"{column.letter} {column.name}"), column.colour)
        for column in seen.columns
        for note in column.notes
    }
    loose = {str(idea.id): (BoardNote(idea.id, idea.text, _marks(idea), idea.is_held), _LOOSE) for idea in seen.waiting}
    return dict([*loose.items(), *placed.items()])


def _marks(idea: Waiting) -> str:
    return " · ".join(idea.caption().split(" · ")[1:])


def _in_order(laid: dict[CardId, Spot], notes: dict[str, tuple[BoardNote, str]]) -> list[CanvasNote]:
    order = sorted(laid.values(), key=lambda spot: (spot.y, spot.x, spot.card))
    by_spot = {spot.id: card for card, spot in laid.items()}
    return [CanvasNote(*notes[by_spot[spot.id]], spot.x / WHOLE, spot.y / WHOLE, spot.zone) for spot in order]


def _zones(
    layout: Layout, laid: dict[CardId, Spot], notes: dict[str, tuple[BoardNote, str]]
) -> tuple[BoardColumn, ...]:
    titles = [*((zone.key, _(zone.title)) for zone in layout.zones), ("", _("Elsewhere on the canvas"))]
    columns = [
        BoardColumn(key, str(at + 1), title, _LOOSE, tuple(notes[card][0] for card in in_zone(laid, key)))
        for at, (key, title) in enumerate(titles)
    ]
    return tuple(column for column in columns if column.id or column.notes)


def _waiting(records: Records, seen: SortedBoard, laid: dict[CardId, Spot]) -> tuple[Waiting, ...]:
    """What waits, and what lies in clusters, unless it lies on the canvas."""
    lies = records[Placement]
    others = [
        Waiting(
            CardId(note.id),
            note.text,
            note.is_off_stage,
            lies[CardId(note.id)].is_starred,
            seen.wordings.get(CardId(note.id), 1),
            cluster=f"{column.letter} {column.name}",
        )
        for column in seen.columns
        for note in column.notes
    ]
    first = [idea for idea in seen.waiting if not idea.is_parked]
    aside = [idea for idea in seen.waiting if idea.is_parked]
    return tuple(idea for idea in (*first, *others, *aside) if idea.id not in laid)

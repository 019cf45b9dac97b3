"""A canvas, a 2x2 or a wall of clusters on the stage: readable notes near to where they were put, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.activities.ideation_board.rules import CANVAS, WALL, WHOLE, Cluster, Layout, layout_of, spots
from facilitator.activities.ideation_board.stage.grounds import canvas_of
from facilitator.activities.ideation_board.stage.note import StageNote, paint_note
from facilitator.activities.ideation_board.stage.spoken import note_high
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, ClusterId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.letters import Script, cluster_letter
from facilitator.kit.qt.board_layout import BoardNote
from facilitator.kit.qt.canvas_ground import Canvas, CanvasNote, CanvasZone, Ground, GroundMeasures
from facilitator.kit.qt.canvas_paint import GroundLook, paint_ground
from facilitator.kit.qt.lettering import TextStyle
from facilitator.kit.qt.notes_painter import STAGE_NOTE
from facilitator.kit.qt.scene import StageScene
from facilitator.kit.theme import cluster_colour

_MEASURES = GroundMeasures(beside=210, below=52, band=54, gap=12, note=350)
_GREY = "grey"
_MOST_PAGES = 60
_NARROWEST = 0.22


@dataclass(frozen=True, slots=True)
class Laid:
    """What is to be painted: a canvas, and how many notes have no place on it yet."""

    canvas: Canvas
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Pages:
    """A canvas as the stage paints it: its ground, and on each page where notes lie, by their ids."""

    ground: Ground
    pages: tuple[Mapping[str, QRectF], ...] = field(default_factory=tuple)
    waiting: int = 0


def laid_for_room(
    room: Records,
    block: BlockId,
    clusters: list[Cluster],
    cards: Mapping[ClusterId, list[Card]],
    script: Script,
) -> Laid | None:
    """What lies where, of what the room may see; None where the board is painted in columns.

    `script` is that of the letters of its clusters.
    """
    layout = layout_of(room, block)
    colours = {key.id: cluster_colour(place) for place, key in enumerate(clusters)}
    fields = len(clusters) + bool(cards.get(ClusterId("")))
    # One field alone would be a canvas without a title: as a column it has its name.
    if layout.shape == WALL and clusters and fields > 1:
        return Laid(_wall(clusters, cards, colours, script))
    return _on_canvas(room, block, layout, cards, colours) if layout.shape == CANVAS else None


def paged(laid: Laid, box: QRectF, scene: StageScene, *, is_mirrored: bool) -> Pages:
    """Lay notes out, as many pages as it takes: none is made smaller than the last row can read."""
    heights: dict[tuple[str, float], float] = {}

    def high(note: BoardNote, width: float) -> float:
        key = (note.text, width)
        if key not in heights:
            heights[key] = note_high(note.text, width, STAGE_NOTE, scene.theme, scene.text)
        return heights[key]

    ground = Ground(laid.canvas, box, _MEASURES, is_mirrored=is_mirrored)
    left, pages = list(laid.canvas.notes), list[Mapping[str, QRectF]]()
    while left and len(pages) < _MOST_PAGES:
        found = ground.place(left, high)
        if not found:
            break
        pages.append(found)
        left = [each for each in left if each.note.id not in found]
    return Pages(ground, tuple(pages) or ({},), laid.waiting)


def paint_page(painter: QPainter, pages: Pages, page: int, scene: StageScene) -> None:
    """Paint the ground and the notes of one page."""
    theme = scene.theme
    title = TextStyle(theme.sized(36, 700, -0.3), theme.inks.ink, 42)
    end = TextStyle(theme.sized(36, 600, -0.2), theme.inks.ink_2, 40)
    paint_ground(painter, pages.ground, GroundLook(title, end, 2), theme, scene.text)
    here = pages.pages[min(page, len(pages.pages) - 1)]
    for each in pages.ground.canvas.notes:
        box = here.get(each.note.id)
        if box is not None:
            note = StageNote(box, each.note.text, theme.note(each.colour), pages.ground.is_mirrored)
            paint_note(painter, note, STAGE_NOTE, scene)


def _on_canvas(
    room: Records,
    block: BlockId,
    layout: Layout,
    cards: Mapping[ClusterId, list[Card]],
    colours: Mapping[ClusterId, str],
) -> Laid:
    found = spots(room, block)
    notes, waiting = list[CanvasNote](), 0
    for cluster, there in cards.items():
        for card in there:
            spot = found.get(card.id)
            if spot is None:
                waiting += 1
                continue
            note = BoardNote(card.id, card.text)
            notes.append(CanvasNote(note, colours.get(cluster, _GREY), spot.x / WHOLE, spot.y / WHOLE, spot.zone))
    notes.sort(key=lambda each: (each.y, each.x, each.note.id))
    return Laid(canvas_of(layout, notes), waiting)


def _wall(
    clusters: list[Cluster],
    cards: Mapping[ClusterId, list[Card]],
    colours: Mapping[ClusterId, str],
    script: Script,
) -> Canvas:
    """Every cluster as a field, in rows; one with more notes is wider."""
    fields = [(one.id, f"{cluster_letter(place, script)} · {one.name}") for place, one in enumerate(clusters)]
    if cards.get(ClusterId("")):
        fields.append((ClusterId(""), _("Not placed yet")))
    rows = 1 if len(fields) <= 3 else 2 if len(fields) <= 8 else 3
    each = -(-len(fields) // rows)
    zones: list[CanvasZone] = []
    for row in range(rows):
        there = fields[row * each : (row + 1) * each]
        left = 0.0
        for (key, name), share in zip(there, _shares([len(cards[key]) for key, _name in there]), strict=True):
            top, right = row / rows, left + share
            zones.append(CanvasZone(key or "loose", name, left, top, right, (row + 1) / rows, snaps=True))
            left = right
    notes = [
        CanvasNote(BoardNote(card.id, card.text), colours.get(key, _GREY), 0, at / 10_000, key or "loose")
        for key, _name in fields
        for at, card in enumerate(cards[key])
    ]
    return Canvas(tuple(zones), {}, tuple(notes))


def _shares(counts: list[int]) -> list[float]:
    """The share of a row that each field has: by its notes, none so narrow that no note fits."""
    least = min(_NARROWEST, 1 / max(1, len(counts)))
    spare, whole = 1 - least * len(counts), sum(counts)
    return [least + spare * (count / whole if whole else 1 / len(counts)) for count in counts]

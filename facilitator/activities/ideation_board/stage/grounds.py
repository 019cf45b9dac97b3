"""A layout as it is painted: its zones in fractions, its titles and axes in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.activities.ideation_board.rules import ENDS, WHOLE, Layout
from facilitator.i18n import _
from facilitator.kit.qt.canvas_ground import Canvas, CanvasNote, CanvasZone


def canvas_of(layout: Layout, notes: Iterable[CanvasNote] = ()) -> Canvas:
    """What lies on a canvas of this layout. What the room named itself has no translation and stays as it is."""
    zones = tuple(
        CanvasZone(
            zone.key,
            _(zone.title),
            zone.left / WHOLE,
            zone.top / WHOLE,
            zone.right / WHOLE,
            zone.bottom / WHOLE,
            zone.snaps,
        )
        for zone in layout.zones
    )
    named = [axis and (axis.low, axis.high) for axis in (layout.across, layout.upward)]
    said = [name for pair in named for name in pair or ("", "")]
    ends = {end: _(name) for end, name in zip(ENDS, said, strict=True) if name}
    return Canvas(zones, ends, tuple(notes))

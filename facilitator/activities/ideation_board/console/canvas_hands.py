"""What hands can do on a canvas: nudging notes, naming the ends of the axes, looking closer and further on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from facilitator.activities.ideation_board.console.on_canvas import OnCanvas
from facilitator.activities.ideation_board.rules import BOTTOM, LEFT, RIGHT, TOP
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act


def canvas_acts(canvas: OnCanvas) -> tuple[Act, ...]:
    """Every act of a canvas with its key; those of axes only where there are some."""
    moves = (
        ("Alt Left", _("Move note to the left"), -1, 0),
        ("Alt Right", _("Move note to the right"), 1, 0),
        ("Alt Up", _("Move note up"), 0, -1),
        ("Alt Down", _("Move note down"), 0, 1),
    )
    nudges = (Act(key, title, partial(canvas.nudge, x, y), canvas.has_placed) for key, title, x, y in moves)
    there = canvas.ends()
    titles = {
        LEFT: _("Name the left end of the axis"),
        RIGHT: _("Name the right end of the axis"),
        BOTTOM: _("Name the lower end of the axis"),
        TOP: _("Name the upper end of the axis"),
    }
    named = (Act("", titles[end], partial(canvas.name, end)) for end in there)
    following = (Act("Shift R", _("Name the ends of the axes"), canvas.name_next),) if there else ()
    zones = (Act("R", _("Name this part of the canvas"), canvas.name_this_zone),) if canvas.has_zones() else ()
    order = (
        Act("Alt PgUp", _("Earlier in its part of the canvas"), partial(canvas.move_in_zone, -1), canvas.is_in_rows),
        Act("Alt PgDn", _("Later in its part of the canvas"), partial(canvas.move_in_zone, 1), canvas.is_in_rows),
    )
    return (*nudges, *order, *zones, *following, *named)


def looking_acts(canvas: OnCanvas, is_seen: Callable[[], bool]) -> tuple[Act, ...]:
    """How notes are looked at, on a canvas and in columns: larger, smaller, and further on."""
    ways = (
        ("Ctrl +", _("Look closer"), partial(canvas.zoom, 1)),
        ("Ctrl −", _("Look from further away"), partial(canvas.zoom, -1)),
        ("Ctrl 0", _("Full size"), canvas.show_full_size),
        ("Ctrl Shift Left", _("Look further left"), partial(canvas.look, -1, 0)),
        ("Ctrl Shift Right", _("Look further right"), partial(canvas.look, 1, 0)),
        ("Ctrl Shift Up", _("Look further up"), partial(canvas.look, 0, -1)),
        ("Ctrl Shift Down", _("Look further down"), partial(canvas.look, 0, 1)),
    )
    return tuple(Act(key, title, do, is_seen) for key, title, do in ways)

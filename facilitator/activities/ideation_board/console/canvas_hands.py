"""What hands can do on a canvas: nudging notes, and naming the ends of the axes."""

from __future__ import annotations

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
    return (*nudges, *following, *named)

"""What is said of layouts: why one is refused, and what was done with them, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.i18n import N_
from facilitator.kit.told import Group, Told

REFUSALS: Mapping[str, str] = {
    "layout.unreadable": N_("This is not a layout that a board can have."),
    "layout.zone_astray": N_("The zone “{zone}” of this layout does not lie on its canvas."),
    "layout.zones_overlap": N_("The zone “{zone}” of this layout lies on another one."),
    "layout.no_such_zone": N_("This layout has no such zone."),
    "layout.no_canvas": N_("Choose a layout with zones first: notes lie in columns now."),
    "layout.at_edge": N_("It lies at the edge of the canvas already."),
    "layout.not_placed": N_("That idea does not lie on the canvas yet."),
}

TOLD: Mapping[str, Told] = {
    "ideation_board.laid_out": Told(
        Group.STAGE,
        "cards",
        N_("You gave the board another layout. Every note keeps its place in each."),
        N_("{who} gave the board another layout. Every note keeps its place in each."),
    ),
    "ideation_board.zone_named": Told(
        Group.IDEAS,
        "pencil-simple",
        N_("You named a part of the canvas."),
        N_("{who} named a part of the canvas."),
    ),
    "ideation_board.axis_named": Told(
        Group.STAGE,
        "pencil-simple",
        N_("You named the end of an axis."),
        N_("{who} named the end of an axis."),
    ),
    "ideation_board.ideas_laid": Told(
        Group.IDEAS,
        "arrow-right",
        N_("You moved notes on the canvas."),
        N_("{who} moved notes on the canvas."),
    ),
    "ideation_board.ideas_taken_off": Told(
        Group.IDEAS,
        "arrow-right",
        N_("You took ideas off the canvas. They are in Unsorted."),
        N_("{who} took ideas off the canvas. They are in Unsorted."),
    ),
}

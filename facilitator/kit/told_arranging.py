"""What happens to several blocks of an agenda at once, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.i18n import N_
from facilitator.kit.told import Group, Told

ARRANGING: Mapping[str, Told] = {
    "agenda.blocks_moved": Told(
        Group.AGENDA,
        "dots-six-vertical",
        N_("You moved blocks to another place on the agenda."),
        N_("{who} moved blocks to another place on the agenda."),
    ),
    "agenda.blocks_removed": Told(
        Group.AGENDA,
        "archive",
        N_("You took blocks off the agenda."),
        N_("{who} took blocks off the agenda."),
    ),
    "agenda.blocks_changed": Told(
        Group.AGENDA,
        "pencil-simple",
        N_("You changed blocks on the agenda."),
        N_("{who} changed blocks on the agenda."),
    ),
    "agenda.blocks_copied": Told(
        Group.AGENDA,
        "plus",
        N_("You copied blocks of the agenda."),
        N_("{who} copied blocks of the agenda."),
    ),
    "agenda.block_split": Told(
        Group.AGENDA,
        "arrows-split",
        N_("You split a block in two."),
        N_("{who} split a block in two."),
    ),
    "agenda.blocks_joined": Told(
        Group.AGENDA,
        "arrows-merge",
        N_("You joined blocks into “{block_title}”."),
        N_("{who} joined blocks into “{block_title}”."),
    ),
}
"""Each kind of fact of `convening/arranging.py`."""

"""What the stage does, in words: on, frozen, blank, or without a projector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.activities import Activity
from facilitator.console.surroundings import Projector
from facilitator.convening.agenda import Block
from facilitator.convening.records import Records
from facilitator.convening.stage_state import ACTIVITY, THANKS, TIMER, the_stage
from facilitator.i18n import _
from facilitator.kit.qt.widgets.label import Tone


@dataclass(frozen=True, slots=True)
class StageState:
    """The pill's words, tone and icon, and the short word over the preview."""

    words: str
    tone: Tone
    icon: str
    short: str
    short_icon: str


def scene_words(records: Records, activities: Mapping[str, Activity]) -> str:
    """Name what the stage was sent: "Idea board", "Welcome", "Timer"."""
    stage = the_stage(records)
    block = records[Block].get(stage.block)
    if stage.shows == ACTIVITY and block is not None:
        activity = activities.get(block.activity)
        return _(activity.title) if activity is not None and block.activity != "plain" else block.title
    return {TIMER: _("Timer"), THANKS: _("Thank you")}.get(stage.shows, _("Welcome"))


def stage_state(records: Records, projector: Projector, scene: str) -> StageState:
    """Say what the room sees; `scene` names what is shown, or what was shown when the stage was frozen."""
    stage = the_stage(records)
    if projector is Projector.MIRRORED:
        return StageState(_("The room can see this desk"), Tone.OVER, "warning-fill", _("Mirror mode"), "")
    if projector is Projector.MISSING:
        return StageState(_("No second screen"), Tone.OVER, "warning-fill", _("Only on this laptop"), "")
    if stage.is_blank:
        return StageState(_("Stage is blank"), Tone.INK, "monitor", _("Blank"), "")
    if stage.is_frozen:
        words = _("Frozen on: {scene}").format(scene=scene) if scene else _("Stage is frozen")
        return StageState(words, Tone.WARN, "snowflake", _("Frozen"), "snowflake")
    words = _("On stage: {scene}").format(scene=scene)
    return StageState(words, Tone.ACCENT, "projector-screen-fill", _("Live"), "circle-fill")

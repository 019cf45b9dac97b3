"""What the stage shows: the welcome, the live activity, its timer, or thanks; blank or frozen when asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.convening.ids import STAGE, BlockId, StageId
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import Decision, Moment, Record, Refusal, Seen, Undo, Wish

WELCOME, ACTIVITY, TIMER, THANKS = "welcome", "activity", "timer", "thanks"
"""What the stage can show."""


@dataclass(frozen=True, slots=True)
class Stage(Record[StageId]):
    """What the facilitator sent to the stage. `block` is the live block, "" before the first.

    `is_late_shown`: the room may see how late the day is. Source: practice, rule ST2, unless told to.
    """

    shows: str = WELCOME
    block: BlockId = BlockId("")
    is_blank: bool = False
    is_frozen: bool = False
    is_late_shown: bool = False

    seen: ClassVar[Seen] = Seen.ROOM


@dataclass(frozen=True, slots=True)
class ShowOnStage(Wish):
    """Send something to the stage: welcome, activity, timer or thanks."""

    what: str


@dataclass(frozen=True, slots=True)
class BlankStage(Wish):
    """Make the stage dark."""


@dataclass(frozen=True, slots=True)
class LightStage(Wish):
    """Show again what the stage had."""


@dataclass(frozen=True, slots=True)
class FreezeStage(Wish):
    """Hold the picture on the stage while the facilitator goes on."""


@dataclass(frozen=True, slots=True)
class ThawStage(Wish):
    """Let the stage follow again."""


@dataclass(frozen=True, slots=True)
class ShowLateness(Wish):
    """Let the room see how late the day is, and its likely end."""


@dataclass(frozen=True, slots=True)
class HideLateness(Wish):
    """Keep to this laptop how late the day is."""


WISHES: tuple[type[Wish], ...] = (
    ShowOnStage, BlankStage, LightStage, FreezeStage, ThawStage, ShowLateness, HideLateness,
)  # fmt: skip


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about the stage. Raises Refusal stage.unknown_view."""
    del moment
    stage = the_stage(records)
    match wish:
        case ShowOnStage(what):
            if what not in (WELCOME, ACTIVITY, TIMER, THANKS):
                raise Refusal("stage.unknown_view")
            wanted = replace(stage, shows=what, is_blank=False)
            return Decision("stage.shown", stated(records, wanted), Undo.NO)
        case BlankStage() | LightStage():
            wanted = replace(stage, is_blank=isinstance(wish, BlankStage))
            return Decision("stage.blanked" if wanted.is_blank else "stage.lit", stated(records, wanted), Undo.NO)
        case FreezeStage() | ThawStage():
            wanted = replace(stage, is_frozen=isinstance(wish, FreezeStage))
            return Decision("stage.frozen" if wanted.is_frozen else "stage.thawed", stated(records, wanted), Undo.NO)
        case ShowLateness() | HideLateness():
            wanted = replace(stage, is_late_shown=isinstance(wish, ShowLateness))
            kind = "stage.lateness_shown" if wanted.is_late_shown else "stage.lateness_hidden"
            return Decision(kind, stated(records, wanted), Undo.NO)
    raise Refusal("wish.unknown")


def the_stage(records: Records) -> Stage:
    """What the stage shows now."""
    return records[Stage].get(STAGE, Stage(STAGE))

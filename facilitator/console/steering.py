"""What a live convening is steered by: each key, and the wish it says. Source: practice, rules TM2 and ST3."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.convening.agenda import Block, current, neighbour
from facilitator.convening.clock import (
    EARLIER,
    LATER,
    AddMinutes,
    EndConvening,
    EndDay,
    GoToStep,
    PauseTimer,
    ResumeTimer,
    StartBlock,
    is_last_day,
    where,
)
from facilitator.convening.days import days
from facilitator.convening.gathering import LIVE, OVER, GoLive, the_convening
from facilitator.convening.records import Records
from facilitator.convening.stage_state import (
    ACTIVITY,
    THANKS,
    TIMER,
    WELCOME,
    BlankStage,
    FreezeStage,
    LightStage,
    ShowOnStage,
    ThawStage,
    the_stage,
)
from facilitator.convening.timebox import Timebox
from facilitator.convening.undo import RedoLast, UndoLast
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, Reach

PanelActs = Callable[[], tuple[Act, ...]]
"""What the live activity offers now."""

Turn = Callable[[int], object]
"""Turns the stage by so many pages."""

Now = Callable[[], int]
"""Looks at the clock (UTC ms)."""


class Steering:
    """The acts of the live frame. It is shown the records and says wishes; it keeps nothing else."""

    def __init__(
        self, ask: Callable[[Wish], object], records: Records, panel_acts: PanelActs, turn: Turn, now: Now
    ) -> None:
        self._ask, self._records, self._panel_acts, self._turn, self._now = ask, records, panel_acts, turn, now

    def show_records(self, records: Records) -> None:
        """Steer by these from now on."""
        self._records = records

    def acts(self) -> dict[str, Act]:
        """Every act by its name, said as things stand now."""
        stage, runs = the_stage(self._records), self._runs
        titles = {
            "live": _("Go on after all") if self.is_over() else _("Go live"),
            "blank": _("Show again") if stage.is_blank else _("Blank stage"),
            "freeze": _("Unfreeze stage") if stage.is_frozen else _("Freeze stage"),
            "pause": _("Go on") if self._is_paused() else _("Pause timer"),
            "end": self._end_words(),
        }
        return {
            "pause": Act("T", titles["pause"], self.pause, runs),
            "more": Act("+", _("Add a minute"), self._wisher(AddMinutes(1)), runs),
            "less": Act("−", _("Take a minute"), self._wisher(AddMinutes(-1)), runs),
            "five_more": Act("", _("5 minutes more"), self._wisher(AddMinutes(5)), runs),
            "five_less": Act("", _("5 minutes less"), self._wisher(AddMinutes(-5)), runs),
            "step": Act("N", _("Next step"), self.step_on, self._can_step_on),
            "step_later": Act("", _("Next step"), self._wisher(GoToStep(LATER)), lambda: self._has_step(LATER)),
            "step_back": Act("P", _("Step back"), self.step_back, self._can_step_back),
            "next": Act("Shift N", _("Next block"), self.next_block, self._has_next),
            "previous": Act("Shift P", _("Previous block"), self.previous_block, self._has_previous),
            "blank": Act("B", titles["blank"], self.blank),
            "freeze": Act("F", titles["freeze"], self.freeze),
            "welcome": Act("W", _("Welcome and QR codes"), self._shower(WELCOME), self.is_live),
            "activity": Act("", _("The live block"), self._shower(ACTIVITY), self._has_block),
            "timer": Act("Shift T", _("Full timer"), self._shower(TIMER), self._has_block),
            "page_on": Act("Shift PgDn", _("Next page on stage"), self._turner(1), self._has_block),
            "page_back": Act("Shift PgUp", _("Previous page on stage"), self._turner(-1), self._has_block),
            "thanks": Act("", _("Thank you"), self._shower(THANKS), self.is_live),
            "undo": Act("Ctrl Z", _("Undo"), self._wisher(UndoLast())),
            "redo": Act("Ctrl Shift Z", _("Redo"), self._wisher(RedoLast())),
            "live": Act("Ctrl L", titles["live"], self._wisher(GoLive()), lambda: not self.is_live()),
            "end": Act("Shift E", titles["end"], self.end, self.is_live),
        }

    def clicker(self) -> tuple[Act, ...]:
        """What a presenter's remote does, from every window."""
        return (
            Act("PgDn", _("Clicker: next step"), self.click_on, reach=Reach.CLICKER),
            Act("PgUp", _("Clicker: previous step"), self.click_back, reach=Reach.CLICKER),
            Act(".", _("Clicker: blank stage"), self.blank, reach=Reach.CLICKER),
            Act("F5", _("Clicker: show the live block"), self._shower(ACTIVITY), self._has_block, Reach.CLICKER),
        )

    def pause(self) -> None:
        """Hold the clock, or let it go on."""
        self._ask(ResumeTimer() if self._is_paused() else PauseTimer())

    def blank(self) -> None:
        """Make the stage dark, or show again what it had."""
        self._ask(LightStage() if the_stage(self._records).is_blank else BlankStage())

    def freeze(self) -> None:
        """Hold the picture on the stage, or let it follow again."""
        self._ask(ThawStage() if the_stage(self._records).is_frozen else FreezeStage())

    def next_block(self) -> None:
        """Go on to the next block."""
        if following := neighbour(self._records, 1):
            self._ask(StartBlock(following))

    def previous_block(self) -> None:
        """Go back to the block before."""
        if before := neighbour(self._records, -1):
            self._ask(StartBlock(before))

    def step_on(self) -> None:
        """Go on to the next step of the block, or after its last to the next block."""
        if self._has_step(LATER):
            self._ask(GoToStep(LATER))
        else:
            self.next_block()

    def step_back(self) -> None:
        """Go back to the step before."""
        self._ask(GoToStep(EARLIER))

    def click_on(self) -> None:
        """One step on: the activity's own, the block's, or the next block where there are none."""
        act = self._panel_act("N")
        if act is None:
            self.step_on()
        elif act.is_enabled():
            act.do()

    def click_back(self) -> None:
        """One step back: the activity's own or the block's; an activity that cannot go back is left as it is."""
        act = self._panel_act("PgUp")
        if act is not None and act.is_enabled():
            act.do()
        elif act is None and self._can_step_back():
            self.step_back()
        elif act is None and self._panel_act("N") is None:
            self.previous_block()

    def end(self) -> None:
        """The room parts: for good on the last day, else until the next one."""
        self._ask(EndConvening() if is_last_day(self._records) else EndDay())

    def is_live(self) -> bool:
        """Whether the doors are open."""
        return the_convening(self._records).state == LIVE

    def is_over(self) -> bool:
        """Whether the day was ended."""
        return the_convening(self._records).state == OVER

    def _shower(self, what: str) -> Callable[[], None]:
        return self._wisher(ShowOnStage(what))

    def _turner(self, pages: int) -> Callable[[], None]:
        def turn() -> None:
            self._turn(pages)

        return turn

    def _wisher(self, wish: Wish) -> Callable[[], None]:
        def say() -> None:
            self._ask(wish)

        return say

    def _panel_act(self, key: str) -> Act | None:
        return next((act for act in self._panel_acts() if act.key == key), None)

    def is_last_of_day(self) -> bool:
        """Whether the block that runs is the last of its day."""
        live, after = self._records[Block].get(current(self._records)), neighbour(self._records, 1)
        return live is not None and self._runs() and (not after or self._records[Block][after].day != live.day)

    def _end_words(self) -> str:
        if not is_last_day(self._records):
            return _("End this day")
        return _("End the convening") if len(days(self._records)) > 1 else _("End the day")

    def _can_step_on(self) -> bool:
        return self._panel_act("N") is None and (self._has_step(LATER) or self._has_next())

    def _can_step_back(self) -> bool:
        return self._panel_act("P") is None and self._has_step(EARLIER)

    def _has_step(self, by: int) -> bool:
        found = where(self._records, current(self._records), self._now()) if self._runs() else None
        return found is not None and 0 <= found.place + by < len(found.legs)

    def _box(self) -> Timebox | None:
        return self._records[Timebox].get(current(self._records))

    def _runs(self) -> bool:
        box = self._box()
        return box is not None and box.started > 0 and not box.ended

    def _is_paused(self) -> bool:
        box = self._box()
        return box is not None and box.paused_at > 0

    def _has_block(self) -> bool:
        return self.is_live() and current(self._records) in self._records[Block]

    def _has_next(self) -> bool:
        return self.is_live() and bool(neighbour(self._records, 1))

    def _has_previous(self) -> bool:
        return self.is_live() and bool(current(self._records)) and bool(neighbour(self._records, -1))

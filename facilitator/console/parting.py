"""What the bar says once the room has parted: until the next day, or for good."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.console.surroundings import Gravity, Trouble
from facilitator.console.trouble_bar import TroubleBar
from facilitator.convening.agenda import Block, current, neighbour
from facilitator.convening.gathering import LIVE, OVER, the_convening
from facilitator.convening.records import Records
from facilitator.convening.timetable import day_now
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act

_OVER, _PARTED = "over", "parted"


class Parting:
    """Tells it once, when it comes to be so, and takes it back when the room goes on."""

    def __init__(self, bar: TroubleBar) -> None:
        self._bar, self._told = bar, ""

    def show_records(self, records: Records, acts: Mapping[str, Act], summary: Act) -> None:
        """Show how the convening stands; `acts` are those of the frame."""
        state = _state(records)
        if state == self._told:
            return
        self._bar.settle(self._told)
        self._told = state
        if state == _OVER:
            # The way back is on the door, in the middle of the frame.
            kept = _("Everything is kept on this laptop.")
            self._bar.tell(Trouble(_OVER, Gravity.GOOD, _("The day is over."), kept, (summary,)))
        elif state == _PARTED:
            following = records[Block].get(neighbour(records, 1))
            goes_on = _("It goes on with “{title}”.").format(title=following.title) if following is not None else ""
            self._bar.tell(Trouble(_PARTED, Gravity.GOOD, _("This day is over."), goes_on, (acts["next"], summary)))


def _state(records: Records) -> str:
    if the_convening(records).state == OVER:
        return _OVER
    live = records[Block].get(current(records))
    has_parted = live is not None and day_now(records) != live.day
    return _PARTED if has_parted and the_convening(records).state == LIVE else ""

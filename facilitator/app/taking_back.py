"""Taking back what was taken away a moment ago: a line that says what it was, with one act beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.app import house
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.convening.facts import UNDONE, Fact
from facilitator.convening.history import Glance
from facilitator.convening.ids import HOST
from facilitator.convening.people import name_of
from facilitator.convening.records import Records
from facilitator.convening.undo import UndoFact
from facilitator.convening.words import GONE, Say, Undo
from facilitator.desk.news import News
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.teller import Teller

KEY = "taken away"
"""Under this key the bar tells of it; like all good news it goes by itself."""


class TakingBack:
    """Hears what happens, and offers to take back what the facilitator took away last."""

    def __init__(self, records: Records, say: Say) -> None:
        """Begin with these records; `say` is the facilitator's voice to the convening."""
        self._records, self._say = records, say
        self._offered = ""

    def hear(self, told: Sequence[News], tell: Callable[[Trouble], None]) -> None:
        """Look at what came."""
        for news in told:
            for fact in news.facts:
                if fact.kind == UNDONE and fact.target == self._offered:
                    self._offered = ""
                    tell(Trouble(KEY, Gravity.GOOD, _("It is back.")))
                elif _took_away(fact):
                    self._offered = fact.id
                    tell(self._offer(fact, news.records))
            self._records = news.records

    def _offer(self, fact: Fact, after: Records) -> Trouble:
        before = {
            (change.table, change.id): self._records.table(change.table).get(change.id) for change in fact.changes
        }
        told = {kind: one for activity in house.activities().values() for kind, one in activity.told.items()}
        teller = Teller(told, lambda person: name_of(self._records, person))
        back = Act("", _("Undo"), lambda: self._take_back(fact.id))
        return Trouble(KEY, Gravity.GOOD, teller.say(Glance(fact, before, after)).sentence, "", (back,))

    def _take_back(self, fact: str) -> None:
        if fact == self._offered:
            self._say(UndoFact(fact))


def _took_away(fact: Fact) -> bool:
    is_own = fact.by == HOST and fact.undo is Undo.YES and not fact.target
    return is_own and any(change.set.get(GONE) is True for change in fact.changes)

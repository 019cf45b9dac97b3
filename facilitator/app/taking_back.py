"""Taking back what was taken away a moment ago: a line that says what it was, with one act beside it."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.app import house
from facilitator.console.surroundings import TAKEN, Gravity, Trouble
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


class TakingBack:
    """Hears what happens, and offers to take back what the facilitator took away last."""

    def __init__(self, records: Records, say: Say) -> None:
        """Begin with these records; `say` is the facilitator's voice to the convening."""
        self._records, self._say = records, say
        self._offered = ""
        self._trouble: Trouble | None = None

    def hear(self, told: Sequence[News]) -> Trouble | None:
        """Look at what came; give what is to be said of it now, None while there is nothing."""
        for news in told:
            for fact in news.facts:
                if fact.kind == UNDONE and fact.target == self._offered:
                    self._offered = ""
                    self._trouble = Trouble(TAKEN, Gravity.GOOD, _("It is back."))
                elif _took_away(fact):
                    self._offered = fact.id
                    self._trouble = self._offer(fact, news.records)
            self._records = news.records
        return self._trouble

    def _offer(self, fact: Fact, after: Records) -> Trouble:
        before = {
            (change.table, change.id): self._records.table(change.table).get(change.id) for change in fact.changes
        }
        told = {kind: one for activity in house.activities().values() for kind, one in activity.told.items()}
        teller = Teller(told, lambda person: name_of(self._records, person))
        back = Act("", _("Undo"), lambda: self._take_back(fact.id))
        return Trouble(TAKEN, Gravity.GOOD, teller.say(Glance(fact, before, after)).sentence, "", (back,))

    def _take_back(self, fact: str) -> None:
        if fact == self._offered:
            self._say(UndoFact(fact))


def _took_away(fact: Fact) -> bool:
    is_own = fact.by == HOST and fact.undo is Undo.YES and not fact.target
    return is_own and any(change.set.get(GONE) is True for change in fact.changes)

"""All rules of the house in one book: who decides a wish, what is veiled, and what must never be broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from facilitator.convening.agenda import Block, agenda
from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.findable import Findable
from facilitator.convening.harvest import Harvest, TakeHarvest
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.records import Records
from facilitator.convening.room import Veil
from facilitator.convening.states import stated
from facilitator.convening.undo import orphan
from facilitator.convening.words import (
    HERE,
    Change,
    Decision,
    Moment,
    Record,
    Refusal,
    Role,
    Undo,
    Wish,
    table_of,
    tables,
)

_CARD = table_of(Card)

Decide = Callable[[Records, Wish, Moment], Decision]
Broken = Callable[[Records], Refusal | None]
Settled = Callable[[Records, BlockId], tuple[Wish, ...]]
"""Says what was settled about a block before the day, as the wishes that settle it; nothing that people said."""

HarvestOf = Callable[[Records, BlockId], tuple[CardId, ...]]
StandIns = Callable[[Records, BlockId], tuple[Record[Any], ...]]
"""The cards that a harvest names and that are not there yet, such as one for each cluster that goes on whole."""

LetGo = Callable[[Records, BlockId], tuple[Change, ...]]
"""What a block lets go of when cards are taken from the activity before once more: what was chosen of the old ones."""


@dataclass(frozen=True, slots=True)
class Rules:
    """One set of rules: its records, the wishes it decides, and what it hides, forbids and yields.

    Only the wishes `open_to_all` may be spoken by somebody who is not a guide. `reveals` are the kinds of facts that
    show what was hidden: nothing from before them that they touched is taken back. `findable` is what a search reads.
    `settled` are the settings of a block, which a template keeps, and `settings` the kinds of wishes they are.
    """

    name: str
    records: tuple[type[Record[Any]], ...]
    wishes: tuple[type[Wish], ...]
    decide: Decide
    veil: Veil | None = None
    broken: Broken | None = None
    harvest: HarvestOf | None = None
    stand_ins: StandIns | None = None
    let_go: LetGo | None = None
    open_to_all: frozenset[type[Wish]] = frozenset()
    reveals: frozenset[str] = frozenset()
    findable: tuple[Findable, ...] = ()
    settled: Settled | None = None
    settings: tuple[type[Wish], ...] = ()


@dataclass(frozen=True)
class Rulebook:
    """The ground's rules and one set for each activity, by the activity's name."""

    ground: tuple[Rules, ...]
    activities: Mapping[str, Rules]
    kinds: Mapping[str, type[Record[Any]]] = field(init=False)

    def __post_init__(self) -> None:
        """Index the record classes."""
        kinds = tables(kind for rules in self._all() for kind in rules.records)
        object.__setattr__(self, "kinds", kinds)

    def veils(self) -> tuple[Veil, ...]:
        """Give every veil."""
        return tuple(rules.veil for rules in self._all() if rules.veil is not None)

    def reveals(self) -> frozenset[str]:
        """Give the kinds of all facts that show what was hidden."""
        return frozenset().union(*(rules.reveals for rules in self._all()))

    def findable(self) -> tuple[Findable, ...]:
        """Give everything that can be found again."""
        return tuple(each for rules in self._all() for each in rules.findable)

    def decide(self, records: Records, wish: Wish, moment: Moment) -> Decision:
        """Answer a wish by the ground's rules or those of the activity that it speaks to.

        Raises Refusal: wish.unknown, wish.guides_only, wish.no_such_block, and what the rules refuse.
        """
        rules = self._rules_for(records, wish, moment)
        if moment.role is not Role.GUIDE and type(wish) not in rules.open_to_all:
            raise Refusal("wish.guides_only")
        decision = rules.decide(records, wish, moment)
        is_first = isinstance(wish, StartBlock) and wish.block not in records[Harvest]
        if isinstance(wish, TakeHarvest) or (isinstance(wish, StartBlock) and is_first):
            more = self._harvest(records, wish.block)
            if isinstance(wish, TakeHarvest) and (more or wish.block in records[Harvest]):
                more = (*more, *self._let_go(records, wish.block))
            # A card that a harvest made may stand on an open ballot before anybody thinks of taking it back.
            undo = Undo.NO if any(change.set.get(HERE) and change.table == _CARD for change in more) else decision.undo
            decision = replace(decision, changes=(*decision.changes, *more), undo=undo)
        return decision

    def check(self, records: Records, changes: Iterable[Change]) -> None:
        """Look for what these changes, already applied, have broken.

        Raises Refusal: record.still_needed, and what the rules' own `broken` finds.
        """
        if (refusal := orphan(records, changes)) is not None:
            raise refusal
        for rules in self._all():
            if rules.broken is not None and (refusal := rules.broken(records)) is not None:
                raise refusal

    def _rules_for(self, records: Records, wish: Wish, moment: Moment) -> Rules:
        for rules in self.ground:
            if type(wish) in rules.wishes:
                return rules
        block = records[Block].get(moment.activity)
        if block is None:
            raise Refusal("wish.no_such_block")
        found = self.activities.get(block.activity)
        if found is None or type(wish) not in found.wishes:
            raise Refusal("wish.unknown")
        return found

    def _harvest(self, records: Records, block: BlockId) -> tuple[Change, ...]:
        earlier: tuple[CardId, ...] = ()
        made: tuple[Record[Any], ...] = ()
        for other in agenda(records):
            if other.id == block:
                break
            rules = self.activities.get(other.activity)
            if rules is not None and rules.harvest is not None:
                found = rules.harvest(records, other.id)
                if found:
                    earlier, made = found, rules.stand_ins(records, other.id) if rules.stand_ins is not None else ()
        if not earlier:
            return ()
        standing = (change for record in made for change in stated(records, record))
        return (*standing, *stated(records, Harvest(block, earlier)))

    def _let_go(self, records: Records, block: BlockId) -> tuple[Change, ...]:
        found = records[Block].get(block)
        rules = self.activities.get(found.activity) if found is not None else None
        return rules.let_go(records, block) if rules is not None and rules.let_go is not None else ()

    def _all(self) -> tuple[Rules, ...]:
        return (*self.ground, *self.activities.values())

"""The rule while it is being talked about: what weighs much, how many that suggests, and what is asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.activities.scale.rules.points import Scale
from facilitator.activities.scale.rules.support import (
    SetRule,
    SupportRule,
    enough_for,
    supporting,
    usual_counts,
)
from facilitator.i18n import _


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule that may still change. `enough` is 0 while nobody named a number: then the suggestion stands for it."""

    scale: Scale
    people: int
    enough: int = 0
    counts: int = 1
    may_block: bool = True
    weights: tuple[str, ...] = ()

    @property
    def suggested(self) -> int:
        """How many would be enough; 0 while nobody is here."""
        return enough_for(self.people, len(self.weights)) if self.people else 0

    @property
    def asked_for(self) -> int:
        """How many are asked for: the number that was named, else the suggestion."""
        return self.enough or max(1, self.suggested)

    def weighing(self, weight: str) -> RuleDraft:
        """The same with one more weight, or without it."""
        kept = tuple(each for each in self.weights if each != weight)
        return replace(self, weights=kept if weight in self.weights else (*kept, weight))

    def wish(self) -> SetRule:
        """The wish that sets it."""
        return SetRule(self.asked_for, self.counts, self.may_block, self.weights)


def new_draft(scale: Scale, people: int) -> RuleDraft:
    """Begin anew: the points that usually count, and nothing weighed yet."""
    return RuleDraft(scale, people, counts=usual_counts(scale))


def draft_of(rule: SupportRule, scale: Scale, people: int) -> RuleDraft:
    """A rule that was set, to be changed."""
    return RuleDraft(scale, people, rule.enough, rule.counts, rule.may_block, rule.weights)


def counted_words(scale: Scale, counts: int) -> str:
    """Name the points that count as support: "1 to 3"; the first alone by its number."""
    points = supporting(scale, counts)
    return points[0] if len(points) == 1 else _("{first} to {last}").format(first=points[0], last=points[-1])

"""Tells the facts of a convening in their order, what was taken back included, to the facilitator alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.convening.facts import REDONE, UNDONE
from facilitator.convening.history import Glance
from facilitator.convening.ids import HOST
from facilitator.i18n import _
from facilitator.kit.told import Group, Told, quoted, tell
from facilitator.kit.told_ground import GROUND
from facilitator.kit.who import Names


@dataclass(frozen=True, slots=True)
class Saying:
    """A fact in words: its sentence, its icon, and under what it is looked for; nameless where no name was promised."""

    sentence: str
    icon: str
    group: Group
    is_nameless: bool = False


class Teller:
    """Knows the sentences of all kinds, and remembers what it said, to say what was taken back."""

    def __init__(self, more: Mapping[str, Told], names: Names) -> None:
        """Tell with the activities' sentences beside those of the ground; `names` knows people's names."""
        self._told, self._names = {**GROUND, **more}, names
        self._said: dict[str, Saying] = {}

    def say(self, glance: Glance) -> Saying:
        """Say the next fact."""
        fact = glance.fact
        if fact.kind in (UNDONE, REDONE):
            return self._taken_back(glance)
        told = self._told.get(fact.kind)
        if told is None:
            # A fact of a newer version, or of an activity that this house does not have.
            said = Saying(_("Something happened that this laptop has no words for."), "question", Group.AGENDA)
        else:
            said = Saying(tell(told, glance, self._names), told.icon, told.group, "{who}" not in told.other)
        self._said[fact.id] = said
        return said

    def _taken_back(self, glance: Glance) -> Saying:
        fact = glance.fact
        original = self._said.get(fact.target)
        sentence = original.sentence if original is not None else _("something")
        is_nameless = original is None or original.is_nameless
        who = _("somebody") if is_nameless else quoted(self._names(fact.by)) or _("somebody")
        group = original.group if original is not None else Group.AGENDA
        if fact.kind == UNDONE:
            marked = _("Taken back by you: {sentence}") if fact.by == HOST else _("Taken back by {who}: {sentence}")
            return Saying(marked.format(who=who, sentence=sentence), "arrow-counter-clockwise", group)
        marked = _("Done again by you: {sentence}") if fact.by == HOST else _("Done again by {who}: {sentence}")
        return Saying(marked.format(who=who, sentence=sentence), "clock-counter-clockwise", group)

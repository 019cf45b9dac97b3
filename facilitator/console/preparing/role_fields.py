"""Who does what in a block beside the one who leads it. Source: practice, HV1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from facilitator.convening.agenda import ACCESS_LEAD, GUARDIAN, GUIDE, SCRIBE, TIMEKEEPER, Block, led_by
from facilitator.convening.ids import PersonId
from facilitator.convening.people import Person, name_of
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.widgets.field import Choice, labelled
from facilitator.kit.qt.widgets.frames import column


class RoleFields(QWidget):
    """A choice of people for each role; whoever else has the role already, by another laptop, keeps it."""

    def __init__(self, say: Callable[[tuple[str, ...]], object]) -> None:
        super().__init__()
        self._say = say
        self._block: Block | None = None
        self._records: Records | None = None
        self._people: tuple[PersonId, ...] = ()
        self._names: tuple[str, ...] = ()
        titles = {
            GUIDE: _("Also leads"),
            TIMEKEEPER: _("Timekeeper"),
            SCRIBE: _("Scribe"),
            GUARDIAN: _("Guardian of the group"),
            ACCESS_LEAD: _("Looks after access"),
        }
        # A screen reader says a choice by its words: each says for itself that there is nobody.
        self._nobody = {
            GUIDE: _("Nobody else"),
            TIMEKEEPER: _("No timekeeper"),
            SCRIBE: _("No scribe"),
            GUARDIAN: _("No guardian"),
            ACCESS_LEAD: _("Nobody for access"),
        }
        self.choices = {role: Choice(title) for role, title in titles.items()}
        for role, choice in self.choices.items():
            choice.activated.connect(lambda at, role=role: self._choose(role, at))
        column(self, *(labelled(titles[role], choice) for role, choice in self.choices.items()), gap=12)

    def show_block(self, records: Records, block: Block) -> None:
        """Show who does what in this block."""
        self._block, self._records = block, records
        people = sorted(records[Person].values(), key=lambda person: (person.role != "guide", person.name.casefold()))
        names = tuple(person.name for person in people)
        self._people = (PersonId(""), *(person.id for person in people))
        is_new = names != self._names or not self.choices[GUIDE].count()
        self._names = names
        for role, choice in self.choices.items():
            with QSignalBlocker(choice):
                if is_new:
                    choice.clear()
                    choice.addItems([self._nobody[role], *names])
                choice.setCurrentIndex(self._people.index(self._of(role)))

    def words(self) -> str:
        """Name those who have a role."""
        if self._block is None or self._records is None:
            return ""
        having = dict.fromkeys(PersonId(entry.partition(":")[2]) for entry in self._block.roles)
        return ", ".join(name for person in having if (name := name_of(self._records, person)))

    def _of(self, role: str) -> PersonId:
        if self._block is None:
            return PersonId("")
        having = led_by(replace(self._block, guide=PersonId("")), role)
        return next((person for person in having if person in self._people), PersonId(""))

    def _choose(self, role: str, at: int) -> None:
        if self._block is None:
            return
        before, wanted = self._of(role), self._people[at]
        if wanted == before:
            return
        kept = tuple(entry for entry in self._block.roles if entry != f"{role}:{before}")
        roles = (*kept, f"{role}:{wanted}") if wanted and f"{role}:{wanted}" not in kept else kept
        self._block = replace(self._block, roles=roles)
        self._say(roles)

"""What else can be said of a block: how its time holds, how it sounds, what it is for, and who does what in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QWidget

from facilitator.console.home_cards import category_words
from facilitator.console.preparing.role_fields import RoleFields
from facilitator.console.preparing.section import Section
from facilitator.convening.agenda import BY_KIND, COULD, FREE, KEPT, MUST, SHOULD, Block
from facilitator.convening.cues import AUTO
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.widgets.field import Choice, Field, Lines, labelled
from facilitator.kit.qt.widgets.frames import column, row
from facilitator.kit.qt.widgets.switch import Side, Switch
from facilitator.kit.theme import CATEGORIES

Change = Callable[[Field | None, str, str | int | tuple[str, ...]], object]
"""Asks that a field of the block be something, by its name; what is refused is said under where it was written."""


class MoreFields(QWidget):
    """Four sections, folded into one line under the fields that every block needs. Each field asks when it is left."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        self._change = change
        self._block: Block | None = None
        self._texts = {
            "description": Field(_("Description"), Lines.MANY),
            "goal": Field(_("Goal"), Lines.MANY),
            "output": Field(_("What it leaves"), Lines.MANY, _("A list of ideas, a decision, or: open")),
            "materials": Field(_("Materials"), Lines.MANY),
            "room_setup": Field(_("Room set-up"), Lines.MANY),
        }
        self._choices: dict[str, tuple[Choice, tuple[str, ...]]] = {}
        self.cues = Field(_("Chimes so many minutes before the end"), hint=_("5 and 1, by its length"))
        self.overtime = Field(_("Chime in overtime every so many minutes"), hint=_("never"))
        self._switches = {
            "is_buffer": Switch(_("Buffer: nothing is planned in it"), Side.END),
            "chimes": Switch(_("Chime at the end"), Side.END),
            "waits": Switch(_("Steps wait for your key"), Side.END),
        }
        self.roles = RoleFields(lambda roles: change(None, "roles", roles))
        self._sections = self._laid_out()
        self._all = Section(_("More about this block"), *self._sections, gap=0)
        column(self, self._all, gap=0)
        self._connect()

    def show_block(self, records: Records, block: Block) -> None:
        """Show this block; another one's words begin afresh."""
        is_other = self._block is None or self._block.id != block.id
        self._block = block
        shown = {**{name: getattr(block, name) for name in self._texts}, "cues": _cue_words(block.cues)}
        shown["overtime_chime"] = str(block.overtime_chime) if block.overtime_chime else ""
        for name, field in self._fields().items():
            if is_other:
                field.show_refusal("")
                with QSignalBlocker(field):
                    field.input.clearFocus()
                    field.input.clear()
            field.show_text(shown[name])
        for name, (choice, values) in self._choices.items():
            with QSignalBlocker(choice):
                choice.setCurrentIndex(values.index(getattr(block, name)))
        for name, switch in self._switches.items():
            switch.show_state(getattr(block, name))
        self.roles.show_block(records, block)
        self._summarise(block)

    def finish(self) -> None:
        """Keep what is written in the fields now."""
        for name, field in self._fields().items():
            self._say_text(name, field.text())

    def hide_private(self) -> None:
        """Hide what a block is for and needs: the room sees this desk."""
        self._sections[2].hide()

    def show_private(self) -> None:
        """Show it again."""
        self._sections[2].show()

    def seek(self, name: str) -> None:
        """Go to a field by its name, wherever it is folded."""
        field = self._fields()[name]
        for section in (self._all, *self._sections):
            if section.holds(field):
                section.open_section()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fields(self) -> Mapping[str, Field]:
        return {**self._texts, "cues": self.cues, "overtime_chime": self.overtime}

    def _laid_out(self) -> tuple[Section, ...]:
        for field in self._texts.values():
            field.input.setFixedHeight(60)
        kinds = [category_words(name) for name in CATEGORIES]
        category = self._choice("category", _("Kind of block"), CATEGORIES, kinds)
        kept = (_("As its kind: pauses are kept"), _("Never shortened"), _("May be shortened"))
        protection = self._choice("protection", _("When the day runs late"), (BY_KIND, KEPT, FREE), kept)
        weights = (_("Must be held"), _("Should be held"), _("Could be left out"))
        priority = self._choice("priority", _("How much it matters"), (MUST, SHOULD, COULD), weights)
        families = (_("No family"), _("Seeing"), _("Doing"), _("Being"))
        family = self._choice("family", _("Family of methods"), ("", "seeing", "doing", "being"), families)
        modes = (_("Neither is said"), _("Process: looks after the group"), _("Task: gets work done"))
        mode = self._choice("mode", _("Process or task"), ("", "process", "task"), modes)
        buffer, chimes, waits = self._switches.values()
        return (
            Section(_("Kind and time"), category, priority, protection, buffer, family, mode),
            Section(_("Chimes and steps"), chimes, waits, self.cues, self.overtime),
            Section(_("Purpose and room"), *self._texts.values()),
            Section(_("People in it"), self.roles),
        )

    def _choice(self, name: str, title: str, values: Sequence[str], words: Sequence[str]) -> QWidget:
        made, host = Choice(title), QWidget()
        made.addItems(list(words))
        made.setMinimumContentsLength(10)
        made.activated.connect(lambda at: self._say_value(name, values[at]))
        self._choices[name] = (made, tuple(values))
        row(host, labelled(title, made))
        return host

    def _connect(self) -> None:
        for name, field in self._fields().items():
            field.finished.connect(lambda text, name=name: self._say_text(name, text))
        for name, switch in self._switches.items():
            switch.toggled.connect(lambda is_on, name=name: self._say_value(name, is_on))

    def _say_text(self, name: str, text: str) -> None:
        if self._block is None:
            return
        field, wanted = self._fields()[name], text
        if name == "overtime_chime":
            if text.strip() and not text.strip().isdecimal():
                field.show_refusal(_("Write a number of minutes, or nothing."))
                return
            self._say_value(name, int(text or 0), field)
            return
        if name == "cues":
            wanted = " ".join(text.replace(",", " ").split()) if text.strip() else AUTO
            wanted = "" if wanted == _("none") else wanted
        self._say_value(name, wanted, field)

    def _say_value(self, name: str, value: str | int, field: Field | None = None) -> None:
        if field is not None:
            field.show_refusal("")
        if self._block is not None and getattr(self._block, name) != value:
            self._change(field, name, value)

    def _summarise(self, block: Block) -> None:
        time, sound, purpose, _people = self._sections
        marks = [category_words(block.category)]
        marks += [_("must")] if block.priority == MUST else [_("could")] if block.priority == COULD else []
        marks += [_("buffer")] if block.is_buffer else []
        time.show_summary(" · ".join(marks))
        self._all.show_summary(" · ".join([*marks, *([] if block.chimes else [_("silent")])]))
        sound.show_summary(_("Chime at the end") if block.chimes else _("silent"))
        purpose.show_summary(block.output or block.goal or block.description)
        _people.show_summary(self.roles.words())


def _cue_words(cues: str) -> str:
    return "" if cues == AUTO else cues or _("none")

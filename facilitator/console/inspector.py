"""What can be said of one block while it is prepared: first what every block needs, the rest folded under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from facilitator.activities import Activity
from facilitator.beginnings.methods import PLAIN, name_of
from facilitator.console.asking import SayTo
from facilitator.console.faces import INSPECTOR, as_face, face_of
from facilitator.console.planning import ASKING
from facilitator.console.preparing.more_fields import MoreFields
from facilitator.console.preparing.on_stage import OnStage
from facilitator.console.preparing.steps_bar import StepsBar, minutes_words
from facilitator.console.sign import Sign
from facilitator.console.surroundings import Surroundings, hidden_notes_words
from facilitator.console.times import clock_minutes, clock_words
from facilitator.convening import checks
from facilitator.convening.agenda import UNPINNED, Block, ChangeBlock
from facilitator.convening.ids import BlockId, PersonId
from facilitator.convening.notes import Note, WriteNote
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.convening.states import differing
from facilitator.convening.steps import seconds_of, steps_of
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.chip import Chip
from facilitator.kit.qt.widgets.field import Choice, Field, Lines
from facilitator.kit.qt.widgets.frames import STRETCH, Panel, Rule, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

WIDTH = 352
"""As wide as its widest fields are beside a bar that scrolls them: it never goes sideways."""


class Inspector(Panel):
    """Each field asks when it is left; what is refused is said under it. `steps_wanted` asks for the block's steps."""

    steps_wanted = Signal()

    def __init__(self, asking: Asking, activities: Mapping[str, Activity], say_to: SayTo, on_stage: OnStage) -> None:
        super().__init__(rule=Rule.LEFT)
        self.setFixedWidth(WIDTH)
        self._asking, self._activities, self._say_to = asking, activities, say_to
        self._block: Block | None = None
        self._note, self._people = "", ()  # type: tuple[str, tuple[PersonId, ...]]
        self._names: tuple[str, ...] = ()
        self._face: tuple[BlockId, QWidget | None] = (BlockId(""), None)
        self._name, self._state = Sign("sticker", ""), Chip()
        self.title = Field(_("Title"))
        self.prompt = Field(_("Question the room answers"), Lines.MANY)
        self.minutes = Field(_("Minutes"))
        self.pinned = Field(_("Fixed start"), hint=_("follows"))
        self.notes = Field(_("Private notes"), Lines.MANY, _("Only on this laptop"))
        self._no_notes = Label(hidden_notes_words(), "small", Tone.SOFT).wrapping()
        self._no_notes.hide()
        self.lead = Choice(_("Lead"))
        self._inside = Label("", "caption", Tone.SOFT)
        self._inside.setFont(theme_in_use().sized(12, 600))
        self.steps = StepsBar(self.steps_wanted.emit)
        self.more, self.on_stage = MoreFields(self._change_field), on_stage
        self._place = QVBoxLayout()
        self._empty = Label(_("Choose a block, or add one from the left."), "body", Tone.SOFT).wrapping()
        self._body = QWidget()
        self._lay_out()
        self._connect()
        self.show_block(None)

    def show_block(self, records: Records | None, block: str = "") -> None:
        """Show this block, and first keep what was written about another one."""
        found = records[Block].get(block) if records is not None else None
        if self._block is not None and (found is None or found.id != self._block.id):
            self.finish()
        self._body.setVisible(found is not None)
        self._empty.setVisible(found is None)
        self._name.setVisible(found is not None)
        self._state.setVisible(found is not None)
        is_other = found is None or self._block is None or found.id != self._block.id
        self._block = found
        if found is None or records is None:
            self.on_stage.hide()
            return
        note = records[Note].get(found.id)
        self._note = note.text if note is not None else ""
        self._show_fields(found, is_other=is_other)
        self._show_people(records, found)
        self._show_steps(records, found)
        self._show_face(records, found)
        self.more.show_block(records, found)
        self.on_stage.show_block(records, found)
        self._make_room()

    def show_surroundings(self, around: Surroundings) -> None:
        """Hide what is private while the room sees this desk."""
        self.notes.setVisible(not around.is_mirrored)
        self._no_notes.setVisible(around.is_mirrored)
        if around.is_mirrored:
            self.more.hide_private()
        else:
            self.more.show_private()

    def finish(self) -> None:
        """Keep what is written in the fields now."""
        block = self._block
        if block is None:
            return
        self._say_title(self.title.text())
        self._say_prompt(self.prompt.text())
        self._say_minutes(self.minutes.text())
        self._say_pinned(self.pinned.text())
        self._say_note(self.notes.text())
        self.more.finish()

    def acts(self) -> tuple[Act, ...]:
        """What keys do with the chosen block's own fields."""
        return (Act("E", _("Plan the steps"), self.steps_wanted.emit, lambda: self._block is not None),)

    def seek(self, code: str) -> bool:
        """Go to the field in which something is settled; False if it is settled elsewhere."""
        if code == checks.NO_OUTPUT:
            self.more.seek("output")
            return True
        if code in (checks.STEPS_LONGER, checks.STEPS_SHORTER, checks.ROUND_SHORT):
            self.steps_wanted.emit()
            return True
        field = {
            checks.NO_GUIDE: self.lead,
            checks.NO_QUESTION: self.prompt,
            checks.CLASH: self.pinned,
            checks.PAUSE_SHORTENED: self.minutes,
            checks.LUNCH_SHORT: self.minutes,
        }.get(code)
        if field is None:
            return False
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def show_state(self, missing: str) -> None:
        """Say whether the block is ready."""
        if missing:
            self._state.show_state(missing, Tone.WARN, "")
        else:
            self._state.show_state(_("Ready"), Tone.OK, "check-bold")

    def _lay_out(self) -> None:
        lead_label = Label(_("Lead"), "caption", Tone.SOFT)
        lead_label.setFont(theme_in_use().sized(12, 600))
        lead_label.setBuddy(self.lead)
        self.lead.setMinimumContentsLength(8)
        self.minutes.setFixedWidth(56)
        self.pinned.setFixedWidth(78)
        lead = column(None, lead_label, self.lead, STRETCH, gap=4)
        column(
            self._body,
            self.title,
            self.prompt,
            row(None, lead, self.minutes, self.pinned, gap=10),
            column(None, self._inside, self.steps, gap=5),
            self._place,
            column(None, self.notes, self._no_notes, gap=4),
            self.more,
            STRETCH,
            gap=12,
            padding=(0, 16, 4, 16),
        )
        self.prompt.input.setFixedHeight(64)
        self.notes.input.setFixedHeight(60)
        self._head = QWidget()
        self._body.installEventFilter(self)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._body)
        self._body.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        row(self._head, self._name, STRETCH, self._state, padding=(16, 16, 14, 16))
        empty = row(None, self._empty, padding=(0, 16, 0, 16))
        column(self, self._head, empty, area, self.on_stage, gap=0, padding=(0, 0, 0, 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look anew how much room is left below what is written, when that takes more or less."""
        if watched is self._body and event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        if self._block is not None:
            self.on_stage.fit(self.height() - self._head.sizeHint().height() - self._body.sizeHint().height())

    def _connect(self) -> None:
        self.title.finished.connect(self._say_title)
        self.prompt.finished.connect(self._say_prompt)
        self.minutes.finished.connect(self._say_minutes)
        self.pinned.finished.connect(self._say_pinned)
        self.notes.finished.connect(self._say_note)
        self.lead.activated.connect(self._say_lead)

    def _show_fields(self, block: Block, *, is_other: bool) -> None:
        activity = self._activities.get(block.activity)
        icon = block.icon or (activity.icon if activity is not None else "")
        named = _(activity.title) if activity is not None else block.activity
        self._name.show_words(name_of(block.method) or named if block.activity == PLAIN else named, icon=icon)
        label = _("Question the room answers") if block.activity in ASKING else _("Line the room reads")
        self.prompt.input.setAccessibleName(label)
        for child in self.prompt.findChildren(Label)[:1]:
            child.setText(label)
        pinned = "" if block.pinned == UNPINNED else clock_words(block.pinned)
        for field, text in (
            (self.title, block.title),
            (self.prompt, block.prompt),
            (self.minutes, str(block.minutes)),
            (self.pinned, pinned),
            (self.notes, self._note),
        ):
            if is_other:
                field.show_refusal("")
                # Another block's words begin afresh, whoever was writing: those were kept when the block was left.
                with QSignalBlocker(field):
                    field.input.clearFocus()
                    field.input.clear()
            field.show_text(text)

    def _show_steps(self, records: Records, block: Block) -> None:
        steps = steps_of(records, block.id)
        took = seconds_of(steps)
        inside = ngettext("Inside this {count} minute", "Inside these {count} minutes", block.minutes)
        words = inside.format(count=block.minutes)
        if steps and took != block.minutes * 60:
            words = _("{inside}: the steps take {minutes}").format(inside=words, minutes=minutes_words(took))
        self._inside.setText(words)
        self._inside.set_tone(Tone.WARN if steps and took > block.minutes * 60 else Tone.SOFT)
        self.steps.show_steps(steps)

    def _show_people(self, records: Records, block: Block) -> None:
        people = sorted(records[Person].values(), key=lambda person: (person.role != "guide", person.name.casefold()))
        names = (_("Nobody yet"), *(person.name for person in people))
        is_new = names != self._names
        self._people, self._names = (PersonId(""), *(person.id for person in people)), names
        with QSignalBlocker(self.lead):
            if is_new:
                self.lead.clear()
                self.lead.addItems(list(names))
            self.lead.setCurrentIndex(self._people.index(block.guide) if block.guide in self._people else 0)

    def _show_face(self, records: Records, block: Block) -> None:
        shown, face = self._face
        if shown != block.id:
            if face is not None:
                self._place.removeWidget(face)
                face.hide()
                face.deleteLater()
            face = face_of(INSPECTOR, block, self._activities, self._say_to)
            self._face = (block.id, face)
            if face is not None:
                self._place.addWidget(face)
        if face is not None:
            as_face(face).show_records(records)

    def _say_title(self, text: str) -> None:
        if self._block is not None and text != self._block.title:
            self._change(self.title, replace(self._block, title=text))

    def _say_prompt(self, text: str) -> None:
        if self._block is not None and text != self._block.prompt:
            self._change(self.prompt, replace(self._block, prompt=text))

    def _say_minutes(self, text: str) -> None:
        if self._block is None or text == str(self._block.minutes):
            return
        minutes = int(text) if text.strip().isdecimal() else 0
        self._change(self.minutes, replace(self._block, minutes=minutes))

    def _say_pinned(self, text: str) -> None:
        if self._block is None:
            return
        pinned = clock_minutes(text) if text.strip() else UNPINNED
        if text.strip() and pinned == UNPINNED:
            self.pinned.show_refusal(_("Write a time like 12:30, or nothing."))
        elif pinned != self._block.pinned:
            self._change(self.pinned, replace(self._block, pinned=pinned))

    def _say_lead(self, at: int) -> None:
        if self._block is not None and self._people[at] != self._block.guide:
            self._change(None, replace(self._block, guide=self._people[at]))

    def _say_note(self, text: str) -> None:
        if self._block is not None and text != self._note:
            self._asking.ask(WriteNote(self._block.id, text), refused=self.notes.show_refusal)

    def _change_field(self, field: Field | None, name: str, value: str | int | tuple[str, ...]) -> None:
        if self._block is not None:
            self._change(field, replace(self._block, **{name: value}))  # type: ignore[arg-type]  # the name fits it

    def _change(self, field: Field | None, block: Block) -> None:
        before = self._block
        # The next field may be left before the records are back: it must not take this one's words away again.
        self._block = block
        wish = ChangeBlock(block, differing(before, block)) if before is not None else ChangeBlock(block)

        def refused(sentence: str) -> None:
            if self._block == block:
                self._block = before
            if field is not None:
                field.show_refusal(sentence)

        if field is None:
            self._asking.ask(wish)
            return
        field.show_refusal("")
        self._asking.ask(wish, refused=refused)

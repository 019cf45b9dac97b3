"""The live frame: the day at the start side, what runs in the middle, stage, timer and notes at the end side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.console.all_keys import Group
from facilitator.console.asking import refusals_of
from facilitator.console.catching_up.sheet import CatchUp
from facilitator.console.copy_saver import CopySaver
from facilitator.console.day import day_of, day_shown, number_words
from facilitator.console.finding import PREPARED
from facilitator.console.history.turned import Turned
from facilitator.console.live_centre import LiveCentre
from facilitator.console.live_day import LiveDay
from facilitator.console.live_door import LiveDoor
from facilitator.console.live_edits import LiveEdits, menu_of
from facilitator.console.live_stage import LiveStage
from facilitator.console.live_timer import LiveTimer
from facilitator.console.live_top import LiveTop
from facilitator.console.note_box import NoteBox
from facilitator.console.opened import Opened
from facilitator.console.parting import Parting
from facilitator.console.search.words import NOTE
from facilitator.console.seats.turn import SeatsTurn
from facilitator.console.stage_words import scene_words, stage_state
from facilitator.console.steering import Steering
from facilitator.console.surroundings import Gravity, Surroundings, Trouble, hidden_notes_words
from facilitator.console.trouble_bar import TroubleBar
from facilitator.convening.agenda import Block, current, neighbour
from facilitator.convening.clock import StartBlock
from facilitator.convening.days import the_day
from facilitator.convening.findable import Place
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import ROOM, BlockId
from facilitator.convening.people import Person, name_of
from facilitator.convening.records import Records
from facilitator.convening.stage_state import the_stage
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets.frames import Hairline, Panel, Rule, column, row
from facilitator.kit.qt.widgets.key_bar import KeyBar
from facilitator.kit.qt.widgets.label import Label, Tone

SIDE = 336
_ON_STAGE = ("blank", "freeze", "welcome", "activity", "timer", "thanks", "page_on", "page_back")
_TIME = ("pause", "more", "less", "five_more", "five_less")


class Live(QWidget):
    """Leads one convening. `back_wanted` asks for the desk at home, `prepare_wanted` for the agenda.

    `copy_wanted` carries the `Copy` to make of a board.
    """

    back_wanted = Signal()
    prepare_wanted = Signal()
    copy_wanted = Signal(object)

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self._clock, self._activities = opened.clock, opened.activities
        self._records, self._around = opened.records, Surroundings()
        self._second, self._scene, self._following = -1, "", ""
        self._asking = Asking(opened.say_to(ROOM), refusals_of(opened.activities), self)
        self._asking.name_people(lambda person: name_of(self._records, person))
        now = lambda: opened.clock().wall_ms  # noqa: E731 - one look at the clock
        self._steering = Steering(self._asking.say, opened.records, self._panel_acts, opened.turn_stage, now)
        acts = self._steering.acts()
        self.trouble = TroubleBar()
        self._parting = Parting(self.trouble)
        self._door = LiveDoor(acts)
        self.centre = LiveCentre(opened.activities, opened.say_to, self._door, self._asking.say, opened.way_of_reading)
        self.seats = SeatsTurn(self.centre, opened, self._asking, self.take_focus)
        self.turned = Turned(self.seats, opened, self._asking.say, self.take_focus)
        self._summary = Act("Ctrl P", _("Summary"), opened.summarise)
        self._saver = CopySaver(self)
        self._saver.wanted.connect(self.copy_wanted)
        self._catch_up = Act("U", _("Catch up"), self._open_catch_up, self._may_catch_up)
        self.day = LiveDay(self._catch_up, acts["end"])
        view, new = self.day.agenda, self.day.new
        self._edits = LiveEdits(self._asking.say, opened.records, new.open_line)
        view.moved.connect(self._edits.move_after)
        view.menu_wanted.connect(lambda at: menu_of(view, self._edits.acts(view.chosen())).popup(at))
        new.written.connect(lambda words: self._edits.add(words, view.chosen()))
        self._stage = LiveStage(opened.preview, acts)
        self._timer = LiveTimer(acts, opened.ring, opened.volume)
        opened.ringer.rang.connect(self._timer.rang.show_ring)
        self.notes = NoteBox(self._asking.say, opened.drafts)
        self._no_notes = Label(hidden_notes_words(), "small", Tone.SOFT).wrapping()
        self._no_notes.setContentsMargins(16, 8, 16, 14)
        self._no_notes.hide()
        self._top = LiveTop(self.back_wanted.emit, self.prepare_wanted.emit, self._open_stage_menu, opened.summarise)
        self.keys = KeyBar()
        self._side = Panel(rule=Rule.LEFT)
        self._side.setFixedWidth(SIDE)
        notes = (self.notes, self._no_notes)
        column(self._side, self._stage, Hairline(), self._timer, Hairline(), *notes, gap=0, padding=(0, 0, 0, 1))
        column(self, self._top, self.trouble, row(None, self.day, self.turned, self._side, gap=0), self.keys, gap=0)
        self.seats.keys_changed.connect(self.turned.keys_changed)
        self.catching = CatchUp(self)
        self.catching.wanted.connect(self._asking.say)
        self.catching.closed.connect(self.take_focus)
        self.catching.closed.connect(self.turned.keys_changed)
        self.catching.used.connect(self._tell_caught_up)
        self.day.agenda.wanted.connect(self._go_to)
        self._asking.refused.connect(self.trouble.refuse)
        self._asking.granted.connect(self.trouble.accept)
        self.show_records(opened.records)

    def show_records(self, records: Records) -> None:
        """Show how the convening stands; twice changes nothing."""
        self._records = records
        self._steering.show_records(records)
        self._edits.show_records(records)
        today = day_shown(records)
        self._top.show_convening(the_convening(records), number_words(records, today), the_day(records, today).title)
        self.centre.show_records(records)
        self.seats.show_records(records)
        self.turned.show_records(records)
        self._timer.show_records(records)
        self._timer.show_acts(self._steering.acts())
        self.notes.show_note(records, current(records))
        self._show_room()
        self._parting.show_records(records, self._steering.acts(), self._summary)
        self.day.show_acts(self._catch_up, self._steering.acts()["end"], is_last=self._steering.is_last_of_day())
        self.catching.show_records(records)
        self._second = -1
        self.show_time(self._clock())

    def show_surroundings(self, around: Surroundings) -> None:
        """Show how the room stands: projector, phones, what is saved."""
        self._around = around
        self._door.show_surroundings(around)
        self.seats.show_surroundings(around)
        # Who mirrors the desk shows it to the room: what is private hides until that is settled.
        self.notes.setVisible(not around.is_mirrored)
        self._no_notes.setVisible(around.is_mirrored)
        self.day.hide_lateness(is_hidden=around.is_mirrored)
        self._show_room()
        self._show_saved(self._clock())

    def show_time(self, reading: Reading) -> None:
        """Show this moment. The day is told anew once a second."""
        self._timer.show_time(reading)
        self.centre.show_time(reading)
        self.seats.show_time(reading)
        self.catching.show_time(reading)
        if reading.wall_ms // 1000 == self._second:
            return
        self._second = reading.wall_ms // 1000
        self._top.show_clock(reading.time_of_day())
        # Steps go on by themselves, and with them what can be done.
        self._timer.show_acts(self._steering.acts())
        following = next((act.title for act in self.acts() if act.key == "N"), "")
        if following != self._following:
            self._following = following
            self.turned.keys_changed.emit()
        self.day.show_day(day_of(self._records, reading))
        self._show_saved(reading)

    def acts(self) -> tuple[Act, ...]:
        """Every key of the frame, those used most first; the activity's own come right after its next step.

        While the history is open the day goes on: the next step does what the clicker does. The activity's other keys
        rest, for they are about what is not seen then.
        """
        if self.catching.is_open:
            return (*self.catching.acts(), *self._steering.clicker())
        acts, panel = self._steering.acts(), self._panel_acts_now()
        first = [act for act in panel if act.key == "N"] or [acts["step"]]
        others = [act for act in panel if act.key != "N"]
        often = [acts[name] for name in ("pause", "more")]
        stage = [acts[name] for name in ("blank", "freeze")]
        names = (
            "step_back", "less", "next", "previous", "welcome", "timer", "page_on", "page_back", "end", "undo", "redo",
        )  # fmt: skip
        notes = Act("L", _("Write a private note"), self.notes.write, lambda: not self._around.is_mirrored)
        go = Act("G", _("Go to a block"), self._look_at_agenda)
        rest = [acts[name] for name in names]
        own = (
            self._catch_up,
            go,
            notes,
            *self._timer.chime.acts(),
            self._summary,
            self._save_board(),
            self.seats.open_act,
            self.turned.open_act,
        )
        is_in_day = self.day.agenda.hasFocus()
        edits = self._edits.acts(self.day.agenda.chosen() if is_in_day else "")
        return (
            *(self.turned.acts() or self.seats.acts()),
            acts["live"],
            *often,
            *first,
            *stage,
            # Who stands in the day means its rows; anywhere else the activity's own keys go first.
            *((*edits, *others) if is_in_day else (*others, *edits)),
            *rest,
            *own,
            *self._steering.clicker(),
        )

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes to, one after the other."""
        if self.catching.is_open:
            return (self.catching,)
        return (self._top, self.day, *(self.turned.panes() or self.seats.panes() or (self.centre,)), self._side)

    def seek(self, place: Place) -> None:
        """Show where something lies in the block that runs; what is not on its panel is shown in the history."""
        self.turned.close_history()
        self.seats.close_seats()
        if place.kind == NOTE and not self._around.is_mirrored:
            self.notes.write()
        elif place.kind not in PREPARED and (place.block != current(self._records) or not self.centre.seek(place.key)):
            self.turned.show_record(place)

    def take_focus(self) -> None:
        """Give the focus to the day: letters act, arrows look."""
        self.day.agenda.choose(current(self._records) or neighbour(self._records, 1))
        self.day.agenda.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Keep what is being written, before the convening closes."""
        self.notes.finish()

    def groups(self) -> tuple[Group, ...]:
        """All keys, under the headings of the map."""
        acts, panel = self._steering.acts(), self._panel_acts_now()
        step = () if any(act.key == "N" for act in panel) else (acts["step"],)
        if self.catching.is_open:
            return ((_("Catch up"), self.catching.acts()),)
        mine = {act.key: act for act in self.acts()}
        files, turns = (self._summary, self._save_board()), (self.seats.open_act, self.turned.open_act)
        return (
            (_("Anywhere"), (acts["undo"], acts["redo"], *files, *turns)),
            (_("History"), self.turned.acts()),
            (_("Phones and seats"), self.seats.acts()),
            (_("Stage"), tuple(acts[name] for name in _ON_STAGE)),
            (_("Time"), (*(acts[name] for name in _TIME), mine["C"], mine["Shift C"], mine["U"])),
            (
                _("Agenda"),
                (
                    *step,
                    acts["step_back"],
                    acts["next"],
                    acts["previous"],
                    mine["G"],
                    mine["L"],
                    acts["live"],
                    acts["end"],
                ),
            ),
            (_("The chosen row"), self._edits.acts(self.day.agenda.chosen())),
            (self.centre.heading(), panel),
            (_("Clicker"), self._steering.clicker()),
        )

    def _save_board(self) -> Act:
        """Save the board that is live, else the first one."""
        return self._saver.board_act(self._records, current(self._records), self.finish)

    def _may_catch_up(self) -> bool:
        return self._steering.is_live() and not self._around.is_mirrored

    def _open_catch_up(self) -> None:
        self.catching.open_sheet(self._records, self._clock())
        self.turned.keys_changed.emit()

    def _tell_caught_up(self) -> None:
        self.take_focus()
        undo = self._steering.acts()["undo"]
        meaning = _("Undo brings the day back as it was.")
        self.trouble.tell(
            Trouble("caught_up", Gravity.GOOD, _("The rest of the day is planned anew."), meaning, (undo,))
        )

    def _go_to(self, block: str) -> None:
        if self._steering.is_live():
            self._asking.say(StartBlock(BlockId(block)))
        else:
            over = _("The day is over. Go on after all, and it can begin.")
            self.trouble.refuse(over if self._steering.is_over() else _("Nothing runs before you go live."))

    def _panel_acts(self) -> tuple[Act, ...]:
        return self.centre.acts()

    def _panel_acts_now(self) -> tuple[Act, ...]:
        return tuple(act for act in self.centre.acts() if act.key == "N" or not self._is_turned())

    def _is_turned(self) -> bool:
        return self.turned.is_open or self.seats.is_open

    def _look_at_agenda(self) -> None:
        self.day.agenda.choose(neighbour(self._records, 1) or current(self._records))
        self.day.agenda.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_stage_menu(self) -> None:
        pill = self._top.pill
        self._stage.open_menu(pill.mapToGlobal(pill.rect().bottomLeft()))

    def _show_room(self) -> None:
        convening = the_convening(self._records)
        expected = convening.seats or len(self._records[Person])
        self._top.show_room(self._around, expected, convening.wifi_name)
        stage = the_stage(self._records)
        following = self._records[Block].get(neighbour(self._records, 1))
        is_hidden = self._around.is_mirrored or self._steering.is_over()
        self._stage.show_next("" if following is None or is_hidden else following.title)
        if not stage.is_frozen:
            self._scene = scene_words(self._records, self._activities)
        state = stage_state(self._records, self._around.projector, self._scene)
        self._top.show_stage(state)
        self._stage.show_state(stage, state, self._around.projector)

    def _show_saved(self, reading: Reading) -> None:
        self.keys.show_status(self._around.saved_words(reading))

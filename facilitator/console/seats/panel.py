"""Phones and seats: who is here, how one joins, and whether everything is ready."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from facilitator.console.opened import Opened
from facilitator.console.seats.attendance import Attendance
from facilitator.console.seats.chosen_seat import ChosenSeat
from facilitator.console.seats.feelings_card import FeelingsCard
from facilitator.console.seats.moving import MovingSeat
from facilitator.console.seats.new_seat import NewSeat
from facilitator.console.seats.own_phone import OwnPhone
from facilitator.console.seats.ready_card import ReadyCard
from facilitator.console.seats.seat_list import SeatList
from facilitator.console.seats.seat_rows import SeatRow, Standing, rows_of
from facilitator.console.seats.way_card import WayCard
from facilitator.console.sign import Sign
from facilitator.console.surroundings import Surroundings, hidden_notes_words
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import PersonId
from facilitator.convening.records import Records
from facilitator.convening.stage_state import WELCOME, ShowOnStage
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.kit.qt.widgets.chip import Chip
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Ground, Hairline, Panel, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

_SIDE = 312
CHECK_MS = 5000


class SeatsPanel(Panel):
    """The page that `J` opens. What is private on it hides while the room sees this desk."""

    keys_changed = Signal()
    """Other keys act now."""

    def __init__(self, opened: Opened, asking: Asking, close: Callable[[], object]) -> None:
        super().__init__(Ground.PAPER)
        self._clock, self._seating, self._close = opened.clock, opened.seating, close
        self._asking = asking
        self._records, self._around, self._checked = opened.records, Surroundings(), 0
        self._title, self._count = Label("", "title").wrapping(), Chip()
        self.seats = SeatList()
        self.seats.selectionModel().currentChanged.connect(lambda _now, _before: self._show_chosen())
        self.moving = MovingSeat(asking, self._after_moving)
        self.seats.activated.connect(self.moving.move_it)
        self.chosen = ChosenSeat(asking, opened.seating.lower_hand, self._move_seat)
        self.new_seat = NewSeat(asking, self.take_focus)
        self._add = Act("A", _("Add a seat"), self.new_seat.open_line)
        self._hidden = Label(hidden_notes_words(), "small", Tone.SOFT).wrapping()
        self._hidden.setContentsMargins(16, 12, 16, 14)
        self._empty = Label(_("No phones yet. Press W to show the codes."), "body", Tone.SOFT).wrapping()
        self._empty.setContentsMargins(16, 4, 16, 16)
        self._welcome = Act("W", _("Show"), self._show_codes)
        self.way = WayCard(opened.seating.choose_address, self._welcome)
        self.own_phone, self.ready, self.feelings = OwnPhone(), ReadyCard(), FeelingsCard()
        self._lay_out()

    def show_records(self, records: Records) -> None:
        """Show how the convening stands."""
        self._records = records
        self._show()

    def show_surroundings(self, around: Surroundings) -> None:
        """Show who is here and how phones join."""
        self._around = around
        self.own_phone.show_room(around.attendance)
        self._show()

    def show_time(self, reading: Reading) -> None:
        """Look at the room's readiness now and then."""
        if abs(reading.wall_ms - self._checked) >= CHECK_MS:
            self._checked = reading.wall_ms
            self.ready.show_checks(self._seating.checks())

    def acts(self) -> tuple[Act, ...]:
        """What keys do while this is open."""
        if self.moving.is_open:
            return self.moving.acts()
        own = () if self._around.is_mirrored else (*self.chosen.acts(), self._add)
        return (Act("Esc", _("Close"), self._close_page), *own, *self.own_phone.acts())

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes to."""
        return (self.seats, self._side)

    def take_focus(self) -> None:
        """Give the focus to the seats."""
        self.seats.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        caption = Sign("device-mobile", _("Phones and seats"), Tone.SOFT, icon_size=16, weight=400)
        back = Button(_("Close"), self._close_page, key="J")
        head = row(None, column(None, caption, self._title, gap=2), back, padding=(0, 0, 10, 0))
        head.setStretch(0, 1)
        left = Card()
        self._add_button = Button.for_act(self._add, icon="plus-bold", kind=Kind.QUIET)
        self._add_button.setEnabled(True)
        crown = row(None, Label(_("Seats"), "heading"), self._count, STRETCH, self._add_button,
                    padding=(8, 16, 6, 16))  # fmt: skip
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        column(
            left, crown, Hairline(), self.new_seat, row(None, self.seats, padding=(4, 6, 4, 10)), self._empty,
            Hairline(), self.chosen, self.moving, self._hidden, Hairline(), self._foot(), gap=0,
        )  # fmt: skip
        inner = QWidget()
        column(inner, self.way, self.own_phone, self.feelings, self.ready, STRETCH, gap=12)
        self._side = QScrollArea()
        self._side.setWidgetResizable(True)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFixedWidth(_SIDE)
        self._side.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._side.viewport().setAutoFillBackground(False)
        body = row(None, left, self._side, gap=12)
        body.setStretch(0, 1)
        column(self, head, body, gap=0, padding=(18, 20, 16, 20))

    def _foot(self) -> QHBoxLayout:
        says = Label(_("A seat is a name and a place, not an account."), "caption", Tone.SOFT).wrapping()
        foot = row(None, Sign("lock-simple", "", Tone.SOFT, icon_size=14), says, gap=8, padding=(8, 16, 10, 16))
        foot.setStretch(1, 1)
        return foot

    def _move_seat(self, person: PersonId) -> None:
        self.moving.begin(person)
        self._show_chosen()
        self.take_focus()
        self.keys_changed.emit()

    def _after_moving(self) -> None:
        self._show_chosen()
        self.take_focus()
        self.keys_changed.emit()

    def _show_codes(self) -> None:
        self._asking.say(ShowOnStage(WELCOME))

    def _close_page(self) -> None:
        self._close()

    def _show(self) -> None:
        room, reading = self._around.attendance, self._clock()
        rows = rows_of(self._records, room, reading)
        self.seats.fill(rows)
        self.seats.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._count.show_state(str(len(rows)), Tone.SOFT)
        self._title.setText(title_words(rows, room))
        self.way.show_way(self._around, the_convening(self._records))
        self.feelings.show_room(self._records, room)
        self._choose_somebody()
        self._show_chosen()

    def _choose_somebody(self) -> None:
        if not self.seats.current_id() and self.seats.rows():
            self.seats.go_to(self.seats.rows()[0].id)

    def _show_chosen(self) -> None:
        is_mirrored = self._around.is_mirrored
        chosen = "" if is_mirrored else self.seats.current_id()
        self.moving.show_choice(chosen, self._records)
        is_moving = self.moving.is_open and not is_mirrored
        self.moving.setVisible(is_moving)
        subject = "" if is_moving else chosen
        self.chosen.show_seat(subject, self._records, self._around.attendance, self._clock())
        self._add_button.setVisible(not is_mirrored)
        self._hidden.setVisible(is_mirrored)


def title_words(rows: tuple[SeatRow, ...], room: Attendance) -> str:
    """Say how many are here, and how many are not."""
    here = sum(row.standing is Standing.HERE for row in rows)
    away = sum(row.standing is Standing.AWAY for row in rows)
    paper = sum(row.standing is Standing.PAPER for row in rows)
    if not (here or away or paper or room.strangers):
        return _("No phones yet")
    words = [ngettext("{count} phone is here", "{count} phones are here", here).format(count=here)]
    if paper:
        words.append(ngettext("{count} person uses paper", "{count} people use paper", paper).format(count=paper))
    if away:
        words.append(ngettext("{count} is away", "{count} are away", away).format(count=away))
    if room.strangers:
        joining = room.strangers
        words.append(ngettext("{count} is joining", "{count} are joining", joining).format(count=joining))
    return ", ".join(words)

"""The history: what happened in plain words, and a look back at any moment, while everything else goes on."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from facilitator.console.history.axis import Axis
from facilitator.console.history.chronicle import Chronicle, Entry, Filter, moment_words
from facilitator.console.history.counts import clock_words, counts_words
from facilitator.console.history.fact_list import FactList
from facilitator.console.history.found import found_words, texts_of
from facilitator.console.history.frozen import shown_place
from facilitator.console.history.look_back import LookBack
from facilitator.console.history.pills import FilterPills
from facilitator.console.history.playing import Playing
from facilitator.console.history.unrolling import Unrolling
from facilitator.console.opened import Opened
from facilitator.console.sign import Sign
from facilitator.console.times import midnight
from facilitator.convening.findable import Place
from facilitator.convening.history import History
from facilitator.convening.people import name_of
from facilitator.convening.records import Records
from facilitator.convening.room import RoomView
from facilitator.convening.undo import UndoFact, UndoLast
from facilitator.convening.words import Wish
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.kit.qt.widgets.field import SearchField
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Ground, Hairline, Panel, column, row
from facilitator.kit.qt.widgets.label import Label, Tone
from facilitator.kit.teller import Teller

_FIND = 180
_SOON_MS = 200


class Empty(Enum):
    """Why no facts are listed."""

    READING = "reading"
    NOTHING = "nothing"
    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"


class HistoryPanel(Panel):
    """Looks back for the facilitator alone: nothing of it reaches the stage. `back` returns to what was there."""

    keys_changed = Signal()
    """Other keys act now, or the same ones do something else."""

    def __init__(self, opened: Opened, ask: Callable[[Wish], object], back: Callable[[], None]) -> None:
        super().__init__(Ground.PAPER)
        self._clock, self._activities, self._records = opened.clock, opened.activities, opened.records
        self._book, self._ask, self._back = opened.looking.book, ask, back
        self._view = RoomView(self._book.veils())
        self._room_of, self._room = self._records, self._view.of(self._records)
        self._looked, self._place = -1, 0
        self._at_ms, self._wanted_ms = 0, 0
        self._at_fact, self._wanted_fact = "", ""
        self._sought: Place | None = None
        self._log = Unrolling(opened.looking.read, self._chronicle, self)
        self._playing = Playing(lambda: self._place, self._last, self._go, self)
        self._picture = opened.looking.picture(_("What the room saw"))
        self._play = Act("P", _("Play the day"), self._playing.toggle)
        self.look_back = LookBack(self._picture, self._play)
        self.facts = FactList(opened.clock, self._is_undoable)
        self.search, self.pills = SearchField(_("Find in history")), FilterPills()
        self._head = Sign("clock-counter-clockwise", "", Tone.SOFT, icon_size=16, weight=400)
        self._none = Label("", "body", Tone.SOFT)
        self._found = Label("", "label").wrapping()
        self._found.hide()
        self._lay_out()
        # A room of 500 phones says something in every frame; to be read is soon enough a few times a second.
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._log.look)
        self._log.ready.connect(self._begin)
        self._log.grew.connect(self._grow)
        self._log.outdated.connect(self._let_go)
        self._log.failed.connect(lambda: self._show_none(Empty.UNREADABLE))
        self._playing.changed.connect(self._show_playing)
        self.look_back.scrubber.wanted.connect(self._go_by_hand)
        self.facts.looked.connect(self._look_at)
        self.facts.undo_wanted.connect(self._take_back)
        self.pills.chosen.connect(self._list)
        self.search.textChanged.connect(self._list)
        self._show_none(Empty.READING)
        self._log.look()

    def show_records(self, records: Records) -> None:
        """Something happened: read what is new. Where one looks stays; what the room may see may have changed."""
        self._records = records
        if not self._soon.isActive():
            self._soon.start()

    def show_from(self, at_ms: int) -> None:
        """Look at what there was at a moment (UTC ms), as soon as the facts are read."""
        self._wanted_ms = at_ms
        if self._log.is_ready:
            self._begin()

    def show_record(self, place: Place) -> None:
        """Look at the fact that says something that was found, as soon as the facts are read."""
        self._sought = place
        self.search.clear()
        self.pills.choose(Filter.ALL)
        if self._log.is_ready:
            self._begin()

    def acts(self) -> tuple[Act, ...]:
        """What keys do here."""
        can_go = self._has_facts
        return (
            Act("Left", _("Earlier"), lambda: self._go_by_hand(self._place - 1), can_go),
            Act("Right", _("Later"), lambda: self._go_by_hand(self._place + 1), can_go),
            Act("P", _("Pause") if self._playing.is_on else self._play.title, self._playing.toggle, can_go),
            Act("Enter", _("Show fact"), self._show_current, can_go),
            Act("Esc", _("Back to now"), self._back),
            Act("Ctrl Z", _("Undo the last"), self._take_back_last),
            Act("Z", _("Undo this"), self.facts.undo_current, self.facts.can_undo_current),
            Act("/", _("Find in history"), self._look_for),
            Act("Home", _("The beginning"), lambda: self._go_by_hand(1), can_go),
            Act("End", _("Now"), lambda: self._go_by_hand(self._last()), can_go),
        )

    def take_focus(self) -> None:
        """Give the focus to the list: arrows look at facts."""
        self.facts.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.hasFocus():
            self.search.clear()
            self.take_focus()
            return
        super().keyPressEvent(event)

    def _chronicle(self) -> Chronicle:
        told = {kind: each for activity in self._activities.values() for kind, each in activity.told.items()}
        return Chronicle(History(self._book), Teller(told, lambda person: name_of(self._records, person)))

    def _lay_out(self) -> None:
        self.search.setFixedWidth(_FIND)
        back = Button(_("Back to now"), self._back, key="Esc", kind=Kind.QUIET)
        title = column(None, self._head, Label(_("What happened, in plain words"), "title"), gap=2)
        head = row(None, title, STRETCH, back, gap=12)
        rows = Card()
        bar = row(None, self.pills, self.search, gap=12, padding=(12, 16, 12, 16))
        bar.setStretch(0, 1)
        self._none.setContentsMargins(16, 14, 16, 14)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._found.setContentsMargins(16, 0, 16, 12)
        self._found.setMinimumWidth(1)
        listed = column(rows, bar, self._found, Hairline(), self._none, self.facts, gap=0, padding=(1, 1, 6, 1))
        listed.setStretch(4, 1)
        words = _(
            "Votes appear as “a dot was placed”, never by whom or on what. Undo adds a fact, it never erases one."
        )
        foot = Sign("lock-simple", words, Tone.SOFT, icon_size=14, weight=400)
        whole = column(self, head, self.look_back, rows, foot, gap=12, padding=(18, 20, 12, 20))
        whole.setStretch(2, 1)

    def _begin(self) -> None:
        chronicle = self._log.chronicle
        at_moment = chronicle.place_at(self._wanted_ms) if self._wanted_ms else self._last()
        self._place = chronicle.place_of(self._wanted_fact) or at_moment
        self._wanted_ms, self._wanted_fact = 0, ""
        sought, self._sought = self._sought, None
        texts = texts_of(self._book.findable(), self._records, sought) if sought is not None else ()
        said = chronicle.about(sought.key, texts[0]) if sought is not None and texts else None
        self._place = said.place if said is not None else self._place
        self._grown()
        self._found.setText(found_words(texts))
        self._found.setVisible(bool(texts))
        if said is not None:
            # The newest of all is now, where no row is marked; this one is what somebody looks for.
            self.facts.mark(said.id)
        self.keys_changed.emit()

    def _let_go(self) -> None:
        """Somebody was forgotten: show nothing until all is read anew, and then look where one looked."""
        self._playing.pause()
        if not self._wanted_ms:
            # Several facts can lie in one moment: the one that is looked at says more than its time.
            self._wanted_ms, self._wanted_fact = self._at_ms, self._at_fact
        self._found.hide()
        self.facts.show_entries(())
        self._show_none(Empty.READING)

    def _grow(self) -> None:
        if self._looked == -1 and not self._playing.is_on:
            self._place = self._last()
        self._grown()

    def _grown(self) -> None:
        """Show the day anew, as long as it is now."""
        entries, now = self._log.chronicle.entries, self._clock()
        today = midnight(now)
        count = sum(entry.at >= today for entry in entries)
        self._head.show_words(_head_words(count, len(entries)))
        begins = moment_words(entries[0].at, now) if entries else ""
        ends = _("{time} now").format(time=now.time_of_day()) if entries else ""
        self.look_back.show_day(Axis([entry.at for entry in entries]), self._last(), (begins, ends))
        self._list()
        self._go(max(self._place, min(1, self._last())))

    def _list(self) -> None:
        found = self._log.chronicle.found(self.pills.filter, self.search.text())
        self.facts.show_entries(found)
        self.facts.mark(self._fact_looked_at())
        self.facts.setVisible(bool(found))
        if not found and self._log.is_ready:
            self._show_none(Empty.NOT_FOUND if self._log.chronicle.entries else Empty.NOTHING)
        else:
            self._none.setVisible(not self._log.is_ready)

    def _show_none(self, why: Empty) -> None:
        self._none.setText(
            {
                Empty.READING: _("Reading the day."),
                Empty.NOTHING: _("The day has not begun."),
                Empty.NOT_FOUND: _("Nothing like that happened. Try fewer words, or look under All."),
                Empty.UNREADABLE: _("The history cannot be read at the moment. Everything else goes on."),
            }[why]
        )
        self._none.setVisible(True)
        self.facts.setVisible(False)

    def _last(self) -> int:
        return len(self._log.chronicle.entries)

    def _is_undoable(self, entry: Entry) -> bool:
        return self._log.chronicle.undoable(entry)

    def _has_facts(self) -> bool:
        return self._last() > 0

    def _go_by_hand(self, place: int) -> None:
        self._playing.pause()
        self._found.hide()
        self._go(place)
        self.keys_changed.emit()

    def _show_playing(self) -> None:
        self.look_back.show_playing(is_playing=self._playing.is_on)
        self.keys_changed.emit()

    def _go(self, place: int) -> None:
        """Look at a place; the last one is now."""
        last = self._last()
        place = max(min(1, last), min(place, last))
        is_now = place >= last
        self._place, self._looked = place, -1 if is_now else place
        now = self._clock()
        entry = self._entry()
        at = now.wall_ms if is_now or entry is None else entry.at
        self._at_ms, self._at_fact = 0 if is_now else at, self._fact_looked_at()
        records = self._records if is_now else self._log.chronicle.history.records_at(place)
        words = (counts_words(records, self._activities), clock_words(records, at, is_now=is_now))
        self.look_back.show_moment(place, moment_words(at, now), words, is_now=is_now)
        self.facts.mark(self._fact_looked_at())
        self._show_stage(place, at, is_now=is_now)

    def _show_stage(self, place: int, at: int, *, is_now: bool) -> None:
        if self._room_of is not self._records:
            self._room_of, self._room = self._records, self._view.of(self._records)
        room_now, history = self._room, self._log.chronicle.history
        room = room_now if is_now else history.room_at(shown_place(history, place), room_now)
        self._picture.show(room, at)

    def _entry(self) -> Entry | None:
        entries = self._log.chronicle.entries
        return entries[self._place - 1] if 0 < self._place <= len(entries) else None

    def _fact_looked_at(self) -> str:
        entry = self._entry()
        return entry.id if entry is not None and self._looked != -1 else ""

    def _look_at(self, fact: str) -> None:
        entry = next((each for each in self.facts.rows() if each.id == fact), None)
        if entry is not None:
            self._go_by_hand(entry.place)

    def _show_current(self) -> None:
        if current := self.facts.current_id():
            self._look_at(current)

    def _take_back_last(self) -> None:
        self._ask(UndoLast())

    def _take_back(self, fact: str) -> None:
        self._ask(UndoFact(fact))

    def _look_for(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


def _head_words(today: int, whole: int) -> str:
    if today:
        told = ngettext("{count} fact today", "{count} facts today", today).format(count=today)
    else:
        told = ngettext("{count} fact", "{count} facts", whole).format(count=whole)
    return _("History · {facts}, in the order they happened").format(facts=told)

"""Catching up, over the live frame: choose one of four ways, see the day it makes, take it with Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.console.all_keys import next_at
from facilitator.console.catching_up.plan import Plan, plan_at
from facilitator.console.catching_up.rest_view import ROW, RestList, RestRibbons
from facilitator.console.catching_up.way_list import WayList
from facilitator.console.catching_up.words import WayRow
from facilitator.console.sign import Sign
from facilitator.convening.catch_up import DROP, MOVE_END, SHORTEN
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.stage_state import HideLateness, ShowLateness, the_stage
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.button import Button, Kind, Size
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Ground, Hairline, column, row
from facilitator.kit.qt.widgets.label import Label, Tone
from facilitator.kit.qt.widgets.switch import Switch

_WIDTH, _REST, _AROUND, _ASKING = 960, 440, 24, 250
_UNDER_WAYS, _HEAD_AND_FOOT = 40, 210
_SCRIM = QColor(31, 28, 24, 107)


class CatchUp(QWidget):
    """Covers the live frame until a way is used or it is closed. `wanted` carries the wish of a way, or of the switch.

    Moving the end changes what people count on, so it is asked for twice; everything else one undo takes back.
    """

    wanted = Signal(object)
    used = Signal()
    closed = Signal()

    def __init__(self, frame: QWidget) -> None:
        super().__init__(frame)
        self._frame = frame
        self._code, self._drop, self._freed = SHORTEN, BlockId(""), frozenset[BlockId]()
        self._is_asked = False
        self._records: Records | None = None
        self._reading = Reading(0)
        self._plan: Plan | None = None
        self._title, self._told = Label("", "title"), Label("", "small", Tone.SOFT).wrapping()
        self._close = Button(_("Close"), self.close_sheet, key="Esc", kind=Kind.QUIET, size=Size.SMALL)
        self._ways, self._rest, self._ribbons = WayList(), RestList(), RestRibbons()
        self._hint = Label("", "caption", Tone.SOFT).wrapping()
        self._once_more = Label("", "small", Tone.WARN).wrapping()
        self._once_more.setFixedWidth(_ASKING)
        self._once_more.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._end = Label("", "label").ticking()
        self._late = Switch(_("The room sees the likely end"))
        self._late.toggled.connect(self._tell_room)
        self._keep = Button(_("Keep as it is"), self.close_sheet)
        self._use = Button(_("Use this plan"), self.use, key="Enter", kind=Kind.PRIMARY, size=Size.LARGE)
        self._card = Card(Ground.SURFACE)
        self._card.setParent(self)
        self._lay_out()
        self._ways.chosen.connect(self._choose)
        self._ways.used.connect(self.use)
        self._ways.other.connect(self._other)
        self._rest.used.connect(self.use)
        self._rest.freed.connect(self._free)
        frame.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it covers the frame."""
        return not self.isHidden()

    def open_sheet(self, records: Records, reading: Reading) -> None:
        """Offer the ways as things stand."""
        self._drop, self._freed, self._is_asked = BlockId(""), frozenset(), False
        self._records, self._reading = records, reading
        found = plan_at(records, reading, "", self._drop, self._freed)
        self._code = found.chosen.code
        self._show_plan()
        self._cover()
        self.show()
        self.raise_()
        (self._ways if self._ways.isEnabled() else self._keep).setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Leave the day as it is."""
        if self.is_open:
            self.hide()
            self.closed.emit()

    def show_records(self, records: Records) -> None:
        """Show how the day stands now."""
        self._records = records
        if self.is_open:
            self._show_plan()

    def show_time(self, reading: Reading) -> None:
        """The ways change with the minute."""
        is_other = reading.wall_ms // 60_000 != self._reading.wall_ms // 60_000
        self._reading = reading
        if self.is_open and is_other:
            self._show_plan()

    def use(self) -> None:
        """Take the way that is chosen; the end is only moved when asked for a second time."""
        plan = self._plan
        if plan is None or not plan.chosen.is_possible:
            return
        if plan.chosen.code == MOVE_END and not self._is_asked:
            self._is_asked = True
            self._show_plan()
            return
        wish = plan.chosen.wish
        self.hide()
        self.wanted.emit(wish)
        self.used.emit()

    def acts(self) -> tuple[Act, ...]:
        """What keys do while it is open; Enter is the focused control's."""
        choose = tuple(self._choosing(each) for each in self._ways.rows())
        return (*choose, Act("U", _("Close"), self.close_sheet), Act("Esc", _("Keep as it is"), self.close_sheet))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the frame in any size."""
        if event.type() is QEvent.Type.Resize and self.is_open:
            self._cover()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own name and type
        """Tab stays in here."""
        stops: list[QWidget] = [self._ways, self._rest, self._late, self._keep, self._use, self._close]
        stops = [stop for stop in stops if stop.isEnabled()]
        stops[next_at(stops, self.window().focusWidget(), 1 if next else -1)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(QRectF(self.rect()), _SCRIM)

    def _lay_out(self) -> None:
        head = column(None, row(None, self._title, STRETCH, self._close), self._told, gap=2)
        heading = Label(_("The rest of the day"), "caption", Tone.SOFT)
        heading.setFont(theme_in_use().sized(12, 600))
        end = row(None, Label(_("End"), "label"), STRETCH, self._end, padding=(8, 2, 8, 2))
        lock = Sign(
            "lock-simple",
            _("What has a lock stays whole. Press it, or Space on it, to free it."),
            Tone.SOFT,
            weight=400,
        )
        start, side = QWidget(), QWidget()
        column(start, self._ways, lock, self._hint, STRETCH, gap=6)
        column(side, heading, self._ribbons, self._rest, end, STRETCH, gap=6)
        side.setFixedWidth(_REST)
        foot, body = QWidget(), QWidget()
        row(body, start, side, gap=24, padding=(14, 26, 12, 22))
        row(foot, self._late, STRETCH, self._once_more, self._keep, self._use, padding=(14, 26, 14, 26))
        inner = QWidget()
        column(inner, head, padding=(24, 26, 0, 26))
        column(self._card, inner, body, Hairline(), foot, gap=0)

    def _cover(self) -> None:
        frame = self._frame
        self.setGeometry(frame.rect())
        width = min(_WIDTH, frame.width() - 2 * _AROUND)
        rows = len(self._rest.rows()) * ROW
        self._rest.setMinimumHeight(min(rows, 4 * ROW))
        ways = self._ways.sizeHint().height() + _UNDER_WAYS + self._hint.heightForWidth(_REST)
        needed = max(ways, rows + 110) + _HEAD_AND_FOOT
        height = min(needed, frame.height() - 2 * _AROUND)
        self._card.setGeometry((frame.width() - width) // 2, (frame.height() - height) // 2, width, height)

    def _show_plan(self) -> None:
        if self._records is None:
            return
        plan = self._plan = plan_at(self._records, self._reading, self._code, self._drop, self._freed)
        self._title.setText(plan.title)
        self._told.setText(plan.told)
        self._show_ways(plan)
        self._rest.fill(plan.rest.rows)
        self._ribbons.show_rest(plan.rest)
        self._end.setText(plan.ends)
        self._use.setEnabled(plan.chosen.is_possible)
        self._use.show_text(_("Move the end") if plan.chosen.code == MOVE_END else _("Use this plan"))
        self._late.show_state(is_on=the_stage(self._records).is_late_shown)
        self._hint.setText(self._hint_words(plan))
        # It stands beside what is pressed once more, where the eye is.
        asks = _("Press Enter once more: from then on the day ends at {time}.").format(time=plan.ends)
        self._once_more.setText(asks if self._is_asked else "")

    def _show_ways(self, plan: Plan) -> None:
        """Show the ways; where none does anything nobody stands in them, and Enter keeps the day as it is."""
        self._ways.fill(plan.rows)
        has_any = plan.chosen.is_possible
        if not has_any and self._ways.hasFocus():
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ways.setEnabled(has_any)
        self._ways.go_to(plan.chosen.code)

    def _hint_words(self, plan: Plan) -> str:
        if plan.chosen.code == DROP and len(plan.chosen.choices) > 1:
            return _("← and → choose another block to leave out.")
        return ""

    def _choosing(self, way: WayRow) -> Act:
        return Act(str(way.number), way.title, lambda: self._go_to(way.code), lambda: way.is_possible)

    def _go_to(self, code: str) -> None:
        # Enter is the focused control's: after a digit it takes that way, wherever Tab stood.
        self._ways.go_to(code)
        self._ways.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, code: str) -> None:
        if code != self._code:
            self._code, self._is_asked = code, False
            self._show_plan()

    def _other(self, step: int) -> None:
        if self._plan is None or self._plan.chosen.code != DROP or not self._plan.chosen.choices:
            return
        way = self._plan.chosen
        self._drop = way.choices[(way.choices.index(way.wish.blocks[0]) + step) % len(way.choices)]
        self._show_plan()

    def _free(self, block: str) -> None:
        self._freed ^= {BlockId(block)}
        self._is_asked = False
        self._show_plan()

    def _tell_room(self, is_shown: bool) -> None:  # noqa: FBT001 - it is a switch
        self.wanted.emit(ShowLateness() if is_shown else HideLateness())

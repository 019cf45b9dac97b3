"""All keys, over the window: what each one does, found by a word, done by a press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from facilitator.console.kept_focus import KeptFocus
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.button import Button
from facilitator.kit.qt.widgets.field import SearchField
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Ground, Hairline, column, row
from facilitator.kit.qt.widgets.label import Label, Tone
from facilitator.kit.qt.widgets.list_row import ListRow, RowWords

Group = tuple[str, tuple[Act, ...]]
"""A heading of the map, and its acts."""

_WIDTH, _ACROSS, _ROW = 980, 3, 32
_SCRIM = QColor(31, 28, 24, 107)


class AllKeys(QWidget):
    """Covers its window until it is closed: by its button, by Esc, by a press beside it, or by doing something."""

    def __init__(self, window: QWidget, closed: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._focus = window, KeptFocus(closed)
        self._groups: tuple[Group, ...] = ()
        self._find = SearchField(_("What do you want to do?"), key="")
        self._find.setFixedWidth(270)
        self._find.textChanged.connect(self._lay_out)
        self._find.returnPressed.connect(self._do_first)
        self._close = Button(_("Close"), self.close_keys, key="Esc")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._card = Card(Ground.SURFACE)
        self._card.setParent(self)
        foot = _("Single keys work whenever no text field has focus. Space and Enter always press the focused control.")
        column(
            self._card,
            row(None, Label(_("All keys"), "title"), STRETCH, self._find, self._close, gap=12),
            self._area,
            Label(foot, "small", Tone.SOFT).wrapping(),
            gap=14,
            padding=(24, 28, 22, 28),
        )
        window.installEventFilter(self)
        self.hide()

    def open_keys(self, groups: Sequence[Group]) -> None:
        """Show these keys."""
        self._groups = tuple((heading, acts) for heading, acts in groups if acts)
        self._focus.keep()
        self._find.clear()
        self._lay_out()
        self._cover()
        self.show()
        self.raise_()
        self._find.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_keys(self) -> None:
        """Go away."""
        if not self.isHidden():
            self.hide()
            self._focus.give_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window in any size."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._cover()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_keys()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_keys()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own name and type
        """Tab stays in here."""
        stops = [self._find, self._close, *self._area.findChildren(ListRow)]
        stops = [stop for stop in stops if stop.isEnabled()]
        at = next_at(stops, self.window().focusWidget(), 1 if next else -1)
        stops[at].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(QRectF(self.rect()), _SCRIM)

    def _cover(self) -> None:
        window = self._window
        self.setGeometry(window.rect())
        page = self._area.widget()
        needed = (page.sizeHint().height() if page is not None else 0) + 170
        height = min(needed, window.height() - 64)
        width = min(_WIDTH, window.width() - 64)
        self._card.setGeometry((window.width() - width) // 2, (window.height() - height) // 2, width, height)

    def _lay_out(self) -> None:
        words = self._find.text().casefold()
        found = [(heading, [act for act in acts if words in act.title.casefold()]) for heading, acts in self._groups]
        page = QWidget()
        columns = [QVBoxLayout() for _column in range(_ACROSS)]
        heights = [0] * _ACROSS
        for heading, acts in found:
            if acts:
                # The next group goes where most room is left: no column stands empty beside a long one.
                shortest = heights.index(min(heights))
                columns[shortest].addWidget(self._group(heading, acts))
                heights[shortest] += len(acts) + 2
        if not any(heights):
            columns[0].addWidget(Label(_("No key does that."), "body", Tone.SOFT))
        for each in columns:
            each.setSpacing(20)
            each.addStretch(1)
        across = row(page, *columns, gap=32, padding=(0, 8, 0, 0))
        for at in range(_ACROSS):
            across.setStretch(at, 1)
        self._area.setWidget(page)
        page.setAutoFillBackground(False)

    def _group(self, heading: str, acts: Sequence[Act]) -> QWidget:
        group = QWidget()
        label = Label(heading, "caption", Tone.SOFT)
        label.setFont(theme_in_use().sized(12, 600))
        rows: list[QWidget] = []
        for act in acts:
            line = ListRow(RowWords(act.title, key=act.key), partial(self._do, act), height=_ROW)
            line.setEnabled(act.is_enabled())
            rows += [Hairline(), line]
        column(group, row(None, label, padding=(0, 12, 4, 12)), *rows, gap=0)
        return group

    def _do(self, act: Act) -> None:
        self.close_keys()
        if act.is_enabled():
            act.do()

    def _do_first(self) -> None:
        words = self._find.text().casefold()
        for _heading, acts in self._groups:
            for act in acts:
                if words and words in act.title.casefold() and act.is_enabled():
                    self._do(act)
                    return


def next_at(stops: Sequence[QWidget], focused: QWidget | None, step: int) -> int:
    """Where the focus goes from here, round and round."""
    at = next((place for place, stop in enumerate(stops) if stop is focused), -step if step > 0 else 0)
    return (at + step) % len(stops)

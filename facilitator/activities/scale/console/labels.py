"""Names for the points of a scale: one field each, a point more or less, and the way back to the usual names."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from facilitator.activities.scale import LABELS, label
from facilitator.activities.scale.rules.points import AGREEMENT, FEWEST, FEWEST_GRADIENTS, MOST, Scale, SetScale
from facilitator.convening.ids import BlockId
from facilitator.i18n import _
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets import STRETCH, Button, IconButton, Kind, Label, Size, Tone, column, row

_NUMBER = 16


class _Point:
    """One point: its number, its name to write, and a button that takes it away."""

    def __init__(self) -> None:
        self.number = Label("", "small", Tone.SOFT).ticking()
        self.number.setFixedWidth(_NUMBER)
        self.name = QLineEdit()
        self.away = IconButton("minus-bold", "")

    def show_point(self, point: str, name: str) -> None:
        """Show its number and its name, never over somebody's typing."""
        self.number.setText(point)
        self.name.setAccessibleName(_("Name of point {point}").format(point=point))
        self.away.setAccessibleName(_("Take point {point} away").format(point=point))
        self.away.setToolTip(self.away.accessibleName())
        if not (self.name.hasFocus() and self.name.isModified()) and self.name.text() != name:
            self.name.setText(name)
            self.name.setCursorPosition(0)

    def parts(self) -> tuple[QWidget, ...]:
        """What it is made of, in the order of reading."""
        return self.number, self.name, self.away


class LabelEditor(QWidget):
    """A name is kept when its field is left. `done` tells that naming is over."""

    done = Signal()

    def __init__(self, asking: Asking, across: int = 2) -> None:
        super().__init__()
        self._asking, self._across = asking, across
        self._scale = Scale(BlockId(""))
        self._on_their_way: tuple[str, ...] = ()
        self._new_wanted = False
        self._points: list[_Point] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        self._add = Button(_("Add a point"), self._add_point, icon="plus-bold", kind=Kind.QUIET, size=Size.SMALL)
        self._usual = Button(_("Usual names"), self._use_usual, kind=Kind.QUIET, size=Size.SMALL)
        done = Button(_("Done"), self.done.emit, size=Size.SMALL)
        self._line = Label("", "small", Tone.OVER).wrapping().vanishing()
        foot = row(None, self._add, self._usual, STRETCH, done, gap=6)
        column(self, self._grid, self._line, foot, gap=8)

    def show_scale(self, scale: Scale) -> None:
        """Show the names as they are, never over somebody's typing, nor over names that were refused."""
        self._scale = scale
        if not self._on_their_way or self._written() != self._on_their_way:
            self._fit(scale.count)
            for point, shown in zip(scale.points, self._points, strict=True):
                shown.show_point(point, label(scale, point, _))
        if self._new_wanted and self._line.text() == "":
            self._new_wanted = False
            self._points[-1].name.setFocus()
            self._points[-1].name.selectAll()
        fewest = FEWEST_GRADIENTS if scale.kind == AGREEMENT else FEWEST
        for shown in self._points:
            shown.away.setEnabled(scale.count > fewest)
        self._add.setEnabled(scale.count < MOST)
        self._usual.setEnabled(bool(scale.labels))

    def take_focus(self) -> None:
        """Begin with the first name."""
        if self._points:
            self._points[0].name.setFocus()

    def _fit(self, count: int) -> None:
        """Have as many fields as there are points."""
        while len(self._points) < count:
            made = _Point()
            at = len(self._points)
            made.name.editingFinished.connect(self._keep)
            made.away.clicked.connect(lambda _checked=False, made=made: self._take_away(made))
            for place, part in enumerate(made.parts()):
                self._grid.addWidget(part, at // self._across, at % self._across * 3 + place)
            self._points.append(made)
        while len(self._points) > count:
            gone = self._points.pop()
            had_focus = any(part.hasFocus() for part in gone.parts())
            for part in gone.parts():
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
            if had_focus:
                self._points[-1].name.setFocus()

    def _written(self) -> tuple[str, ...]:
        return tuple(shown.name.text().strip() for shown in self._points)

    def _kept(self) -> tuple[str, ...]:
        return tuple(label(self._scale, point, _) for point in self._scale.points)

    def _keep(self) -> None:
        written = self._written()
        if written == self._kept():
            self._line.setText("")
        elif written != self._on_their_way:
            self._ask(written)

    def _add_point(self) -> None:
        self._new_wanted = True
        self._ask((*self._kept(), _("New point")))

    def _take_away(self, gone: _Point) -> None:
        at = self._points.index(gone)
        self._ask(tuple(name for place, name in enumerate(self._kept()) if place != at))

    def _use_usual(self) -> None:
        self._ask(())

    def _ask(self, names: tuple[str, ...]) -> None:
        """Keep these names; the usual ones are kept as such, so that everybody reads them in their own language."""
        kind = self._scale.kind
        is_usual = names == tuple(_(name) for name in LABELS[kind])
        # Names on their way, and names that were refused, are not written over by those that are kept.
        self._on_their_way = names
        self._line.setText("")
        self._asking.ask(SetScale(kind, () if is_usual else names), granted=self._be_kept, refused=self._refuse)

    def _be_kept(self, _receipt: object) -> None:
        self._on_their_way = ()

    def _refuse(self, sentence: str) -> None:
        self._new_wanted = False
        self._line.setText(sentence)

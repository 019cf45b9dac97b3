"""The bar above a live convening: where we are, what time it is, who is connected, and what is on the stage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from facilitator.console.sign import Sign
from facilitator.console.stage_words import StageState
from facilitator.console.surroundings import Surroundings
from facilitator.convening.gathering import Convening
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.widgets.button import IconButton
from facilitator.kit.qt.widgets.chip import Pill
from facilitator.kit.qt.widgets.frames import STRETCH, Panel, Rule, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone

HEIGHT = 56


class LiveTop(Panel):
    """Back, title, the clock in the true centre, phones, address, the stage."""

    def __init__(
        self,
        back: Callable[[], object],
        prepare: Callable[[], object],
        stage: Callable[[], object],
        summarise: Callable[[], object],
    ) -> None:
        super().__init__(rule=Rule.BOTTOM)
        self.setFixedHeight(HEIGHT)
        self._title = LineLabel("", "bar-title")
        self._line = LineLabel("", "caption", Tone.SOFT)
        self._clock = Label("", "clock").ticking()
        self._phones = Sign("device-mobile", "", Tone.SOFT, weight=400)
        self._hands = Sign("hand-palm", "", Tone.ACCENT, weight=600)
        self._network = Sign("wifi-high", "", Tone.SOFT, weight=400)
        self.pill = Pill("", stage, icon="projector-screen-fill")
        start, end = QWidget(), QWidget()
        for side in (start, end):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        told = column(None, STRETCH, self._title, self._line, STRETCH, gap=0)
        edit = IconButton("pencil-simple", _("Change the agenda"), prepare)
        paper = IconButton("printer", _("Summary"), summarise)
        row(start, IconButton("caret-left", _("Back to the desk"), back), 4, told, edit, paper, STRETCH, gap=8)
        row(end, STRETCH, self._hands, self._phones, self._network, self.pill, gap=16)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 0, 16, 0)
        grid.addWidget(start, 0, 0)
        grid.addWidget(self._clock, 0, 1, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(end, 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)

    def show_convening(self, convening: Convening, number: str = "", line: str = "") -> None:
        """Say which convening this is, which of its days ("Day 2 of 3"), and what that day is about."""
        self._title.show_text(convening.title)
        self._line.show_text(" · ".join(words for words in (number, line) if words) or convening.place)
        self._line.setVisible(bool(self._line.whole()))

    def show_room(self, around: Surroundings, expected: int, network: str) -> None:
        """Say how many phones are here, and how one joins."""
        if not around.phones:
            self._phones.show_words(_("No phones yet"))
        elif expected:
            self._phones.show_words(_("of {count} phones").format(count=expected), str(around.phones))
        else:
            self._phones.show_words(_("phones"), str(around.phones))
        hands = len(around.attendance.hands)
        self._hands.show_words(ngettext("{count} hand up", "{count} hands up", hands).format(count=hands))
        self._hands.setVisible(hands > 0)
        self._network.show_words(
            network or around.address or _("No network"), icon="wifi-high" if around.address else "wifi-slash"
        )
        self._network.setToolTip(around.address)

    def show_clock(self, time: str) -> None:
        """Show the time of day."""
        if time != self._clock.text():
            self._clock.setText(time)

    def show_stage(self, stage: StageState) -> None:
        """Say what the stage shows."""
        self.pill.show_state(stage.words, stage.tone, stage.icon)

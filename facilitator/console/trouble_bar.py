"""The bar under the top bar: one trouble at a time, the newest of the worst, in a sentence and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.console.surroundings import DISK, Gravity, Trouble
from facilitator.i18n import _
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.button import Button, Kind, Size
from facilitator.kit.qt.widgets.frames import Ground, Panel, Rule, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone, ink_of

_HEIGHT, _GOOD_MS, _REFUSED_MS = 44, 20_000, 8_000
_REFUSED = "refused"
_LOOK = {
    Gravity.BAD: (Ground.OVER, Tone.OVER, "warning-fill"),
    Gravity.WARNING: (Ground.WARN, Tone.WARN, "warning-fill"),
    Gravity.GOOD: (Ground.OK, Tone.OK, "check-circle-fill"),
}


class TroubleBar(Panel):
    """Away while all is well. Good news, and a refusal, go by themselves. `closed` names what was read, or has gone."""

    closed = Signal(str)

    def __init__(self) -> None:
        super().__init__(rule=Rule.BOTTOM)
        self._troubles: dict[str, Trouble] = {}
        self._shown: Trouble | None = None
        self._sign = _Sign()
        self._fact, self._meaning = Label("", "label"), LineLabel("")
        self._acts = QWidget()
        self._close = Button(_("Close"), self._dismiss, kind=Kind.QUIET, size=Size.SMALL)
        self._acts_row = QHBoxLayout(self._acts)
        self._acts_row.setContentsMargins(0, 0, 0, 0)
        self._going = QTimer(self, singleShot=True)
        self._going.timeout.connect(self._dismiss)
        row(self, self._sign, self._fact, self._meaning, self._acts, self._close, gap=8, padding=(0, 16, 0, 16))
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.setStretch(2, 1)
        self.setFixedHeight(_HEIGHT)
        self.hide()

    def tell(self, trouble: Trouble) -> None:
        """Tell of a trouble, or of how it stands now."""
        self._troubles.pop(trouble.key, None)
        self._troubles[trouble.key] = trouble
        self._show()

    def settle(self, key: str) -> None:
        """That trouble is over."""
        if self._troubles.pop(key, None) is not None:
            self._show()

    def refuse(self, words: str) -> None:
        """Say why something could not be done."""
        self.tell(Trouble(_REFUSED, Gravity.WARNING, words))

    def accept(self) -> None:
        """Something was done: the refusal before it is no news any more."""
        self.settle(_REFUSED)

    def words(self) -> str:
        """What the bar says now, "" while it is away."""
        return f"{self._fact.text()} {self._meaning.whole()}".strip() if self._shown is not None else ""

    def _dismiss(self) -> None:
        if self._shown is not None:
            key = self._shown.key
            self.settle(key)
            self.closed.emit(key)

    def _show(self) -> None:
        trouble = max(reversed(self._troubles.values()), key=_weight, default=None)
        self.setVisible(trouble is not None)
        if trouble == self._shown:
            return
        self._shown = trouble
        self._going.stop()
        if trouble is None:
            return
        ground, tone, icon = _LOOK[trouble.gravity]
        self.show_ground(ground)
        self._sign.show_icon(icon, tone)
        self._fact.set_tone(tone)
        self._fact.setText(trouble.fact)
        self._meaning.show_text(trouble.meaning)
        self.setAccessibleName(self.words())
        self._show_acts(trouble)
        lasting = {Gravity.GOOD: _GOOD_MS}.get(trouble.gravity, _REFUSED_MS if trouble.key == _REFUSED else 0)
        self._close.setVisible(lasting > 0)
        if lasting:
            self._going.start(lasting)

    def _show_acts(self, trouble: Trouble) -> None:
        while (place := self._acts_row.takeAt(0)) is not None:
            old = place.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        # What may be done about good news is no call to do it.
        kind = Kind.QUIET if trouble.gravity is Gravity.GOOD else Kind.PLAIN
        for act in trouble.acts:
            self._acts_row.addWidget(Button.for_act(act, kind=kind, size=Size.SMALL))


def _weight(trouble: Trouble) -> tuple[bool, bool, bool, bool]:
    """How urgent it is: while the disk takes nothing, nothing else that is bad is worse.

    Good news answers what was just asked for and goes by itself: it stands above a warning that stays, as a refusal
    does above both.
    """
    is_bad = trouble.gravity is Gravity.BAD
    return is_bad, is_bad and trouble.key == DISK, trouble.key == _REFUSED, trouble.gravity is Gravity.GOOD


class _Sign(QWidget):
    """What kind of news it is."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._tone = "warning-fill", Tone.WARN
        self.setFixedSize(22, 22)

    def show_icon(self, icon: str, tone: Tone) -> None:
        """Show another sign."""
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_icon(painter, QRectF(2, 2, 18, 18), self._icon, ink_of(self._tone, theme_in_use()))

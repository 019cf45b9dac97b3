"""The chime in the live frame: a switch that mutes it, and a small pane that says how loud it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from facilitator.i18n import _
from facilitator.kit.qt.acts import KEPT_KEYS, Act
from facilitator.kit.qt.loudness import Loudness, Volume
from facilitator.kit.qt.widgets.button import Button, IconButton, Size
from facilitator.kit.qt.widgets.frames import STRETCH, Card, column, row
from facilitator.kit.qt.widgets.keycap import KeyCap
from facilitator.kit.qt.widgets.label import Label, Tone
from facilitator.kit.qt.widgets.slider import Slider
from facilitator.kit.qt.widgets.switch import Switch

LOUDER_KEY = "Shift C"
_WIDTH, _GAP = 304, 6
_SLIDING = ("Left", "Right", "Up", "Down", "Home", "End")


class ChimeControl(QWidget):
    """Shows whether it chimes; C switches, Shift C opens the pane with the volume. `hear` plays the chime as it is."""

    def __init__(self, volume: Volume, hear: Callable[[], object]) -> None:
        super().__init__()
        self._volume = volume
        self._switch = Switch(_("Chime"))
        self._switch.toggled.connect(lambda _on: volume.toggle_mute())
        self._bell = IconButton("bell-ringing", _("How loud the chime is"), self.turn_pane, key=LOUDER_KEY, side=24)
        self._pane = VolumePane(self, volume, hear)
        row(self, self._switch, self._bell, gap=4)
        volume.changed.connect(self._show)
        self._show(volume.loudness)

    def acts(self) -> tuple[Act, Act]:
        """The keys of the chime."""
        return (
            Act("C", _("Chime on or off"), self._volume.toggle_mute),
            Act(LOUDER_KEY, _("How loud the chime is"), self.turn_pane),
        )

    def turn_pane(self) -> None:
        """Open the pane, or close it."""
        if self._pane.isVisible():
            self._pane.close_pane()
        else:
            self._pane.open_pane()

    def hideEvent(self, event: QHideEvent) -> None:
        # The pane lies on the window, not in this frame, and would stay when the frame goes.
        self._pane.hide()
        super().hideEvent(event)

    def _show(self, loudness: Loudness) -> None:
        self._switch.show_state(not loudness.is_muted)


class VolumePane(Card):
    """A slider over the window's side, at its control. Arrows turn it, Esc or a press elsewhere closes it."""

    def __init__(self, control: QWidget, volume: Volume, hear: Callable[[], object]) -> None:
        super().__init__()
        self.mark_chosen()
        self._control, self._volume = control, volume
        self._before: QWidget = self
        self.setParent(control)
        self._said = Label("", "small", Tone.SOFT).ticking()
        self._slider = Slider(_("Volume of the chime"), 10, 100, 10)
        self._slider.wanted.connect(lambda percent: volume.turn_to(percent / 100))
        self._hear = Button(_("Hear it"), hear, icon="bell-ringing", size=Size.SMALL)
        column(
            self,
            row(None, Label(_("Volume of the chime"), "label"), STRETCH, self._said),
            self._slider,
            row(None, self._hear, STRETCH, KeyCap("Esc"), Label(_("closes"), "caption", Tone.SOFT)),
            gap=8,
            padding=(12, 14, 12, 14),
        )
        self.setProperty(KEPT_KEYS, ["Esc"])
        self._slider.setProperty(KEPT_KEYS, list(_SLIDING))
        volume.changed.connect(self._show)
        self._show(volume.loudness)
        self.hide()
        control.destroyed.connect(self.deleteLater)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._follow)

    def open_pane(self) -> None:
        """Lie at the control, above everything, with the focus."""
        window = self._control.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        self._before = QApplication.focusWidget() or self._control
        self._lie_down()
        self.show()
        self.raise_()
        self._slider.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_pane(self) -> None:
        """Go away, and give the focus back to what had it."""
        has_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if has_focus and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_pane()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the control in a window of any size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._lie_down()
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not isValid(self._control) or self._control.isAncestorOf(new) or self.isAncestorOf(new):
            return  # the window went behind another or ends, or the bell is pressed once more
        self.hide()

    def _lie_down(self) -> None:
        window, control = self._control.window(), self._control
        corner, height = control.mapTo(window, control.rect().topLeft()), self.sizeHint().height()
        # Below, where the timer above stays to be seen; above where the window ends too soon.
        below, above = corner.y() + control.height() + _GAP, max(0, corner.y() - height - _GAP)
        is_mirrored = self._control.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = corner.x() if is_mirrored else corner.x() + control.width() - _WIDTH
        left = max(0, min(left, window.width() - _WIDTH))
        self.setGeometry(left, below if below + height <= window.height() else above, _WIDTH, height)

    def _show(self, loudness: Loudness) -> None:
        percent = round(loudness.volume * 100)
        words = _("Muted") if loudness.is_muted else _("{percent} %").format(percent=percent)
        self._said.setText(words)
        self._slider.show_value(percent)
        self._slider.setAccessibleDescription(words)
        self._hear.setEnabled(not loudness.is_muted)

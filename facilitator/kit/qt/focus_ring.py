"""The focus ring: one thin frame that follows whatever has the focus, two pixels away from it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from facilitator.kit.qt.marks import paint_ring
from facilitator.kit.qt.theme import theme_in_use

RING_RADIUS = "ring_radius"
"""The property by which a widget asks for a ring: the radius of its own corners, in pixels."""

_ROOM = 5
_FIELD_RADIUS = 6
_FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.ZOrderChange,
)


class FocusRing(QObject):
    """Draws the ring for the whole application, on a transparent widget above the one that has the focus.

    It lies in the nearest widget around that is large enough for it, so that it is nowhere cut off.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._chain: list[QWidget] = []
        self._frame: _Frame | None = None
        app.focusChanged.connect(self._follow)

    def frame(self) -> QWidget | None:
        """The widget that shows the ring now; None while nothing that has one is focused."""
        return self._frame

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay with the widget as it, or what it lies in, moves, grows, hides or is taken elsewhere."""
        if event.type() in _FOLLOWED and watched in self._chain:
            self._aim(self._chain[0])
        return False

    def _follow(self) -> None:
        new = QApplication.focusWidget()
        self._let_go()
        if new is not None and ring_radius(new) >= 0 and new.parentWidget() is not None:
            self._aim(new)

    def _aim(self, target: QWidget) -> None:
        chain = _chain(target)
        if chain != self._chain:
            self._let_go()
            self._chain = chain
            for widget in chain:
                widget.installEventFilter(self)
            target.destroyed.connect(self._lost)
        host = chain[-1]
        if target.isHidden() or host is target:
            self._drop_frame()
            return
        if self._frame is None or self._frame.parentWidget() is not host:
            self._drop_frame()
            self._frame = _Frame(host)
        self._frame.radius = ring_radius(target)
        self._frame.setGeometry(_around(target, host))
        self._frame.raise_()
        self._frame.show()

    def _let_go(self) -> None:
        left = [widget for widget in self._chain if isValid(widget)]
        for widget in left:
            widget.removeEventFilter(self)
        if left and left[0] is self._chain[0]:
            left[0].destroyed.disconnect(self._lost)
        # Ours may be the last hold on a window: it must not end here, while Qt moves the focus away from it.
        held, self._chain = self._chain, []
        QTimer.singleShot(0, self, held.clear)
        self._drop_frame()

    def _lost(self) -> None:
        self._chain = []
        self._drop_frame()

    def _drop_frame(self) -> None:
        frame, self._frame = self._frame, None
        if frame is not None and isValid(frame):
            # Not hidden now: this may be the middle of its parent's end.
            frame.deleteLater()


def _chain(target: QWidget) -> list[QWidget]:
    """The widget, and those around it up to the first in which its ring is whole; at most to the window."""
    chain = [target]
    while (host := chain[-1].parentWidget()) is not None:
        chain.append(host)
        if host.isWindow() or host.rect().contains(_around(target, host)):
            break
    return chain


def _around(target: QWidget, host: QWidget) -> QRect:
    corner = target.mapTo(host, QPoint())
    return QRect(corner, target.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)


def ring_radius(widget: QWidget) -> float:
    """The corner radius a widget's ring starts from; -1 for one that shows its focus itself."""
    asked = widget.property(RING_RADIUS)
    if isinstance(asked, int | float):
        return float(asked)
    return _FIELD_RADIUS if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QComboBox) else -1


class _Frame(QWidget):
    """The painted ring; the mouse does not see it, nor does a screen reader."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.radius = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box = QRectF(self.rect()).adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)
            paint_ring(painter, box, self.radius, theme_in_use())

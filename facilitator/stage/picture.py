"""A picture of the show: painted aside, shown only when it is whole, and faded from one scene to the next."""

from __future__ import annotations

import logging
import time

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from facilitator.kit.qt.scene import StageScene
from facilitator.stage.show import StageShow

logger = logging.getLogger(__name__)

_EASING = QEasingCurve(QEasingCurve.Type.InOutQuad)


class StagePicture:
    """Paints the scene of a show at any size. A scene that fails leaves the last whole picture standing."""

    def __init__(self, show: StageShow) -> None:
        self._show = show
        self._whole = QPixmap()
        self._spare = QPixmap()
        self._before = QPixmap()
        self._scene: StageScene | None = None
        self._began = 0.0
        self._fade_ms = 0
        self._is_stale = True
        self.seq = -1
        """What the picture contains: the seq of the last news in it."""

    def refresh(self) -> None:
        """The show has changed: paint anew at the next occasion."""
        self._is_stale = True

    @property
    def is_fading(self) -> bool:
        """Whether one scene is still giving way to another."""
        return not self._before.isNull()

    def paint(self, painter: QPainter, size: QSize, ratio: float) -> bool:
        """Paint the picture at the painter's origin, `size` in device-independent pixels; says whether it is new."""
        fits = self._whole.size() == size * ratio
        is_new = False
        if self._is_stale or not fits:
            is_new = self._compose(size, ratio)
        painter.drawPixmap(QPointF(0, 0), self._whole)
        self._fade(painter)
        return is_new

    def _compose(self, size: QSize, ratio: float) -> bool:
        self._is_stale = False
        scene = self._show.scene
        fresh = self._aside(size, ratio)
        try:
            with QPainter(fresh) as painter:
                scene.draw(painter, QRectF(QPointF(0, 0), size.toSizeF()), self._show.reading())
        except Exception:
            # A scene that cannot be painted must not take the projector with it.
            logger.exception("The scene could not be painted")
            return False
        begins = self._begins_fade(scene, fresh)
        self._whole, self._spare = fresh, QPixmap() if begins else self._whole
        self.seq = self._show.seq
        return True

    def _aside(self, size: QSize, ratio: float) -> QPixmap:
        fresh, self._spare = self._spare, QPixmap()
        if fresh.size() != size * ratio or fresh.devicePixelRatio() != ratio:
            fresh = QPixmap(size * ratio)
            fresh.setDevicePixelRatio(ratio)
        return fresh

    def _begins_fade(self, scene: StageScene, fresh: QPixmap) -> bool:
        known, self._scene = self._scene, scene
        if known is None or known is scene or self._whole.size() != fresh.size():
            return False
        self._before = self._whole
        self._began = time.monotonic()
        self._fade_ms = scene.theme.milliseconds("stage_change")
        return True

    def _fade(self, painter: QPainter) -> None:
        if not self.is_fading:
            return
        passed = (time.monotonic() - self._began) * 1000
        if passed >= self._fade_ms or self._before.size() != self._whole.size():
            self._before = QPixmap()
            return
        painter.setOpacity(1 - _EASING.valueForProgress(passed / self._fade_ms))
        painter.drawPixmap(QPointF(0, 0), self._before)
        painter.setOpacity(1)

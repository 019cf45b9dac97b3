"""Icons: Phosphor drawings in any colour, sharp at any scale, drawn once and kept in Qt's own pixmap cache."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from facilitator.paths import resources

_BOLD_BELOW = 16


def icon_pixmap(name: str, size: float, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """Draw an icon `size` logical pixels wide; `ratio` is device pixels for each of them.

    Below 16 pixels, and where there is no other, the bold drawing is taken.
    Raises FileNotFoundError for an unknown name.
    """
    name = bold_name(name) if size < _BOLD_BELOW or not has_icon(name) else name
    pixels = max(1, round(size * ratio))
    key = f"icon/{name}/{pixels}/{ratio}/{colour.rgba()}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(name, colour).render(painter, QRectF(0, 0, pixels, pixels))
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def paint_icon(painter: QPainter, box: QRectF, name: str, colour: QColor) -> None:
    """Paint an icon into a square box, sharp under whatever scale the painter has."""
    device = painter.device()
    transform = painter.worldTransform()
    ratio = device.devicePixelRatioF() * max(0.05, abs(transform.m11()))
    drawn = icon_pixmap(name, box.width(), colour, ratio)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(box, drawn, QRectF(drawn.rect()))


def icon(name: str, colour: QColor) -> QIcon:
    """An icon for Qt's own widgets and menus, at 16, 20 and 24 pixels and twice that."""
    made = QIcon()
    for size in (16, 20, 24):
        for ratio in (1.0, 2.0):
            made.addPixmap(icon_pixmap(name, size, colour, ratio))
    return made


@cache
def has_icon(name: str) -> bool:
    """Whether an icon of this name is bundled."""
    return (resources() / "icons" / f"{name}.svg").is_file()


def bold_name(name: str) -> str:
    """The name of the bold drawing of an icon, for small sizes and for the stage; its own where there is none."""
    return f"{name}-bold" if has_icon(f"{name}-bold") else name


def _renderer(name: str, colour: QColor) -> QSvgRenderer:
    drawing = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour.name()).encode()))

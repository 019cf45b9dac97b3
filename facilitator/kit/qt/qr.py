"""QR codes painted module by module, dark on white in every theme, so that any phone reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

_QUIET = 4
_DARK = QColor("#1F1C18")
_WHITE = QColor("#FFFFFF")
_ESCAPED = '\\;,":'

Modules = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=32)
def qr_modules(words: str) -> Modules:
    """The dark and white modules of a code, without its quiet zone; level M, the smallest version that holds it.

    Capitals, digits and ` $%*+-./:` alone make a smaller code: write a join address in capitals.
    """
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code: QRCode = QRCode(border=0, error_correction=ERROR_CORRECT_M)
    code.add_data(words)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def dark_runs(modules: Sequence[Sequence[bool]]) -> Iterator[tuple[int, int, int]]:
    """Runs of dark modules, as (row, first column, length): merged, so that no hairline parts them."""
    for row, line in enumerate(modules):
        column = 0
        while column < len(line):
            if not line[column]:
                column += 1
                continue
            first = column
            while column < len(line) and line[column]:
                column += 1
            yield row, first, column - first


def paint_qr(painter: QPainter, box: QRectF, words: str) -> QRectF:
    """Paint a code as large as whole device pixels allow, in the middle of a white box; gives where its modules lie.

    The quiet zone of 4 modules is kept inside the box.
    """
    modules = qr_modules(words)
    count = len(modules)
    painter.fillRect(box, _WHITE)
    transform = painter.worldTransform()
    place = transform.mapRect(box)
    ratio = painter.device().devicePixelRatioF()
    module = int(min(place.width(), place.height()) * ratio / (count + 2 * _QUIET))
    if module < 1:
        return QRectF(box.center(), box.center())
    painter.save()
    painter.resetTransform()
    painter.scale(1 / ratio, 1 / ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    left = round(place.center().x() * ratio - module * count / 2)
    top = round(place.center().y() * ratio - module * count / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    for row, first, length in dark_runs(modules):
        painter.fillRect(QRect(left + first * module, top + row * module, length * module, module), _DARK)
    painter.restore()
    inverse = transform.inverted()[0]
    corner, other = QPointF(left, top) / ratio, QPointF(left + module * count, top + module * count) / ratio
    return inverse.mapRect(QRectF(corner, other))


def wifi_words(network: str, password: str) -> str:
    """What a phone's camera understands as "join this Wi-Fi"; WPA covers WPA2 and WPA3, no password means open."""
    kind = "WPA" if password else "nopass"
    secret = f"P:{_escaped(password)};" if password else ""
    return f"WIFI:T:{kind};S:{_escaped(network)};{secret};"


def _escaped(words: str) -> str:
    return "".join("\\" + letter if letter in _ESCAPED else letter for letter in words)

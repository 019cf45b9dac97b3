"""What the tests of windows stand on: a dressed application, and a sheet to paint on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import Theme
from facilitator.kit.theme import Mode
from tests.dressing import qtbot

__all__ = ["qtbot"]

Sheet = Callable[[int, int], QImage]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, worn by the application, its font and palette as the app sets them."""
    font, palette = qapp.font(), qapp.palette()
    yield dress(qapp, Mode.LIGHT)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def sheet(theme: Theme) -> Sheet:
    """Makes a white picture of a size, to paint on and look at."""

    def make(width: int, height: int) -> QImage:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        return image

    return make

"""Icons: every bundled drawing can be painted, in the colour asked for, sharp at any scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from facilitator.kit.qt.icons import bold_name, has_icon, icon, icon_pixmap, paint_icon
from facilitator.kit.qt.theme import Theme
from facilitator.paths import resources
from tests.kit.qt.conftest import Sheet

RED = QColor("#FF0000")


@pytest.mark.parametrize("name", sorted(path.stem for path in (resources() / "icons").glob("*.svg")))
def test_every_bundled_icon_paints_something_in_the_colour_asked_for(theme: Theme, name: str) -> None:
    image = icon_pixmap(name, 32, RED).toImage()

    colours = {
        image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 250
    }

    assert colours == {"#ff0000"}


def test_an_icon_has_as_many_pixels_as_the_screen(theme: Theme) -> None:
    assert icon_pixmap("check", 16, RED, 2.0).width() == 32
    assert icon_pixmap("check", 16, RED, 2.0).deviceIndependentSize().width() == 16


def test_small_icons_are_bold_where_there_is_a_bold_drawing(theme: Theme) -> None:
    small, bold = icon_pixmap("check", 14, RED), icon_pixmap("check-bold", 14, RED)

    assert small.toImage() == bold.toImage()
    assert bold_name("check") == "check-bold"
    assert bold_name("coffee") == "coffee"


def test_an_icon_that_is_only_bold_is_found_by_its_plain_name(theme: Theme) -> None:
    assert not has_icon("plus")
    assert icon_pixmap("plus", 20, RED).width() == 20


def test_an_unknown_icon_is_an_error_not_a_gap(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap("unicorn", 16, RED)


def test_an_icon_on_the_preview_is_drawn_for_its_small_size(sheet: Sheet) -> None:
    image = sheet(100, 100)
    with QPainter(image) as painter:
        painter.scale(0.25, 0.25)
        paint_icon(painter, QRectF(40, 40, 200, 200), "square", RED)

    assert image.pixelColor(5, 5).name() == "#ffffff"
    assert any(image.pixelColor(x, 35).name() != "#ffffff" for x in range(10, 60))


def test_an_icon_for_menus_has_all_their_sizes(theme: Theme) -> None:
    assert {size.width() for size in icon("gear", RED).availableSizes()} >= {16, 20, 24}

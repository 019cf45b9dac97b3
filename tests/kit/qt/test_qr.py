"""QR codes: a phone's camera reads what was painted, in light, in dark, large and small."""

from __future__ import annotations

import pytest
import zxingcpp
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from facilitator.kit.qt.qr import dark_runs, paint_qr, qr_modules, wifi_words
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.conftest import Sheet

JOIN = "HTTP://10.42.0.1:8080/J/K7QX93PF"


def read(image: QImage) -> list[str]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


@pytest.mark.parametrize("words", [JOIN, wifi_words("Convening", "clear-water-22"), wifi_words('a;b,"c"', "p:\\w")])
def test_a_camera_reads_what_was_painted(sheet: Sheet, words: str) -> None:
    image = sheet(424, 424)
    with QPainter(image) as painter:
        paint_qr(painter, QRectF(0, 0, 424, 424), words)

    assert read(image) == [words]


def test_a_code_is_read_on_a_dark_ground_too(sheet: Sheet, theme: Theme) -> None:
    image = sheet(600, 600)
    image.fill(0xFF131210)
    with QPainter(image) as painter:
        paint_qr(painter, QRectF(90, 90, 424, 424), JOIN)

    assert read(image) == [JOIN]


def test_modules_are_whole_pixels_under_any_scale(sheet: Sheet) -> None:
    image = sheet(700, 700)
    with QPainter(image) as painter:
        painter.scale(0.667, 0.667)
        place = paint_qr(painter, QRectF(100, 100, 424, 424), JOIN)

    colours = {image.pixelColor(x, y).name() for x in range(70, 350) for y in range(70, 350)}
    module = place.width() * 0.667 / len(qr_modules(JOIN))

    assert colours <= {"#1f1c18", "#ffffff"}
    assert module == pytest.approx(round(module), abs=0.01)


def test_four_white_modules_stay_round_the_code(sheet: Sheet) -> None:
    image = sheet(424, 424)
    with QPainter(image) as painter:
        place = paint_qr(painter, QRectF(0, 0, 424, 424), JOIN)

    module = place.width() / len(qr_modules(JOIN))

    assert place.left() >= 4 * module
    assert 424 - place.right() >= 4 * module


def test_a_join_address_in_capitals_is_a_smaller_code() -> None:
    assert len(qr_modules(JOIN)) < len(qr_modules(JOIN.lower()))


def test_dark_modules_side_by_side_are_one_run() -> None:
    assert list(dark_runs([[True, True, False, True], [False, False, False, False]])) == [(0, 0, 2), (0, 3, 1)]


def test_a_network_without_a_password_is_open() -> None:
    assert wifi_words("Convening", "") == "WIFI:T:nopass;S:Convening;;"

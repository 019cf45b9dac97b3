"""The welcome: who is here, and two codes that a phone really reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from facilitator.convening.gathering import DescribeConvening, the_convening
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Theme
from facilitator.kit.theme import Mode
from facilitator.stage.joining import JoinAddress
from facilitator.stage.welcome import Welcome
from tests.stage.sample_room import MeasuringLettering, SampleRoom, painted, picture

URL = "HTTP://10.42.0.1:8080/J/K7QX93PF"
JOINING = JoinAddress("10.42.0.1:8080", URL)


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def welcome(room: SampleRoom) -> Welcome:
    scene = Welcome()
    scene.show_joining(JOINING)
    scene.show_records(room.records)
    return scene


def read_codes(image: QImage) -> set[str]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    return {code.text for code in zxingcpp.read_barcodes(lines)}


def test_it_says_the_day_the_title_the_greetings_and_how_to_join(welcome: Welcome) -> None:
    said = painted(welcome)

    for words in ("Day 2 of 3 · Thursday 18 March", "Clean Water by 2035", "Karibu", "Hoş geldiniz", "Convening"):
        assert words in said
    assert "clear-water-22" in said
    assert "10.42.0.1:8080" in said
    assert "K7QX 93PF" in said


def test_it_counts_who_is_here(room: SampleRoom, welcome: Welcome) -> None:
    room.join(19)

    welcome.show_records(room.records)

    assert "19 of 22\n are here" in painted(welcome)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720)])
@pytest.mark.parametrize("mode", list(Mode))
def test_a_camera_reads_both_codes_from_the_pixels(welcome: Welcome, mode: Mode, width: int, height: int) -> None:
    welcome.wear(Theme(mode))

    codes = read_codes(picture(welcome, Reading(0), width, height))

    assert codes == {"WIFI:T:WPA;S:Convening;P:clear-water-22;;", URL}


def test_without_a_network_there_is_one_code_and_no_number(room: SampleRoom, welcome: Welcome) -> None:
    room.say(DescribeConvening(replace(the_convening(room.records), wifi_name="", wifi_password="")))

    welcome.show_records(room.records)

    assert read_codes(picture(welcome, Reading(0))) == {URL}
    assert "Wi-Fi" not in painted(welcome)
    assert "Open" in painted(welcome).splitlines()


def test_before_phones_can_join_it_says_so(welcome: Welcome) -> None:
    welcome.show_joining(JoinAddress())

    assert "Phones can join in a moment. Paper works as well." in painted(welcome)


def test_no_text_is_smaller_than_the_back_row_reads(room: SampleRoom, welcome: Welcome) -> None:
    long = "Strengthening Interorganisational Water Governance in the Upper Basin"
    network = replace(
        the_convening(room.records), title=long, wifi_name="Naivasha Conference Centre Gues", wifi_password="x" * 63
    )
    room.say(DescribeConvening(network))
    welcome.text = letters = MeasuringLettering()
    welcome.show_joining(JoinAddress("192.168.137.1:8080", URL))

    welcome.show_records(room.records)
    painted(welcome)

    assert min(letters.sizes.values()) >= 32

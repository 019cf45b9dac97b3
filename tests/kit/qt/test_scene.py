"""A scene: the same on the projector and in the preview, its words known, nothing beyond its edges."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.kit.qt.scene import HEIGHT, WIDTH, Band, Reading, StageScene, fitted
from facilitator.kit.qt.theme import Theme
from facilitator.kit.theme import Mode
from tests.kit.qt.conftest import Sheet

NOW = Reading(1_805_976_000_000)


class WaterScene(StageScene):
    """A scene with everything the base offers."""

    def paint(self, painter: QPainter, clock: Reading) -> None:
        inks = self.theme.inks
        self.time_band(painter, 0.62)
        self.title(painter, "What would keep every water point working?", "Ideas · in silence", top=104)
        self.timer(painter, "8:40", inks.ink)
        body = self.style("body", inks.ink_2)
        self.footer(painter, [("Next  ", body), ("Sort", body)], [("ends at  ", body), ("10:52", body)])


class JoinScene(StageScene):
    """A scene with the quiet line at its foot."""

    def paint(self, painter: QPainter, clock: Reading) -> None:
        self.alone(painter, "Waiting for the first idea")
        self.helper_line(painter, "Results stay hidden", "eye-slash")
        self.helper_end(painter, [("Join: 10.42.0.1", self.style("small"))], "device-mobile")
        self.opaque(painter, QRectF(0, 0, 10, 10), self.theme.inks.accent)


def painted(scene: StageScene, image: QImage) -> QImage:
    with QPainter(image) as painter:
        scene.draw(painter, QRectF(image.rect()), NOW)
    return image


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720), (304, 171), (1024, 768), (600, 1000)])
def test_a_scene_stands_whole_in_the_middle_of_any_screen(width: int, height: int) -> None:
    place = fitted(QRectF(0, 0, width, height))

    assert place.width() / place.height() == pytest.approx(WIDTH / HEIGHT)
    assert place.width() == pytest.approx(width) or place.height() == pytest.approx(height)
    assert place.center() == QRectF(0, 0, width, height).center()


def test_a_scene_tells_every_word_it_painted(sheet: Sheet) -> None:
    scene = WaterScene()

    painted(scene, sheet(1920, 1080))

    assert scene.painted_text().splitlines() == [
        "Ideas · in silence",
        "What would keep every water point working?",
        "8:40",
        "Next  ",
        "Sort",
        "ends at  ",
        "10:52",
    ]


def test_what_an_earlier_paint_said_is_forgotten(sheet: Sheet) -> None:
    scene = WaterScene()

    painted(scene, sheet(1920, 1080))
    painted(scene, sheet(304, 171))

    assert scene.painted_text().count("8:40") == 1


def test_the_preview_says_the_same_as_the_projector(sheet: Sheet) -> None:
    scene = JoinScene()

    painted(scene, sheet(1920, 1080))
    large = scene.painted_text()
    painted(scene, sheet(304, 171))

    assert scene.painted_text() == large
    assert "Join: 10.42.0.1" in large


def test_beyond_the_scene_there_is_only_its_ground(sheet: Sheet, theme: Theme) -> None:
    image = painted(WaterScene(), sheet(1000, 1000))

    assert {image.pixelColor(x, 20).name() for x in range(0, 1000, 7)} == {theme.inks.paper.name()}


def test_the_first_digit_of_the_timer_stands_on_the_margin(sheet: Sheet) -> None:
    image = painted(WaterScene(), sheet(1920, 1080))

    ink = [x for x in range(200) for y in (600, 700, 780) if image.pixelColor(x, y).lightness() < 80]

    assert min(ink) == pytest.approx(80, abs=3)


def test_the_room_may_be_dark_while_the_desk_is_light(sheet: Sheet, theme: Theme) -> None:
    scene = WaterScene()
    scene.wear(Theme(Mode.DARK))

    image = painted(scene, sheet(192, 108))

    assert image.pixelColor(2, 60) == QColor("#131210")


def test_a_scene_that_fails_leaves_the_painter_as_it_was(sheet: Sheet, theme: Theme) -> None:
    class Broken(StageScene):
        def paint(self, painter: QPainter, clock: Reading) -> None:
            raise RuntimeError("broken scene")

    image = sheet(192, 108)
    with QPainter(image) as painter:
        with pytest.raises(RuntimeError, match="broken scene"):
            Broken().draw(painter, QRectF(0, 0, 192, 108), NOW)
        assert painter.worldTransform().isIdentity()


def test_the_time_band_is_striped_once_time_is_up(sheet: Sheet, theme: Theme) -> None:
    class Over(StageScene):
        def paint(self, painter: QPainter, clock: Reading) -> None:
            self.time_band(painter, 1, Band.OVER)

    image = painted(Over(), sheet(1920, 1080))

    assert {theme.inks.over.name(), theme.inks.over_soft.name()} <= {image.pixelColor(x, 24).name() for x in range(400)}


class Promise(StageScene):
    """A scene with a long sentence at its foot."""

    def __init__(self, last: str) -> None:
        super().__init__()
        self._last = last

    def paint(self, painter: QPainter, clock: Reading) -> None:
        long = "The results of this vote stay hidden until it closes, and with so few of us nothing can be"
        self.helper_line(painter, f"{long} {self._last}", "eye-slash")


def test_a_long_line_at_the_foot_takes_a_second_one_before_it_is_cut(theme: Theme) -> None:
    one, other = (
        painted(Promise(last), QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)) for last in ("promised", "guessed")
    )

    assert one != other
    paper = theme.inks.paper
    assert not [y for y in range(1050, HEIGHT) if one.pixelColor(200, y) != paper]

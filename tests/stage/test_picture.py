"""A picture is whole or it is the one before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.scene import StageScene
from facilitator.kit.qt.theme import Motion, Theme
from facilitator.kit.theme import Mode
from facilitator.stage.picture import StagePicture
from facilitator.stage.show import StageShow

SMALL = QSize(320, 180)


class Failing(StageScene):
    """A scene that paints a little and then fails."""

    def paint(self, painter: QPainter, clock: Reading) -> None:
        painter.fillRect(0, 0, 900, 500, self.theme.inks.over)
        raise RuntimeError("a scene with a fault")


class Plain(StageScene):
    """A scene that is only its ground."""

    def paint(self, painter: QPainter, clock: Reading) -> None:
        painter.fillRect(100, 100, 10, 10, self.theme.inks.ink)


def painted(picture: StagePicture) -> QImage:
    image = QImage(SMALL, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        picture.paint(painter, SMALL, 1.0)
    return image


@pytest.fixture
def show(qapp: QApplication) -> StageShow:
    made = StageShow(lambda: Reading(0))
    made.wear(Theme(motion=Motion.REDUCED))
    return made


def test_a_scene_that_fails_leaves_the_last_whole_picture(show: StageShow, caplog: pytest.LogCaptureFixture) -> None:
    picture = StagePicture(show)
    before = painted(picture)

    show.scene = Failing()
    picture.refresh()

    assert painted(picture) == before
    assert "a scene with a fault" in caplog.text


def test_after_a_failure_it_paints_again(show: StageShow) -> None:
    picture = StagePicture(show)
    show.scene = Failing()
    painted(picture)

    show.scene = Plain()
    picture.refresh()
    painted(picture)

    assert painted(picture).pixelColor(5, 5) == show.scene.theme.inks.paper


def test_another_scene_fades_in_over_the_one_before(show: StageShow) -> None:
    picture = StagePicture(show)
    painted(picture)
    dark = Plain()
    dark.wear(Theme(Mode.DARK))
    show.scene = dark

    picture.refresh()
    first = painted(picture)

    assert picture.is_fading
    assert first.pixelColor(5, 5).lightness() > 200


def test_the_same_scene_does_not_fade(show: StageShow) -> None:
    picture = StagePicture(show)
    painted(picture)

    picture.refresh()
    painted(picture)

    assert not picture.is_fading


def test_it_knows_which_news_it_contains(show: StageShow) -> None:
    picture = StagePicture(show)
    show.seq = 7

    painted(picture)

    assert picture.seq == 7

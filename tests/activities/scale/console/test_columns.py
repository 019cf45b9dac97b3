"""The spread as columns of dots."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.scale import LABELS
from facilitator.activities.scale.console.columns import Columns, spread_words
from facilitator.activities.scale.console.strip import colour_of
from facilitator.activities.scale.rules.points import AGREEMENT, Scale
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import theme_in_use
from tests.activities.scale.asking import SPREAD

AGREE = Scale(BlockId("b"))


def shown(qtbot: QtBot, scale: Scale, counts: tuple[int, ...], width: int = 720) -> Columns:
    columns = Columns()
    qtbot.addWidget(columns)
    columns.show_spread(scale, dict(zip(scale.points, counts, strict=True)))
    columns.resize(width, columns.heightForWidth(width))
    columns.show()
    return columns


def foot_of(*counts: int) -> int:
    """How far down the dots stand: under the numbers, as high as the fullest column needs it."""
    return 24 + min(160, max(60, 20 * max(counts)))


def dots_of(picture: QImage, colour: QColor, left: int, right: int, foot: int) -> int:
    """How many pixels of a colour stand above the bars between two sides."""
    return sum(picture.pixelColor(x, y) == colour for x in range(left, right) for y in range(foot))


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    dress(qapp)


def test_each_column_has_its_number_and_its_name(qtbot: QtBot) -> None:
    columns = shown(qtbot, AGREE, SPREAD)

    columns.grab()

    assert [said for said in columns.painted() if said.isdecimal()] == [str(count) for count in SPREAD]
    assert [said for said in columns.painted() if not said.isdecimal()] == list(LABELS[AGREEMENT])


def test_twice_as_many_people_are_twice_as_many_dots(qtbot: QtBot) -> None:
    picture = shown(qtbot, AGREE, (2, 4, 0, 0, 0, 0, 0, 0)).grab().toImage()
    theme = theme_in_use()

    first = dots_of(picture, colour_of(AGREE, "1", theme), 0, 85, foot_of(4))
    second = dots_of(picture, colour_of(AGREE, "2", theme), 90, 175, foot_of(4))

    assert first > 200
    assert second == pytest.approx(2 * first, rel=0.02)


@pytest.mark.parametrize("counts", [(500, 0, 0, 0, 0, 0, 0, 0), (180, 150, 90, 30, 25, 15, 9, 1)])
@pytest.mark.parametrize("width", [480, 720, 1100])
def test_five_hundred_dots_stay_in_their_columns(qtbot: QtBot, counts: tuple[int, ...], width: int) -> None:
    picture = shown(qtbot, AGREE, counts, width).grab().toImage()
    colour = colour_of(AGREE, "1", theme_in_use())

    wide = (width - 6 * 7) // 8
    assert dots_of(picture, colour, 0, wide + 1, foot_of(500)) > 200
    assert dots_of(picture, colour, wide + 2, width, foot_of(500)) == 0
    # The topmost line is for the numbers.
    assert dots_of(picture, colour, 0, wide + 1, 20) == 0


def test_a_point_that_nobody_chose_has_a_ring_and_a_nought(qtbot: QtBot) -> None:
    columns = shown(qtbot, AGREE, (1, 0, 0, 0, 0, 0, 0, 0))
    picture = columns.grab().toImage()
    # The second column, one line through the middle of where its first dot would be.
    line = [picture.pixelColor(x, foot_of(1) - 10).name() for x in range(94, 179)]

    assert columns.painted().count("0") == 7
    assert line[0] == line[len(line) // 2] == line[-1]
    assert len(set(line)) > 1


def test_from_right_to_left_the_first_point_stands_at_the_right(qtbot: QtBot) -> None:
    columns = shown(qtbot, AGREE, (9, 0, 0, 0, 0, 0, 0, 0))
    columns.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    colour = colour_of(AGREE, "1", theme_in_use())

    picture = columns.grab().toImage()

    assert dots_of(picture, colour, 632, 720, foot_of(9)) > 400
    assert dots_of(picture, colour, 0, 600, foot_of(9)) == 0


def test_long_names_of_points_are_seen_whole(qtbot: QtBot) -> None:
    named = Scale(BlockId("b"), AGREEMENT, ("Unzerstörbarkeitsvermutungsbestätigungen", *"abcd"))
    columns = shown(qtbot, named, (1, 0, 0, 0, 0), 480)
    columns.grab()

    assert "Unzerstörbarkeitsvermutungsbestätigungen" in columns.painted()
    assert columns.heightForWidth(480) > columns.heightForWidth(1100)


def test_the_spread_is_said_to_who_does_not_see_it(qtbot: QtBot) -> None:
    columns = shown(qtbot, AGREE, SPREAD)

    assert columns.accessibleName() == spread_words(AGREE, dict(zip(AGREE.points, SPREAD, strict=True)))
    assert columns.accessibleName().startswith("Whole-hearted yes: 6. Yes, minor point: 7.")


def test_a_low_window_gives_the_dots_less_height(qtbot: QtBot) -> None:
    columns = shown(qtbot, AGREE, SPREAD)
    high = columns.heightForWidth(720)

    columns.limit(70)

    assert columns.heightForWidth(720) == high - (20 * 7 - 70)
    columns.grab()
    assert [said for said in columns.painted() if said.isdecimal()] == [str(count) for count in SPREAD]

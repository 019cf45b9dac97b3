"""The scale in one line: a bar and a label for each point, in the colours of agreement."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.strip import ScaleStrip, scale_words
from facilitator.activities.scale.rules.points import AGREEMENT, FIST, RATING, Scale
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import Card, Label, column
from facilitator.kit.theme import Mode

WIDE = 706


def strip(qtbot: QtBot, scale: Scale, *highlighted: str) -> ScaleStrip:
    made = ScaleStrip()
    qtbot.addWidget(made)
    made.show_scale(scale, highlighted)
    made.resize(WIDE, made.heightForWidth(WIDE))
    return made


def bars(made: ScaleStrip, count: int, y: int = 6) -> list[str]:
    """The colour in the middle of each bar, left to right."""
    picture: QImage = made.grab().toImage()
    step = (WIDE + 6) / count
    return [picture.pixelColor(round(step * at + (step - 6) / 2), y).name() for at in range(count)]


@pytest.mark.parametrize("mode", Mode)
def test_each_bar_has_the_colour_of_its_agreement(qtbot: QtBot, qapp: QApplication, mode: Mode) -> None:
    theme = dress(qapp, mode)

    made = strip(qtbot, Scale(BlockId("")))

    assert bars(made, 8) == [QColor(colour).name() for colour in theme.tokens.agreement]


def test_hands_begin_with_the_least_agreement_and_keep_both_ends(qtbot: QtBot, qapp: QApplication) -> None:
    shades = [QColor(colour).name() for colour in dress(qapp).tokens.agreement]

    seen = bars(strip(qtbot, Scale(BlockId(""), FIST)), 6)

    assert (seen[0], seen[-1]) == (shades[-1], shades[0])


def test_a_rating_is_no_agreement_and_has_none_of_its_colours(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)

    assert set(bars(strip(qtbot, Scale(BlockId(""), RATING)), 5)) == {theme_in_use().inks.accent.name()}


def test_what_is_not_highlighted_steps_back_by_its_shape_too(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    plain = bars(strip(qtbot, Scale(BlockId(""))), 8, y=2)

    made = strip(qtbot, Scale(BlockId("")), "4", "5")

    seen = bars(made, 8, y=2)
    assert [at + 1 for at in range(8) if seen[at] == plain[at]] == [4, 5]
    assert made.accessibleDescription() == "4 Abstain; 5 More talk needed"


def test_all_points_are_said_for_those_who_do_not_see_them() -> None:
    scale = Scale(BlockId(""), AGREEMENT, ("Yes", "Nearly", "Rather not", "No", "Never"))

    assert scale_words(scale, scale.points) == "1 Yes; 2 Nearly; 3 Rather not; 4 No; 5 Never"


def test_long_names_break_into_lines_and_are_never_cut(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    long = "forty letters are the most a point has.."

    made = strip(qtbot, Scale(BlockId(""), AGREEMENT, (long,) * 8))

    assert made.heightForWidth(1400) < made.heightForWidth(WIDE) < made.heightForWidth(400)


def test_a_narrow_strip_in_a_card_has_the_height_of_all_its_lines(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    made, card = ScaleStrip(), Card()
    qtbot.addWidget(card)
    column(card, made, Label(""))
    card.resize(520, 300)
    card.show()
    qapp.processEvents()

    assert made.heightForWidth(520) > made.heightForWidth(700)
    assert made.height() >= made.heightForWidth(made.width())


def test_the_first_point_stands_where_reading_begins(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    made = strip(qtbot, Scale(BlockId("")))
    seen = bars(made, 8)

    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert bars(made, 8) == seen[::-1]

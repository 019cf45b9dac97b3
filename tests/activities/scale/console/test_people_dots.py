"""How many have answered, as a number and as dots."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.people_dots import CountCard, PeopleDots, Room, answered_words
from facilitator.activities.scale.rules.points import Scale
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import theme_in_use

WIDE = 732


def dots(qtbot: QtBot, answered: int, people: int) -> PeopleDots:
    made = PeopleDots()
    qtbot.addWidget(made)
    made.show_people(answered, people)
    made.resize(WIDE, max(1, made.heightForWidth(WIDE)))
    return made


def filled(picture: QImage, people: int) -> list[bool]:
    """Which dots of one row are filled, by the colour in their middle."""
    accent, step = theme_in_use().inks.accent.name(), (WIDE - 22) / 21
    return [picture.pixelColor(round(step * at + 11), 11).name() == accent for at in range(people)]


def test_it_is_said_in_plain_words(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    card = CountCard()
    qtbot.addWidget(card)

    card.show_count(18, 22, Scale(BlockId("")))

    said = [label.accessibleName() or label.text() for label in card.findChildren(QLabel)]
    assert {"18 of 22 have answered", "of 22 have answered"} <= set(said)
    assert card.findChildren(PeopleDots)[0].accessibleName() == "18 of 22 have answered"
    assert answered_words(1, 1) == "1 of 1 has answered"


@pytest.mark.parametrize("answered", [0, 1, 18, 22])
def test_as_many_dots_are_filled_as_people_answered_from_where_reading_begins(
    qtbot: QtBot, qapp: QApplication, answered: int
) -> None:
    dress(qapp)

    made = dots(qtbot, answered, 22)

    assert filled(made.grab().toImage(), 22) == [True] * answered + [False] * (22 - answered)


def test_dots_begin_at_the_right_where_reading_does(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    made = dots(qtbot, 5, 22)

    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert filled(made.grab().toImage(), 22) == [False] * 17 + [True] * 5


@pytest.mark.parametrize("people", [0, 1, 22, 23, 45, 120, 500, 2000])
def test_the_dots_of_any_room_fit_and_none_is_lost(qtbot: QtBot, qapp: QApplication, people: int) -> None:
    dress(qapp)

    for width in (520, WIDE, 1200):
        made = dots(qtbot, people, people)
        assert made.heightForWidth(width) <= Room.WIDE.value + 1
        made.keep_to(Room.LOW)
        assert made.heightForWidth(width) <= Room.LOW.value + 1


def test_five_hundred_people_are_each_seen(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)

    one, two = (dots(qtbot, answered, 500).grab().toImage() for answered in (417, 418))

    assert one != two


@pytest.mark.parametrize("width", [560, 768, 1248])
def test_no_row_of_five_hundred_is_cut_on_any_laptop(qtbot: QtBot, qapp: QApplication, width: int) -> None:
    dress(qapp)
    card = CountCard()
    qtbot.addWidget(card)
    card.show_count(17, 500, Scale(BlockId("")))
    card.resize(width, card.heightForWidth(width))
    card.show()
    qapp.processEvents()

    field = card.findChildren(PeopleDots)[0]

    assert field.height() >= field.heightForWidth(field.width()) > 0

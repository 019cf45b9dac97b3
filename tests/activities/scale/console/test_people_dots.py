"""How many have answered, as a number and as dots."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.people_dots import CountCard, answered_words
from facilitator.activities.scale.rules.points import Scale
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.dot_field import DotField
from facilitator.kit.qt.dress import dress


def test_it_is_said_in_plain_words(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    card = CountCard()
    qtbot.addWidget(card)

    card.show_count(18, 22, Scale(BlockId("")))

    said = [label.accessibleName() or label.text() for label in card.findChildren(QLabel)]
    assert {"18 of 22 have answered", "of 22 have answered"} <= set(said)
    assert card.findChildren(DotField)[0].accessibleName() == "18 of 22 have answered"
    assert answered_words(1, 1) == "1 of 1 has answered"


@pytest.mark.parametrize("width", [560, 768, 1248])
def test_no_row_of_five_hundred_is_cut_on_any_laptop(qtbot: QtBot, qapp: QApplication, width: int) -> None:
    dress(qapp)
    card = CountCard()
    qtbot.addWidget(card)
    card.show_count(17, 500, Scale(BlockId("")))
    card.resize(width, card.heightForWidth(width))
    card.show()
    qapp.processEvents()

    field = card.findChildren(DotField)[0]

    assert field.height() >= field.heightForWidth(field.width()) > 0

"""A small sign with its sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.promise import Promise
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.widgets import Card, LineLabel, row


def test_what_stands_before_it_gives_way_and_it_stays_whole(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    card, before = Card(), LineLabel("Proposal, version 3 · changed at 11:38: “2027” became “January 2028”")
    promise = Promise("lock-simple", "fixed while answers are open")
    qtbot.addWidget(card)
    row(card, before, promise)
    card.resize(420, 40)
    card.show()
    qapp.processEvents()
    promise.grab()

    assert promise.width() >= promise.sizeHint().width()
    assert promise.painted() == ("fixed while answers are open",)
    assert promise.accessibleName() == "fixed while answers are open"
    assert before.text().endswith("…")


def test_it_ends_at_the_far_end_in_either_direction(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    made = Promise("eye-slash", "Hidden")
    qtbot.addWidget(made)
    made.resize(300, 20)
    ground = made.grab().toImage().pixelColor(150, 2)

    def inked(left: int, right: int) -> bool:
        picture = made.grab().toImage()
        return any(picture.pixelColor(x, y) != ground for x in range(left, right) for y in range(20))

    before = inked(0, 150), inked(150, 300)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert before == (False, True)
    assert (inked(0, 150), inked(150, 300)) == (True, False)


def test_another_promise_takes_the_room_that_it_needs(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    made = Promise("lock-simple", "fixed until the reveal")
    qtbot.addWidget(made)
    before = made.sizeHint().width()

    made.show_words("fixed while answers are open")

    assert made.sizeHint().width() > before
    assert made.accessibleName() == "fixed while answers are open"

"""The left edge of the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.home_nav import HomeNav
from facilitator.console.surroundings import Projector, Surroundings


def test_only_what_exists_is_listed_and_what_is_plugged_in_is_told(qtbot: QtBot) -> None:
    nav = HomeNav()
    qtbot.addWidget(nav)

    nav.show_surroundings(Surroundings(Projector.MIRRORED, address="10.42.0.1"))

    said = [child.accessibleName() for child in nav.findChildren(QWidget)]
    assert "The room can see this desk" in said
    assert "Phones can join" in said
    assert nav.convenings.accessibleName() == "Convenings"


def test_the_section_that_is_open_is_tinted_and_the_other_is_not(qtbot: QtBot) -> None:
    nav = HomeNav()
    qtbot.addWidget(nav)
    nav.show()

    def grounds() -> list[str]:
        return [row.grab().toImage().pixelColor(row.width() // 2, 4).name() for row in (nav.convenings, nav.backups)]

    before = grounds()
    nav.mark_section(nav.backups)

    assert before[0] != before[1]
    assert grounds() == before[::-1]

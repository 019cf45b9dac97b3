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

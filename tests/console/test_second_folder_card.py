"""The second folder: chosen by a press or by writing it, and forgotten again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.backup_rows import BackupsShown
from facilitator.console.second_folder_card import SecondFolderCard
from facilitator.kit.qt.reading import Reading
from tests.console.backup_samples import SHOWN
from tests.console.conftest import NINE, button, names, press


@pytest.fixture
def card(shown: Callable[[QWidget], None]) -> SecondFolderCard:
    made = SecondFolderCard(lambda: Reading(NINE, UTC))
    made.show_backups(BackupsShown(sticks=("/media/nomsa/KINGSTON",)))
    shown(made)
    return made


def test_a_stick_that_is_plugged_in_is_one_press_away(card: SecondFolderCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.wanted) as asked:
        press(qtbot, card, "Use KINGSTON")

    assert asked.args == ["/media/nomsa/KINGSTON"]
    card.show_backups(BackupsShown())
    assert "Use KINGSTON" not in names(card)


def test_any_folder_can_be_written_down(card: SecondFolderCard, qtbot: QtBot) -> None:
    assert not button(card, "Keep a copy there").isEnabled()

    QTest.keyClicks(card.field.input, " /srv/copies ")

    with qtbot.waitSignal(card.wanted) as asked:
        press(qtbot, card, "Keep a copy there")
    assert asked.args == ["/srv/copies"]


def test_what_is_chosen_tells_of_its_last_copy_and_can_be_forgotten(card: SecondFolderCard, qtbot: QtBot) -> None:
    card.show_backups(SHOWN)

    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert "Last copy there: Yesterday 18:00" in said
    assert "/media/nomsa/STICK/facilitator-backups-3f2a9c10" in [text.replace("\u200b", "") for text in said]
    assert "Keep a copy there" not in names(card)
    with qtbot.waitSignal(card.forgotten):
        press(qtbot, card, "Stop copying there")


def test_a_stick_that_is_out_is_said(card: SecondFolderCard) -> None:
    card.show_backups(replace(SHOWN, second_at=0))

    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert "It is not there, or holds no copy yet. Plug it in; it gets the next one by itself." in said


def test_nothing_is_chosen_while_a_copy_is_looked_at(card: SecondFolderCard) -> None:
    card.show_backups(BackupsShown(sticks=("/media/nomsa/KINGSTON",), looking_at=NINE))

    assert not button(card, "Use KINGSTON").isEnabled()

"""The whole wording below a list."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.whole_words import WholeWords


def test_it_is_there_only_while_there_is_something_to_read(qtbot: QtBot) -> None:
    whole = WholeWords()
    qtbot.addWidget(whole)

    whole.show_words("Let every village choose")
    read, was_there = whole.words(), not whole.isHidden()
    whole.show_words("")

    assert (read, was_there) == ("Let every village choose", True)
    assert (whole.words(), whole.isHidden()) == ("", True)

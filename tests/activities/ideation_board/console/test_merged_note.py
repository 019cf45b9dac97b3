"""How a merged note will look."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.merged_note import MergedNote


def test_what_was_also_said_stands_below_and_the_note_grows_with_it(qtbot: QtBot) -> None:
    note = MergedNote()
    qtbot.addWidget(note)
    note.resize(320, 40)
    note.show_note("Solar pumps", (), "sky")
    alone = note.height()

    note.show_note("Solar pumps", ("Pumps with sun", "مضخات", "Sun", "More", "Last"), "sky")
    note.grab()

    assert note.height() > alone
    assert "also said: “Pumps with sun”" in note.painted()
    assert "and 2 more" in note.painted()
    assert "Last" in note.accessibleName()

"""Where a merged note comes from, as it is painted."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.lineage import LineageView


def painted(qtbot: QtBot, count: int) -> LineageView:
    view = LineageView()
    qtbot.addWidget(view)
    view.show_wordings([(f"Wording {number}", "from a phone") for number in range(count)])
    view.resize(400, view.sizeHint().height())
    view.grab()
    return view


def test_each_wording_has_a_box_and_leads_to_one_note(qtbot: QtBot) -> None:
    view = painted(qtbot, 2)

    assert [words for words in view.painted() if words.startswith("Wording")] == ["Wording 0", "Wording 1"]
    assert "One note" in view.painted()
    assert "Wording 1, from a phone" in view.accessibleName()


def test_of_many_the_rest_is_counted_and_all_are_read_aloud(qtbot: QtBot) -> None:
    view = painted(qtbot, 9)

    assert "and 6 more" in view.painted()
    assert "Wording 8" in view.accessibleName()
    assert view.sizeHint().height() == painted(qtbot, 4).sizeHint().height()
